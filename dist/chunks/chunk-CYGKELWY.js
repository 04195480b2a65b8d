import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  inventoryIn
} from "./chunk-3EDF7MQ5.js";
import {
  PREFIX,
  proposal
} from "./chunk-R665VXCJ.js";
import {
  MOST_FILES,
  endOfDay,
  goneSince,
  outsideFile,
  outsidePath,
  settled,
  sightAll,
  withoutItems,
  worthDeciding
} from "./chunk-PBHI5NIA.js";
import {
  Recorder,
  runName,
  standpoint
} from "./chunk-RPS7CKLM.js";
import {
  adopted,
  declined,
  discovered,
  removedOutside,
  restored,
  saved
} from "./chunk-VFEV3JNZ.js";
import {
  isAuthor,
  openDesk,
  readCloser,
  readHead,
  readPullsFrom
} from "./chunk-WWNEGDND.js";
import {
  told
} from "./chunk-UPGECDCS.js";
import {
  answerTeams,
  belongsBy,
  isTeam,
  namedIn,
  speakerOf
} from "./chunk-UEGRDEXS.js";
import {
  keepersOf,
  peopleOf
} from "./chunk-XJ4HLJBJ.js";
import {
  treeDifferences
} from "./chunk-UTIOKGHL.js";
import {
  openApproved
} from "./chunk-6L56ASJN.js";
import {
  requestName,
  started
} from "./chunk-4G226GOF.js";
import {
  openAndRead,
  openSystem,
  portsOf
} from "./chunk-4AFJNL43.js";
import {
  mostAtOnce
} from "./chunk-JUKMMDG5.js";
import {
  standingOf
} from "./chunk-V2MVFSIR.js";
import {
  CONNECTORS
} from "./chunk-CHKKS3WZ.js";
import {
  ownersOf
} from "./chunk-V2GJZSBU.js";
import {
  generateCodeowners
} from "./chunk-D2SZ5IZ2.js";
import {
  fetchObjects
} from "./chunk-ZV34UCH5.js";
import {
  openResolved
} from "./chunk-ZCONMND2.js";
import {
  plural
} from "./chunk-WYQIDMMK.js";
import {
  logLine,
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import {
  append
} from "./chunk-LZOWS2TE.js";
import {
  blobId
} from "./chunk-7ETONKNL.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  few
} from "./chunk-CMJORN74.js";
import {
  readDuration
} from "./chunk-7FEDJEB3.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/commands/steps/nightly/explained.ts
function explainedBy({ book, ledger }, system, { core, context }) {
  const accounts = /* @__PURE__ */ new Map();
  const take = (account, runs) => {
    if (account === void 0 || core.checkAccount(account, context).length > 0) return;
    accounts.set(core.principalOf(account), { runs });
  };
  for (const { data } of book.people.values()) take(ownOf(data.accounts, system), null);
  for (const { data } of book.workloads.values()) take(ownOf(data.accounts, system), data.runs);
  const targets = [...book.entitlements.values()].flatMap((entry) => {
    const { target } = entry.data;
    const valid = entry.system === system && target !== void 0 && core.checkTarget(target, context).length === 0;
    return valid ? [target] : [];
  });
  const owned = /* @__PURE__ */ new Map();
  for (const list of ledger.standing.get(system)?.values() ?? []) {
    for (const { principal, pieces } of list) {
      const known = owned.get(principal) ?? /* @__PURE__ */ new Set();
      for (const { id, enforcement } of pieces) if (enforcement === "job") known.add(id);
      owned.set(principal, known);
    }
  }
  return {
    accounts,
    targets,
    owned,
    onFile: (principal, item) => {
      const kinds = ["user", "role", "group", "provider", "account"];
      const name = principal.split(":").slice(5).join(":");
      return kinds.some(
        (kind) => (ledger.discovered.get(outsidePath(system, { kind, name, principal })) ?? []).some(
          ({ id, digest }) => id === item.id && digest === item.digest
        )
      );
    }
  };
}
function ownOf(accounts, system) {
  return accounts && Object.hasOwn(accounts, system) ? accounts[system] : void 0;
}

// src/commands/steps/nightly/glances.ts
var Glances = class {
  #common;
  #io;
  #found = /* @__PURE__ */ new Map();
  constructor(common, io) {
    this.#common = common;
    this.#io = io;
  }
  /** Looks at one system; what can't be looked at now is left to be read anew, which says why. */
  onQuiet = async ({ system, live }, at) => {
    const { desired, tree, evidence } = at;
    const there = desired.systems.get(system);
    if (!there || this.#io.signal.aborted) return;
    try {
      const session = await openSystem(system, desired, portsOf("read", this.#common, this.#io));
      const explained = explainedBy({ book: tree.book, ledger: evidence.ledger }, system, there);
      const outside = await session.outside(live, explained);
      this.#found.set(system, { ...outside, live: outside.found.length === 0 ? null : live });
    } catch (error) {
      if (!(error instanceof UnableError)) throw error;
    }
  };
  /** What was seen of a system; null: nobody looked. */
  of(system) {
    return this.#found.get(system) ?? null;
  }
};

// src/commands/steps/nightly/look.ts
async function look(ports, options, tip, common) {
  const { root, now } = common;
  const here = await standpoint(ports.store, root, now);
  if (!here) throw new UnableError('The branch "evidence" has no approved tree.');
  const { head, tree, desired, evidence } = here;
  const { settings } = tree.book;
  if (!settings) throw new UnableError("The approved settings can’t be read.");
  const chosen = options["system"];
  const only = Array.isArray(chosen) && chosen.length > 0 ? new Set(chosen.map(String)) : null;
  return {
    root,
    now,
    base: { branch: ports.branch, tip },
    evidence: head,
    repository: ports.github.remote.url.replace(/\.git$/u, ""),
    settings: settings.data,
    approved: await openApproved(root, head),
    book: tree.book,
    desired,
    ledger: evidence.ledger,
    beat: evidence.beat,
    differences: await treeDifferences(root, `${head}:approved`, tip),
    systems: options["authorise"] === true ? /* @__PURE__ */ new Set() : only
  };
}
async function recorderOf(ports, options, { book }, { now }) {
  const { head, ledger, open, approved } = await ports.store.read();
  if (head === null || !approved) throw new UnableError('The branch "evidence" has no approved tree.');
  const commit = approved.sealed;
  const name = runName(options["run"]);
  return new Recorder({ store: ports.store, book, ledger, head, open, now, commit, ...name });
}

// src/nightly/asked-now.ts
function askedNow(all, isFiled, most) {
  if (all.length <= most) return { now: all, waiting: 0 };
  const due = all.filter((one) => !isFiled(one)).map((one) => ({ one, danger: Number(one.fates.some(isAdmin)), since: firstSeen(one.sighting) })).toSorted((a, b) => b.danger - a.danger || a.since - b.since);
  return { now: due.slice(0, most).map(({ one }) => one), waiting: Math.max(0, due.length - most) };
}
function isAdmin({ item }) {
  return item.severity === "administrator";
}
function firstSeen({ seen }) {
  return Math.min(...seen.map((one) => one.firstSeen));
}

// src/nightly/fates.ts
function fates({ principal, seen }, judging) {
  return principal.items.flatMap((item, index) => {
    const one = seen[index];
    return one ? [{ seen: one, item, gift: null, ...fateOf(item, one, judging) }] : [];
  });
}
function fateOf(item, seen, judging) {
  const { file, record, gifts, sameTarget, now } = judging;
  const own = dueOf(seen, judging.expiresAfter);
  const said = file?.data.items.some((one) => isSame(one, item)) === true ? file.data : null;
  const given = said?.decision === "tolerate" ? readInstant(said.expires, "end") : null;
  const tolerated = given === null ? "" : `tolerated until ${writeInstant(given)}`;
  if (given !== null && given > now)
    return { state: "tolerated", until: given, why: tolerated, decided: true };
  const gift = item.gives === null ? void 0 : gifts.find(({ target }) => sameTarget(target, item.gives));
  if (gift) {
    const why2 = `${gift.grant} gives just this`;
    return { state: "adopted", until: now, why: why2, decided: true, gift };
  }
  if (said?.decision === "revoke") return gone("it was decided to revoke it", now);
  const closed = record?.declined.findLast((one) => isSame(one, item));
  if (closed) return gone(`${closed.person} closed ${closed.pull}`, now);
  if (given !== null) return { ...gone(tolerated, now), until: given };
  const why = `nobody decided by ${writeInstant(own)}`;
  return { state: own > now ? "open" : "over", until: own, why, decided: false };
}
function gone(why, until) {
  return { state: "over", until, why, decided: true };
}
function dueOf({ firstSeen: firstSeen2 }, expiresAfter) {
  return endOfDay(firstSeen2 + (readDuration(expiresAfter) ?? 0));
}
function isSame(a, b) {
  return a.id === b.id && a.digest === b.digest;
}
function isAnswered({ state, item }, record) {
  if (state === "adopted") return true;
  return state === "over" && record?.declined.some((one) => isSame(one, item)) === true;
}

// src/nightly/gifts.ts
function giftsIn(system, { wanted, core, context }, live, ledger) {
  const gifts = /* @__PURE__ */ new Map();
  for (const [grant, { principal, window, pieces, holdings, grant: file }] of wanted) {
    const now = live.serverTime;
    const present = live.principals.get(principal);
    const issued = standingOf(ledger, system, grant).some(
      (one) => one.principal === principal && one.principalId === present?.principalId && one.blob === file.blob && one.until > now
    );
    const inTime = (window.from === null || window.from <= now) && window.until > now;
    const stands = pieces.every(
      ({ id, body, enforcement }) => present?.pieces.some((piece) => piece.id === id && (enforcement === "job" || piece.body === body))
    );
    if (!present || !issued || !inTime || !stands) continue;
    const { principalId } = present;
    const own = gifts.get(principal) ?? [];
    for (const holding of holdings) {
      const { entitlement, target } = holding;
      const shared = core.compile([holding], context).filter(({ enforcement }) => enforcement === "job");
      own.push({ grant, entitlement, target, principalId, shared });
    }
    gifts.set(principal, own);
  }
  return gifts;
}

// src/render/nightly/inventory.ts
var MOST = 100;
var MOST_WAYS = 10;
function inventoryParts({ credentials, ways }) {
  if (credentials.length === 0) return [];
  const faulty = credentials.filter(({ fault }) => fault !== null).length;
  const rows = credentials.slice(0, MOST).map(rowOf);
  const more = credentials.length > MOST ? [`_and ${credentials.length - MOST} more._`] : [];
  const shown = [...ways].slice(0, MOST_WAYS);
  const rest = [...ways.keys()].slice(MOST_WAYS);
  return [
    `<details><summary>All keys and passwords that don’t end by themselves: ${credentials.length}, of which ${faulty} with something to mend</summary>`,
    ["| who | whose | what | made | used | |", "|---|---|---|---|---|---|", ...rows].join("\n"),
    ...more,
    ...shown.flatMap(([workload, list]) => list.flatMap((one) => wayParts(workload, one))),
    ...rest.length > 0 ? [`_Likewise: ${rest.map(markdownText).join(", ")}._`] : [],
    "</details>"
  ];
}
function rowOf({ name, holder, what, since, used, fault }) {
  const whose = holder === null ? "nobody’s" : `${holder.kind} ${markdownText(holder.id)}`;
  const made = since === null ? "not told" : writeInstant(since).slice(0, "YYYY-MM-DD".length);
  return `| ${markdownText(name)} | ${whose} | ${markdownText(what)} | ${made} | ${used} | ${fault === null ? "" : `**${fault}**`} |`;
}
function wayParts(workload, { run, way, trust }) {
  const said = `**${markdownText(workload)} without a key** (${markdownCode(run)}): ${markdownText(way)}`;
  return trust === null ? [said] : [said, fenced(JSON.stringify(trust, null, 2))];
}
function fenced(json) {
  const safe = json.replaceAll(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u007f-\u009f]/gu, "�").replaceAll("##[", "#\\u0023[");
  const runs = [...safe.matchAll(/`+/gu)].map(([run]) => run.length);
  const fence = "`".repeat(Math.max(2, ...runs) + 1);
  return `${fence}json
${safe}
${fence}`;
}

// src/render/nightly/outside-table.ts
var MOST_LINES = 300;
var MOST_NAMES = 12;
function dangerFirst(rows) {
  return rows.toSorted(
    (a, b) => Number(isAdmin2(b.fate)) - Number(isAdmin2(a.fate)) || a.fate.seen.firstSeen - b.fate.seen.firstSeen
  );
}
function isAdmin2({ item }) {
  return item.severity === "administrator";
}
function outsideTable(rows) {
  const alike = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const rest = restOf(row);
    const names = alike.get(rest);
    if (names) names.push(row.sighting.principal.name);
    else alike.set(rest, [row.sighting.principal.name]);
  }
  const lines = [...alike].slice(0, MOST_LINES).map(([rest, names]) => `| ${namesIn(names)} | ${rest} |`);
  const more = alike.size > MOST_LINES ? [`_and ${alike.size - MOST_LINES} more, all in the files._`] : [];
  const head = [
    "| who | has | | first seen | made by | last used | decide by |",
    "|---|---|---|---|---|---|---|"
  ];
  return [[...head, ...lines].join("\n"), ...more];
}
function namesIn(names) {
  return few(names, MOST_NAMES, { say: markdownText });
}
function restOf({ fate: { seen, item, state, until, why } }) {
  const risk = isAdmin2({ item }) ? "**administrator**" : "";
  const due = state === "over" ? `**over** (${markdownText(why)})` : state === "adopted" ? `adopted: ${markdownText(why)}` : `${state === "tolerated" ? "tolerated until " : ""}${writeInstant(until)}`;
  const kept = item.why === null ? "" : ` _(never removed by us: ${markdownText(item.why)})_`;
  const used = seen.lastUsed === null ? "not known" : writeInstant(seen.lastUsed);
  return `${markdownText(seen.what)}${kept} | ${risk} | ${writeInstant(seen.firstSeen)} | ${markdownText(seen.by)} | ${used} | ${due}`;
}

// src/render/nightly/outside.ts
function outsideTitle(system, all) {
  const items = all.reduce((sum, { fates: fates2 }) => sum + fates2.length, 0);
  return `Decide on access found in ${system}: ${plural(items, "thing")} on ${plural(all.length, "principal")}`;
}
function outsideBody(all, policy, unread, inventory, waiting = 0) {
  const more = waiting === 0 ? [] : [
    `${plural(waiting, "principal")} more ${waiting === 1 ? "has" : "have"} such access: GitHub can’t list so many files, so the next pull request asks about them once this one is merged.`
  ];
  const rows = dangerFirst(all.flatMap(({ sighting, fates: fates2 }) => fates2.map((fate) => ({ fate, sighting }))));
  const gaps = unread.length === 0 ? [] : [`Could not be read: ${unread.map(markdownText).join("; ")}.`];
  const end = policy === "revoke" ? "What nobody decides on in time is taken away then, except what the table says is never removed by us." : "Nothing is removed here by a machine: what nobody decides on in time is told every day until it is gone.";
  const closed = policy === "revoke" ? "all of it is taken away at the next run, saved before" : "all of it is to go, and is told every day until somebody has taken it away";
  return [
    `Nobody requested this access, so no grant explains it. ${end}`,
    ...outsideTable(rows),
    ...more,
    ...gaps,
    [
      `- **To keep it as ordinary access:** ${markdownCode("npx grantbook adopt FILE")} asks for the grant that gives just this. Once that is issued, this form of it goes.`,
      `- **To let it stand for a while:** in its file set ${markdownCode("decision: tolerate")} with ${markdownCode("owner")}, ${markdownCode("reason")} and ${markdownCode("expires")}, and have it approved.`,
      `- **To end it:** set ${markdownCode("decision: revoke")}, or take it away yourself: then this goes by itself.`,
      "- **Merge:** the decisions of these files are in force, once the owners have approved them.",
      `- **Close, as an owner of these files:** ${closed}. Leave the branch where it is.`,
      "- **Close, as anybody else:** nothing changes, and it is opened again with the same dates."
    ].join("\n"),
    ...inventoryParts(inventory)
  ].join("\n\n");
}

// src/approval/closing.ts
function ownersByBook(book, path) {
  const text = generateCodeowners(book);
  return text === null ? [] : ownersOf(text)(path)?.owners ?? [];
}
function teamsOfClosing(book, paths, { login }) {
  const teams = [...new Set(paths.flatMap((path) => ownersByBook(book, path)).filter(isTeam))];
  return { pairs: teams.map((team) => ({ team, login })), teams };
}
function judgeClosing({ account, at }, { path, system, shown }, book, belongs, now) {
  const { person, why } = speakerOf(account, book, peopleOf(book), { spoke: at, merged: now });
  if (person === null) return { person, why };
  const files = [shown, book.outOfBand.get(path)?.data].filter((file) => file !== void 0);
  if (files.some((file) => hasPart(person, file, system, book)))
    return { person: null, why: `is "${person}", who has a part in the access that was found` };
  const as = ownersByBook(book, path).find((owner) => belongs(owner, account, person) === true);
  return as === void 0 ? { person: null, why: "belongs to none of the owners, or nobody could tell" } : { person, as, why: null };
}
function hasPart(person, file, system, book) {
  const named = [...namedIn(file, system, book)];
  return file.owner === person || named.includes(person) || named.some((id) => keepersOf(book, id).includes(person));
}

// src/commands/steps/nightly/closings.ts
async function declinedIn({ github, app }, system, branch, sight) {
  const by = { kind: "app", slug: app };
  const desk = openDesk({ github, root: sight.root, by });
  const pulls = told(await readPullsFrom(github, branch));
  const last = pulls.find(({ author }) => isAuthor(author, by));
  if (!last || last.closedAt === null || last.merged || pulls.some(({ open }) => open)) return [];
  if (isKnown(last, sight) || told(await readHead(desk, branch)) !== last.head) return [];
  return judgedFiles(desk, last, last.closedAt, system, sight);
}
function isKnown({ number }, { ledger, settings }) {
  const name = requestName(number, settings);
  return [...ledger.outside.values()].some(({ declined: declined2 }) => declined2.some(({ pull }) => pull === name));
}
async function judgedFiles({ github, root, by }, pull, at, system, { book, settings, now }) {
  const account = told(await readCloser(github, pull.number));
  if (account === null || isAuthor(account, by)) return [];
  const all = await shownAt(github, root, pull.head, system);
  const shown = new Map([...all].filter(([path, { blob }]) => book.tree.entries.get(path)?.blob !== blob));
  const asked = teamsOfClosing(book, [...shown.keys()], account);
  const belongs = belongsBy(await answerTeams(github, asked), book);
  const name = requestName(pull.number, settings);
  return [...shown].flatMap(([path, { data }]) => {
    const judged = judgeClosing({ account, at }, { path, system, shown: data }, book, belongs, now);
    if (judged.person === null) return [];
    const { person, as } = judged;
    const closing = { pull: name, login: account.login, number: account.id, person, as, at };
    return [{ path, shown: data, closing }];
  });
}
async function shownAt(github, root, commit, system) {
  if ((await fetchObjects(root, github.remote, [commit])).size > 0) return /* @__PURE__ */ new Map();
  const source = await openResolved(root, commit);
  try {
    const folder = `grants/out-of-band/${system}/`;
    const paths = [...source.tree.entries.keys()].filter((path) => path.startsWith(folder));
    const { book } = await source.load(new Set(paths));
    const blobOf = (path) => source.tree.entries.get(path)?.blob ?? null;
    return new Map([...book.outOfBand].map(([path, { data }]) => [path, { data, blob: blobOf(path) }]));
  } finally {
    source.close();
  }
}

// src/commands/steps/nightly/record-answers.ts
async function declinedBy(system, branch, sightings, { sight, recorder, forge }) {
  const records = new Map(sight.ledger.outside);
  if (sightings.length === 0) return records;
  const files = new Map((await declinedIn(forge, system, branch, sight)).map((file) => [file.path, file]));
  const record = files.size === 0 ? null : await recorder();
  const events = [];
  for (const { path, principal, seen } of sightings) {
    const file = files.get(path);
    const items = file ? seen.filter((one) => file.shown.items.some((item) => isSame(item, one))) : [];
    if (!record || !file || items.length === 0 || file.shown.principal !== principal.principal) continue;
    const { closing } = file;
    events.push(declined({ path, system, principal: principal.principal, items }, closing, record.facts));
    const { person, pull } = closing;
    const known = records.get(path) ?? NOTHING;
    const now = items.map(({ id, digest }) => ({ id, digest, person, pull }));
    records.set(path, { ...known, declined: [...known.declined, ...now] });
  }
  if (record && events.length > 0) await record.append(`Record what was declined in ${system}`, events);
  return records;
}
var NOTHING = {
  principals: /* @__PURE__ */ new Set(),
  tolerated: null,
  declined: [],
  adopted: [],
  taken: /* @__PURE__ */ new Map(),
  pending: /* @__PURE__ */ new Map()
};
async function recordAnswers(system, shown, { recorder }) {
  const adoptions = shown.flatMap((one) => adoptionsOf(one));
  const returns = shown.flatMap((one) => returnsOf(one));
  if (adoptions.length + returns.length === 0) return;
  const record = await recorder();
  const on = ({ sighting: { path, principal } }, items) => ({
    path,
    system,
    principal: principal.principal,
    items
  });
  const intents = adoptions.flatMap(({ of, fates: fates2 }) => intentsOf(system, of, fates2));
  await record.append(`Record what was adopted or came back in ${system}`, [
    ...adoptions.map(
      ({ of, into, fates: fates2 }) => adopted(
        on(
          of,
          fates2.map(({ seen }) => seen)
        ),
        into,
        record.facts
      )
    ),
    ...returns.map(({ of, items }) => restored(on(of, items), record.facts)),
    ...intents.length > 0 ? [started(record.run.id, intents, record.facts)] : []
  ]);
}
function adoptionsOf(of) {
  const byGrant = /* @__PURE__ */ new Map();
  for (const fate of of.fates) {
    const into = fate.gift?.grant;
    if (into === void 0) continue;
    const isKnown2 = of.record?.adopted.some((one) => one.into === into && isSame(one, fate.seen)) === true;
    if (!isKnown2) byGrant.set(into, [...byGrant.get(into) ?? [], fate]);
  }
  return [...byGrant].map(([into, fates2]) => ({ of, into, fates: fates2 }));
}
function returnsOf(of) {
  const items = of.fates.filter(({ state, seen }) => state === "tolerated" && of.record?.taken.has(seen.id) === true).map(({ seen }) => seen);
  return items.length === 0 ? [] : [{ of, items }];
}
function intentsOf(system, { sighting }, fates2) {
  return fates2.flatMap(
    ({ gift }) => gift && gift.shared.length > 0 ? [
      {
        grant: gift.grant,
        system,
        principal: sighting.principal.name,
        principalId: gift.principalId,
        pieces: gift.shared
      }
    ] : []
  );
}

// src/commands/steps/nightly/record-gone.ts
var WHY = "it was saved to be taken away, and isn’t found any more";
async function recordGone(system, found, explained, { sight, recorder, common, io }) {
  const unsettled = /* @__PURE__ */ new Map();
  for (const one of goneSince(system, found, sight.ledger)) append(unsettled, one.path, one);
  const at = sight.desired.systems.get(system);
  const connector = at && CONNECTORS.get(at.core.name);
  if (unsettled.size === 0 || !at || !connector) return [];
  const session = await connector.open(at.context, portsOf("remediate", common, io));
  const outcomes = [];
  for (const [path, items] of unsettled) {
    const principal = items[0]?.principal ?? "";
    const asked = items.map(({ item }) => ({ id: item, digest: "" }));
    const answers = await session.remediate(principal, asked, explained, () => Promise.resolve());
    const gone2 = answers.filter(({ state }) => state === "removed");
    if (gone2.length === 0) continue;
    const record = await recorder();
    const events = gone2.map(
      ({ id: item }) => removedOutside(path, { system, principal, item, why: WHY, observed: true }, record.facts)
    );
    await record.append(`Record what was found gone in ${system}`, events);
    for (const { id } of gone2)
      outcomes.push({ grant: path, system, action: "revoke", state: "unchanged", why: `${id}: ${WHY}` });
  }
  return outcomes;
}

// src/commands/steps/nightly/remove-outside.ts
async function removeOutside(system, shown, explained, outlook) {
  const { sight, common, io, recorder, onlyDecided } = outlook;
  const due = shown.map(({ sighting, fates: fates2 }) => {
    const hasFile = explained.accounts.has(sighting.principal.name);
    return {
      sighting,
      over: fates2.filter((fate) => mayGo(fate, hasFile) && (fate.decided || !onlyDecided))
    };
  }).filter(({ over }) => over.length > 0);
  if (due.length === 0) return { outcomes: [], gone: /* @__PURE__ */ new Map() };
  const { guard, empty, systems } = sight.desired;
  const most = mostAtOnce(guard, shown.length);
  const at = systems.get(system);
  const connector = at && CONNECTORS.get(at.core.name);
  if (empty !== null || !at || !connector)
    return {
      outcomes: due.map(
        ({ sighting }) => held(sighting.path, system, `Nothing is removed: ${empty ?? "the system can’t be reached"}.`)
      ),
      gone: /* @__PURE__ */ new Map()
    };
  const outcomes = due.slice(most).map(
    ({ sighting }) => held(sighting.path, system, `More than ${most} at once are to go: the rest waits for the next night.`)
  );
  const gone2 = /* @__PURE__ */ new Map();
  const session = await connector.open(at.context, portsOf("remediate", common, io));
  for (const { sighting, over } of due.slice(0, most)) {
    const { path, principal } = sighting;
    const record = await recorder();
    const save = async (item, value) => {
      if (value === null && sight.ledger.outside.get(path)?.pending.has(item) === true) return;
      const digest = over.find((fate) => fate.item.id === item)?.item.digest ?? "";
      const facts = { system, principal: principal.principal, item, digest, value };
      await record.append(`Save what is taken away in ${system}`, [saved(path, facts, record.facts)]);
    };
    const items = over.map(({ item: { id, digest } }) => ({ id, digest }));
    const removals = await session.remediate(principal.principal, items, explained, save);
    const why = new Map(over.map((fate) => [fate.item.id, fate.why]));
    const done = removals.filter(({ state }) => state === "removed");
    gone2.set(path, new Set(done.map(({ id }) => id)));
    if (done.length > 0)
      await record.append(
        `Record what was taken away in ${system}`,
        done.map(
          ({ id }) => removedOutside(
            path,
            { system, principal: principal.principal, item: id, why: why.get(id) ?? "", observed: false },
            record.facts
          )
        )
      );
    outcomes.push(...removals.map((removal) => outcomeOf(path, system, removal)));
  }
  return { outcomes, gone: gone2 };
}
function mayGo({ state, item, decided, gift }, hasFile) {
  const goes = state === "over" || state === "adopted" && gift?.shared.length === 0;
  return goes && item.removable && (decided || !(hasFile && item.id.startsWith("key:")));
}
function held(grant, system, why) {
  return { grant, system, action: "revoke", state: "held", why };
}
function outcomeOf(grant, system, {
  id,
  state,
  why
}) {
  const states = { removed: "done", kept: "held", failed: "failed" };
  return {
    grant,
    system,
    action: "revoke",
    state: states[state],
    why: `${id}: ${why ?? "found outside, and its time has passed"}`
  };
}

// src/commands/steps/nightly/outside.ts
async function lookOutside(outlook) {
  const { desired, systems: only } = outlook.sight;
  const due = [];
  const outcomes = [];
  const systems = [];
  const urgent = [];
  for (const [system, at] of desired.systems) {
    if (only !== null && !only.has(system)) continue;
    try {
      const found = await lookIn(system, at, outlook);
      due.push(...found.due);
      outcomes.push(...found.outcomes);
      urgent.push(found.urgent);
      systems.push(system);
    } catch (error) {
      if (!(error instanceof UnableError)) throw error;
      const why = `It was not looked at for access outside: ${error.message}`;
      outlook.io.err(`error: ${logLine(`${system}: ${why}`)}
`);
      outcomes.push({ grant: null, system, action: null, state: "failed", why });
    }
  }
  return { due, outcomes, systems, urgent };
}
async function lookIn(system, at, outlook) {
  const { sight: all, glances } = outlook;
  const explained = explainedBy(all, system, at);
  const { found, unread, live } = glances.of(system) ?? await readOutside(system, explained, outlook);
  const named = new Set(explained.accounts.keys());
  const keyAge = readDuration(all.settings.keys.maxAge) ?? 0;
  const worth = found.map((principal) => worthDeciding(principal, named.has(principal.name), keyAge, all.now)).filter((principal) => principal !== null);
  const sightings = sightAll(system, worth, all.ledger, all.now);
  await recordFresh(system, sightings, outlook);
  const branch = `${PREFIX}outside/${system}`;
  const records = await declinedBy(system, branch, sightings, outlook);
  const shown = shownIn(system, at, live, sightings, records, all);
  await recordAnswers(system, shown, outlook);
  const { outOfBand: policy, owner } = at.context.entry.data;
  const isRevoking = policy === "revoke";
  const known = isRevoking ? await recordGone(system, found, explained, outlook) : [];
  const { gone: gone2, outcomes: removed } = isRevoking ? await removeOutside(system, shown, explained, outlook) : NOTHING2;
  const outcomes = [...known, ...removed];
  const left = gone2.size === 0 ? shown : shown.flatMap((one) => leftOf(one, gone2));
  const gaps = unread.map(({ why }) => why);
  const standing = found.map((one) => {
    const ids = gone2.get(outsidePath(system, one));
    return ids ? { ...one, items: one.items.filter(({ id }) => !ids.has(id)) } : one;
  });
  const inventory = inventoryIn(system, at, all, standing);
  return {
    due: dueOutside(system, all, left, policy, gaps, inventory),
    outcomes,
    urgent: { system, owner, policy, shown: left, outcomes, unread: gaps }
  };
}
var NOTHING2 = { outcomes: [], gone: /* @__PURE__ */ new Map() };
function leftOf(shown, gone2) {
  const ids = gone2.get(shown.sighting.path);
  if (!ids) return [shown];
  const sighting = withoutItems(shown.sighting, ids);
  return sighting ? [{ ...shown, sighting, fates: shown.fates.filter(({ item }) => !ids.has(item.id)) }] : [];
}
function shownIn(system, at, live, sightings, records, { book, settings, ledger, now }) {
  const gifts = live ? giftsIn(system, at, live, ledger) : /* @__PURE__ */ new Map();
  return sightings.map((sighting) => {
    const record = records.get(sighting.path) ?? null;
    const judged = fates(sighting, {
      file: book.outOfBand.get(sighting.path) ?? null,
      record,
      gifts: gifts.get(sighting.principal.name) ?? [],
      sameTarget: (a, b) => at.core.sameTarget(a, b),
      expiresAfter: settings.outOfBand.expiresAfter,
      now
    });
    return { sighting, record, fates: judged };
  });
}
async function readOutside(system, explained, { sight: { desired }, common, io }) {
  const { session, live } = await openAndRead(system, desired, portsOf("read", common, io));
  return { ...await session.outside(live, explained), live };
}
async function recordFresh(system, sightings, { recorder }) {
  const news = sightings.filter(({ fresh }) => fresh.length > 0);
  if (news.length === 0) return;
  const record = await recorder();
  const events = news.map(({ path, principal, fresh }) => discovered(path, principal, fresh, record.facts));
  await record.append(`Record what was found outside in ${system}`, events);
}
function dueOutside(system, all, shown, policy, unread, inventory) {
  const { book, settings } = all;
  const undecided = shown.filter(({ fates: own, record }) => !own.every((fate) => isAnswered(fate, record)));
  const textOf = ({ sighting }) => outsideFile(sighting, book.outOfBand.get(sighting.path) ?? null, settings.outOfBand.expiresAfter);
  const isFiled = (one) => book.outOfBand.get(one.sighting.path)?.blob === blobId(ENCODER.encode(textOf(one)));
  const { now: open, waiting } = askedNow(undecided, isFiled, MOST_FILES);
  const files = open.map((one) => ({ path: one.sighting.path, text: textOf(one) }));
  const gone2 = unread.length > 0 ? [] : settled(
    all,
    system,
    shown.map(({ sighting }) => sighting)
  );
  if (files.length + gone2.length === 0) return [];
  const first = Math.min(...open.flatMap(({ sighting }) => sighting.seen.map(({ firstSeen: firstSeen2 }) => firstSeen2)));
  return [
    {
      since: Number.isFinite(first) ? first : all.now,
      proposal: proposal(all, {
        branch: `${PREFIX}outside/${system}`,
        title: outsideTitle(system, open),
        body: outsideBody(open, policy, unread, inventory, waiting),
        files: [...files, ...gone2.slice(0, MOST_FILES).map((path) => ({ path, text: null }))]
      })
    }
  ];
}
var ENCODER = new TextEncoder();

export {
  Glances,
  look,
  recorderOf,
  dangerFirst,
  isAdmin2 as isAdmin,
  outsideTable,
  lookOutside
};
