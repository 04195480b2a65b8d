import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  openCommit,
  openWorkingTree
} from "./chunk-ZCONMND2.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";

// src/io/load.ts
async function loadBook(root, which, paths) {
  const source = which.kind === "working" ? openWorkingTree(root) : await openCommit(root, which.revision);
  try {
    requireGrants(source);
    return { ...await source.load(paths), source };
  } catch (error) {
    source.close();
    throw error;
  }
}
function requireGrants(source) {
  for (const path of source.tree.entries.keys()) if (path === "grants" || path.startsWith("grants/")) return;
  const where = source.commit === null ? "here" : `in commit ${source.commit.slice(0, 12)}`;
  throw new UnableError(
    `There are no files under grants/ ${where}. Name the repository with --root, or begin with grants/grantbook.yaml`
  );
}

export {
  loadBook,
  requireGrants
};
