import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  GOVERNED,
  modeOf
} from "./chunk-VSTNN46Q.js";
import {
  LARGEST,
  runGit
} from "./chunk-LUKRZIK5.js";
import {
  blobId
} from "./chunk-7ETONKNL.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";

// src/io/git/changes.ts
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
var ABSENT = "000000";
var UNKNOWN_OBJECT = /^0+$/u;
async function changedPaths(root, before, after) {
  return parseRaw(await rawDifferences(root, before, after, GOVERNED));
}
function rawDifferences(root, before, after, paths) {
  const how = ["-r", "-z", "--raw", "--no-renames", "--no-abbrev"];
  return runGit(root, ["diff-tree", ...how, before, after, "--", ...paths]);
}
async function workingChanges(root, commit) {
  const [raw, listing] = await Promise.all([
    runGit(root, ["diff-index", "-z", "--raw", "--no-renames", "--no-abbrev", commit, "--", ...GOVERNED]),
    runGit(root, ["ls-files", "-z", "-v", "--cached", "--others", "--", ...GOVERNED])
  ]);
  refuseHidden(listing);
  const touched = parseRaw(raw).filter((change) => !readsTheSame(root, change));
  const changes = new Map(touched.map((change) => [change.path, change]));
  for (const name of untracked(listing)) {
    const after = untrackedEntry(root, name);
    if (after)
      changes.set(after.path, { path: after.path, before: changes.get(after.path)?.before ?? null, after });
  }
  return [...changes.values()].toSorted((a, b) => a.path < b.path ? -1 : 1);
}
function readsTheSame(root, { path, before, after }) {
  if (!before || !after || before.blob === null || after.blob !== null) return false;
  if (before.mode !== after.mode || !before.mode.startsWith("100")) return false;
  const file = join(root, path);
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size > LARGEST) return false;
  return blobId(readFileSync(file)) === before.blob;
}
function* untracked(listing) {
  for (let at = 0; listing.toString("latin1", at, at + 2) === "? "; ) {
    const end = listing.indexOf(0, at);
    yield listing.toString("utf8", at + 2, end);
    at = end + 1;
  }
}
function untrackedEntry(root, name) {
  const path = name.replace(/\/$/u, "");
  if (path !== name) return { path, mode: "160000", blob: null, size: null };
  const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (!stats) return null;
  return { path, mode: modeOf(stats), blob: null, size: null };
}
function refuseHidden(listing) {
  const tags = ["S", "s", "h", "m", "r", "c", "k"];
  const starts = tags.map(
    (tag) => listing.toString("latin1", 0, 2) === `${tag} ` ? 0 : listing.indexOf(`\0${tag} `) + 1 || -1
  );
  const first = starts.filter((start) => start !== -1).toSorted((a, b) => a - b)[0];
  if (first === void 0) return;
  const path = listing.toString("utf8", first + 2, listing.indexOf(0, first));
  throw new UnableError(
    `git is told to overlook ${plain(path)} (assume-unchanged, skip-worktree or a sparse checkout). Undo that, or name a commit with --head.`
  );
}
function parseRaw(raw) {
  const fields = splitNul(raw);
  const changes = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [modeBefore = "", modeAfter = "", blobBefore = "", blobAfter = ""] = (fields[index] ?? "").slice(1).split(" ");
    const path = fields[index + 1] ?? "";
    changes.push({
      path,
      before: side(path, modeBefore, blobBefore),
      after: side(path, modeAfter, blobAfter)
    });
  }
  return changes.toSorted((a, b) => a.path < b.path ? -1 : 1);
}
function differencesIn(raw) {
  return parseRaw(raw).map(({ path, before, after }) => ({
    path,
    before: before && { mode: before.mode, blob: before.blob ?? "" },
    after: after && { mode: after.mode, blob: after.blob ?? "" }
  }));
}
function side(path, mode, blob) {
  if (mode === ABSENT || mode === "") return null;
  return { path, mode, blob: UNKNOWN_OBJECT.test(blob) ? null : blob, size: null };
}
function splitNul(bytes) {
  const parts = bytes.toString("utf8").split("\0");
  parts.pop();
  return parts;
}

export {
  changedPaths,
  rawDifferences,
  workingChanges,
  differencesIn,
  splitNul
};
