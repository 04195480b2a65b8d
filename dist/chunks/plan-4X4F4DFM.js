import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  allSystems,
  changeOf,
  changedGrants,
  chosenSystems,
  collect,
  compareChanges,
  difference,
  differs,
  frozenAsRefused,
  guard,
  guardFacts,
  judgeTree,
  loadCommit,
  loadMerged,
  loadWorkingTree,
  mergePieces,
  openAndRead,
  planSystem,
  portsOf,
  readEvidence,
  refusedBetween,
  stranded,
  unissued,
  withheldAsRefused
} from "./chunk-MKL3NAB2.js";
import {
  require_picocolors
} from "./chunk-ZC4BBDXY.js";
import {
  mayColour
} from "./chunk-4Z2BKO6P.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-DC62R65Y.js";
import "./chunk-IIO7YGNV.js";
import "./chunk-JVF3CHDU.js";
import "./chunk-JYR4RDOT.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-TG63SHSF.js";
import {
  resolveEntitlement
} from "./chunk-B2GJ3BED.js";
import "./chunk-6VUI355A.js";
import "./chunk-Z47NDYIS.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-5SQON4IS.js";
import {
  entitlementName
} from "./chunk-GGIVQ2LZ.js";
import "./chunk-MRFNKC6V.js";
import {
  writeInstant
} from "./chunk-EZMMBTZM.js";
import {
  renderJson
} from "./chunk-I5LZN7BG.js";
import {
  logLine,
  markdownCode,
  markdownText
} from "./chunk-72HKEUTT.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/plan/between.ts
function changesBetween(before, after) {
  const changes = [];
  for (const id of /* @__PURE__ */ new Set([...before.systems.keys(), ...after.systems.keys()])) {
    const at = after.systems.get(id) ?? before.systems.get(id);
    if (at) changes.push(...inSystem(id, at, before, after));
  }
  return changes.toSorted(compareChanges);
}
function inSystem(system, at, before, after) {
  const around = { desired: after, system, core: at.core, recorded: true, now: after.at };
  const old = before.systems.get(system)?.wanted ?? /* @__PURE__ */ new Map();
  const next = after.systems.get(system)?.wanted ?? /* @__PURE__ */ new Map();
  const byPrincipal = /* @__PURE__ */ new Map();
  const closed = after.closed.has(system);
  for (const path of /* @__PURE__ */ new Set([...old.keys(), ...next.keys()])) {
    if (closed || after.frozen.has(path)) continue;
    for (const fate of fates(path, system, old.get(path), next.get(path))) {
      if (!differs(fate) && old.get(path)?.principal === next.get(path)?.principal) continue;
      const list = byPrincipal.get(fate.share.principal);
      if (list) list.push(fate);
      else byPrincipal.set(fate.share.principal, [fate]);
    }
  }
  const standing = holdingsOf(old, new Set(byPrincipal.keys()));
  return [...byPrincipal].flatMap(([principal, list]) => {
    const whole = { before: mergePieces(standing.get(principal) ?? []), after: [] };
    return list.map((fate) => changeOf(fate, whole, at.context, around));
  });
}
function fates(path, system, old, next) {
  const made = (before, after) => {
    const pieces = before?.pieces ?? [];
    const principal = (after ?? before)?.principal ?? "";
    const standing = before && {
      grant: path,
      system,
      principal,
      account: "",
      principalId: "",
      ...before.window,
      pieces,
      entitlement: before.grant.name,
      blob: before.grant.blob
    };
    const share = {
      grant: path,
      principal,
      before: pieces,
      desire: after ?? null,
      standing: standing ?? null,
      owned: /* @__PURE__ */ new Set()
    };
    return { share, after: { pieces: after?.pieces ?? [], tampered: false } };
  };
  if (old && next && old.principal !== next.principal) return [made(old, void 0), made(void 0, next)];
  return [made(old, next)];
}
function holdingsOf(wanted, principals) {
  const found = /* @__PURE__ */ new Map();
  for (const { principal, pieces } of wanted.values()) {
    if (!principals.has(principal)) continue;
    const list = found.get(principal);
    if (list) list.push(pieces);
    else found.set(principal, [pieces]);
  }
  return found;
}

// src/plan/recorded-live.ts
function recordedLive(system, desired, ledger) {
  const principals = /* @__PURE__ */ new Map();
  const of = (principal, principalId) => {
    const known = principals.get(principal);
    if (known) return known.pieces;
    const pieces = [];
    principals.set(principal, { principal, name: principal, principalId, pieces, alien: [] });
    return pieces;
  };
  for (const list of ledger.standing.get(system)?.values() ?? []) {
    for (const { principal, principalId, pieces } of list) {
      const there = of(principal, principalId);
      for (const piece of pieces) {
        if (there.some(({ id }) => id === piece.id)) continue;
        there.push(
          piece.enforcement === "job" ? { ...piece, key: "", owned: null } : { ...piece, owned: true }
        );
      }
    }
  }
  for (const { principal } of desired.systems.get(system)?.wanted.values() ?? []) of(principal, "");
  const foreign = { principals: 0, policies: 0 };
  return { system, serverTime: desired.at, principals, foreign, misplaced: [], detail: null };
}

// src/render/plan-view.ts
function isClean({ refused }) {
  return refused.length === 0;
}
function countActions(changes) {
  const count = /* @__PURE__ */ new Map();
  for (const { action } of changes) count.set(action, (count.get(action) ?? 0) + 1);
  const parts = ["revoke", "shorten", "grant", "extend", "update"].flatMap((action) => {
    const n = count.get(action);
    return n === void 0 ? [] : [`${n} to ${action}`];
  });
  return parts.length > 0 ? parts.join(", ") : "nothing to do";
}
function enforcedBy({ enforcement }) {
  return enforcement === "target" ? "the target’s own policy" : "a run of Grantbook";
}

// src/render/plan-json.ts
function renderPlanJson(view) {
  const document = {
    format: 1,
    ok: isClean(view),
    at: writeInstant(view.at),
    commit: view.commit,
    changes: view.changes.map(changeOut),
    drift: view.drift?.map(changeOut) ?? null,
    refused: view.refused.map(({ grant, system, code, why }) => ({ grant, system, code, why }))
  };
  return renderJson(document);
}
function changeOut(change) {
  const { action, system, entitlement, subject, grant, why, from, until, enforcement, impact } = change;
  return {
    action,
    system,
    entitlement: entitlement === "" ? null : entitlement,
    subject: subject === "" ? null : subject,
    grant,
    why,
    from: write(from),
    until: write(until),
    enforcement,
    impact
  };
}
function write(at) {
  return at === null ? null : writeInstant(at);
}

// src/render/plan-markdown.ts
var LONGEST = 6e4;
function renderPlanMarkdown(view) {
  for (let most = view.changes.length; ; most = Math.floor(most / 2)) {
    const text2 = compose(view, most);
    if (text2.length <= LONGEST || most === 0) return text2;
  }
}
function compose(view, most) {
  const removals = view.changes.filter(isRemoval);
  const others = view.changes.filter((change) => !isRemoval(change));
  const shown = {
    removals: removals.slice(0, most),
    others: others.slice(0, Math.max(0, most - removals.length))
  };
  const cut = view.changes.length - shown.removals.length - shown.others.length;
  const parts = [
    `**${countActions(view.changes)}**`,
    ...section("Access that ends or narrows", shown.removals),
    ...section("Access that begins or changes", shown.others),
    ...cut > 0 ? [
      `_${cut} more are not shown here: this text would be too long. The whole is in \`grantbook plan --format json\`._`
    ] : [],
    ...refusals(view, most),
    ...details("Exact difference", [...shown.removals, ...shown.others].flatMap(exact)),
    ...drift(view, most),
    `<sub>${view.commit === null ? "Working tree" : `Commit ${markdownCode(view.commit)}`}, planned for ${writeInstant(view.at)}</sub>`
  ];
  return `${parts.join("\n\n")}
`;
}
function isRemoval({ action }) {
  return action === "revoke" || action === "shorten";
}
function section(title, changes) {
  return changes.length === 0 ? [] : [`#### ${title}`, table(changes)];
}
function table(changes) {
  const rows = changes.map((change) => {
    const { action, subject, principal, entitlement, system, from, until, risk } = change;
    const who = markdownText(subject === "" ? principal ?? "unknown" : subject);
    const start = from === null ? "" : ` (from ${writeInstant(from)})`;
    const end = until === null ? "" : `${writeInstant(until)}${start}`;
    return `| ${action} | ${who} | ${markdownText(entitlement)} | ${markdownText(system)} | ${end} | ${risk ?? ""} | ${enforcedBy(change)} |`;
  });
  return [
    "| | who | gets what | where | until | risk | enforced by |",
    "|---|---|---|---|---|---|---|",
    ...rows
  ].join("\n");
}
function exact({ action, grant, principal, why, meaning }) {
  const title = `- ${action} ${markdownCode(grant ?? principal ?? "unknown")}: ${markdownText(why)}`;
  return [
    title,
    ...meaning.noLonger.map((text2) => `  - no longer: ${markdownCode(text2)}`),
    ...meaning.possible.map((text2) => `  - possible: ${markdownCode(text2)}`)
  ];
}
function refusals({ refused }, most) {
  if (refused.length === 0) return [];
  const shown = refused.slice(0, Math.max(20, most));
  const rows = shown.map(
    ({ grant, code, why }) => `- ${markdownCode(grant)} (${markdownCode(code)}): ${markdownText(why)}`
  );
  const more = refused.length - shown.length;
  return ["#### Refused", [...rows, ...more > 0 ? [`- and ${more} more`] : []].join("\n")];
}
function drift({ drift: found, driftWhy, mode }, most) {
  if (found === null) return [`_Drift is not known: ${markdownText(driftWhy ?? "live state was not read")}._`];
  const title = mode === "change" ? "Drift that is not this pull request’s doing" : "Drift that no file explains";
  const shown = found.slice(0, Math.max(20, most)).flatMap(exact);
  return details(`${title} (${found.length})`, shown);
}
function details(title, lines) {
  return lines.length === 0 ? [] : [`<details><summary>${title}</summary>

${lines.join("\n")}

</details>`];
}

// src/render/plan-text.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var SIGN = {
  grant: "+",
  revoke: "-",
  extend: "~",
  shorten: "~",
  update: "~"
};
function renderPlanText(view, colour) {
  const paint = (0, import_picocolors.createColors)(colour);
  const of = view.commit === null ? "the working tree" : `commit ${view.commit.slice(0, 12)}`;
  const lines = [`Plan for ${of} at ${writeInstant(view.at)}`, ""];
  const write2 = (changes) => {
    for (const [system, list] of bySystem(changes)) {
      lines.push(paint.bold(logLine(system)));
      for (const change of list) lines.push(...tell(change, paint));
      lines.push("");
    }
  };
  write2(view.changes);
  if (view.changes.length === 0) lines.push("No changes.", "");
  if (view.drift === null)
    lines.push(`Drift is not known: ${logLine(view.driftWhy ?? "live state was not read")}.`, "");
  else if (view.drift.length > 0) {
    const whose = view.mode === "change" ? "not this change’s doing" : "no file explains it";
    lines.push(paint.bold(`Drift: live state is otherwise, and ${whose}`));
    write2(view.drift);
  }
  if (view.refused.length > 0) {
    lines.push(paint.bold("Refused: nothing is issued or widened for these now"));
    for (const { grant, system, code, why } of view.refused) {
      lines.push(
        `  ${paint.red("!")} ${logLine(grant)} in ${logLine(system)} ${paint.dim(logLine(code))}`,
        `      ${logLine(why)}`
      );
    }
    lines.push("");
  }
  lines.push(summary(view));
  return `${lines.join("\n")}
`;
}
function summary({ changes, drift: drift2, refused }) {
  const drifted = drift2 === null ? "drift unknown" : `${drift2.length} drifted`;
  return `Plan: ${countActions(changes)}; ${drifted}; ${refused.length} refused.`;
}
function tell(change, paint) {
  const { action, entitlement, subject, grant, principal, why, from, until, meaning } = change;
  const sign = SIGN[action];
  const tint = { "+": paint.green, "~": paint.yellow, "-": paint.red }[sign];
  const who = logLine(subject === "" ? principal ?? "unknown" : subject);
  const what = entitlement === "" ? "" : ` ${logLine(entitlement)}`;
  const account = principal === null || subject === "" ? "" : ` (${logLine(principal)})`;
  const window = until === null ? "" : `, ${from === null ? "" : `from ${writeInstant(from)} `}until ${writeInstant(until)}`;
  const lines = [`  ${tint(`${sign} ${action}`)} ${who}${account}${what}${window}`];
  if (grant !== null) lines.push(`      file      ${logLine(grant)}`);
  lines.push(`      why       ${logLine(why)}`);
  if (until !== null && action !== "revoke") lines.push(`      ends by   ${enforcedBy(change)}`);
  for (const text2 of meaning.possible) lines.push(`      ${paint.green("possible")}  ${logLine(text2)}`);
  for (const text2 of meaning.noLonger) lines.push(`      ${paint.red("no longer")} ${logLine(text2)}`);
  return lines;
}
function bySystem(changes) {
  const groups = /* @__PURE__ */ new Map();
  for (const change of changes) {
    const list = groups.get(change.system);
    if (list) list.push(change);
    else groups.set(change.system, [change]);
  }
  return new Map([...groups].toSorted(([a], [b]) => a < b ? -1 : 1));
}

// src/commands/plan.ts
var command = {
  formats: ["text", "json", "markdown"],
  example: "npx grantbook plan --base origin/main --format markdown",
  describe: (c) => {
    c.option("--base <ref>", "show what a change from this commit asks for; needs no cloud").option(
      "--head <ref>",
      "with --base: the commit that would be merged; alone: plan for this commit instead of HEAD"
    ).option("--system <id>", "only this system (repeatable)", collect, []).option("--offline", "read no live state: plan from evidence").option("--matrix", "print the systems as a GitHub Actions matrix and do nothing else");
  },
  run: async (args, options, common, io) => {
    if (args.length > 0) throw new UsageError(`plan takes no arguments, but was given "${args[0] ?? ""}".`);
    const planned = await load(options, common);
    if (options["matrix"] === true) {
      const include = chosenSystems(options["system"], planned.desired).map((system) => ({ system }));
      io.out(`${JSON.stringify({ include })}
`);
      return 0;
    }
    const systems = chosenSystems(options["system"], planned.desired);
    const offline = options["offline"] === true;
    const found = planned.before ? await planChange({ ...planned, before: planned.before }, systems, offline, common, io) : await planLive(planned, systems, offline, common, io);
    const view = {
      at: common.now,
      commit: planned.commit,
      mode: planned.before ? "change" : "live",
      ...found
    };
    if (view.driftWhy !== null && common.format === "json" && !common.quiet)
      io.err(`Drift is not known: ${logLine(view.driftWhy)}.
`);
    io.out(render(view, common, io));
    return isClean(view) ? 0 : 1;
  }
};
async function load(options, { root, now }) {
  const [base, head] = [text(options["base"]), text(options["head"])];
  const { ledger } = await readEvidence(root);
  if (base === null) {
    const tree2 = await loadCommit(root, head ?? "HEAD");
    const changed2 = unissued(tree2.book, ledger);
    const desired2 = await judgeTree(tree2, { now, ledger, changed: changed2, root, commit: tree2.commit });
    return { commit: tree2.commit, books: [tree2.book], desired: desired2, before: null, ledger };
  }
  const old = await loadCommit(root, base);
  const tree = head === null ? await loadWorkingTree(root) : await loadMerged(root, old.commit, head);
  const before = await judgeTree(old, { now, ledger, changed: /* @__PURE__ */ new Set(), root, commit: null });
  const changed = changedGrants(old.book, tree.book);
  const desired = await judgeTree(tree, { now, ledger, changed, root, commit: old.commit });
  return { commit: tree.commit, books: [tree.book, old.book], desired, before, ledger };
}
async function planChange({ before, desired, ledger, books }, systems, offline, common, io) {
  const chosen = /* @__PURE__ */ new Set([
    ...systems,
    ...systems.length === allSystems(desired).length ? allSystems(before) : []
  ]);
  const changes = changesBetween(before, desired).filter(({ system }) => chosen.has(system));
  const refused = refusedBetween(before, desired).filter(({ system }) => chosen.has(system));
  const shown = { changes: changes.map((change) => show(change, books)), refused };
  if (offline) return { ...shown, drift: null, driftWhy: "--offline was given" };
  const drift2 = [];
  const unfit = [];
  try {
    for (const system of [...chosen].toSorted()) {
      if (!before.systems.has(system)) continue;
      const opened = await openAndRead(system, before, portsOf("read", common, io));
      const plan = difference({ desired: before, system, live: opened.live, ledger, refused: [] });
      drift2.push(...plan.changes, ...plan.drift ?? []);
      unfit.push(...await unfitFor(opened, desired, ledger, changes));
    }
  } catch (error) {
    if (!(error instanceof UnableError)) throw error;
    return { ...shown, drift: null, driftWhy: `live state can’t be read: ${error.message}` };
  }
  const known = new Set(refused.map(({ grant }) => grant));
  return {
    changes: shown.changes,
    refused: [...refused, ...unfit.filter(({ grant }) => !known.has(grant))].toSorted(
      (a, b) => a.grant < b.grant ? -1 : 1
    ),
    drift: drift2.toSorted(compareChanges).map((change) => show(change, books)),
    driftWhy: null
  };
}
async function unfitFor({ system, session, live }, desired, ledger, changes) {
  if (!desired.systems.has(system)) return [];
  const plan = difference({ desired, system, live, ledger, refused: [] });
  const judged = await session.judge(live, plan.goals);
  const touched = new Set(
    changes.filter((change) => change.system === system && change.action !== "revoke").map(({ grant }) => grant)
  );
  const all = [
    ...plan.refused,
    ...judged.map((each) => ({ ...each, system, state: "refused" }))
  ];
  return all.filter(({ grant }) => touched.has(grant));
}
async function planLive(planned, systems, offline, common, io) {
  const { desired, ledger, books } = planned;
  const facts = guardFacts(desired, ledger);
  const plans = [];
  for (const system of systems) {
    if (!desired.systems.has(system)) continue;
    if (offline) {
      const live = recordedLive(system, desired, ledger);
      plans.push(guard(difference({ desired, system, live, ledger, refused: [] }), facts));
    } else
      plans.push(
        await planSystem(
          await openAndRead(system, desired, portsOf("read", common, io)),
          desired,
          ledger,
          facts
        )
      );
  }
  const closed = frozenAsRefused(desired).filter(
    ({ system }) => systems.includes(system) && !desired.systems.has(system)
  );
  const refused = [
    ...closed,
    ...stranded(desired, ledger),
    ...plans.flatMap((plan) => [...plan.refused, ...plan.withheld.map(withheldAsRefused)])
  ];
  const drift2 = plans.flatMap((plan) => plan.drift ?? []);
  return {
    changes: plans.flatMap((plan) => plan.changes).toSorted(compareChanges).map((change) => show(change, books)),
    drift: offline ? null : drift2.toSorted(compareChanges).map((change) => show(change, books)),
    driftWhy: offline ? "--offline was given" : null,
    refused: refused.toSorted((a, b) => a.grant < b.grant ? -1 : 1)
  };
}
function show(change, books) {
  const path = change.grant ?? "";
  for (const book of books) {
    const name = book.grants.get(path)?.name ?? entitlementName(change.system, change.entitlement);
    const terms = resolveEntitlement(book, name)?.terms;
    if (terms) return { ...change, risk: terms.risk };
  }
  return { ...change, risk: null };
}
function render(view, { format }, io) {
  if (format === "json") return renderPlanJson(view);
  if (format === "markdown") return renderPlanMarkdown(view);
  return renderPlanText(view, mayColour(io));
}
function text(value) {
  return typeof value === "string" ? value : null;
}
export {
  command
};
