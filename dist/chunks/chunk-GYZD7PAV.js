import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  effectiveWindow,
  endsByException,
  subjectOf
} from "./chunk-6VDFKSJZ.js";
import {
  resolveEntitlement
} from "./chunk-U42XUNFW.js";
import {
  SETTINGS_PATH,
  append,
  entitlementPath,
  identify,
  systemPath
} from "./chunk-B3S4NB5D.js";
import {
  entitlementName
} from "./chunk-FZVK7XJA.js";
import {
  readInstant,
  writeInstant
} from "./chunk-I4WDIHKY.js";

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
  unmoved: /* @__PURE__ */ new Map(),
  discovered: /* @__PURE__ */ new Map(),
  outside: /* @__PURE__ */ new Map(),
  uses: /* @__PURE__ */ new Map()
};
function placeOf(grant, system) {
  return `${grant} ${system}`;
}
function standingOf(ledger, system, grant) {
  return ledger.standing.get(system)?.get(grant) ?? [];
}

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
    const fault = present ? systemFault(present, cores, ledger) : refused.get(id) ?? null;
    const entry = fault ? earlier(id) : present;
    const core = entry ? cores(entry.data.connector) : null;
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
    const [missing] = resolved.missing;
    if (missing !== void 0) return this.#missing(missing);
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
function gone(code, why) {
  return { code, why };
}
function isGrantIdentity(identity) {
  return identity?.kind === "grant" || identity?.kind === "emergency";
}

// src/plan/lean-desire.ts
var LeanDesire = class {
  grant;
  principal;
  window;
  enforcement;
  #at;
  #held;
  constructor(grant, principal, window, at, held) {
    this.grant = grant;
    this.principal = principal;
    this.window = shared(window);
    this.#at = at;
    this.#held = held;
    const byJob = held.some(({ target }) => at.core.enforcementOf(target) === "job");
    this.enforcement = byJob ? "job" : "target";
  }
  get system() {
    return this.#at.context.id;
  }
  get holdings() {
    const { path } = this.grant;
    return this.#held.map((one) => ({ grant: path, ...one, ...this.window }));
  }
  get pieces() {
    return this.#at.core.compile(this.holdings, this.#at.context);
  }
};
function atHand({ grant, system, principal, window, holdings, pieces, enforcement }) {
  return { grant, system, principal, window, holdings, pieces, enforcement };
}
var MOST = 1e4;
var windows = /* @__PURE__ */ new Map();
function shared({ from, until }) {
  const key = `${from ?? ""} ${until}`;
  let window = windows.get(key);
  if (!window) {
    if (windows.size >= MOST) windows.clear();
    windows.set(key, window = { from, until });
  }
  return window;
}

// src/plan/desire.ts
function desire(asked) {
  const { book, broken, now, cores } = asked;
  const wish = { ...asked, caps: endsByException(asked) };
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
  const fault = faults.ofSubject(grant.subject) ?? faults.ofEntitlement(grant.name, resolved);
  if (fault || !resolved) return hold(grant, wish, fault ?? { code: "entitlement-missing", why: "" });
  const { window, end, why } = windowOf(grant, wish);
  if (!window) return hold(grant, wish, { code: "date-invalid", why: `When it ends can’t be told: ${why}.` });
  const over = overBy(wish, grant, window, end);
  if (over) return { is: "gone", gone: over };
  if (!wish.ledger.unreadable.has(grant.path))
    return compileGrant(grant, window, resolved.targets, wish, open);
  const unread = "What evidence says of this grant can’t be read.";
  return hold(grant, wish, { code: EVIDENCE_UNREADABLE, why: unread });
}
function windowOf(grant, { book, caps }) {
  const effective = effectiveWindow(book, grant);
  const cap = caps.get(grant.path);
  if (!cap) return effective;
  if (effective.window === null)
    return { ...effective, certain: Math.min(effective.certain ?? Infinity, cap.at) };
  if (effective.window.until <= cap.at) return effective;
  return { ...effective, window: { ...effective.window, until: cap.at }, end: "exception" };
}
function overBy({ book, now, caps }, grant, { from, until }, end) {
  if (now < until && (from === null || from < until)) return null;
  const before = now < until && from !== null ? `, before it starts at ${writeInstant(from)}` : "";
  const why = `${END_WORDS[end](grant.subject)} ${writeInstant(until)}${before}`;
  if (end === "expires") return { kind: "window", why, unit: grant.path, by: [grant.path] };
  if (end === "exception")
    return { kind: "window", why, unit: grant.path, by: [caps.get(grant.path)?.exception ?? grant.path] };
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
  exception: () => "the exception that it needed ended at",
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
  const ended = ledger.ended.get(path);
  return ended?.blob === facts.blob ? { is: "gone", gone: { kind: "ended", why: ended.why, unit: path, by: [] } } : null;
}
function hold(grant, wish, fault) {
  const { window, certain, end } = windowOf(grant, wish);
  const until = window?.until ?? certain;
  const own = until === grant.expires;
  const exception = end === "exception" ? wish.caps.get(grant.path)?.exception : void 0;
  const others = exception === void 0 ? filesOf(wish.book, grant.subject) : [exception];
  return { is: "frozen", fault, until, own, by: own ? [grant.path] : others };
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
  const until = effectiveWindow(book, grant).certain;
  return { is: "frozen", fault, until, own: false, by: filesOf(book, subject) };
}
function subjectUnit(subject) {
  return `subject ${subject}`;
}
function compileGrant(grant, window, entries, wish, open) {
  const accounts = subjectOf(wish.book, grant.subject)?.entry.data.accounts;
  const desires = [];
  for (const [id, held] of heldBySystem(entries)) {
    const system = open.get(id);
    if (!system) return hold(grant, wish, { code: "system-closed", why: `System "${id}" can’t be reached.` });
    if (system.fault) return hold(grant, wish, system.fault);
    const account = accounts && Object.hasOwn(accounts, id) ? accounts[id] : void 0;
    const fault = account ? accountFault(system, account, held) : noAccount(grant.subject, id);
    if (fault) return hold(grant, wish, fault);
    desires.push(new LeanDesire(grant, system.core.principalOf(account), window, system, held));
  }
  return { is: "wanted", desires };
}
var bySystem = /* @__PURE__ */ new WeakMap();
function heldBySystem(entries) {
  let found = bySystem.get(entries);
  if (!found) {
    const held = /* @__PURE__ */ new Map();
    for (const { system, name, data } of entries)
      append(held, system, { entitlement: name, target: data.target });
    bySystem.set(entries, found = held);
  }
  return found;
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

export {
  EMPTY_LEDGER,
  placeOf,
  standingOf,
  EVIDENCE_UNREADABLE,
  emptyTree,
  atHand,
  systemFault,
  desire,
  subjectUnit
};
