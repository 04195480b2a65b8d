import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  isRecordable,
  readLines
} from "./chunk-FYYQMQIA.js";
import {
  placeOf,
  subjectUnit
} from "./chunk-5ABX4AZM.js";
import {
  identify
} from "./chunk-VMXOJ7C2.js";
import {
  grantKey
} from "./chunk-BBVGU6PE.js";
import {
  entitlementName
} from "./chunk-APARWUT7.js";
import {
  readInstant,
  writeInstant
} from "./chunk-EZMMBTZM.js";

// src/evidence/record.ts
var BY = "grantbook apply";
function common(facts, grant) {
  const blob = grant === null ? null : facts.blobOf(grant);
  return { at: writeInstant(facts.now), grant, blob, commit: facts.commit, by: BY, run: facts.run };
}
function clip(text) {
  return text.length > 4e3 ? `${text.slice(0, 3999)}…` : text;
}
function changed(change, done, { core, account }, facts) {
  const { grant, system, principal, action, until } = change;
  const where = { system, principal: principal ?? "", principalId: done.principalId };
  if (action === "revoke") {
    const { why, cause, unit } = change;
    const sessionsUntil = sessions(change.pieces.before, core, facts);
    return {
      ...common(facts, grant),
      event: "revoked",
      ...where,
      why: clip(why),
      cause,
      unit,
      sessionsUntil,
      observed: false
    };
  }
  if (until === null || grant === null) return null;
  const ours = change.pieces.after.filter(({ id }) => !change.pieces.theirs.has(id));
  const held = {
    ...where,
    account,
    entitlement: done.entitlement,
    policy: Object.fromEntries(ours.flatMap(({ id }) => entry(id, done.places.get(id)))),
    statements: statements(ours),
    ...dates(change.from, until),
    enforcement: change.enforcement,
    observed: false
  };
  return heldEvent(KIND[action], held, grant, facts);
}
var KIND = { grant: "issued", extend: "extended", shorten: "shortened", update: "updated" };
function heldEvent(kind, held, grant, facts) {
  const all = { ...common(facts, grant), ...held };
  return kind === "updated" ? { ...all, event: kind, entitlementBlob: facts.entitlementBlob(grant) } : { ...all, event: kind };
}
function observed(one, { core, account }, facts) {
  const { grant, system, principal, principalId, entitlement, from, until, enforcement, pieces, why } = one;
  const where = { system, principal, principalId };
  if (one.what === "issued") {
    const held = {
      ...where,
      account,
      entitlement,
      policy: {},
      statements: statements(pieces),
      ...dates(from, until),
      enforcement,
      observed: true
    };
    return heldEvent("issued", held, grant, facts);
  }
  return {
    ...common(facts, grant),
    event: "revoked",
    ...where,
    why: clip(why),
    cause: "drift",
    unit: grant,
    sessionsUntil: sessions(pieces, core, facts),
    observed: true
  };
}
function failed(change, code, why, facts) {
  const { grant, system, principal, action } = change;
  return grant === null ? null : { ...common(facts, grant), event: "failed", system, principal, action, code, why: clip(why) };
}
function refused({ grant, system, code, why, state }, facts) {
  return { ...common(facts, grant), event: state, system, code, why: clip(why), pull: null };
}
function suspension(path, began, why, facts) {
  return { ...common(facts, path), event: began ? "suspended" : "reinstated", why: clip(why) };
}
function started(id, intents, facts) {
  const told = intents.map(({ pieces, ...rest }) => ({ ...rest, statements: statements(pieces) }));
  return { ...common(facts, null), event: "started", id, intents: told };
}
function finished(id, closes, counts, facts) {
  return {
    ...common(facts, null),
    event: "finished",
    id,
    closes: [...closes],
    sealed: facts.commit,
    counts: { ...counts }
  };
}
function heartbeat(id, facts) {
  return { ...common(facts, null), by: "grantbook nightly", event: "heartbeat", id };
}
function statements(pieces) {
  return pieces.map(({ id, body, enforcement }) => ({ id, body, enforcement }));
}
function dates(from, until) {
  return { from: from === null ? null : writeInstant(from), until: writeInstant(until) };
}
function sessions(pieces, core, { now }) {
  return writeInstant(now + Math.max(0, ...pieces.map((piece) => core.sessionTail(piece))));
}
function entry(id, place2) {
  return place2 === void 0 ? [] : [[id, place2]];
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
  const moves = [];
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
    moves.push({ path, to: after });
  }
  for (const { path, after } of ahead) {
    const verdict = confirmed.get(path);
    if (!verdict) continue;
    events.push(...approvedEvents(path, after, verdict, given, facts));
    moves.push({ path, to: after });
  }
  return { moves, events, unmoved };
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
function common2(path, after, step, facts) {
  return {
    at: writeInstant(facts.now),
    grant: path,
    blob: after?.blob ?? null,
    commit: step.commit,
    by: BY2,
    run: facts.run
  };
}
var BY2 = "grantbook apply";
function requestName(pull, { repository }) {
  return `${repository}#${pull}`;
}
function approvedEvents(path, after, own, { step, proof }, facts) {
  if (proof.kind !== "judged") return [];
  const { verdict } = proof;
  const pull = requestName(verdict.pull, facts);
  const base = common2(path, after, step, facts);
  const approvals = own.approvals.map(({ at, ...rest }) => ({ ...rest, at: writeInstant(at) }));
  return [
    { ...base, event: "requested", pull, requester: verdict.requester },
    { ...base, event: "approved", pull, head: verdict.head, base: verdict.base ?? step.parent, approvals }
  ];
}
function reducedEvent(path, after, what, step, facts) {
  const by = step.pull === null ? "" : ` It came with #${step.pull} and needed no approval.`;
  return { ...common2(path, after, step, facts), event: "reduced", what: clip(`${what}${by}`), pull: null };
}
function unmovedEvent(one, after, step, facts) {
  const { path, state, code, why } = one;
  return {
    ...common2(path, after, step, facts),
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
    by: BY2,
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
  const refused2 = /* @__PURE__ */ new Map();
  const holders = /* @__PURE__ */ new Map();
  let [ended, suspended] = [null, null];
  let moved = null;
  let approved = null;
  let pull = null;
  let unmoved = null;
  const discovered = [];
  for (const one of events) {
    if (isHeld(one)) {
      standing.set(place(one), standingOf(file, one));
      holders.set(place(one), holderOf(one));
      refused2.delete(one.system);
    } else if (one.event === "revoked") {
      standing.delete(place(one));
      holders.set(place(one), holderOf(one));
      removals.push(removalOf(one));
    } else if (one.event === "refused" || one.event === "held") {
      if (isOfChange(one)) unmoved = unmovedOf(one);
      else refused2.set(one.system, `${one.blob ?? ""} ${one.code}`);
    } else if (one.event === "approved" || one.event === "reduced") {
      const by = one.event === "reduced" && one.pull === null ? "reduced" : "approved";
      if (by === "approved") approved = instant(one.at);
      if (one.event === "approved") pull = numberOf(one.pull);
      moved = { by, at: instant(one.at), approved, pull };
      unmoved = null;
    } else if (one.event === "ended") ended = one.blob;
    else if (one.event === "discovered") discovered.push(...one.items.map(seenOf));
    else if (one.event === "suspended") suspended = one.blob;
    else if (one.event === "reinstated") suspended = null;
  }
  const readable = bad === null && events.every(({ grant }) => grant === file);
  return {
    file,
    standing: [...standing.values()],
    ended: ended ?? null,
    refused: refused2,
    holders: [...holders.values()],
    removals,
    suspended: suspended ?? null,
    moved,
    unmoved,
    discovered,
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
function seenOf({
  firstSeen,
  lastUsed,
  ...rest
}) {
  return { ...rest, firstSeen: instant(firstSeen), lastUsed: lastUsed === null ? null : instant(lastUsed) };
}
function isHeld(one) {
  return ["issued", "extended", "shortened", "updated"].includes(one.event);
}
function place({ system, principal }) {
  return `${system} ${principal}`;
}
function standingOf(grant, one) {
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
function piecesOf(grant, statements2) {
  const key = grantKey(grant);
  return statements2.map(({ id, body, enforcement }) => ({ id, key, body, enforcement }));
}
function instant(text) {
  return readInstant(text, "end") ?? 0;
}
function foldRuns(texts) {
  const judged = /* @__PURE__ */ new Set();
  let rested = null;
  let beat = null;
  const started2 = /* @__PURE__ */ new Map();
  const closed = /* @__PURE__ */ new Set();
  const removals = [];
  for (const one of texts.flatMap((text) => readLines(text).events)) {
    if (one.event === "heartbeat") {
      beat = instant(one.at);
      continue;
    }
    rested = one.event === "finished" ? instant(one.at) : null;
    if (one.event === "started") started2.set(one.id, one.intents.map(intentOf));
    else if (one.event === "revoked") removals.push(removalOf(one));
    else if (one.event === "sealed") for (const pull of one.pulls) judged.add(numberOf(pull));
    else if (one.event === "finished") for (const id of [one.id, ...one.closes]) closed.add(id);
  }
  const open = [...started2].filter(([id]) => !closed.has(id));
  return {
    intents: open.flatMap(([, intents]) => intents),
    open: open.map(([id]) => id),
    removals,
    judged,
    rested,
    beat
  };
}
function numberOf(request) {
  return Number(request.slice(request.lastIndexOf("#") + 1));
}
function intentOf({
  statements: statements2,
  ...rest
}) {
  return { ...rest, pieces: piecesOf(rest.grant, statements2) };
}
function foldAll(records, runs) {
  const standing = /* @__PURE__ */ new Map();
  const ended = /* @__PURE__ */ new Map();
  const refused2 = /* @__PURE__ */ new Map();
  const holders = /* @__PURE__ */ new Map();
  const suspended = /* @__PURE__ */ new Map();
  const unreadable = /* @__PURE__ */ new Set();
  const removals = [];
  const moved = /* @__PURE__ */ new Map();
  const unmoved = /* @__PURE__ */ new Map();
  const discovered = /* @__PURE__ */ new Map();
  for (const record of records) {
    const { file } = record;
    for (const one of record.standing) {
      const system = standing.get(one.system) ?? /* @__PURE__ */ new Map();
      standing.set(one.system, system.set(file, [...system.get(file) ?? [], one]));
    }
    if (record.ended !== null) ended.set(file, record.ended);
    for (const [system, code] of record.refused) refused2.set(placeOf(file, system), code);
    if (record.holders.length > 0) holders.set(file, record.holders);
    if (record.suspended !== null) suspended.set(file, record.suspended);
    if (!record.readable) unreadable.add(file);
    if (record.moved) moved.set(file, record.moved);
    if (record.unmoved) unmoved.set(file, record.unmoved);
    if (record.discovered.length > 0) discovered.set(file, record.discovered);
    removals.push(...record.removals);
  }
  const { intents, open, removals: strays, judged, rested, beat } = foldRuns(runs);
  removals.push(...strays);
  const outcome = { standing, ended, removals, refused: refused2, holders, intents, suspended, unreadable };
  return { ledger: { ...outcome, moved, unmoved, discovered }, open, judged, rested, beat };
}

export {
  clip,
  changed,
  observed,
  failed,
  refused,
  suspension,
  started,
  finished,
  heartbeat,
  unitOfPath,
  systemOfPath,
  REDUCTION_WITHHELD,
  advance,
  sealedEvent,
  foldFile,
  foldAll
};
