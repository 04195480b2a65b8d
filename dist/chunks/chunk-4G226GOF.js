import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  checkSignature,
  readPublicKey
} from "./chunk-B3U7XVIC.js";
import {
  judgeAppended
} from "./chunk-EQGGY4A3.js";
import {
  judgeGenesis
} from "./chunk-QLY2WBM4.js";
import {
  eventsPath,
  isRecordable,
  readLines
} from "./chunk-VXUZRDRM.js";
import {
  subjectUnit
} from "./chunk-4I27XLSR.js";
import {
  differencesIn
} from "./chunk-Q4FKR2PC.js";
import {
  Once,
  load
} from "./chunk-VSTNN46Q.js";
import {
  ObjectReader,
  isShallow,
  nearLine,
  objectId,
  readCommitObject,
  readObject,
  runGit,
  tryGit
} from "./chunk-LUKRZIK5.js";
import {
  SETTINGS_PATH,
  identify
} from "./chunk-LZOWS2TE.js";
import {
  grantKey
} from "./chunk-7ETONKNL.js";
import {
  EvidenceError,
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  entitlementName,
  intern
} from "./chunk-UI4DGNQ4.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";

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
    observed: false,
    ...change.cause === "drift" && { drift: clip(change.why) }
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
function endedByTask(path, task, how, facts) {
  const why = clip(`its task is over: ${task} is ${how}`);
  return { ...common(facts, path), by: "grantbook nightly", event: "ended", why, task };
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
    { ...base, event: "approved", pull, head: verdict.head, base: verdict.base ?? step.parent, approvals },
    ...own.transfer ? [transferredEvent(base, own.transfer)] : []
  ];
}
function transferredEvent(base, { from, to, consents }) {
  return { ...base, event: "transferred", from, to, consents: consents.map((one) => ({ ...one })) };
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

// src/evidence/fold-outside.ts
function foldOutside(events) {
  const principals = /* @__PURE__ */ new Set();
  const declined = [];
  const adopted = [];
  const taken = /* @__PURE__ */ new Map();
  const pending = /* @__PURE__ */ new Map();
  let tolerated = null;
  let found = events.some(({ event }) => event === "tolerated");
  for (const one of events) {
    if (one.event === "discovered") {
      found = true;
      if (typeof one.principalId === "string") principals.add(one.principalId);
      for (const { id } of one.items) taken.delete(id);
    } else if (one.event === "tolerated") tolerated = one.blob;
    else if (one.event === "declined")
      declined.push(...one.items.map((item) => ({ ...item, person: one.person, pull: one.pull })));
    else if (one.event === "adopted") adopted.push(...one.items.map((item) => ({ ...item, into: one.into })));
    else if (one.event === "saved") pending.set(one.item, one.principal);
    else if (one.event === "revoked" && one.item !== void 0) {
      taken.set(one.item, readInstant(one.at, "end") ?? 0);
      pending.delete(one.item);
    } else if (one.event === "restored") for (const { id } of one.items) taken.delete(id);
  }
  return found ? { principals, tolerated, declined, adopted, taken, pending } : null;
}

// src/evidence/event-values.ts
function piecesOf(grant, statements2) {
  const key = grantKey(grant);
  return statements2.map(({ id, body, enforcement }) => ({ id, key, body: intern(body), enforcement }));
}
function instant(text) {
  return readInstant(text, "end") ?? 0;
}
function removalOf({
  system,
  unit,
  at,
  cause
}) {
  return { system, unit, at: instant(at), cause };
}
function numberOf(request) {
  return Number(request.slice(request.lastIndexOf("#") + 1));
}

// src/evidence/ended-form.ts
function endedAfter(ended, next, proved) {
  if (next !== null && proved && next !== ended.blob) return null;
  return next === ended.blob ? ended : { ...ended, blob: next };
}

// src/evidence/uses.ts
function usesIn(path, events) {
  const uses = [];
  const held = /* @__PURE__ */ new Set();
  const given = /* @__PURE__ */ new Set();
  for (const one of events) {
    if (one.event === "approved") given.clear();
    if (one.event === "issued" || one.event === "extended") {
      give(uses, path, one, given);
      held.add(placeOf(one));
    } else if (one.event === "shortened" || one.event === "updated") {
      held.add(placeOf(one));
      const last = uses.length - 1;
      const use = uses[last];
      if (use) uses[last] = { ...use, until: instant2(one.until) };
      else give(uses, path, one, given);
    } else if (one.event === "revoked") {
      if (uses.length === 0) uses.push(unknownUse(path, one, events));
      held.delete(placeOf(one));
      if (held.size === 0) end(uses, instant2(one.at));
    } else if (one.event === "reviewed") {
      const [from, until] = [instant2(one.from), instant2(one.until)];
      const review = { path: one.review, verdict: one.verdict };
      for (const [index, use] of uses.entries())
        if (from <= use.from && use.from <= until) uses[index] = { ...use, review };
    }
  }
  return uses;
}
function give(uses, path, { at, blob, from, until }, given) {
  const begin = Math.max(instant2(at), from === null ? 0 : instant2(from));
  const runs = (use) => use.until > instant2(at) || given.has(use.blob);
  const index = uses.findLastIndex((use) => use.blob === blob && use.review === null && runs(use));
  given.add(blob ?? "");
  const known = uses[index];
  if (known) uses[index] = { ...known, until: Math.max(known.until, instant2(until)) };
  else uses.push({ path, blob: blob ?? "", from: begin, until: instant2(until), review: null });
}
function end(uses, at) {
  const kept = uses.filter(({ from, until }) => from < at || until <= at);
  const ended = kept.map((use) => use.until > at ? { ...use, until: at } : use);
  uses.splice(0, uses.length, ...ended);
}
function unknownUse(path, { at, blob }, events) {
  const approved = events.find((one) => one.event === "approved");
  return { path, blob: blob ?? "", from: instant2(approved?.at ?? at), until: instant2(at), review: null };
}
function placeOf({ system, principal }) {
  return `${system} ${principal}`;
}
function instant2(text) {
  return readInstant(text, "end") ?? 0;
}

// src/evidence/fold-file.ts
function foldFile(file, text) {
  const { events, bad } = readLines(text);
  const standing = /* @__PURE__ */ new Map();
  const removals = [];
  const refused2 = /* @__PURE__ */ new Map();
  const holders = /* @__PURE__ */ new Map();
  let suspended = null;
  let ended = null;
  let form;
  let moved = null;
  let approved = null;
  let pull = null;
  let unmoved = null;
  const discovered = [];
  for (const one of events) {
    if (isHeld(one)) {
      const held = standingOf(file, one);
      standing.set(place(one), held);
      holders.set(place(one), one.blob === null ? holderOf(one) : held);
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
      form = one.blob;
      if (ended !== null) ended = endedAfter(ended, form, one.event === "approved");
    } else if (one.event === "ended") {
      if (form === void 0 || form === one.blob)
        ended = { blob: one.blob, why: one.why, at: instant(one.at), task: one.task ?? null };
    } else if (one.event === "discovered") discovered.push(...one.items.map(seenOf));
    else if (one.event === "suspended") suspended = one.blob;
    else if (one.event === "reinstated") suspended = null;
  }
  const readable = bad === null && events.every(({ grant }) => grant === file);
  const stands = [...standing.values()];
  const had = [...holders.values()];
  return {
    file,
    standing: stands,
    ended,
    refused: refused2.size === 0 ? NO_REFUSALS : refused2,
    // Most often everybody who had it has it still: one list for both.
    holders: had.every((one, at) => one === stands[at]) ? stands : had,
    removals: removals.length === 0 ? NOTHING : removals,
    suspended,
    moved,
    unmoved,
    discovered: discovered.length === 0 ? NOTHING : discovered,
    outside: foldOutside(events),
    uses: file.startsWith(EMERGENCIES) ? usesIn(file, events) : NOTHING,
    readable
  };
}
var NO_REFUSALS = /* @__PURE__ */ new Map();
var NOTHING = [];
var EMERGENCIES = "grants/emergency/";
function isOfChange({ pull, code }) {
  return pull !== null || code === UNPROVED || code === REDUCTION_WITHHELD;
}
function unmovedOf({ blob, event, code, why }) {
  return { blob, state: event, code, why };
}
function holderOf({ system, principal, principalId, blob }) {
  return { system: intern(system), principal: intern(principal), principalId: intern(principalId), blob };
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
    system: intern(one.system),
    account: intern(one.account),
    principal: intern(one.principal),
    principalId: intern(one.principalId),
    from: one.from === null ? null : instant(one.from),
    until: instant(one.until),
    pieces: piecesOf(grant, one.statements),
    entitlement: entitlementName(system, entitlement),
    blob: one.blob ?? ""
  };
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
  const entry2 = { path: SETTINGS_PATH, mode: "100644", blob: null, size: bytes.byteLength };
  const { book } = load({ entries: /* @__PURE__ */ new Map([[SETTINGS_PATH, entry2]]) }, /* @__PURE__ */ new Map([[SETTINGS_PATH, bytes]]));
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
  const changed2 = /* @__PURE__ */ new Map();
  if (step.genesis) {
    if (told.size > 0)
      tell("approved", null, null, "The first commit approves nothing: it takes what main has.");
    return;
  }
  for (const { path, after } of step.changes) {
    if (path.startsWith(PREFIX)) changed2.set(path.slice(PREFIX.length), after);
  }
  for (const [path, after] of changed2) {
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
    if (!changed2.has(path) && stands !== blob)
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
    return [before, after].flatMap((form) => form ? [form.blob] : []);
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

// src/io/git/tree-object.ts
var FOLDER = "40000";
var NUL = 0;
var SPACE = 32;
function readTreeObject(bytes, like) {
  const idBytes = like.length / 2;
  const entries = /* @__PURE__ */ new Map();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(SPACE, at);
    const end2 = bytes.indexOf(NUL, space);
    const id = bytes.toString("hex", end2 + 1, end2 + 1 + idBytes);
    entries.set(bytes.toString("latin1", space + 1, end2), { mode: bytes.toString("latin1", at, space), id });
    at = end2 + 1 + idBytes;
  }
  return entries;
}

// src/io/git/at-path.ts
var LARGEST_TREE = 64 * 1024 * 1024;
async function entryAt(root, commit, path) {
  const tree = await treeOf(root, commit);
  let here = tree === null ? null : { mode: FOLDER, id: tree };
  for (const name2 of path.split("/")) {
    if (here?.mode !== FOLDER) return null;
    const bytes = await readObject(root, "tree", here.id, LARGEST_TREE);
    here = (bytes && readTreeObject(bytes, commit).get(asBytes(name2))) ?? null;
  }
  return here;
}
async function fileAt(root, commit, path, largest) {
  const entry2 = await entryAt(root, commit, path);
  return entry2 && readObject(root, "blob", entry2.id, largest);
}
async function treeOf(root, commit) {
  const object = await readObject(root, "commit", commit);
  if (object === null) return null;
  const named = readCommitObject(object)?.tree;
  if (named !== void 0) return named;
  return (await runGit(root, ["rev-parse", "--verify", `${commit}^{tree}`])).toString("latin1").trim();
}
function asBytes(name2) {
  return Buffer.from(name2, "utf8").toString("latin1");
}

// src/io/git/empty-tree.ts
function emptyTreeLike(like) {
  return like.length === 64 ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321" : "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
}

// src/io/git/evidence-walk.ts
var LARGEST_EVENTS = 64 * 1024 * 1024;
var BATCH = 64;
async function* walkEvidence(root, from, to, askMain) {
  const ids = await between(root, from, to);
  const commits = new ObjectReader(root, "commit");
  const blobs = new ObjectReader(root, "blob", LARGEST_EVENTS);
  try {
    let tree = from === null ? null : await treeOf2(commits, from);
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
  const near = await isShallow(root) ? null : await nearLine(root, from, to);
  if (near !== null) return near;
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
async function treeOf2(reader, id) {
  const object = (await reader.read([id])).get(id);
  const tree = object && readCommitObject(object)?.tree;
  if (tree) return tree;
  throw new UnableError(`git can’t read the commit ${id} of the branch "evidence".`);
}
async function compare(root, pairs) {
  const asked = pairs.map(({ before, tree }) => {
    const like = tree ?? before ?? "";
    return `${before ?? emptyTreeLike(like)} ${tree ?? emptyTreeLike(like)}
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
    const end2 = next === void 0 ? raw.length : endOfRecords(raw, at);
    found.push(differencesIn(raw.subarray(at, end2)));
    at = end2;
  }
  return found;
}
function endOfRecords(raw, start) {
  let at = start;
  while (raw[at] === COLON) at = raw.indexOf(0, raw.indexOf(0, at) + 1) + 1;
  return at;
}
var COLON = 58;
async function genesisFacts(root, step, askMain) {
  const { judgeAppended: judgeAppended2 } = await import("./verify-appended-SA5OMS44.js");
  const { genesisCommit } = await import("./verify-genesis-4KBOB4TO.js");
  const commit = genesisCommit(judgeAppended2(step, () => void 0));
  const own = await subtree(root, step.id, "approved/grants");
  return { own, ...commit === null ? { main: null, inHistory: null } : await askMain(commit) };
}
var knownFolders = new Once();
function subtree(root, commit, folder) {
  return knownFolders.get(root, commit, `tree ${folder}`, () => subtreeNow(root, commit, folder));
}
async function subtreeNow(root, commit, folder) {
  const entry2 = await entryAt(root, commit, folder);
  return entry2?.mode === FOLDER ? entry2.id : null;
}

export {
  piecesOf,
  instant,
  removalOf,
  numberOf,
  endedAfter,
  clip,
  changed,
  observed,
  failed,
  refused,
  suspension,
  endedByTask,
  started,
  finished,
  heartbeat,
  unitOfPath,
  systemOfPath,
  REDUCTION_WITHHELD,
  advance,
  requestName,
  sealedEvent,
  foldOutside,
  foldFile,
  signersOf,
  settingsFrom,
  judgeStep,
  FOLDER,
  readTreeObject,
  fileAt,
  emptyTreeLike,
  LARGEST_EVENTS,
  walkEvidence,
  subtree
};
