import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  readEvidenceAt
} from "./chunk-KIY4GTEX.js";
import {
  guardFacts,
  stranded,
  withheldAsRefused
} from "./chunk-PXTJ3YFR.js";
import {
  judgeTree
} from "./chunk-FSD4UATT.js";
import "./chunk-MOWSXLX6.js";
import {
  approvedTreeAt,
  openApproved
} from "./chunk-6L56ASJN.js";
import {
  changesBetween
} from "./chunk-OWDDWZZW.js";
import {
  evidenceHead
} from "./chunk-HVO6QHIW.js";
import {
  frozenAsRefused,
  refusedBetween,
  unissued
} from "./chunk-XKCUPVRV.js";
import "./chunk-WGKYODML.js";
import "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import {
  allSystems,
  chosenSystems,
  collect,
  difference,
  openAndRead,
  planSystem,
  portsOf
} from "./chunk-4AFJNL43.js";
import {
  guard
} from "./chunk-JUKMMDG5.js";
import {
  compareChanges
} from "./chunk-CKDMHZA2.js";
import {
  approvedBy
} from "./chunk-MRCGSTBN.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import {
  changeSection,
  countActions,
  driftSection,
  enforcedBy,
  exactLines,
  folded,
  isClean,
  pick,
  refusedSection
} from "./chunk-4GUNXIW7.js";
import "./chunk-KDOAQTRO.js";
import "./chunk-CHKKS3WZ.js";
import {
  require_picocolors
} from "./chunk-ZC4BBDXY.js";
import {
  compareMerge,
  compareWorking
} from "./chunk-MFL4AUVF.js";
import "./chunk-DXUKNOPP.js";
import "./chunk-Q4FKR2PC.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import {
  requireGrants
} from "./chunk-23ZMF667.js";
import "./chunk-34YZDTZY.js";
import {
  conflict
} from "./chunk-XRAEV7O6.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import {
  openChanged,
  openCommit,
  openWorkingTree
} from "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import {
  resolveCommit
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine,
  markdownCode
} from "./chunk-BLCINO24.js";
import "./chunk-4OYDZ6UL.js";
import "./chunk-P5QKHU73.js";
import "./chunk-JOLQCLIX.js";
import "./chunk-33ENI5OL.js";
import "./chunk-MVCWI7NH.js";
import "./chunk-TLWJT3BQ.js";
import {
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";
import {
  systemPath
} from "./chunk-LZOWS2TE.js";
import "./chunk-5GLOGQVA.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-CMJORN74.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-7FEDJEB3.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

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
  const { removals, others } = pick(view.changes, most);
  const cut = view.changes.length - removals.length - others.length;
  const few = Math.max(20, most);
  const parts = [
    `**${countActions(view.changes)}**`,
    ...changeSection("Access that ends or narrows", removals),
    ...changeSection("Access that begins or changes", others),
    ...cut > 0 ? [
      `_${cut} more are not shown here: this text would be too long. The whole is in \`grantbook plan --format json\`._`
    ] : [],
    ...refusedSection(view.refused, few),
    ...folded("Exact difference", [...removals, ...others].flatMap(exactLines)),
    ...driftSection(view, few),
    `<sub>${view.commit === null ? "Working tree" : `Commit ${markdownCode(view.commit)}`}, planned for ${writeInstant(view.at)}</sub>`
  ];
  return `${parts.join("\n\n")}
`;
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
function summary({ changes, drift, refused }) {
  const drifted = drift === null ? "drift unknown" : `${drift.length} drifted`;
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

// src/commands/steps/trees.ts
async function loadCommit(root, revision) {
  const commit = await resolveCommit(root, revision);
  return { ...await loadSource(await openCommit(root, commit)), commit };
}
async function loadWorkingTree(root) {
  return { ...await loadSource(openWorkingTree(root)), commit: null };
}
async function loadMerged(root, base, head) {
  const { base: before, head: merged, conflicts } = await compareMerge(root, base, head);
  before.close();
  const { book, problems } = await loadSource(merged);
  return {
    book,
    problems: [...conflicts.map(conflict), ...problems],
    commit: await resolveCommit(root, head)
  };
}
async function loadSource(source) {
  try {
    requireGrants(source);
    return await source.load();
  } finally {
    source.close();
  }
}
function changedGrants(before, after) {
  return new Set(
    [...after.grants.values()].flatMap(
      ({ path, blob }) => before.grants.get(path)?.blob === blob ? [] : [path]
    )
  );
}

// src/commands/steps/followed.ts
async function loadFollowed(root, head, evidence) {
  if (head === null && evidence !== null) {
    const { sealed } = await approvedTreeAt(root, evidence);
    const loaded = await loadApproved(root, evidence);
    return { ...loaded, commit: sealed, until: sealed, past: { evidence } };
  }
  const tree = await loadCommit(root, head ?? "HEAD");
  const past = evidence === null ? { main: tree.commit } : { evidence };
  return { ...tree, until: tree.commit, past };
}
async function loadApproved(root, evidence) {
  const source = await openApproved(root, evidence);
  return source.load().finally(() => source.close());
}
async function loadChange(root, base, head, evidence) {
  if (evidence === null) {
    const old = await loadCommit(root, base);
    const tree = head === null ? await loadWorkingTree(root) : await loadMerged(root, old.commit, head);
    return { old, tree, until: old.commit, past: { main: old.commit } };
  }
  const until = await resolveCommit(root, base);
  const comparison = head === null ? await compareWorking(root, until) : await compareMerge(root, until, head);
  comparison.base.close();
  comparison.head.close();
  const { book, problems } = await approvedWith(root, evidence, comparison);
  const all = [...comparison.conflicts.map(conflict), ...problems];
  const commit = head === null ? null : await resolveCommit(root, head);
  return {
    old: await loadApproved(root, evidence),
    tree: { book, problems: all, commit },
    until,
    past: { evidence }
  };
}
async function approvedWith(root, evidence, { changes }) {
  const under = await openApproved(root, evidence);
  const source = openChanged(root, under, changes);
  try {
    return await source.load();
  } finally {
    source.close();
    under.close();
  }
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
  const evidence = await evidenceHead(root, null);
  const { ledger } = await readEvidenceAt(root, evidence);
  const judging = { now, ledger, root };
  if (base === null) {
    const tree2 = await loadFollowed(root, head, evidence);
    const changed2 = unissued(tree2.book, ledger);
    const desired2 = await judgeTree(tree2, { ...judging, changed: changed2, commit: tree2.until, past: tree2.past });
    return { commit: tree2.commit, books: [tree2.book], desired: desired2, before: null, ledger };
  }
  const { old, tree, until, past } = await loadChange(root, base, head, evidence);
  const before = await judgeTree(old, { ...judging, changed: /* @__PURE__ */ new Set(), commit: null, past });
  const changed = changedGrants(old.book, tree.book);
  const desired = await judgeTree(tree, {
    ...judging,
    changed,
    commit: until,
    past,
    approvedAt: approvedBy(ledger, changed)
  });
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
  const drift = [];
  const unfit = [];
  try {
    for (const system of [...chosen].toSorted()) {
      if (!before.systems.has(system)) continue;
      const opened = await openAndRead(system, before, portsOf("read", common, io));
      const plan = difference({ desired: before, system, live: opened.live, ledger, refused: [] });
      drift.push(...plan.changes, ...plan.drift ?? []);
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
    drift: drift.toSorted(compareChanges).map((change) => show(change, books)),
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
  const unreached = [];
  for (const system of systems) {
    if (!desired.systems.has(system)) continue;
    if (offline) {
      const live = recordedLive(system, desired, ledger);
      plans.push(guard(difference({ desired, system, live, ledger, refused: [] }), facts));
      continue;
    }
    try {
      const opened = await openAndRead(system, desired, portsOf("read", common, io));
      plans.push(await planSystem(opened, desired, ledger, facts));
    } catch (error) {
      if (!(error instanceof UnableError) || systems.length === 1) throw error;
      unreached.push({
        grant: systemPath(system),
        system,
        code: "system-unreachable",
        why: error.message,
        state: "held"
      });
    }
  }
  if (plans.length === 0 && unreached[0]) throw new UnableError(unreached[0].why);
  const closed = frozenAsRefused(desired).filter(
    ({ system }) => systems.includes(system) && !desired.systems.has(system)
  );
  const refused = [
    ...closed,
    ...unreached,
    ...stranded(desired, ledger),
    ...plans.flatMap((plan) => [...plan.refused, ...plan.withheld.map(withheldAsRefused)])
  ];
  const drift = plans.flatMap((plan) => plan.drift ?? []);
  return {
    changes: plans.flatMap((plan) => plan.changes).toSorted(compareChanges).map((change) => show(change, books)),
    drift: offline || unreached.length > 0 ? null : drift.toSorted(compareChanges).map((change) => show(change, books)),
    driftWhy: offline ? "--offline was given" : driftUnknown(unreached),
    refused: refused.toSorted((a, b) => a.grant < b.grant ? -1 : 1)
  };
}
function driftUnknown([first]) {
  return first ? `live state of "${first.system}" can’t be read: ${first.why}` : null;
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
