import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  readInstant
} from "./chunk-3ZSDZPIB.js";

// src/findings/history.ts
function pairOf(subject, entitlement) {
  return `${subject} ${entitlement}`;
}
function datesOf(data) {
  const { starts, expires } = data;
  return {
    starts: typeof starts === "string" ? readInstant(starts, "start") : null,
    expires: typeof expires === "string" ? readInstant(expires, "end") : null
  };
}
function stretchesOf(book, grant, now, history) {
  const versions = history?.versions.get(pairOf(grant.subject, grant.name)) ?? [];
  const stretches = versions.flatMap(
    (version) => given(version, book.grants.get(version.path)?.blob === version.blob, now)
  );
  const standing = new Set(
    versions.flatMap(({ path, blob, replaced }) => replaced === null ? [`${path} ${blob}`] : [])
  );
  for (const { name, path, blob, starts, expires } of book.grantsOfSubject.get(grant.subject) ?? []) {
    if (name !== grant.name || expires === null || standing.has(`${path} ${blob}`)) continue;
    stretches.push({ from: Math.max(starts ?? now, now), until: expires });
  }
  return stretches;
}
function given({ landed, replaced, starts, expires }, stands, now) {
  if (expires === null) return [];
  const taken = replaced ?? (stands ? Infinity : now);
  return [{ from: Math.max(landed, starts ?? landed), until: Math.min(expires, taken) }];
}

export {
  pairOf,
  datesOf,
  stretchesOf
};
