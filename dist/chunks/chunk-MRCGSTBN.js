import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  SETTINGS_PATH,
  identify
} from "./chunk-LZOWS2TE.js";

// src/plan/approved-by.ts
function approvedBy({ moved }, asking = /* @__PURE__ */ new Set()) {
  return (path) => asking.has(path) ? null : moved.get(path)?.approved ?? -Infinity;
}

// src/plan/pieces.ts
function samePiece(a, b) {
  return a.id === b.id && a.body === b.body;
}
function samePieces(a, b) {
  return a.length === b.length && a.every((piece) => b.some((other) => samePiece(piece, other)));
}
function mergePieces(lists) {
  const merged = /* @__PURE__ */ new Map();
  for (const piece of lists.flat()) {
    const grants = [...merged.get(piece.id)?.grants ?? [], ...piece.grants ?? []];
    merged.set(piece.id, grants.length > 0 ? { ...piece, grants: [...new Set(grants)].toSorted() } : piece);
  }
  return [...merged.values()].toSorted((a, b) => a.id < b.id ? -1 : 1);
}
function piecesAt(desire, now) {
  const begun = desire.window.from === null || desire.window.from <= now;
  return begun ? desire.pieces : desire.pieces.filter(({ enforcement }) => enforcement === "target");
}
function windowOf(core, pieces) {
  const windows = pieces.flatMap((piece) => core.windowOf(piece) ?? []);
  const [first, ...rest] = windows;
  return first ? rest.reduce(
    (all, { from, until }) => ({
      from: all.from === null || from === null ? null : Math.min(all.from, from),
      until: Math.max(all.until, until)
    }),
    first
  ) : null;
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
  samePiece,
  samePieces,
  mergePieces,
  piecesAt,
  windowOf,
  approvedBy,
  emptiness,
  emptyTree
};
