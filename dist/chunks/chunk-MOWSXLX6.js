import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  isShallow,
  runGit
} from "./chunk-LUKRZIK5.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";

// src/io/git/history.ts
var COMMIT = /^([0-9a-f]{40,64}) (\d+)$/u;
var MANY = 500;
async function pathHistory(root, commit, paths, line = "first-parent") {
  if (paths.length === 0) return [];
  if (await isShallow(root)) {
    throw new UnableError(
      'The history here is cut off, and the total time of a grant can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    );
  }
  const wanted = new Set(paths);
  const specs = paths.length > MANY ? ["grants"] : paths;
  const walk = line === "all" ? ["--full-history"] : ["--first-parent"];
  const found = await runGit(root, [
    "rev-list",
    ...walk,
    "--topo-order",
    "--reverse",
    "--end-of-options",
    commit,
    "--",
    ...specs
  ]);
  if (found.length === 0) return [];
  const commits = found.toString("latin1");
  const input = line === "all" ? commits : await firstParents(root, commits);
  const raw = await runGit(
    root,
    [
      "diff-tree",
      "--stdin",
      "-r",
      "-m",
      "--root",
      "-z",
      "--raw",
      "--no-renames",
      "--no-abbrev",
      "--always",
      "--format=%H %ct",
      "--",
      ...specs
    ],
    input
  );
  return parseHistory(raw, wanted);
}
async function firstParents(root, commits) {
  const raw = await runGit(root, ["rev-list", "--no-walk=unsorted", "--parents", "--stdin"], commits);
  return raw.toString("latin1").replaceAll(/^(\S+(?: \S+)?)[^\n]*$/gmu, "$1");
}
function parseHistory(raw, wanted) {
  const versions = [];
  const seen = /* @__PURE__ */ new Set();
  let commit = "";
  let at = 0;
  const fields = raw.toString("utf8").split("\0");
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]?.replace(/^\n/u, "") ?? "";
    const heading = COMMIT.exec(field);
    if (heading) {
      commit = heading[1] ?? "";
      at = Number(heading[2]) * 1e3;
    } else if (field.startsWith(":")) {
      const [, modeAfter = "", , blobAfter = ""] = field.slice(1).split(" ");
      const path = fields[++index] ?? "";
      const blob = modeAfter === "000000" ? null : blobAfter;
      const key = `${commit} ${path} ${blob}`;
      if (wanted.has(path) && !seen.has(key)) versions.push({ path, commit, at, blob });
      seen.add(key);
    }
  }
  return versions;
}

export {
  pathHistory
};
