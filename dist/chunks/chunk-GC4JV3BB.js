import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  effectiveWindow
} from "./chunk-33ENI5OL.js";
import {
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";

// src/compose/holdings.ts
function heldBy(book, subject, now) {
  const held = (book.grantsOfSubject.get(subject) ?? []).map((grant) => {
    const { window } = effectiveWindow(book, grant);
    return { grant, from: window?.from ?? null, until: window?.until ?? null };
  });
  return held.filter(({ until }) => until === null || until > now).toSorted((a, b) => a.grant.path < b.grant.path ? -1 : 1);
}
function heldThrough(book, subject, name, now) {
  const bundle = heldBy(book, subject, now).find(
    ({ grant }) => grant.name !== name && (resolveEntitlement(book, grant.name)?.all.some((member) => member.name === name) ?? false)
  );
  return bundle ?? null;
}

export {
  heldBy,
  heldThrough
};
