import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  clip
} from "./chunk-4G226GOF.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/evidence/record-outside.ts
import { createHash } from "node:crypto";
var BY = "grantbook nightly";
function common(facts, grant) {
  const { now, commit, run } = facts;
  return { at: writeInstant(now), grant, blob: facts.blobOf(grant), commit, by: BY, run };
}
function discovered(path, { principal, principalId }, items, facts) {
  return {
    ...common(facts, path),
    event: "discovered",
    principal,
    principalId,
    items: items.map(({ firstSeen, lastUsed, what, ...rest }) => ({
      ...rest,
      what: clip(what),
      firstSeen: writeInstant(firstSeen),
      lastUsed: lastUsed === null ? null : writeInstant(lastUsed)
    }))
  };
}
var NOTHING_KEPT = JSON.stringify(null);
function saved(path, { system, principal, item, digest, value }, facts) {
  const text = JSON.stringify(value);
  const id = createHash("sha256").update(`${path}
${item}
${writeInstant(facts.now)}
${text}`).digest("hex").slice(0, 12);
  return { ...common(facts, path), event: "saved", id, system, principal, item, digest, saved: text };
}
function removedOutside(path, {
  system,
  principal,
  item,
  why,
  observed
}, facts) {
  return {
    ...common(facts, path),
    event: "revoked",
    system,
    principal: principal.split(":").slice(5).join(":"),
    principalId: "",
    why: clip(`${item}: ${why}`),
    cause: "window",
    unit: path,
    sessionsUntil: writeInstant(facts.now),
    observed,
    item
  };
}
function about({ path, system, principal, items }, facts) {
  const things = items.map(({ id, digest }) => ({ id, digest }));
  return { ...common(facts, path), system, principal, items: things };
}
function adopted(on, into, facts) {
  return { ...about(on, facts), event: "adopted", into };
}
function tolerated(on, owner, until, facts) {
  return { ...about(on, facts), event: "tolerated", owner, until: writeInstant(until) };
}
function restored(on, facts) {
  return { ...about(on, facts), event: "restored" };
}
function declined(on, { at, ...who }, facts) {
  return { ...about(on, facts), event: "declined", ...who, closed: writeInstant(at) };
}

export {
  discovered,
  NOTHING_KEPT,
  saved,
  removedOutside,
  adopted,
  tolerated,
  restored,
  declined
};
