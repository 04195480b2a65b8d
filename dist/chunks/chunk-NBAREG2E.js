import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  bytesOf,
  checkSignature,
  endOfHead,
  join,
  latin1,
  readPublicKey
} from "./chunk-HCKRBB3T.js";
import {
  judgeGenesis
} from "./chunk-F5YELXX7.js";
import {
  parseRaw
} from "./chunk-IHGDEI7I.js";
import {
  judgeAppended
} from "./chunk-3RAKH2UJ.js";
import {
  eventsPath,
  isRecordable,
  readLines
} from "./chunk-4AH63HT2.js";
import {
  load
} from "./chunk-FJDSGK7K.js";
import {
  ObjectReader,
  isShallow,
  runGit,
  tryGit
} from "./chunk-IUQYEHY4.js";
import {
  effectiveWindow,
  subjectOf
} from "./chunk-O2DDFJZA.js";
import {
  resolveEntitlement
} from "./chunk-4ZMIKOMJ.js";
import {
  SETTINGS_PATH,
  entitlementPath,
  identify,
  systemPath
} from "./chunk-JH6GHN2B.js";
import {
  grantKey
} from "./chunk-4RQYNTZH.js";
import {
  EvidenceError,
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  entitlementName
} from "./chunk-APARWUT7.js";
import {
  readInstant,
  writeInstant
} from "./chunk-EZMMBTZM.js";

// src/plan/desired.ts
var EVIDENCE_UNREADABLE = "evidence-unreadable";

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
function emptyTree({ entries }) {
  let [subjects, entitlements] = [false, false];
  for (const path of entries.keys()) {
    const kind = identify(path)?.kind;
    subjects ||= kind === "person" || kind === "workload";
    entitlements ||= kind === "entitlement";
    if (subjects && entitlements) break;
  }
  if (!entries.has(SETTINGS_PATH)) return `"${SETTINGS_PATH}" is missing`;
  if (!subjects) return "there are neither people nor workloads";
  return entitlements ? null : "there are no entitlements";
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
    const fault2 = this.#broken.get(path);
    if (fault2) return fault2;
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
  ofEntitlement(name2, resolved) {
    if (!resolved) return this.#missing(name2);
    for (const { path, system, data } of resolved.all) {
      const fault2 = this.#above(path) ?? (data.target ? this.#above(systemPath(system)) : null);
      if (fault2) return fault2;
    }
    const [missing] = resolved.missing;
    if (missing !== void 0) return this.#missing(missing);
    return resolved.cyclic ? gone("bundle-cycle", `"${entitlementPath(name2)}" includes itself.`) : null;
  }
  #missing(name2) {
    const path = entitlementPath(name2);
    return this.#above(path) ?? gone("entitlement-missing", `There is no "${path}".`);
  }
  #above(path) {
    const fault2 = this.at(path);
    return fault2 && { code: fault2.code, why: `"${path}": ${fault2.why}` };
  }
};
function gone(code, why) {
  return { code, why };
}
function isGrantIdentity(identity) {
  return identity?.kind === "grant" || identity?.kind === "emergency";
}

// src/plan/systems.ts
function openSystems(book, faults, cores, settings, earlier, ledger) {
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
    const fault2 = present ? systemFault(present, cores, ledger) : refused.get(id) ?? null;
    const entry = fault2 ? earlier(id) : present;
    const core = entry ? cores(entry.data.connector) : null;
    if (repository === void 0)
      closed.set(id, { code: "settings-missing", why: "The settings can’t be read." });
    else if (!entry || !core) closed.set(id, fault2 ?? { code: "connector-unknown", why: "" });
    else {
      const identity = `${core.name} ${core.identityOf(entry.data.settings)}`;
      const twin = real.get(identity);
      real.set(identity, twin ?? id);
      if (twin === void 0) open.set(id, { context: { id, entry, repository }, core, fault: fault2 });
      else for (const both of [id, twin]) closeTwin(both, both === id ? twin : id);
    }
  }
  return { open, closed };
  function closeTwin(id, other) {
    open.delete(id);
    closed.set(id, { code: "system-twice", why: `"${id}" and "${other}" are the same real system.` });
  }
}
function systemFault(entry, cores, ledger) {
  const core = cores(entry.data.connector);
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
  const { book, broken, now, cores } = wish;
  const faults = new Faults(book, broken);
  const settings = book.settings?.data ?? wish.lastSettings;
  const { open, closed } = openSystems(book, faults, cores, settings, wish.earlierSystems, wish.ledger);
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
        own: judged.own,
        by: judged.by
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
  const { guard } = settings ?? NO_SETTINGS;
  const systems = /* @__PURE__ */ new Map();
  for (const [id, system] of open) systems.set(id, { ...system, wanted: wanted.get(id) ?? /* @__PURE__ */ new Map() });
  return { at: now, systems, closed, frozen, gone: gone2, valid, suspended, empty: emptiness(book), guard };
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
  const fault2 = faults.ofSubject(grant.subject) ?? faults.ofEntitlement(grant.name, resolved);
  if (fault2 || !resolved) return hold(grant, wish, fault2 ?? { code: "entitlement-missing", why: "" });
  const { window, end, why } = effectiveWindow(wish.book, grant);
  if (!window) return hold(grant, wish, { code: "date-invalid", why: `When it ends can’t be told: ${why}.` });
  const over = overBy(wish.book, grant, window, end, wish.now);
  if (over) return { is: "gone", gone: over };
  if (!wish.ledger.unreadable.has(grant.path))
    return compileGrant(grant, window, resolved.targets, wish, open);
  const unread = "What evidence says of this grant can’t be read.";
  return hold(grant, wish, { code: EVIDENCE_UNREADABLE, why: unread });
}
function overBy(book, grant, { from, until }, end, now) {
  if (now < until && (from === null || from < until)) return null;
  const before = now < until && from !== null ? `, before it starts at ${writeInstant(from)}` : "";
  const why = `${END_WORDS[end](grant.subject)} ${writeInstant(until)}${before}`;
  if (end === "expires") return { kind: "window", why, unit: grant.path, by: [grant.path] };
  return { kind: "window", why, unit: subjectUnit(grant.subject), by: filesOf(book, grant.subject) };
}
function filesOf(book, subject) {
  const known = subjectOf(book, subject);
  if (!known) return [];
  const { owner, backup } = known.kind === "workload" ? known.entry.data : {};
  const keepers = [owner, backup].flatMap((id) => id === void 0 ? [] : book.people.get(id)?.path ?? []);
  return [known.entry.path, ...keepers];
}
var END_WORDS = {
  expires: () => "its time ended at",
  "person-ends": (subject) => `${subject} left at`,
  "workload-expires": (subject) => `${subject} was to be re-attested by`,
  orphaned: (subject) => `${subject} lost its last owner, and the grace ended at`
};
function early(facts, { ledger }, suspended) {
  const { path, subject } = facts;
  if (suspended !== void 0) {
    const by = [`grants/suspensions/${subject}.yaml`];
    return { is: "gone", gone: { kind: "suspended", why: suspended, unit: subjectUnit(subject), by } };
  }
  return ledger.ended.get(path) === facts.blob ? { is: "gone", gone: { kind: "ended", why: "it was ended", unit: path, by: [] } } : null;
}
function hold(grant, { book }, fault2) {
  const { window, certain } = effectiveWindow(book, grant);
  const until = window?.until ?? certain;
  const own = until === grant.expires;
  return { is: "frozen", fault: fault2, until, own, by: own ? [grant.path] : filesOf(book, grant.subject) };
}
function freeze({ path, blob, system, entitlement, subject }, { book }, fault2) {
  const name2 = entitlementName(system, entitlement);
  const undated = { reason: "", expires: null, starts: null, hasStarts: false };
  const silent = { ticket: null, requester: null, task: null, incident: null };
  const grant = {
    kind: "grant",
    path,
    blob,
    system,
    entitlement,
    name: name2,
    subject,
    ...undated,
    ...silent
  };
  const until = effectiveWindow(book, grant).certain;
  return { is: "frozen", fault: fault2, until, own: false, by: filesOf(book, subject) };
}
function subjectUnit(subject) {
  return `subject ${subject}`;
}
function compileGrant(grant, window, entries, wish, open) {
  const accounts = subjectOf(wish.book, grant.subject)?.entry.data.accounts;
  const holdings = /* @__PURE__ */ new Map();
  for (const { system, name: name2, data } of entries) {
    const list = holdings.get(system) ?? [];
    list.push({ grant: grant.path, entitlement: name2, target: data.target, ...window });
    holdings.set(system, list);
  }
  const desires = [];
  for (const [id, held] of holdings) {
    const system = open.get(id);
    if (!system) return hold(grant, wish, { code: "system-closed", why: `System "${id}" can’t be reached.` });
    if (system.fault) return hold(grant, wish, system.fault);
    const account = accounts && Object.hasOwn(accounts, id) ? accounts[id] : void 0;
    const fault2 = account ? accountFault(system, account, held) : noAccount(grant.subject, id);
    if (fault2) return hold(grant, wish, fault2);
    const pieces = system.core.compile(held, system.context);
    const enforcement = pieces.some(({ enforcement: by }) => by === "job") ? "job" : "target";
    const principal = system.core.principalOf(account);
    desires.push({ grant, system: id, principal, window, holdings: held, pieces, enforcement });
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

// src/plan/path-unit.ts
function unitOfPath(path) {
  const identity = identify(path);
  if (identity?.kind === "grant" || identity?.kind === "emergency") return path;
  if (identity?.kind === "person" || identity?.kind === "suspension") return subjectUnit(identity.id);
  return null;
}
function systemOfPath(path) {
  const identity = identify(path);
  if (!identity) return "";
  if (identity.kind === "system") return identity.id;
  return "system" in identity ? identity.system : "";
}

// src/plan/ledger.ts
var EMPTY_LEDGER = {
  standing: /* @__PURE__ */ new Map(),
  ended: /* @__PURE__ */ new Map(),
  removals: [],
  refused: /* @__PURE__ */ new Map(),
  holders: /* @__PURE__ */ new Map(),
  intents: [],
  suspended: /* @__PURE__ */ new Map(),
  unreadable: /* @__PURE__ */ new Set(),
  moved: /* @__PURE__ */ new Map(),
  unmoved: /* @__PURE__ */ new Map()
};
function placeOf(grant, system) {
  return `${grant} ${system}`;
}
function standingOf(ledger, system, grant) {
  return ledger.standing.get(system)?.get(grant) ?? [];
}

// src/evidence/advance.ts
var UNPROVED = "unproved";
var MISSING = "approval-missing";
var UNREADABLE = "unreadable";
var REDUCTION_WITHHELD = "reduction-withheld";
var OTHERWISE = "landed-otherwise";
function advance(given, facts) {
  const { step, formOf, isUnproved } = given;
  const open = step.differences.filter(({ path, after }) => !sameForm(formOf(path), after));
  const ahead = step.differences.filter(
    ({ path, after }) => sameForm(formOf(path), after) && isUnproved?.(path) === true
  );
  const { proved, whole } = provedPaths(given, open);
  const confirmed = whole ? confirmedPaths(given, ahead) : /* @__PURE__ */ new Map();
  const moves2 = [];
  const events = [];
  const unmoved = [];
  for (const { path, after } of open) {
    const verdict = proved.get(path);
    const reduction = given.reductions.get(path);
    const kept = given.withheld.get(path);
    if (verdict) events.push(...approvedEvents(path, after, verdict, given, facts));
    else if (reduction !== void 0 && kept === void 0)
      events.push(reducedEvent(path, after, reduction, step, facts));
    else {
      const why = reduction !== void 0 && kept !== void 0 ? withheld(path, kept) : fault(path, given);
      unmoved.push(why);
      const told = unmovedEvent(why, after, step, facts);
      if (isRecordable(told)) events.push(told);
      continue;
    }
    moves2.push({ path, to: after });
  }
  for (const { path, after } of ahead) {
    const verdict = confirmed.get(path);
    if (!verdict) continue;
    events.push(...approvedEvents(path, after, verdict, given, facts));
    moves2.push({ path, to: after });
  }
  return { moves: moves2, events, unmoved };
}
function sameForm(a, b) {
  return a === null || b === null ? a === b : a.mode === b.mode && a.blob === b.blob;
}
var NOTHING_PROVED = { proved: /* @__PURE__ */ new Map(), whole: false };
function provedPaths({ proof, reductions }, open) {
  if (proof.kind !== "judged" || proof.verdict.state !== "approved" || proof.gained.length > 0)
    return NOTHING_PROVED;
  const proved = /* @__PURE__ */ new Map();
  const byPath = new Map(proof.verdict.paths.map((one) => [one.path, one]));
  for (const { path, after } of open) {
    const verdict = byPath.get(path);
    const holds = verdict?.state === "approved" && verdict.blob === (after?.blob ?? null);
    if (holds && (verdict.need === "approval" || isApproved(verdict))) proved.set(path, verdict);
    else if (!reductions.has(path)) return NOTHING_PROVED;
  }
  return { proved, whole: true };
}
function confirmedPaths({ proof }, ahead) {
  if (proof.kind !== "judged") return /* @__PURE__ */ new Map();
  const byPath = new Map(proof.verdict.paths.map((one) => [one.path, one]));
  return new Map(
    ahead.flatMap(({ path, after }) => {
      const verdict = byPath.get(path);
      const holds = verdict?.state === "approved" && verdict.blob === (after?.blob ?? null);
      return holds && isApproved(verdict) ? [[path, verdict]] : [];
    })
  );
}
function isApproved({ approvals, missing }) {
  return approvals.length > 0 && missing.length === 0;
}
function fault(path, { proof, step }) {
  if (proof.kind === "direct") {
    const why2 = proof.rewritten ? "The history of the default branch was rewritten; what a rewritten branch brings is not taken over. Request it by a pull request." : "It was pushed to the default branch directly, so nobody approved it. Request it by a pull request.";
    return { path, state: "refused", code: UNPROVED, why: why2 };
  }
  if (proof.kind === "unreadable") return { path, state: "refused", code: UNREADABLE, why: proof.why };
  const { verdict, gained } = proof;
  const about = `Pull request #${step.pull ?? verdict.pull}`;
  if (verdict.state !== "approved") {
    const own = verdict.paths.find((one) => one.path === path);
    const [reason] = [...verdict.reasons, ...own?.reasons ?? []];
    const told = reason?.why ?? own?.missing[0]?.why ?? verdict.why ?? "its approvals don’t suffice";
    const code = verdict.state === "missing" ? MISSING : reason?.rule ?? "refused";
    return { path, state: "refused", code, why: `${about} was merged without proof: ${told}${again(own)}` };
  }
  const [first] = gained;
  if (first) {
    const why2 = `${about} is approved, but with it the files would have an error that they lacked before: ${first.file}: ${first.message} ${first.fix} Mend it by a new pull request.`;
    return { path, state: "held", code: first.code, why: why2 };
  }
  const why = `${about} brought something else than what was approved there, so none of it is taken over. Request it by a new pull request.`;
  return { path, state: "refused", code: OTHERWISE, why };
}
function again(own) {
  const fine = own?.state === "approved" ? " This file itself was approved, but they move together." : "";
  return `${fine} Request it by a new pull request.`;
}
function withheld(path, why) {
  return { path, state: "held", code: REDUCTION_WITHHELD, why };
}
function common(path, after, step, facts) {
  return {
    at: writeInstant(facts.now),
    grant: path,
    blob: after?.blob ?? null,
    commit: step.commit,
    by: BY,
    run: facts.run
  };
}
var BY = "grantbook apply";
function clip(text) {
  return text.length > 4e3 ? `${text.slice(0, 3999)}…` : text;
}
function requestName(pull, { repository }) {
  return `${repository}#${pull}`;
}
function approvedEvents(path, after, own, { step, proof }, facts) {
  if (proof.kind !== "judged") return [];
  const { verdict } = proof;
  const pull = requestName(verdict.pull, facts);
  const base = common(path, after, step, facts);
  const approvals = own.approvals.map(({ at, ...rest }) => ({ ...rest, at: writeInstant(at) }));
  return [
    { ...base, event: "requested", pull, requester: verdict.requester },
    { ...base, event: "approved", pull, head: verdict.head, base: verdict.base ?? step.parent, approvals }
  ];
}
function reducedEvent(path, after, what, step, facts) {
  const by = step.pull === null ? "" : ` It came with #${step.pull} and needed no approval.`;
  return { ...common(path, after, step, facts), event: "reduced", what: clip(`${what}${by}`), pull: null };
}
function unmovedEvent(one, after, step, facts) {
  const { path, state, code, why } = one;
  return {
    ...common(path, after, step, facts),
    event: state,
    system: systemOfPath(path),
    code,
    why: clip(why),
    pull: step.pull === null ? null : requestName(step.pull, facts)
  };
}
function sealedEvent(commit, pulls, facts) {
  return {
    at: writeInstant(facts.now),
    grant: null,
    blob: null,
    commit,
    by: BY,
    run: facts.run,
    event: "sealed",
    id: facts.id,
    sealed: commit,
    pulls: pulls.map((pull) => requestName(pull, facts))
  };
}

// src/evidence/fold.ts
function foldFile(file, text) {
  const { events, bad } = readLines(text);
  const standing = /* @__PURE__ */ new Map();
  const removals = [];
  const refused = /* @__PURE__ */ new Map();
  const holders = /* @__PURE__ */ new Map();
  let [ended, suspended] = [null, null];
  let moved = null;
  let unmoved = null;
  for (const one of events) {
    if (isHeld(one)) {
      standing.set(place(one), standingOf2(file, one));
      holders.set(place(one), holderOf(one));
      refused.delete(one.system);
    } else if (one.event === "revoked") {
      standing.delete(place(one));
      holders.set(place(one), holderOf(one));
      removals.push(removalOf(one));
    } else if (one.event === "refused" || one.event === "held") {
      if (isOfChange(one)) unmoved = unmovedOf(one);
      else refused.set(one.system, `${one.blob ?? ""} ${one.code}`);
    } else if (one.event === "approved" || one.event === "reduced") {
      const by = one.event === "reduced" && one.pull === null ? "reduced" : "approved";
      moved = { by, at: instant(one.at) };
      unmoved = null;
    } else if (one.event === "ended") ended = one.blob;
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
    moved,
    unmoved,
    readable
  };
}
function isOfChange({ pull, code }) {
  return pull !== null || code === UNPROVED || code === REDUCTION_WITHHELD;
}
function unmovedOf({ blob, event, code, why }) {
  return { blob, state: event, code, why };
}
function removalOf({ system, unit, at, cause }) {
  return { system, unit, at: instant(at), cause };
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
    from: one.from === null ? null : instant(one.from),
    until: instant(one.until),
    pieces: piecesOf(grant, one.statements),
    entitlement: entitlementName(system, entitlement),
    blob: one.blob ?? ""
  };
}
function piecesOf(grant, statements) {
  const key = grantKey(grant);
  return statements.map(({ id, body, enforcement }) => ({ id, key, body, enforcement }));
}
function instant(text) {
  return readInstant(text, "end") ?? 0;
}
function foldRuns(texts) {
  const judged = /* @__PURE__ */ new Set();
  let rested = null;
  const started = /* @__PURE__ */ new Map();
  const closed = /* @__PURE__ */ new Set();
  const removals = [];
  for (const one of texts.flatMap((text) => readLines(text).events)) {
    rested = one.event === "finished" ? instant(one.at) : null;
    if (one.event === "started") started.set(one.id, one.intents.map(intentOf));
    else if (one.event === "revoked") removals.push(removalOf(one));
    else if (one.event === "sealed") for (const pull of one.pulls) judged.add(numberOf(pull));
    else if (one.event === "finished") for (const id of [one.id, ...one.closes]) closed.add(id);
  }
  const open = [...started].filter(([id]) => !closed.has(id));
  return {
    intents: open.flatMap(([, intents]) => intents),
    open: open.map(([id]) => id),
    removals,
    judged,
    rested
  };
}
function numberOf(request) {
  return Number(request.slice(request.lastIndexOf("#") + 1));
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
  const moved = /* @__PURE__ */ new Map();
  const unmoved = /* @__PURE__ */ new Map();
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
    if (record.moved) moved.set(file, record.moved);
    if (record.unmoved) unmoved.set(file, record.unmoved);
    removals.push(...record.removals);
  }
  const { intents, open, removals: strays, judged, rested } = foldRuns(runs);
  removals.push(...strays);
  const outcome = { standing, ended, removals, refused, holders, intents, suspended, unreadable };
  return { ledger: { ...outcome, moved, unmoved }, open, judged, rested };
}

// src/evidence/commit-object.ts
import { createHash } from "node:crypto";
var ID = "([0-9a-f]{40}|[0-9a-f]{64})";
var FORM = new RegExp(
  String.raw`^tree ${ID}\n((?:parent ${ID}\n)*)author ([^\n\0]+)\ncommitter ([^\n\0]+)\n(gpgsig [^\n\0]*\n(?: [^\n\0]*\n)*)?\n`,
  "u"
);
var LONGEST_HEAD = 64 * 1024;
var DECODER = new TextDecoder();
function readCommitObject(bytes) {
  const end = endOfHead(bytes);
  if (end === -1 || end > LONGEST_HEAD) return null;
  const head = latin1(bytes.subarray(0, end + 2));
  const match = FORM.exec(head);
  if (!match || match[0].length !== head.length) return null;
  const [, tree = "", parents = "", , author = "", committer = "", signature] = match;
  const signed = signature === void 0 ? null : unfold(signature);
  const start = head.length - 1 - (signature?.length ?? 0);
  return {
    tree,
    parents: [...parents.matchAll(/parent (\S+)\n/gu)].map(([, id = ""]) => id),
    author,
    committer,
    signature: signed,
    payload: join(bytes.subarray(0, start), bytes.subarray(head.length - 1)),
    message: DECODER.decode(bytes.subarray(head.length))
  };
}
function unfold(header) {
  return header.slice("gpgsig ".length).replaceAll("\n ", "\n");
}
function writeCommitObject(tree, parent, stamp, message) {
  const parents = parent === null ? "" : `parent ${parent}
`;
  return bytesOf(`tree ${tree}
${parents}author ${stamp}
committer ${stamp}

${message}`);
}
function signCommitObject(commit, signature) {
  const end = endOfHead(commit) + 1;
  const folded = signature.replace(/\n$/u, "").replaceAll("\n", "\n ");
  return join(commit.subarray(0, end), bytesOf(`gpgsig ${folded}
`), commit.subarray(end));
}
function objectId(type, content, like) {
  const algorithm = like.length === 64 ? "sha256" : "sha1";
  return createHash(algorithm).update(`${type} ${content.byteLength}\0`).update(content).digest("hex");
}

// src/evidence/verify-signers.ts
var FILE = `approved/${SETTINGS_PATH}`;
var NONE = /* @__PURE__ */ new Set();
function signersOf(settings) {
  const lines = settingsFrom(settings)?.evidence.signers ?? [];
  const keys = new Set(lines.flatMap((line) => readPublicKey(line) ?? []));
  return keys.size > 0 ? keys : null;
}
function settingsFrom(bytes) {
  const entry = { path: SETTINGS_PATH, mode: "100644", blob: null, size: bytes.byteLength };
  const { book } = load({ entries: /* @__PURE__ */ new Map([[SETTINGS_PATH, entry]]) }, /* @__PURE__ */ new Map([[SETTINGS_PATH, bytes]]));
  return book.settings?.data ?? null;
}
function signersAfter(before, step, tell) {
  const change = step.changes.find(({ path }) => path === FILE);
  if (!change) {
    if (step.genesis) tell("settings", FILE, null, "There are no settings, so nobody may sign.");
    return step.genesis ? NONE : before;
  }
  const content = change.after && step.content(change.after.blob);
  const signers = content ? signersOf(content) : null;
  if (signers) return signers;
  tell("settings", FILE, null, "The settings go or can’t be read, or name no signer: nobody could go on.");
  return NONE;
}

// src/evidence/verify-approved.ts
var PREFIX = "approved/";
function moves(one) {
  return one.event === "approved" || one.event === "reduced";
}
function judgeApproved(before, step, events, tell) {
  const told = /* @__PURE__ */ new Map();
  for (const one of events) {
    if (!moves(one) || one.grant === null) continue;
    told.set(one.grant, one.blob === "" ? null : one.blob);
  }
  const changed = /* @__PURE__ */ new Map();
  if (step.genesis) {
    if (told.size > 0)
      tell("approved", null, null, "The first commit approves nothing: it takes what main has.");
    return;
  }
  for (const { path, after } of step.changes) {
    if (path.startsWith(PREFIX)) changed.set(path.slice(PREFIX.length), after);
  }
  for (const [path, after] of changed) {
    const says = told.get(path);
    if (says === void 0)
      tell("approved", PREFIX + path, null, "It changes, but no event of this commit says so.");
    else if ((after?.blob ?? null) !== says)
      tell(
        "approved",
        PREFIX + path,
        null,
        `It becomes ${name(after?.blob)}, but the event says ${name(says)}.`
      );
  }
  for (const [path, blob] of told) {
    const stands = before.form(path)?.blob ?? null;
    if (!changed.has(path) && stands !== blob)
      tell(
        "approved",
        eventsPath(path),
        null,
        `The event says ${name(blob)}, but the file stays ${name(stands)}.`
      );
  }
}
function name(blob) {
  return blob ?? "absent";
}

// src/evidence/verify.ts
function contentsOf(changes) {
  return changes.flatMap(({ path, before, after }) => {
    if (path === "approved/grants/grantbook.yaml") return after ? [after.blob] : [];
    if (path.startsWith("approved/")) return [];
    return [before, after].flatMap((form2) => form2 ? [form2.blob] : []);
  });
}
function judgeStep(before, step) {
  const problems = [];
  const tell = teller(step.id, problems);
  const commit = readCommitObject(step.object);
  if (!commit || objectId("commit", step.object, step.id) !== step.id) {
    tell("commit-form", null, null, "Its object is no commit in the form that git writes.");
    return { problems, events: [], signers: before.signers, signer: null };
  }
  judgeParent(before, commit, tell);
  const signers = signersAfter(before.signers, step, tell);
  const events = judgeAppended(step, tell);
  judgeApproved(before, step, events, tell);
  const first = before.head === null;
  judgeGenesis(first, step, events, tell);
  const trusted = first && before.signers.size === 0 ? signers : before.signers;
  const signer = judgeSignature(commit, trusted, tell);
  if (first) judgeFirstSigner(signer, events, tell);
  return { problems, events, signers, signer };
}
function teller(commit, problems) {
  return (rule, file, line, message) => problems.push({ commit, rule, file, line, message });
}
function judgeParent({ head }, { parents }, tell) {
  if (head === null ? parents.length === 0 : parents.length === 1 && parents[0] === head) return;
  const wanted = head === null ? "no parent, because it is the first" : `one parent, ${head}`;
  const has = parents.length === 0 ? "none" : parents.join(", ");
  tell("parent", null, null, `It must have ${wanted}, but has ${has}.`);
}
function judgeSignature({ signature, payload }, trusted, tell) {
  if (signature === null) {
    tell("unsigned", null, null, "It is not signed.");
    return null;
  }
  const check = checkSignature(payload, signature, trusted);
  if (check.valid) return check.key;
  if (check.foreign === null) tell("signature", null, null, `Its signature is not valid: ${check.why}.`);
  else tell("signer", null, null, `It is signed by ${check.foreign}, which was no signer then.`);
  return null;
}
function judgeFirstSigner(signer, events, tell) {
  const genesis = events.find((one) => one.event === "genesis");
  if (genesis && signer !== null && genesis.signer !== signer)
    tell("genesis", null, null, `It names ${genesis.signer} as its signer, but is signed by ${signer}.`);
}

// src/io/git/evidence-walk.ts
var LARGEST_EVENTS = 64 * 1024 * 1024;
var BATCH = 64;
async function* walkEvidence(root, from, to, askMain) {
  const ids = await between(root, from, to);
  const commits = new ObjectReader(root, "commit");
  const blobs = new ObjectReader(root, "blob", LARGEST_EVENTS);
  try {
    let tree = from === null ? null : await treeOf(commits, from);
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH);
      const objects = await commits.read(batch);
      const steps = [];
      for (const id of batch) {
        const object = objects.get(id);
        if (!object) throw new UnableError(`git can’t read the commit ${id} of the branch "evidence".`);
        const after = readCommitObject(object)?.tree ?? null;
        steps.push({ id, object, before: tree, tree: after });
        tree = after;
      }
      const differences = await compare(root, steps);
      const wanted = differences.flatMap(contentsOf);
      const contents = sound(await blobs.read(wanted));
      for (const [index, { id, object }] of steps.entries()) {
        const changes = differences[index] ?? [];
        const content = (blob) => contents.get(blob);
        const bare = { id, object, changes, content, genesis: null };
        const first = from === null && start + index === 0;
        yield first ? { ...bare, genesis: await genesisFacts(root, bare, askMain) } : bare;
      }
    }
  } finally {
    commits.close();
    blobs.close();
  }
}
function sound(blobs) {
  return new Map([...blobs].filter(([id, bytes]) => objectId("blob", bytes, id) === id));
}
async function between(root, from, to) {
  if (from === to) return [];
  const { status } = from === null ? { status: 0 } : await tryGit(root, ["merge-base", "--is-ancestor", from, to]);
  if (status !== 0 && await isShallow(root)) throw cutOff();
  if (status === 1)
    throw new EvidenceError(
      `The branch "evidence" stands at ${to}, which doesn’t come from ${String(from)}: a part of the record was cut off or rewritten. Nothing was done. Restore the branch from a clone that has that commit.`
    );
  if (status !== 0) throw new UnableError(`git can’t tell whether ${to} comes from ${String(from)}.`);
  const range = from === null ? [to] : [to, `^${from}`];
  const listed = await runGit(root, [
    "rev-list",
    "--reverse",
    "--topo-order",
    "--first-parent",
    ...range,
    "--"
  ]);
  const ids = listed.toString("utf8").split("\n").filter(Boolean);
  if (from === null && await isShallow(root) && !await isRoot(root, ids[0] ?? to)) throw cutOff();
  return ids;
}
async function isRoot(root, id) {
  const reader = new ObjectReader(root, "commit");
  try {
    const object = (await reader.read([id])).get(id);
    return object !== void 0 && readCommitObject(object)?.parents.length === 0;
  } finally {
    reader.close();
  }
}
function cutOff() {
  return new UnableError(
    'The history of the branch "evidence" is cut off here. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
  );
}
async function treeOf(reader, id) {
  const object = (await reader.read([id])).get(id);
  const tree = object && readCommitObject(object)?.tree;
  if (tree) return tree;
  throw new UnableError(`git can’t read the commit ${id} of the branch "evidence".`);
}
async function compare(root, pairs) {
  const asked = pairs.map(({ before, tree }) => {
    const like = tree ?? before ?? "";
    return `${before ?? emptyTree2(like)} ${tree ?? emptyTree2(like)}
`;
  });
  const args = ["diff-tree", "--stdin", "-r", "-z", "--raw", "--no-renames", "--no-abbrev"];
  const raw = await runGit(root, args, asked.join(""));
  const found = [];
  let at = 0;
  for (const [index, header] of asked.entries()) {
    if (raw.toString("latin1", at, at + header.length) !== header)
      throw new UnableError("git diff-tree answered something else than was asked.");
    at += header.length;
    const next = asked[index + 1];
    const end = next === void 0 ? raw.length : endOfRecords(raw, at);
    found.push(parseRaw(raw.subarray(at, end)).map(difference));
    at = end;
  }
  return found;
}
function endOfRecords(raw, start) {
  let at = start;
  while (raw[at] === COLON) at = raw.indexOf(0, raw.indexOf(0, at) + 1) + 1;
  return at;
}
var COLON = 58;
function difference({ path, before, after }) {
  return { path, before: form(before), after: form(after) };
}
function form(entry) {
  return entry && { mode: entry.mode, blob: entry.blob ?? "" };
}
function emptyTree2(like) {
  return like.length === 64 ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321" : "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
}
async function genesisFacts(root, step, askMain) {
  const { judgeAppended: judgeAppended2 } = await import("./verify-appended-FJTFM553.js");
  const { genesisCommit } = await import("./verify-genesis-RRUSFMLV.js");
  const commit = genesisCommit(judgeAppended2(step, () => void 0));
  const own = await subtree(root, step.id, "approved/grants");
  return { own, ...commit === null ? { main: null, inHistory: null } : await askMain(commit) };
}
async function subtree(root, commit, folder) {
  const { status, stdout } = await tryGit(root, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${commit}:${folder}`
  ]);
  if (status !== 0) return null;
  const id = stdout.toString("utf8").trim();
  const type = await tryGit(root, ["cat-file", "-t", id]);
  return type.stdout.toString("utf8").trim() === "tree" ? id : null;
}

export {
  EMPTY_LEDGER,
  placeOf,
  standingOf,
  EVIDENCE_UNREADABLE,
  emptyTree,
  systemFault,
  desire,
  subjectUnit,
  unitOfPath,
  systemOfPath,
  REDUCTION_WITHHELD,
  advance,
  sealedEvent,
  foldFile,
  foldAll,
  readCommitObject,
  writeCommitObject,
  signCommitObject,
  objectId,
  signersOf,
  settingsFrom,
  judgeStep,
  LARGEST_EVENTS,
  walkEvidence,
  subtree
};
