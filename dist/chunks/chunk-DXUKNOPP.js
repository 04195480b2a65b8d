import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  splitNul
} from "./chunk-Q4FKR2PC.js";
import {
  gitFailure,
  runGit,
  tryGit,
  withoutCommonHistory
} from "./chunk-LUKRZIK5.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";

// src/io/git/merge-tree.ts
var DEFAULTS = [
  "merge.renames=true",
  "merge.directoryRenames=conflict",
  "merge.renormalize=false",
  "merge.default=text"
];
async function mergeTree(root, base, head) {
  const places = await runGit(root, [
    "rev-parse",
    "--path-format=absolute",
    "--git-dir",
    "--git-path",
    "objects"
  ]);
  const [folder = "", nowhere = ""] = places.toString("utf8").split("\n");
  const settings = DEFAULTS.flatMap((setting) => ["-c", setting]);
  const call = ["merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", base, head];
  const args = [`--git-dir=${folder}`, `--work-tree=${nowhere}`, ...settings, ...call];
  const { status, stdout, stderr } = await tryGit(nowhere, args);
  if (status === 0 || status === 1) {
    const [tree = "", ...conflicts] = splitNul(stdout);
    return { tree, conflicts: [...new Set(conflicts)].toSorted() };
  }
  if (/unrelated histories/u.test(stderr)) throw await withoutCommonHistory(root);
  if (/usage: git merge-tree/u.test(stderr))
    throw new UnableError("git is too old to merge in memory. Install git 2.38 or newer.");
  throw gitFailure(call, stderr);
}

export {
  mergeTree
};
