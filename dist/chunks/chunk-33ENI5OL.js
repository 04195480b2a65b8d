import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  readDuration
} from "./chunk-7FEDJEB3.js";
import {
  readInstant
} from "./chunk-3ZSDZPIB.js";

// src/book/effective.ts
function subjectOf(book, id) {
  const person = book.people.get(id);
  if (person) return { kind: "person", entry: person };
  const workload = book.workloads.get(id);
  return workload ? { kind: "workload", entry: workload } : null;
}
function effectiveWindow(book, grant) {
  const other = subjectEnd(book, grant.subject);
  const own = grant.expires ?? Infinity;
  const [until, end] = other.at < own ? [other.at, other.end] : [own, "expires"];
  const why = grant.expires === null ? NO_END : grant.hasStarts && grant.starts === null ? NO_START : other.unknown;
  if (why !== null) return { window: null, end: null, why, certain: until === Infinity ? null : until };
  return { window: { from: grant.starts, until }, end, why: null, certain: null };
}
var NO_END = 'its "expires" is not a real date';
var NO_START = 'its "starts" is not a real date';
var cache = /* @__PURE__ */ new WeakMap();
function subjectEnd(book, id) {
  let known = cache.get(book);
  if (!known) cache.set(book, known = /* @__PURE__ */ new Map());
  let end = known.get(id);
  if (!end) known.set(id, end = earliest(endsOf(book, id)));
  return end;
}
function earliest(ends) {
  let first = { at: Infinity, end: "expires", unknown: null };
  for (const { at, end, why } of ends) {
    if (at === null) first = { ...first, unknown: first.unknown ?? why };
    else if (at < first.at) first = { ...first, at, end };
  }
  return first;
}
function endsOf(book, id) {
  const subject = subjectOf(book, id);
  if (!subject) return [{ at: null, end: "person-ends", why: `"${id}" has no valid file` }];
  return subject.kind === "person" ? personEnds(subject.entry) : workloadEnds(book, subject.entry);
}
function personEnd(person) {
  return person.data.ends === void 0 ? Infinity : readInstant(person.data.ends, "end");
}
function orphanedAt(book, workload) {
  const { owner, backup } = workload.data;
  const ends = [owner, ...backup === void 0 ? [] : [backup]].flatMap((id) => {
    const person = book.people.get(id);
    if (person) return [personEnd(person)];
    return isRefused(book, id) ? [null] : [];
  });
  if (ends.includes(Infinity)) return Infinity;
  const known = ends.filter((at) => at !== null);
  return known.length === ends.length && known.length > 0 ? Math.max(...known) : null;
}
function isRefused(book, id) {
  for (const identity of book.invalid.values()) {
    if (identity?.kind === "person" && identity.id === id) return true;
  }
  return false;
}
function personEnds(person) {
  return [{ at: personEnd(person), end: "person-ends", why: `"ends" of "${person.id}" is not a real date` }];
}
function workloadEnds(book, workload) {
  const grace = readDuration(book.settings?.data.orphans.grace ?? "");
  const orphaned = orphanedAt(book, workload);
  const expires = readInstant(workload.data.expires, "end");
  return [
    { at: expires, end: "workload-expires", why: `"expires" of "${workload.id}" is not a real date` },
    {
      // Without settings nobody knows how long the grace is; no grace would be a guess that takes access.
      at: orphaned === Infinity ? Infinity : orphaned === null || grace === null ? null : orphaned + grace,
      end: "orphaned",
      why: `when "${workload.id}" lost its last owner can't be told`
    }
  ];
}

export {
  subjectOf,
  effectiveWindow,
  personEnd,
  orphanedAt
};
