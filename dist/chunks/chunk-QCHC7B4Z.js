import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  SETTINGS_PATH,
  identify
} from "./chunk-B3S4NB5D.js";

// src/plan/approved-by.ts
function approvedBy({ moved }, asking = /* @__PURE__ */ new Set()) {
  return (path) => asking.has(path) ? null : moved.get(path)?.approved ?? -Infinity;
}

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

export {
  approvedBy,
  emptiness,
  emptyTree
};
