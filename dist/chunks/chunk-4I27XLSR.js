import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  effectiveWindow,
  subjectOf
} from "./chunk-33ENI5OL.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/plan/ending.ts
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
function subjectUnit(subject) {
  return `subject ${subject}`;
}

export {
  windowOf,
  overBy,
  filesOf,
  early,
  subjectUnit
};
