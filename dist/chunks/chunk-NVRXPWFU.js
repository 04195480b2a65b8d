import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  heldBy
} from "./chunk-GC4JV3BB.js";
import {
  isSuspended
} from "./chunk-JOLQCLIX.js";
import {
  orphanedAt,
  personEnd
} from "./chunk-33ENI5OL.js";
import {
  readInstant
} from "./chunk-3ZSDZPIB.js";

// src/compose/leaving.ts
function leavingOf(book, person, at, now) {
  return {
    person,
    at,
    holds: heldBy(book, person, now),
    workloads: keptBy(book, person, at, now),
    decides: [...approves(book, person), ...owns(book, person)].toSorted(
      (a, b) => a.path < b.path ? -1 : 1
    ),
    exceptions: [...book.exceptions.values()].filter(({ data }) => data.subject === person).map(({ path, data }) => ({ path, what: `exception to ${data.rule}, until ${data.expires}` })),
    managerOf: [...book.people.values()].filter(({ data }) => data.manager === person).map(({ id }) => id).toSorted()
  };
}
function keptWorkloads(book, person) {
  return [...book.workloads.values()].filter(({ data }) => data.owner === person || data.backup === person).map(({ id }) => id).toSorted();
}
function keptBy(book, person, at, now) {
  return keptWorkloads(book, person).flatMap((id) => {
    const entry = book.workloads.get(id);
    if (!entry) return [];
    const { owner, backup, title } = entry.data;
    const as = owner === person ? "owner" : "backup";
    const other = as === "owner" ? backup : owner;
    const gone = orphanedAt(book, entry);
    return [
      {
        workload: id,
        path: entry.path,
        title,
        as,
        successor: other !== void 0 && other !== person && isActive(book, other, at) ? other : null,
        holds: heldBy(book, id, now),
        orphaned: gone === Infinity ? null : gone
      }
    ];
  });
}
function isActive(book, id, at) {
  const person = book.people.get(id);
  const end = person ? personEnd(person) : null;
  const suspension = book.suspensions.get(id);
  return end !== null && end > at && !(suspension && isSuspended(suspension.data, at));
}
function* approves(book, person) {
  const login = book.people.get(person)?.data.github?.toLowerCase();
  if (login === void 0) return;
  const names = (approvers) => approvers.some((name) => name.toLowerCase() === `@${login}`);
  const { settings } = book;
  if (settings && names([settings.data.governance]))
    yield { path: settings.path, what: "is the governance owner" };
  if (settings && names([settings.data.security]))
    yield { path: settings.path, what: "is the owner of suspensions" };
  for (const { path, name, data } of book.entitlements.values()) {
    if (names(data.approvers.flat())) yield { path, what: `approves ${name}` };
    if (data.emergency && names(data.emergency.approvers))
      yield { path, what: `approves break-glass of ${name}` };
  }
}
function* owns(book, person) {
  for (const { path, id, data } of book.systems.values())
    if (data.owner === person) yield { path, what: `owns the system ${id}` };
  for (const { path, name, data } of book.entitlements.values())
    if (data.owner === person) yield { path, what: `owns the entitlement ${name}` };
  for (const { path, data } of book.outOfBand.values())
    if (data.owner === person) yield { path, what: `answers for access found outside until ${data.expires}` };
}
function lastDayOf(book, person) {
  const ends = book.people.get(person)?.data.ends;
  return ends === void 0 ? null : readInstant(ends, "end");
}

export {
  leavingOf,
  keptWorkloads,
  lastDayOf
};
