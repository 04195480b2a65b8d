import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  mergeTree
} from "./chunk-DXUKNOPP.js";
import {
  changedPaths,
  workingChanges
} from "./chunk-Q4FKR2PC.js";
import {
  openChanged,
  openResolved
} from "./chunk-ZCONMND2.js";
import {
  resolveCommit
} from "./chunk-LUKRZIK5.js";

// src/io/compare.ts
async function compareWorking(root, commit) {
  const [source, changes] = await Promise.all([openResolved(root, commit), workingChanges(root, commit)]);
  return { base: source, head: openChanged(root, source, changes), changes, conflicts: [] };
}
async function compareMerge(root, base, head) {
  const [into, from] = await Promise.all([resolveCommit(root, base), resolveCommit(root, head)]);
  const [source, merged] = await Promise.all([openResolved(root, into), mergeTree(root, into, from)]);
  const changes = await changedPaths(root, into, merged.tree);
  return { base: source, head: openChanged(root, source, changes), changes, conflicts: merged.conflicts };
}

export {
  compareWorking,
  compareMerge
};
