import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  emptiness,
  mergePieces,
  piecesAt,
  samePiece,
  samePieces,
  windowOf as windowOf2
} from "./chunk-MRCGSTBN.js";
import {
  early,
  filesOf,
  overBy,
  subjectUnit,
  windowOf
} from "./chunk-4I27XLSR.js";
import {
  endsByException
} from "./chunk-4OYDZ6UL.js";
import {
  effectiveWindow,
  subjectOf
} from "./chunk-33ENI5OL.js";
import {
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";
import {
  SETTINGS_PATH,
  append,
  entitlementPath,
  systemPath
} from "./chunk-LZOWS2TE.js";
import {
  compare
} from "./chunk-XW4OEFHM.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";
import {
  keepIn,
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/plan/compare.ts
function compareChanges(a, b) {
  return compare(a.grant ?? "￿", b.grant ?? "￿") || compare(a.system, b.system) || rank(a) - rank(b) || compare(a.principal ?? "", b.principal ?? "") || compare(a.why, b.why);
}
function rank({ action }) {
  return action === "revoke" ? 0 : 1;
}

// src/plan/desired.ts
var EVIDENCE_UNREADABLE = "evidence-unreadable";

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
  const window = windowOf2(core, share.before);
  if (!window || !isRetimed(share.before, desire2, core, context)) return false;
  const from = desire2.window.from ?? -Infinity;
  return desire2.window.until <= window.until && from >= (window.from ?? -Infinity);
}
function isRetimed(before, desire2, core, context) {
  const window = windowOf2(core, before);
  if (!window) return samePieces(before, desire2.pieces);
  return samePieces(
    before,
    core.compile(
      desire2.holdings.map((holding) => ({ ...holding, ...window })),
      context
    )
  );
}

// src/plan/cause.ts
function reasonOf(share, around) {
  const { grant, standing, before } = share;
  const { desired, core, recorded, moved, now } = around;
  if (grant === null) {
    const unit = `unknown ${before[0]?.key ?? ""}`;
    const why = "no grant explains it: neither the files nor evidence know it";
    return { why, cause: recorded ? "drift" : "unproved", unit };
  }
  const gone2 = desired.gone.get(grant);
  const until = standing?.until ?? windowOf2(core, before)?.until ?? null;
  const over = until !== null && until <= now;
  if (gone2)
    return {
      why: gone2.why,
      cause: gone2.kind === "ended" ? "ended" : over ? "window" : causeOf(moved, gone2.by),
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
        cause: causeOf(moved, frozen.by),
        unit: grant
      };
    const why = `${frozen.subject} has left and the file of the grant can’t be judged: ${frozen.why}`;
    return { why, cause: causeOf(moved, frozen.by), unit: subjectUnit(frozen.subject) };
  }
  if (desired.valid.has(grant)) return whyMoved(share, grant, around);
  return {
    why: over ? "its time ended and its file is gone" : "its file was deleted",
    cause: over ? "window" : moved.get(grant)?.by === "approved" ? "proved" : "unproved",
    unit: grant
  };
}
function causeOf(moved, paths) {
  return paths.some((path) => moved.get(path)?.by === "reduced") ? "unproved" : "proved";
}
function whyMoved({ principal }, grant, { desired, system }) {
  const wanted = desired.systems.get(system)?.wanted.get(grant);
  if (!wanted)
    return { why: `what the grant gives no longer includes "${system}"`, cause: "proved", unit: grant };
  if (wanted.principal === principal) return { why: "it has not begun yet", cause: "proved", unit: grant };
  const why = `its subject is now ${wanted.principal}, no longer ${principal}`;
  return { why, cause: "unproved", unit: subjectUnit(wanted.grant.subject) };
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
    window: recorded ? { from: recorded.from, until: recorded.until } : windowOf2(core, before)
  };
  const window = desire2?.window ?? windowOf2(core, after.pieces);
  return [was, { holds: after.pieces.length > 0, window: after.pieces.length > 0 ? window : null }];
}
function reasonFor(action, { share, after }, before, wanted, around) {
  const unit = share.grant ?? "";
  if (after.tampered)
    return { why: "it was changed by hand while its file can’t be judged", cause: "drift", unit };
  if (action === "revoke") return reasonOf(share, around);
  const drift = isDrift({ share, after });
  if (action === "grant") {
    const why2 = drift ? "it was removed by hand" : share.desire?.grant.reason ?? "";
    return { why: why2, cause: drift ? "drift" : "proved", unit };
  }
  const why = drift ? "it was changed by hand" : whyUpdated(action, before, wanted);
  return { why, cause: drift ? "drift" : "proved", unit };
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

// src/plan/hold.ts
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
  return windows.get(key) ?? keepIn(windows, MOST, key, { from, until });
}

// src/plan/wanted.ts
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

export {
  EVIDENCE_UNREADABLE,
  frozenAfter,
  refusedAfter,
  reasonOf,
  differs,
  isDrift,
  changeOf,
  enforcementOf,
  compareChanges,
  atHand,
  systemFault,
  desire
};
