import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  Listing,
  compareMerge,
  load,
  openCommit,
  openWorkingTree,
  requireGrants
} from "./chunk-4Z2BKO6P.js";
import {
  conflict
} from "./chunk-XRAEV7O6.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import {
  nearestOf
} from "./chunk-DC62R65Y.js";
import {
  CONNECTORS,
  CORES,
  changeHistory,
  checkTree
} from "./chunk-JVF3CHDU.js";
import {
  ObjectReader,
  isShallow,
  resolveCommit,
  runGit,
  tryGit
} from "./chunk-JYR4RDOT.js";
import {
  effectiveWindow,
  subjectOf
} from "./chunk-TG63SHSF.js";
import {
  DAY,
  SETTINGS_PATH,
  entitlementPath,
  resolveEntitlement,
  systemPath
} from "./chunk-B2GJ3BED.js";
import {
  grantKey
} from "./chunk-Z47NDYIS.js";
import {
  UnableError,
  UsageError
} from "./chunk-5SQON4IS.js";
import {
  entitlementName
} from "./chunk-GGIVQ2LZ.js";
import {
  readInstant,
  writeInstant
} from "./chunk-EZMMBTZM.js";
import {
  stringify
} from "./chunk-I5LZN7BG.js";
import {
  logLine
} from "./chunk-72HKEUTT.js";

// src/evidence/events.ts
var instant = external_exports.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u).meta({ description: "YYYY-MM-DDTHH:MM:SSZ" });
var word = external_exports.string().max(200);
var words = external_exports.string().max(4e3);
var sha = external_exports.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u);
var common = {
  at: instant,
  /** Path of the file that it is about; null for a run. */
  grant: external_exports.string().max(4096).nullable(),
  /** git's id of that file's content then. */
  blob: external_exports.union([sha, external_exports.literal("")]).nullable(),
  /** Commit of the tree that was followed. */
  commit: sha.nullable(),
  /** Who or what did it. */
  by: word,
  /** Id of the workflow run, if one was given. */
  run: word.nullable()
};
var statement = external_exports.strictObject({
  id: external_exports.string().max(300),
  body: external_exports.string().max(2e4),
  enforcement: external_exports.enum(["target", "job"])
});
var where = { system: word, principal: external_exports.string().max(600), principalId: external_exports.string().max(200) };
var held = {
  ...where,
  /** Which real system the name stood for: an AWS account's number. */
  account: word,
  entitlement: word,
  /** Where each piece stands (a policy's name), by piece id; empty for what was only observed. */
  policy: external_exports.record(external_exports.string(), external_exports.string()),
  /** Exactly what is ours afterwards. */
  statements: external_exports.array(statement).max(1e3),
  from: instant.nullable(),
  until: instant,
  enforcement: external_exports.enum(["target", "job"]),
  /** Found done: a killed run did it and couldn't say so. */
  observed: external_exports.boolean()
};
var items = external_exports.array(external_exports.record(external_exports.string(), external_exports.unknown())).max(1e3);
var approval = external_exports.strictObject({
  login: word,
  id: external_exports.int(),
  person: word,
  as: word,
  review: external_exports.int(),
  commit: sha,
  at: instant
});
var intent = external_exports.strictObject({
  ...where,
  grant: external_exports.string().max(4096),
  statements: external_exports.array(statement).max(1e3)
});
var event = external_exports.discriminatedUnion("event", [
  external_exports.strictObject({ ...common, event: external_exports.literal("requested"), pull: word, requester: word.nullable() }),
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("approved"),
    pull: word,
    head: sha,
    base: sha,
    approvals: external_exports.array(approval)
  }),
  external_exports.strictObject({ ...common, event: external_exports.literal("reduced"), what: words }),
  external_exports.strictObject({ ...common, event: external_exports.literal("issued"), ...held }),
  external_exports.strictObject({ ...common, event: external_exports.literal("extended"), ...held }),
  external_exports.strictObject({ ...common, event: external_exports.literal("shortened"), ...held }),
  external_exports.strictObject({ ...common, event: external_exports.literal("updated"), ...held, entitlementBlob: sha.nullable() }),
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("failed"),
    system: word,
    principal: external_exports.string().max(600).nullable(),
    action: word,
    code: word,
    why: words
  }),
  external_exports.strictObject({ ...common, event: external_exports.literal("held"), system: word, code: word, why: words }),
  external_exports.strictObject({ ...common, event: external_exports.literal("refused"), system: word, code: word, why: words }),
  external_exports.strictObject({ ...common, event: external_exports.literal("ended"), why: words }),
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("revoked"),
    ...where,
    why: words,
    cause: external_exports.enum(["window", "proved", "ended", "unproved", "drift"]),
    /** What the guard counted as one. */
    unit: words,
    /** A session that was open at the end may last until then. */
    sessionsUntil: instant,
    observed: external_exports.boolean()
  }),
  external_exports.strictObject({ ...common, event: external_exports.literal("discovered"), items }),
  external_exports.strictObject({ ...common, event: external_exports.literal("adopted"), items }),
  external_exports.strictObject({ ...common, event: external_exports.literal("tolerated"), items }),
  external_exports.strictObject({ ...common, event: external_exports.literal("suspended"), why: words }),
  external_exports.strictObject({ ...common, event: external_exports.literal("reinstated"), why: words }),
  external_exports.strictObject({ ...common, event: external_exports.literal("transferred"), from: word, to: word }),
  external_exports.strictObject({ ...common, event: external_exports.literal("reviewed"), verdict: word }),
  external_exports.strictObject({ ...common, event: external_exports.literal("genesis"), recovered: words.nullable() }),
  // Lines of runs/<yyyy-mm>.jsonl.
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("started"),
    id: word,
    /** Memberships that this run is about to add: they can't carry our name, so this makes them ours. */
    intents: external_exports.array(intent)
  }),
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("finished"),
    id: word,
    /** Runs whose intents are settled by now: they were looked at and recorded as observed, or came to nothing. */
    closes: external_exports.array(word),
    /** Head of the default branch up to which everything has been taken in. */
    sealed: sha.nullable(),
    counts: external_exports.record(external_exports.string(), external_exports.int())
  })
]);

// src/evidence/lines.ts
function eventsPath(file) {
  return `events/${file}.jsonl`;
}
function fileOfEvents(path) {
  return /^events\/(.+)\.jsonl$/u.exec(path)?.[1] ?? null;
}
function runsPath(at) {
  return `runs/${at.slice(0, 7)}.jsonl`;
}
function pathOfEvent(one) {
  return one.grant === null ? runsPath(one.at) : eventsPath(one.grant);
}
function writeLine(one) {
  return `${stringify(event.parse(one))}
`;
}
function readLines(text2) {
  const lines = text2.split("\n");
  const cut = lines.pop() === "" ? null : lines.length + 1;
  const read = lines.map(parseLine);
  const first = read.indexOf(null);
  return { events: read.filter((one) => one !== null), bad: first === -1 ? cut : first + 1 };
}
function parseLine(line) {
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const read = event.safeParse(value);
  return read.success ? read.data : null;
}

// src/plan/ledger.ts
function placeOf(grant, system) {
  return `${grant} ${system}`;
}
function standingOf(ledger, system, grant) {
  return ledger.standing.get(system)?.get(grant) ?? [];
}

// src/evidence/fold.ts
function foldFile(file, text2) {
  const { events, bad } = readLines(text2);
  const standing = /* @__PURE__ */ new Map();
  const removals = [];
  const refused = /* @__PURE__ */ new Map();
  const holders = /* @__PURE__ */ new Map();
  let [ended, suspended] = [null, null];
  for (const one of events) {
    if (isHeld(one)) {
      standing.set(place(one), standingOf2(file, one));
      holders.set(place(one), holderOf(one));
      refused.delete(one.system);
    } else if (one.event === "revoked") {
      standing.delete(place(one));
      holders.set(place(one), holderOf(one));
      removals.push(removalOf(one));
    } else if (one.event === "refused" || one.event === "held")
      refused.set(one.system, `${one.blob ?? ""} ${one.code}`);
    else if (one.event === "ended") ended = one.blob;
    else if (one.event === "suspended") suspended = one.blob;
    else if (one.event === "reinstated") suspended = null;
  }
  const readable = bad === null && events.every(({ grant }) => grant === file);
  return {
    file,
    standing: [...standing.values()],
    ended: ended ?? null,
    refused,
    holders: [...holders.values()],
    removals,
    suspended: suspended ?? null,
    readable
  };
}
function removalOf({ system, unit, at, cause }) {
  return { system, unit, at: instant2(at), cause };
}
function holderOf({ system, principal, principalId, blob }) {
  return { system, principal, principalId, blob };
}
function isHeld(one) {
  return ["issued", "extended", "shortened", "updated"].includes(one.event);
}
function place({ system, principal }) {
  return `${system} ${principal}`;
}
function standingOf2(grant, one) {
  const [system = "", entitlement = ""] = one.entitlement.split("/");
  return {
    grant,
    system: one.system,
    account: one.account,
    principal: one.principal,
    principalId: one.principalId,
    from: one.from === null ? null : instant2(one.from),
    until: instant2(one.until),
    pieces: piecesOf(grant, one.statements),
    entitlement: entitlementName(system, entitlement),
    blob: one.blob ?? ""
  };
}
function piecesOf(grant, statements) {
  const key = grantKey(grant);
  return statements.map(({ id, body, enforcement }) => ({ id, key, body, enforcement }));
}
function instant2(text2) {
  return readInstant(text2, "end") ?? 0;
}
function foldRuns(texts) {
  const started = /* @__PURE__ */ new Map();
  const closed = /* @__PURE__ */ new Set();
  const removals = [];
  for (const one of texts.flatMap((text2) => readLines(text2).events)) {
    if (one.event === "started") started.set(one.id, one.intents.map(intentOf));
    else if (one.event === "revoked") removals.push(removalOf(one));
    else if (one.event === "finished") for (const id of [one.id, ...one.closes]) closed.add(id);
  }
  const open = [...started].filter(([id]) => !closed.has(id));
  return { intents: open.flatMap(([, intents]) => intents), open: open.map(([id]) => id), removals };
}
function intentOf({
  statements,
  ...rest
}) {
  return { ...rest, pieces: piecesOf(rest.grant, statements) };
}
function foldAll(records, runs) {
  const standing = /* @__PURE__ */ new Map();
  const ended = /* @__PURE__ */ new Map();
  const refused = /* @__PURE__ */ new Map();
  const holders = /* @__PURE__ */ new Map();
  const suspended = /* @__PURE__ */ new Map();
  const unreadable = /* @__PURE__ */ new Set();
  const removals = [];
  for (const record of records) {
    const { file } = record;
    for (const one of record.standing) {
      const system = standing.get(one.system) ?? /* @__PURE__ */ new Map();
      standing.set(one.system, system.set(file, [...system.get(file) ?? [], one]));
    }
    if (record.ended !== null) ended.set(file, record.ended);
    for (const [system, code] of record.refused) refused.set(placeOf(file, system), code);
    if (record.holders.length > 0) holders.set(file, record.holders);
    if (record.suspended !== null) suspended.set(file, record.suspended);
    if (!record.readable) unreadable.add(file);
    removals.push(...record.removals);
  }
  const { intents, open, removals: strays } = foldRuns(runs);
  removals.push(...strays);
  return { ledger: { standing, ended, removals, refused, holders, intents, suspended, unreadable }, open };
}

// src/io/git/evidence-read.ts
var EVIDENCE_REF = "refs/heads/evidence";
async function readEvidence(root, cache = /* @__PURE__ */ new Map()) {
  const head = await headOf(root);
  if (head === null) return { head, blobs: /* @__PURE__ */ new Map(), ...foldAll([], []) };
  const listing = new Listing(
    await runGit(root, ["ls-tree", "-r", "-z", "--full-tree", head, "--", "events", "runs"])
  );
  const blobs = /* @__PURE__ */ new Map();
  const wanted = [];
  const records = [];
  for (const { path, blob } of listing.entries.values()) {
    if (blob === null) continue;
    blobs.set(path, blob);
    const known = cache.get(`${blob} ${path}`);
    if (known) records.push(known);
    else wanted.push({ path, blob });
  }
  const runs = [];
  const reader = new ObjectReader(root);
  try {
    for (let at = 0; at < wanted.length; at += BATCH) {
      const batch = wanted.slice(at, at + BATCH);
      const bytes = await reader.read(batch.map(({ blob }) => blob));
      for (const { path, blob } of batch) {
        const file = fileOfEvents(path);
        const text2 = bytes.get(blob)?.toString("utf8");
        if (file === null) runs.push(text2 ?? "");
        else {
          const record = foldFile(file, text2 ?? "missing");
          cache.set(`${blob} ${path}`, record);
          records.push(record);
        }
      }
    }
  } finally {
    reader.close();
  }
  return { head, blobs, ...foldAll(records, runs) };
}
var BATCH = 2e3;
async function headOf(root) {
  const { status, stdout } = await tryGit(root, [
    "rev-parse",
    "--verify",
    "--quiet",
    `${EVIDENCE_REF}^{commit}`
  ]);
  return status === 0 ? stdout.toString("utf8").trim() : null;
}

// src/plan/compare.ts
function compareChanges(a, b) {
  return text(a.grant ?? "￿", b.grant ?? "￿") || text(a.system, b.system) || rank(a) - rank(b) || text(a.principal ?? "", b.principal ?? "") || text(a.why, b.why);
}
function rank({ action }) {
  return action === "revoke" ? 0 : 1;
}
function text(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/plan/broken.ts
var LIMITS = /* @__PURE__ */ new Set(["expires-too-far", "emergency-too-long", "total-too-long"]);
function brokenFiles(book, problems, ledger) {
  const broken = /* @__PURE__ */ new Map();
  for (const { severity, file, code, message, fix } of problems) {
    if (severity === "error" && !broken.has(file)) broken.set(file, { code, why: `${message} ${fix}`.trim() });
  }
  for (const { path, system, blob } of book.grants.values()) {
    const [refused, code = ""] = ledger.refused.get(placeOf(path, system))?.split(" ") ?? [];
    if (blob !== refused || broken.has(path) || !LIMITS.has(code)) continue;
    broken.set(path, {
      code,
      why: "It was refused for its length when it came. Change the file and have it approved anew."
    });
  }
  return broken;
}
function unissued(book, ledger) {
  const issued = /* @__PURE__ */ new Set();
  for (const system of ledger.standing.values()) {
    for (const list of system.values()) for (const { grant, blob } of list) issued.add(`${grant} ${blob}`);
  }
  return new Set(
    [...book.grants.values()].flatMap(({ path, blob }) => issued.has(`${path} ${blob}`) ? [] : [path])
  );
}

// src/plan/desired.ts
var EVIDENCE_UNREADABLE = "evidence-unreadable";

// src/plan/pieces.ts
function samePiece(a, b) {
  return a.id === b.id && a.body === b.body;
}
function samePieces(a, b) {
  return a.length === b.length && a.every((piece) => b.some((other) => samePiece(piece, other)));
}
function mergePieces(lists) {
  const merged2 = /* @__PURE__ */ new Map();
  for (const piece of lists.flat()) {
    const known = merged2.get(piece.id);
    const grants = [.../* @__PURE__ */ new Set([...known?.grants ?? [], ...piece.grants ?? []])].toSorted();
    merged2.set(piece.id, grants.length > 0 ? { ...piece, grants } : piece);
  }
  return [...merged2.values()].toSorted((a, b) => a.id < b.id ? -1 : 1);
}
function piecesAt(desire2, now) {
  const begun = desire2.window.from === null || desire2.window.from <= now;
  return begun ? desire2.pieces : desire2.pieces.filter(({ enforcement }) => enforcement === "target");
}
function windowOf(core, pieces) {
  const windows = pieces.flatMap((piece) => core.windowOf(piece) ?? []);
  const [first, ...rest] = windows;
  return first ? rest.reduce(
    (all, { from, until }) => ({
      from: all.from === null || from === null ? null : Math.min(all.from, from),
      until: Math.max(all.until, until)
    }),
    first
  ) : null;
}

// src/plan/after.ts
function frozenAfter(share, frozen, core, now, recorded) {
  if (frozen.until !== null && frozen.until <= now) return { pieces: [], tampered: false };
  const { standing } = share;
  const comparable = frozen.code !== EVIDENCE_UNREADABLE;
  let tampered = false;
  const pieces = share.before.filter((piece) => {
    if (piece.enforcement === "job") return standing !== null && now < standing.until;
    const until = core.windowOf(piece)?.until;
    if (until !== void 0 && until <= now) return false;
    const ours = !comparable || (standing ? standing.pieces.some((known) => samePiece(known, piece)) : frozen.until === null ? !recorded : until !== void 0 && until <= frozen.until);
    if (!ours) tampered = true;
    return ours;
  });
  return { pieces, tampered };
}
function refusedAfter(share, desire2, core, context, now) {
  const kept = frozenAfter(share, { until: desire2.window.until, code: "" }, core, now, true);
  const wanted = piecesAt(desire2, now);
  return share.before.length > 0 && onlyNarrower(share, desire2, core, context) ? { pieces: wanted, tampered: false } : kept;
}
function onlyNarrower(share, desire2, core, context) {
  const window = windowOf(core, share.before);
  if (!window || !isRetimed(share.before, desire2, core, context)) return false;
  const from = desire2.window.from ?? -Infinity;
  return desire2.window.until <= window.until && from >= (window.from ?? -Infinity);
}
function isRetimed(before, desire2, core, context) {
  const window = windowOf(core, before);
  if (!window) return samePieces(before, desire2.pieces);
  return samePieces(
    before,
    core.compile(
      desire2.holdings.map((holding) => ({ ...holding, ...window })),
      context
    )
  );
}

// src/plan/empty.ts
function emptiness(book) {
  const refused = (...kinds) => {
    for (const identity of book.invalid.values()) if (identity && kinds.includes(identity.kind)) return true;
    return false;
  };
  if (!book.settings && !refused("settings")) return `"${SETTINGS_PATH}" is missing`;
  if (book.people.size + book.workloads.size === 0 && !refused("person", "workload"))
    return "there are neither people nor workloads";
  if (book.entitlements.size === 0 && !refused("entitlement")) return "there are no entitlements";
  return null;
}

// src/plan/fault.ts
var Faults = class {
  #book;
  #broken;
  /** Paths of people's and workloads' files that were refused, by id. */
  #refusedSubjects = /* @__PURE__ */ new Map();
  constructor(book, broken) {
    this.#book = book;
    this.#broken = broken;
    for (const [path, identity] of book.invalid) {
      if (identity?.kind === "person" || identity?.kind === "workload")
        this.#refusedSubjects.set(identity.id, path);
    }
  }
  /** What is wrong with a file; a refused one that nobody gave a reason for is broken all the same. */
  at(path) {
    const fault = this.#broken.get(path);
    if (fault) return fault;
    return this.#book.invalid.has(path) ? { code: "file-invalid", why: "The file can’t be read." } : null;
  }
  /** What is wrong with settings, the subject, or (for a workload) the people who answer for it. */
  ofSubject(subject) {
    const settings = this.#above(SETTINGS_PATH);
    if (settings) return settings;
    if (!this.#book.settings) return gone("settings-missing", `There is no "${SETTINGS_PATH}".`);
    const known = subjectOf(this.#book, subject);
    const refused = this.#refusedSubjects.get(subject);
    if (refused !== void 0) return this.#above(refused);
    if (!known) return gone("subject-missing", `No file describes "${subject}".`);
    const own = this.#above(known.entry.path);
    if (own) return own;
    const { owner, backup } = known.kind === "workload" ? known.entry.data : {};
    for (const keeper of [owner, backup]) {
      const path = keeper === void 0 ? void 0 : this.#refusedSubjects.get(keeper);
      if (path !== void 0) return this.#above(path);
    }
    return null;
  }
  /** What is wrong with an entitlement, what it includes, or the systems of all these. */
  ofEntitlement(name, resolved) {
    if (!resolved) return this.#missing(name);
    for (const { path, system, data } of resolved.all) {
      const fault = this.#above(path) ?? (data.target ? this.#above(systemPath(system)) : null);
      if (fault) return fault;
    }
    const [missing2] = resolved.missing;
    if (missing2 !== void 0) return this.#missing(missing2);
    return resolved.cyclic ? gone("bundle-cycle", `"${entitlementPath(name)}" includes itself.`) : null;
  }
  #missing(name) {
    const path = entitlementPath(name);
    return this.#above(path) ?? gone("entitlement-missing", `There is no "${path}".`);
  }
  #above(path) {
    const fault = this.at(path);
    return fault && { code: fault.code, why: `"${path}": ${fault.why}` };
  }
};
function gone(code, why2) {
  return { code, why: why2 };
}
function isGrantIdentity(identity) {
  return identity?.kind === "grant" || identity?.kind === "emergency";
}

// src/plan/systems.ts
function openSystems(book, faults, cores2, settings, earlier, ledger) {
  const open = /* @__PURE__ */ new Map();
  const closed = /* @__PURE__ */ new Map();
  const real = /* @__PURE__ */ new Map();
  const repository = settings?.repository;
  const refused = /* @__PURE__ */ new Map();
  for (const [path, identity] of book.invalid) {
    if (identity?.kind === "system")
      refused.set(identity.id, faults.at(path) ?? { code: "file-invalid", why: "The file can’t be read." });
  }
  for (const id of [...book.systems.keys(), ...refused.keys()].toSorted()) {
    const present = book.systems.get(id);
    const fault = present ? systemFault(present, cores2, ledger) : refused.get(id) ?? null;
    const entry = fault ? earlier(id) : present;
    const core = entry ? cores2(entry.data.connector) : null;
    if (repository === void 0)
      closed.set(id, { code: "settings-missing", why: "The settings can’t be read." });
    else if (!entry || !core) closed.set(id, fault ?? { code: "connector-unknown", why: "" });
    else {
      const identity = `${core.name} ${core.identityOf(entry.data.settings)}`;
      const twin = real.get(identity);
      real.set(identity, twin ?? id);
      if (twin === void 0) open.set(id, { context: { id, entry, repository }, core, fault });
      else for (const both of [id, twin]) closeTwin(both, both === id ? twin : id);
    }
  }
  return { open, closed };
  function closeTwin(id, other) {
    open.delete(id);
    closed.set(id, { code: "system-twice", why: `"${id}" and "${other}" are the same real system.` });
  }
}
function systemFault(entry, cores2, ledger) {
  const core = cores2(entry.data.connector);
  if (!core) return { code: "connector-unknown", why: `There is no connector "${entry.data.connector}".` };
  const [problem] = core.checkSettings(entry.data.settings);
  if (problem) return { code: "settings-invalid", why: problem.message };
  const account = core.identityOf(entry.data.settings);
  const elsewhere = standingElsewhere(entry.id, account, ledger);
  if (elsewhere === null) return null;
  return {
    code: "system-moved",
    why: `Its file names account ${account}, but grants of it still stand in account ${elsewhere}. Restore the account until they are revoked there, or describe the other account as a system of its own.`
  };
}
function standingElsewhere(system, account, ledger) {
  for (const standing of ledger.standing.get(system)?.values() ?? []) {
    for (const one of standing) if (one.account !== account) return one.account;
  }
  return null;
}

// src/plan/desire.ts
function desire(wish) {
  const { book, broken, now, cores: cores2 } = wish;
  const faults = new Faults(book, broken);
  const settings = book.settings?.data ?? wish.lastSettings;
  const { open, closed } = openSystems(book, faults, cores2, settings, wish.earlierSystems, wish.ledger);
  const suspended = suspensions(book, now);
  const wanted = /* @__PURE__ */ new Map();
  const frozen = /* @__PURE__ */ new Map();
  const gone2 = /* @__PURE__ */ new Map();
  const valid = /* @__PURE__ */ new Map();
  const take = (facts, judged) => {
    const { path, blob, system, entitlement, subject } = facts;
    if (judged.is === "gone") gone2.set(path, judged.gone);
    else if (judged.is === "frozen") {
      frozen.set(path, {
        grant: path,
        system,
        entitlement,
        subject,
        blob,
        ...judged.fault,
        until: judged.until,
        own: judged.own
      });
    } else {
      for (const one of judged.desires) {
        const there = wanted.get(one.system);
        if (there) there.set(path, one);
        else wanted.set(one.system, /* @__PURE__ */ new Map([[path, one]]));
      }
    }
  };
  for (const grant of book.grants.values()) {
    const judged = judgeGrant(grant, wish, faults, open, suspended.get(grant.subject));
    take(grant, judged);
    if (judged.is === "wanted") valid.set(grant.path, grant);
  }
  for (const [path, identity] of book.invalid) {
    if (!isGrantIdentity(identity)) continue;
    const facts = { ...identity, path, blob: book.tree.entries.get(path)?.blob ?? "" };
    take(facts, judgeRefused(facts, wish, faults, suspended.get(identity.subject)));
  }
  const { guard: guard2 } = settings ?? NO_SETTINGS;
  const systems = /* @__PURE__ */ new Map();
  for (const [id, system] of open) systems.set(id, { ...system, wanted: wanted.get(id) ?? /* @__PURE__ */ new Map() });
  return { at: now, systems, closed, frozen, gone: gone2, valid, suspended, empty: emptiness(book), guard: guard2 };
}
var NO_SETTINGS = { guard: { share: 0, floor: 0 } };
function suspensions(book, now) {
  const found = /* @__PURE__ */ new Map();
  for (const [subject, { data }] of book.suspensions) {
    const until = data.until === void 0 ? null : readInstant(data.until, "end");
    if (until === null || now < until) found.set(subject, `suspended: ${data.reason}`);
  }
  for (const identity of book.invalid.values()) {
    if (identity?.kind === "suspension") found.set(identity.id, "suspended by a file that can’t be read");
  }
  return found;
}
function judgeRefused(facts, wish, faults, suspended) {
  return early(facts, wish, suspended) ?? freeze(facts, wish, faults.at(facts.path) ?? { code: "file-invalid", why: "" });
}
function judgeGrant(grant, wish, faults, open, suspended) {
  const soon = early(grant, wish, suspended);
  if (soon) return soon;
  const resolved = resolveEntitlement(wish.book, grant.name);
  const own = faults.at(grant.path);
  if (own) return freeze(grant, wish, own);
  const fault = faults.ofSubject(grant.subject) ?? faults.ofEntitlement(grant.name, resolved);
  if (fault || !resolved) return hold(grant, wish, fault ?? { code: "entitlement-missing", why: "" });
  const { window, end, why: why2 } = effectiveWindow(wish.book, grant);
  if (!window) return hold(grant, wish, { code: "date-invalid", why: `When it ends can’t be told: ${why2}.` });
  const over = overBy(grant, window, end, wish.now);
  if (over) return { is: "gone", gone: over };
  if (!wish.ledger.unreadable.has(grant.path))
    return compileGrant(grant, window, resolved.targets, wish, open);
  const unread = "What evidence says of this grant can’t be read.";
  return hold(grant, wish, { code: EVIDENCE_UNREADABLE, why: unread });
}
function overBy(grant, { from, until }, end, now) {
  if (now < until && (from === null || from < until)) return null;
  const before = now < until && from !== null ? `, before it starts at ${writeInstant(from)}` : "";
  const why2 = `${END_WORDS[end](grant.subject)} ${writeInstant(until)}${before}`;
  return { kind: "window", why: why2, unit: end === "expires" ? grant.path : subjectUnit(grant.subject) };
}
var END_WORDS = {
  expires: () => "its time ended at",
  "person-ends": (subject) => `${subject} left at`,
  "workload-expires": (subject) => `${subject} was to be re-attested by`,
  orphaned: (subject) => `${subject} lost its last owner, and the grace ended at`
};
function early(facts, { ledger }, suspended) {
  if (suspended !== void 0) {
    return { is: "gone", gone: { kind: "suspended", why: suspended, unit: subjectUnit(facts.subject) } };
  }
  return ledger.ended.get(facts.path) === facts.blob ? { is: "gone", gone: { kind: "ended", why: "it was ended", unit: facts.path } } : null;
}
function hold(grant, { book }, fault) {
  const { window, certain } = effectiveWindow(book, grant);
  const until = window?.until ?? certain;
  return { is: "frozen", fault, until, own: until === grant.expires };
}
function freeze({ path, blob, system, entitlement, subject }, { book }, fault) {
  const name = entitlementName(system, entitlement);
  const undated = { reason: "", expires: null, starts: null, hasStarts: false };
  const silent = { ticket: null, requester: null, task: null, incident: null };
  const grant = {
    kind: "grant",
    path,
    blob,
    system,
    entitlement,
    name,
    subject,
    ...undated,
    ...silent
  };
  return { is: "frozen", fault, until: effectiveWindow(book, grant).certain, own: false };
}
function subjectUnit(subject) {
  return `subject ${subject}`;
}
function compileGrant(grant, window, entries, wish, open) {
  const accounts = subjectOf(wish.book, grant.subject)?.entry.data.accounts;
  const holdings = /* @__PURE__ */ new Map();
  for (const { system, name, data } of entries) {
    const list = holdings.get(system) ?? [];
    list.push({ grant: grant.path, entitlement: name, target: data.target, ...window });
    holdings.set(system, list);
  }
  const desires = [];
  for (const [id, held2] of holdings) {
    const system = open.get(id);
    if (!system) return hold(grant, wish, { code: "system-closed", why: `System "${id}" can’t be reached.` });
    if (system.fault) return hold(grant, wish, system.fault);
    const account = accounts && Object.hasOwn(accounts, id) ? accounts[id] : void 0;
    const fault = account ? accountFault(system, account, held2) : noAccount(grant.subject, id);
    if (fault) return hold(grant, wish, fault);
    const pieces = system.core.compile(held2, system.context);
    const enforcement = pieces.some(({ enforcement: by }) => by === "job") ? "job" : "target";
    const principal = system.core.principalOf(account);
    desires.push({ grant, system: id, principal, window, holdings: held2, pieces, enforcement });
  }
  return { is: "wanted", desires };
}
function noAccount(subject, system) {
  return {
    code: "account-missing",
    why: `"${subject}" has no account in "${system}". Add it to the subject’s file under "accounts".`
  };
}
function accountFault({ core, context }, account, holdings) {
  const [problem] = core.checkAccount(account, context);
  if (problem) return { code: "account-invalid", why: problem.message };
  for (const { target } of holdings) {
    const [wrong] = core.checkTarget(target, context);
    if (wrong) return { code: "target-invalid", why: wrong.message };
    const mismatch = core.mismatch(target, account);
    if (mismatch) return { code: "target-mismatch", why: mismatch.message };
  }
  return null;
}

// src/plan/cause.ts
function reasonOf(share, around) {
  const { grant, standing, before } = share;
  const { desired, core, recorded, now } = around;
  if (grant === null) {
    const unit = `unknown ${before[0]?.key ?? ""}`;
    const why2 = "no grant explains it: neither the files nor evidence know it";
    return { why: why2, cause: recorded ? "drift" : "unproved", unit };
  }
  const gone2 = desired.gone.get(grant);
  const until = standing?.until ?? windowOf(core, before)?.until ?? null;
  const over = until !== null && until <= now;
  if (gone2)
    return {
      why: gone2.why,
      cause: gone2.kind === "ended" ? "ended" : over ? "window" : "unproved",
      unit: gone2.unit
    };
  const frozen = desired.frozen.get(grant);
  if (frozen) {
    if (over)
      return {
        why: `its time ended and its file can’t be judged: ${frozen.why}`,
        cause: "window",
        unit: grant
      };
    if (frozen.own)
      return {
        why: `its file ends it, although it can’t be judged: ${frozen.why}`,
        cause: "unproved",
        unit: grant
      };
    const why2 = `${frozen.subject} has left and the file of the grant can’t be judged: ${frozen.why}`;
    return { why: why2, cause: "unproved", unit: `subject ${frozen.subject}` };
  }
  if (desired.valid.has(grant)) return whyMoved(share, grant, around);
  return {
    why: over ? "its time ended and its file is gone" : "its file was deleted",
    cause: over ? "window" : "unproved",
    unit: grant
  };
}
function whyMoved({ principal }, grant, { desired, system }) {
  const wanted = desired.systems.get(system)?.wanted.get(grant);
  if (!wanted)
    return { why: `what the grant gives no longer includes "${system}"`, cause: "proved", unit: grant };
  if (wanted.principal === principal) return { why: "it has not begun yet", cause: "proved", unit: grant };
  const why2 = `its subject is now ${wanted.principal}, no longer ${principal}`;
  return { why: why2, cause: "unproved", unit: subjectUnit(wanted.grant.subject) };
}

// src/plan/classify.ts
function actionOf(before, after, retimed) {
  if (!before.holds) return "grant";
  if (!after.holds) return "revoke";
  if (!retimed || !before.window || !after.window) return "update";
  if (after.window.until > before.window.until) return "extend";
  return after.window.until < before.window.until ? "shorten" : "update";
}
function impactOf(action, before, after, meaning) {
  if (action === "grant") return "broadening";
  if (action === "revoke") return "narrowing";
  if (!before.window || !after.window || meaning.possible.length > 0) return "broadening";
  const [from, to] = [before.window, after.window];
  if (to.until > from.until || starts(to) < starts(from)) return "broadening";
  const narrower = to.until < from.until || starts(to) > starts(from) || meaning.noLonger.length > 0;
  return narrower ? "narrowing" : "neutral";
}
function starts(window) {
  return window.from ?? -Infinity;
}
function whyUpdated(action, before, after) {
  const was = before.window ? `, not ${writeInstant(before.window.until)}` : "";
  if ((action === "extend" || action === "shorten") && after.window)
    return `it ends at ${writeInstant(after.window.until)}${was}`;
  const from = before.window && after.window && before.window.from !== after.window.from ? after.window.from : null;
  return from === null ? "what the entitlement gives has changed" : `it starts at ${writeInstant(from)}`;
}

// src/plan/change.ts
function differs({ share, after }) {
  if (!samePieces(share.before, after.pieces)) return true;
  const { desire: desire2, standing } = share;
  if (!desire2 || !standing || after.pieces.length === 0) return false;
  return after.pieces.some(({ enforcement }) => enforcement === "job") && standing.until !== desire2.window.until;
}
function isDrift({ share, after }) {
  if (share.grant === null || after.tampered) return true;
  const { standing } = share;
  return standing !== null && after.pieces.length > 0 && samePieces(standing.pieces, after.pieces) && !samePieces(share.before, after.pieces);
}
function changeOf(fate, whole, context, around) {
  const { share, after } = fate;
  const { core } = around;
  const { desire: desire2 } = share;
  const [before, wanted] = sides(fate, core);
  const retimed = desire2 !== null && isRetimed(share.before, desire2, core, context);
  const action = actionOf(before, wanted, retimed);
  const kept = mergePieces([without(whole.before, share.before), after.pieces]);
  const meaning = core.meaning(whole.before, kept);
  const window = wanted.window ?? before.window;
  const reason = reasonFor(action, fate, before, wanted, around);
  const pieces = action === "revoke" ? share.before : after.pieces;
  return {
    action,
    system: around.system,
    ...named(share, around),
    grant: share.grant,
    principal: share.principal,
    ...reason,
    from: window?.from ?? null,
    until: window?.until ?? null,
    enforcement: enforcementOf(pieces),
    impact: impactOf(action, before, wanted, meaning),
    meaning,
    pieces: { before: share.before, after: after.pieces, theirs: theirsOf(share) }
  };
}
function theirsOf({ before, owned }) {
  return new Set(
    before.flatMap(({ id, enforcement }) => enforcement === "job" && !owned.has(id) ? [id] : [])
  );
}
function enforcementOf(pieces) {
  return pieces.some(({ enforcement }) => enforcement === "job") ? "job" : "target";
}
function sides({ share, after }, core) {
  const { desire: desire2, standing, before } = share;
  const recorded = standing && samePieces(standing.pieces, before) ? standing : null;
  const was = {
    holds: before.length > 0,
    window: recorded ? { from: recorded.from, until: recorded.until } : windowOf(core, before)
  };
  const window = desire2?.window ?? windowOf(core, after.pieces);
  return [was, { holds: after.pieces.length > 0, window: after.pieces.length > 0 ? window : null }];
}
function reasonFor(action, { share, after }, before, wanted, around) {
  const unit = share.grant ?? "";
  if (after.tampered)
    return { why: "it was changed by hand while its file can’t be judged", cause: "drift", unit };
  if (action === "revoke") return reasonOf(share, around);
  const drift = isDrift({ share, after });
  if (action === "grant") {
    const why3 = drift ? "it was removed by hand" : share.desire?.grant.reason ?? "";
    return { why: why3, cause: drift ? "drift" : "proved", unit };
  }
  const why2 = drift ? "it was changed by hand" : whyUpdated(action, before, wanted);
  return { why: why2, cause: drift ? "drift" : "proved", unit };
}
function named({ grant, desire: desire2 }, { desired }) {
  const known = desire2?.grant ?? (grant === null ? void 0 : desired.valid.get(grant) ?? desired.frozen.get(grant));
  if (known) return { entitlement: known.entitlement, subject: known.subject };
  const [, , , entitlement = "", subject = ""] = /^grants\/(systems|emergency)\/([^/]+)\/([^/]+)\/([^/]+)\.yaml$/u.exec(grant ?? "") ?? [];
  return { entitlement, subject };
}
function without(all, some) {
  const ids = new Set(some.map(({ id }) => id));
  return all.filter(({ id }) => !ids.has(id));
}

// src/plan/known.ts
function gather(system, desired, live, ledger) {
  const principals = /* @__PURE__ */ new Map();
  const of = (principal) => {
    let known = principals.get(principal);
    if (!known) {
      known = { desires: /* @__PURE__ */ new Map(), standing: /* @__PURE__ */ new Map(), memberships: /* @__PURE__ */ new Map() };
      principals.set(principal, known);
    }
    return known;
  };
  for (const [path, desire2] of desired.systems.get(system)?.wanted ?? [])
    of(desire2.principal).desires.set(path, desire2);
  for (const [path, list] of ledger.standing.get(system) ?? []) {
    for (const standing of list) {
      of(standing.principal).standing.set(path, standing);
      own(standing);
    }
  }
  for (const intent2 of ledger.intents) if (intent2.system === system) own(intent2);
  for (const principal of live.principals.keys()) of(principal);
  return { principals, pathOf: keys(system, desired, ledger) };
  function own({ grant, principal, principalId, pieces }) {
    if (live.principals.get(principal)?.principalId !== principalId) return;
    const { memberships } = of(principal);
    for (const { id, enforcement } of pieces) {
      if (enforcement === "target") continue;
      const grants = memberships.get(id);
      if (grants) grants.add(grant);
      else memberships.set(id, /* @__PURE__ */ new Set([grant]));
    }
  }
}
function keys(system, desired, ledger) {
  const paths = [
    ...desired.valid.keys(),
    ...desired.frozen.keys(),
    ...desired.gone.keys(),
    ...ledger.standing.get(system)?.keys() ?? []
  ];
  const byKey = new Map(paths.map((path) => [grantKey(path), path]));
  return (key) => byKey.get(key);
}

// src/plan/leftovers.ts
function* leftovers(live, known, core) {
  for (const [principal, { alien }] of live.principals) {
    for (const { id, what } of alien)
      yield removal(live.system, principal, `${id}: ${what}`, `alien ${id}`, known, core);
  }
  for (const { id, what, principal } of live.misplaced) {
    yield removal(live.system, principal, `${id}: ${what}`, misplacedUnit(id), known, core);
  }
}
function misplacedUnit(id) {
  return `misplaced ${id}`;
}
function removal(system, principal, why2, unit, known, core) {
  const where2 = principal === "" ? "" : ` on ${principal}`;
  const [desire2] = known.principals.get(principal)?.desires.values() ?? [];
  return {
    action: "revoke",
    system,
    entitlement: "",
    subject: desire2?.grant.subject ?? "",
    grant: null,
    principal: principal === "" ? null : principal,
    why: `left over or written by hand${where2}: ${why2}`,
    cause: "drift",
    unit,
    from: null,
    until: null,
    enforcement: "target",
    impact: "narrowing",
    meaning: core.meaning([], []),
    pieces: { before: [], after: [], theirs: /* @__PURE__ */ new Set() }
  };
}

// src/plan/observe.ts
function observe({ share, after }, present, around) {
  const { grant, principal, desire: desire2, standing, before, owned } = share;
  const { system } = around;
  if (grant === null) return [];
  if (before.length === 0 && after.pieces.length === 0) {
    if (!standing) return [];
    const gone2 = present === null || present.principalId !== standing.principalId;
    const { entitlement: entitlement2, principalId: principalId2, blob: blob2, from: from2, until: until2, pieces } = standing;
    const why3 = gone2 ? `${principal} was deleted` : reasonOf(share, around).why;
    const enforcement2 = enforcementOf(pieces);
    return [
      {
        what: "revoked",
        grant,
        system,
        entitlement: entitlement2,
        principal,
        principalId: principalId2,
        blob: blob2,
        from: from2,
        until: until2,
        enforcement: enforcement2,
        pieces,
        why: why3
      }
    ];
  }
  if (!desire2 || !present) return [];
  const ours = after.pieces.filter(({ id, enforcement: enforcement2 }) => enforcement2 === "target" || owned.has(id));
  const { from, until } = desire2.window;
  if (standing && samePieces(standing.pieces, ours) && standing.from === from && standing.until === until)
    return [];
  const { principalId } = present;
  const { name: entitlement, blob, reason: why2 } = desire2.grant;
  const enforcement = enforcementOf(after.pieces);
  return [
    {
      what: "issued",
      grant,
      system,
      entitlement,
      principal,
      principalId,
      blob,
      from,
      until,
      enforcement,
      pieces: ours,
      why: why2
    }
  ];
}

// src/plan/refusals.ts
var PRINCIPAL_RECREATED = "principal-recreated";
var PRINCIPAL_MISSING = "principal-missing";
function refusals(desired, system, live, ledger, known, judged) {
  const found = /* @__PURE__ */ new Map();
  for (const { grant, system: of, code, why: why2 } of desired.frozen.values()) {
    if (of !== system) continue;
    found.set(grant, { grant, system, code, why: why2, state: code === EVIDENCE_UNREADABLE ? "held" : "refused" });
  }
  for (const [principal, { desires, standing }] of known.principals) {
    const present = live.principals.get(principal);
    const other = [...standing.values()].find(
      ({ principalId }) => present && principalId !== present.principalId
    );
    for (const [grant, desire2] of desires) {
      if (!present) found.set(grant, missing(desire2, live));
      else if (other || isRemembered(desire2, ledger) || isAnothers(desire2, present, ledger))
        found.set(grant, recreated(desire2));
    }
  }
  for (const { grant, code, why: why2 } of judged) {
    if (!found.has(grant)) found.set(grant, { grant, system, code, why: why2, state: "refused" });
  }
  return found;
}
function isRemembered({ grant, system }, ledger) {
  return ledger.refused.get(placeOf(grant.path, system)) === `${grant.blob} ${PRINCIPAL_RECREATED}`;
}
function isAnothers({ grant, principal, system }, { principalId }, { holders }) {
  return (holders.get(grant.path) ?? []).some(
    (last) => last.system === system && last.principal === principal && last.blob === grant.blob && last.principalId !== principalId
  );
}
function missing({ grant, principal, system }, live) {
  const why2 = `There is no ${principal} in "${live.system}". Create it, or correct "accounts" of "${grant.subject}".`;
  return { grant: grant.path, system, code: PRINCIPAL_MISSING, why: why2, state: "refused" };
}
function recreated({ grant, principal, system }) {
  const why2 = `${principal} was deleted and made again, so it may be somebody else now. If it is still the same subject, request the grant anew: change its file and have that approved.`;
  return { grant: grant.path, system, code: PRINCIPAL_RECREATED, why: why2, state: "held" };
}

// src/plan/share.ts
function shares(principal, live, known, pathOf, now) {
  const before = /* @__PURE__ */ new Map();
  const stray = /* @__PURE__ */ new Map();
  for (const { owned: owned2, ...piece } of live?.pieces ?? []) {
    if (owned2 === true) {
      const path = pathOf(piece.key);
      if (path === void 0) give(stray, piece.key, piece);
      else give(before, path, piece);
    } else {
      const grants = new Set(known.memberships.get(piece.id));
      for (const [path, desire2] of known.desires) {
        if (piecesAt(desire2, now).some(({ id }) => id === piece.id)) grants.add(path);
      }
      for (const path of grants) give(before, path, piece);
    }
  }
  const owned = new Set(known.memberships.keys());
  const found = [];
  for (const path of /* @__PURE__ */ new Set([...before.keys(), ...known.desires.keys(), ...known.standing.keys()])) {
    found.push({
      grant: path,
      principal,
      before: before.get(path) ?? [],
      desire: known.desires.get(path) ?? null,
      standing: known.standing.get(path) ?? null,
      owned
    });
  }
  for (const pieces of stray.values()) {
    found.push({ grant: null, principal, before: pieces, desire: null, standing: null, owned });
  }
  return found;
}
function give(to, name, piece) {
  const list = to.get(name);
  if (list) list.push(piece);
  else to.set(name, [piece]);
}

// src/plan/difference.ts
function difference({ desired, system, live, ledger, refused }) {
  const at = desired.systems.get(system);
  if (!at) throw new RangeError(`System "${system}" is not open`);
  const known = gather(system, desired, live, ledger);
  const refusedHere = refusals(desired, system, live, ledger, known, refused);
  const recorded = (ledger.standing.get(system)?.size ?? 0) > 0;
  const rules = {
    at,
    desired,
    refusals: refusedHere,
    judged: new Set(refused.map(({ grant }) => grant)),
    now: desired.at,
    recorded
  };
  const around = { desired, system, core: at.core, recorded, now: desired.at };
  const changes = [];
  const drift = [...leftovers(live, known, at.core)];
  const observed = [];
  const goals = [];
  const before = /* @__PURE__ */ new Map();
  const standing = /* @__PURE__ */ new Set();
  for (const [principal, facts] of known.principals) {
    const present = live.principals.get(principal) ?? null;
    const fates = shares(principal, present, facts, known.pathOf, desired.at).map((share) => ({
      share: withoutOthers(share, rules),
      after: fateOf(share, rules)
    }));
    const whole = {
      before: merged(fates, ({ share }) => share.before),
      after: merged(fates, ({ after }) => after.pieces)
    };
    const here = [];
    for (const fate of fates) {
      if (fate.share.before.length > 0)
        standing.add(fate.share.grant ?? `?${fate.share.before[0]?.key ?? ""}`);
      if (differs(fate)) {
        const change = changeOf(fate, whole, at.context, around);
        here.push(change);
        (isDrift(fate) ? drift : changes).push(change);
      } else observed.push(...observe(fate, present, around));
    }
    if (present && needsWork(present, whole)) {
      before.set(principal, whole.before);
      goals.push({
        goal: goalOf(present, facts, whole.after),
        rank: Math.min(3, ...here.map((change) => rankOf(change, desired)))
      });
    }
  }
  return {
    system,
    goals: goals.toSorted((a, b) => a.rank - b.rank || (a.goal.principal < b.goal.principal ? -1 : 1)).map(({ goal }) => goal),
    changes: changes.toSorted(compareChanges),
    drift: drift.toSorted(compareChanges),
    refused: [...refusedHere.values()].toSorted((a, b) => a.grant < b.grant ? -1 : 1),
    withheld: [],
    observed: observed.toSorted((a, b) => a.grant < b.grant ? -1 : 1),
    standing: standing.size,
    before
  };
}
function withoutOthers(share, { refusals: refusedHere, judged }) {
  const { grant, desire: desire2, before, owned } = share;
  if (grant === null || !desire2 || !refusedHere.has(grant) || judged.has(grant)) return share;
  return {
    ...share,
    before: before.filter(({ id, enforcement }) => enforcement === "target" || owned.has(id))
  };
}
function fateOf(share, { at, desired, refusals: refusedHere, judged, now, recorded }) {
  const { grant, desire: desire2 } = share;
  if (grant === null) return { pieces: [], tampered: false };
  const frozen = desired.frozen.get(grant);
  if (frozen) return frozenAfter(share, frozen, at.core, now, recorded);
  if (!desire2) return { pieces: [], tampered: false };
  if (judged.has(grant)) return refusedAfter(share, desire2, at.core, at.context, now);
  return refusedHere.has(grant) ? { pieces: [], tampered: false } : { pieces: piecesAt(desire2, now), tampered: false };
}
function merged(fates, of) {
  return mergePieces(fates.map(of));
}
function needsWork(present, { before, after }) {
  return present.alien.length > 0 || !samePieces(before, after);
}
function goalOf(present, known, pieces) {
  const { principal, principalId } = present;
  const issuedTo = [...known.standing.values()].map((standing) => standing.principalId);
  const same = issuedTo.length > 0 && issuedTo.every((id) => id === principalId);
  const taken = pieces.length === 0 ? principalId : null;
  return {
    principal,
    pieces,
    principalId: same ? principalId : taken,
    owned: new Set(known.memberships.keys())
  };
}
function rankOf({ action, grant }, desired) {
  if (grant !== null && desired.gone.get(grant)?.kind === "suspended") return 0;
  return action === "revoke" || action === "shorten" ? 1 : 2;
}

// src/plan/guard.ts
var EXPLAINED = /* @__PURE__ */ new Set(["window", "proved", "ended", "drift"]);
function guard(plan, facts) {
  const removals = [...plan.changes, ...plan.drift ?? []].filter(isUnexplained);
  if (removals.length === 0) return plan;
  const units = [...new Set(removals.map(({ unit }) => unit))].toSorted(subjectsFirst);
  const passed = new Set(units.slice(0, allowance(plan, facts, new Set(units))));
  const withheld = removals.filter(({ unit }) => !passed.has(unit));
  if (withheld.length === 0) return plan;
  const kept = new Set(withheld);
  return {
    ...plan,
    goals: plan.goals.map((goal) => restore(goal, withheld)),
    changes: plan.changes.filter((change) => !kept.has(change)),
    drift: plan.drift?.filter((change) => !kept.has(change)) ?? null,
    withheld
  };
}
function isUnexplained({ action, cause }) {
  return action === "revoke" && !EXPLAINED.has(cause);
}
function allowance({ system, standing }, { settings, recent, empty, now }, units) {
  if (empty !== null) return 0;
  const day = recent.filter(
    ({ at, cause, ...removal2 }) => removal2.system === system && at > now - DAY && !EXPLAINED.has(cause)
  );
  const spent = new Set(day.map(({ unit }) => unit).filter((unit) => !units.has(unit))).size;
  const removed = new Set(day.map(({ unit }) => unit)).size;
  const most = Math.max(settings.floor, Math.floor(settings.share * (standing + removed)));
  return Math.max(0, most - spent);
}
function restore(goal, withheld) {
  const kept = withheld.filter(({ principal }) => principal === goal.principal).map(({ pieces }) => pieces.before);
  return kept.length === 0 ? goal : { ...goal, pieces: mergePieces([goal.pieces, ...kept]) };
}
var SUBJECT = "subject ";
function subjectsFirst(a, b) {
  return Number(b.startsWith(SUBJECT)) - Number(a.startsWith(SUBJECT)) || (a < b ? -1 : 1);
}

// src/plan/refused-between.ts
function refusedBetween(before, after) {
  return frozenAsRefused(after).filter(({ grant, code }) => {
    const [old, now] = [before.frozen.get(grant), after.frozen.get(grant)];
    return old?.code !== code || old.blob !== now?.blob;
  });
}
function frozenAsRefused({ frozen }) {
  return [...frozen.values()].map(({ grant, system, code, why: why2 }) => {
    return { grant, system, code, why: why2, state: code === EVIDENCE_UNREADABLE ? "held" : "refused" };
  }).toSorted((a, b) => a.grant < b.grant ? -1 : 1);
}

// src/plan/stranded.ts
var SYSTEM_GONE = "system-gone";
function stranded({ systems, closed, at }, ledger) {
  const found = [];
  for (const [system, grants] of ledger.standing) {
    if (systems.has(system) || closed.has(system)) continue;
    for (const [grant, standing] of grants) {
      const lasts = standing.some(
        ({ until, pieces }) => at < until || pieces.some(({ enforcement }) => enforcement === "job")
      );
      if (lasts) found.push({ grant, system, code: SYSTEM_GONE, why: why(system), state: "held" });
    }
  }
  return found.toSorted((a, b) => a.grant < b.grant ? -1 : 1);
}
function why(system) {
  return `It still stands in "${system}", which no file describes any more, so it can’t be taken away. Restore "grants/systems/${system}/system.yaml" until everything there has been revoked.`;
}

// src/plan/withheld.ts
var WITHHELD = "removal-withheld";
function withheldAsRefused({ grant, system, why: why2, principal }) {
  const what = grant ?? `an unknown grant of ${principal ?? "somebody"}`;
  return {
    grant: what,
    system,
    code: WITHHELD,
    why: `Its removal is withheld (${why2}): too much would be taken away at once without proof. It stays until its own end.`,
    state: "held"
  };
}

// src/commands/steps/guard-facts.ts
function guardFacts({ guard: guard2, empty, at }, { removals }) {
  return { settings: guard2, recent: removals, empty, now: at };
}

// src/io/git/history.ts
var COMMIT = /^([0-9a-f]{40,64}) (\d+)$/u;
var MANY = 500;
async function pathHistory(root, commit, paths, line = "first-parent") {
  if (paths.length === 0) return [];
  if (await isShallow(root)) {
    throw new UnableError(
      'The history here is cut off, and the total time of a grant can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    );
  }
  const wanted = new Set(paths);
  const specs = paths.length > MANY ? ["grants"] : paths;
  const walk = line === "all" ? ["--full-history"] : ["--first-parent"];
  const found = await runGit(root, [
    "rev-list",
    ...walk,
    "--topo-order",
    "--reverse",
    "--end-of-options",
    commit,
    "--",
    ...specs
  ]);
  if (found.length === 0) return [];
  const commits = found.toString("latin1");
  const input = line === "all" ? commits : await firstParents(root, commits);
  const raw = await runGit(
    root,
    [
      "diff-tree",
      "--stdin",
      "-r",
      "-m",
      "--root",
      "-z",
      "--raw",
      "--no-renames",
      "--no-abbrev",
      "--always",
      "--format=%H %ct",
      "--",
      ...specs
    ],
    input
  );
  return parseHistory(raw, wanted);
}
async function firstParents(root, commits) {
  const raw = await runGit(root, ["rev-list", "--no-walk=unsorted", "--parents", "--stdin"], commits);
  return raw.toString("latin1").replaceAll(/^(\S+(?: \S+)?)[^\n]*$/gmu, "$1");
}
function parseHistory(raw, wanted) {
  const versions = [];
  const seen = /* @__PURE__ */ new Set();
  let commit = "";
  let at = 0;
  const fields = raw.toString("utf8").split("\0");
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]?.replace(/^\n/u, "") ?? "";
    const heading = COMMIT.exec(field);
    if (heading) {
      commit = heading[1] ?? "";
      at = Number(heading[2]) * 1e3;
    } else if (field.startsWith(":")) {
      const [, modeAfter = "", , blobAfter = ""] = field.slice(1).split(" ");
      const path = fields[++index] ?? "";
      const blob = modeAfter === "000000" ? null : blobAfter;
      const key = `${commit} ${path} ${blob}`;
      if (wanted.has(path) && !seen.has(key)) versions.push({ path, commit, at, blob });
      seen.add(key);
    }
  }
  return versions;
}

// src/commands/steps/judge.ts
async function judgeTree(loaded, { now, ledger, changed, root, commit }) {
  const { book } = loaded;
  const history = await changeHistory(root, commit, book, changed);
  const lastSettings = book.settings ? null : await settingsBefore(root);
  const broken = brokenFiles(book, checkTree(loaded, now, changed, history), ledger);
  const earlier = await systemsBefore(root, unreachable(book, ledger), ledger);
  const earlierSystems = (id) => earlier.get(id) ?? null;
  return desire({ book, broken, ledger, now, cores, lastSettings, earlierSystems });
}
var cores = (name) => CORES.get(name) ?? null;
function unreachable(book, ledger) {
  const refused = [...book.invalid.values()].flatMap(
    (identity) => identity?.kind === "system" ? [identity.id] : []
  );
  const faulty = [...book.systems.values()].flatMap(
    (entry) => systemFault(entry, cores, ledger) ? [entry.id] : []
  );
  return [...refused, ...faulty];
}
async function settingsBefore(root) {
  return newest(root, SETTINGS_PATH, ({ settings }) => settings?.data ?? null);
}
async function systemsBefore(root, ids, ledger) {
  const found = /* @__PURE__ */ new Map();
  if (ids.length === 0 || await isShallow(root)) return found;
  for (const id of ids) {
    const entry = await newest(root, systemPath(id), ({ systems }) => {
      const read = systems.get(id);
      return read && !systemFault(read, cores, ledger) ? read : null;
    });
    if (entry) found.set(id, entry);
  }
  return found;
}
async function newest(root, path, read) {
  const versions = await pathHistory(root, "HEAD", [path]);
  const reader = new ObjectReader(root);
  try {
    for (const { blob } of versions.toReversed()) {
      const bytes = blob === null ? void 0 : (await reader.read([blob])).get(blob);
      if (!bytes) continue;
      const entry = { path, mode: "100644", blob, size: bytes.length };
      const found = read(load({ entries: /* @__PURE__ */ new Map([[path, entry]]) }, /* @__PURE__ */ new Map([[path, bytes]])).book);
      if (found !== null) return found;
    }
    return null;
  } finally {
    reader.close();
  }
}

// src/commands/steps/systems.ts
function allSystems(desired) {
  return [...desired.systems.keys(), ...desired.closed.keys()].toSorted();
}
function collect(value, all) {
  return [...all, value];
}
function chosenSystems(option, desired) {
  const all = allSystems(desired);
  const given = Array.isArray(option) ? option.map(String) : [];
  for (const name of given) {
    if (all.includes(name)) continue;
    const near = all.length > 0 ? ` The nearest is "${nearestOf(name, all)}".` : "";
    throw new UsageError(`There is no system "${name}".${near}`);
  }
  return given.length > 0 ? all.filter((name) => given.includes(name)) : all;
}
async function openAndRead(system, desired, ports) {
  const at = desired.systems.get(system);
  const connector = at && CONNECTORS.get(at.core.name);
  if (!at || !connector)
    throw new UnableError(`System "${system}" can’t be reached: ${desired.closed.get(system)?.why ?? ""}`);
  const session = await connector.open(at.context, ports);
  return { system, session, live: await session.read() };
}
function portsOf(purpose, common2, io) {
  const log = (line) => {
    if (!common2.quiet) io.err(`${logLine(line)}
`);
  };
  return { purpose, environment: io.environment, sleep: io.sleep, random: io.random, signal: io.signal, log };
}
async function planSystem({ system, session, live }, desired, ledger, facts) {
  const first = difference({ desired, system, live, ledger, refused: [] });
  const refused = await session.judge(live, first.goals);
  const plan = refused.length === 0 ? first : difference({ desired, system, live, ledger, refused });
  return guard(plan, facts);
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
  const { base: before, head: merged2, conflicts } = await compareMerge(root, base, head);
  before.close();
  const { book, problems } = await loadSource(merged2);
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

export {
  pathOfEvent,
  writeLine,
  placeOf,
  standingOf,
  EVIDENCE_REF,
  readEvidence,
  samePiece,
  samePieces,
  mergePieces,
  differs,
  changeOf,
  compareChanges,
  unissued,
  misplacedUnit,
  difference,
  guard,
  refusedBetween,
  frozenAsRefused,
  stranded,
  withheldAsRefused,
  guardFacts,
  judgeTree,
  allSystems,
  collect,
  chosenSystems,
  openAndRead,
  portsOf,
  planSystem,
  loadCommit,
  loadWorkingTree,
  loadMerged,
  changedGrants
};
