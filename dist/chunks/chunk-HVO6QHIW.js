import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  nearLine,
  resolveCommit,
  tryGit
} from "./chunk-LUKRZIK5.js";

// src/io/git/kept-refs.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";
var KEPT_EVIDENCE = "refs/grantbook/evidence";
var KEPT_MAIN = "refs/grantbook/main";
async function keep(root, ref, id) {
  const stands = await readFile(join(root, ".git", ref), "latin1").catch(() => "");
  if (stands.trim() === id) return;
  await tryGit(root, ["update-ref", "--no-deref", ref, id]);
}

// src/io/git/audit-refs.ts
var EVIDENCE = ["refs/remotes/origin/evidence", "refs/heads/evidence"];
var MAIN = ["refs/remotes/origin/main", "refs/heads/main", "HEAD"];
var ORIGIN_HEAD = "refs/remotes/origin/HEAD";
async function evidenceHead(root, named) {
  return named === null ? first(root, [...EVIDENCE, KEPT_EVIDENCE]) : resolveCommit(root, named);
}
async function mainTip(root) {
  const [branch, kept] = [await defaultTip(root), await first(root, [KEPT_MAIN])];
  if (branch === null || kept === null || await first(root, EVIDENCE) !== null) return branch ?? kept;
  return await comesFrom(root, kept, branch) ? kept : branch;
}
async function defaultTip(root) {
  const { status, stdout } = await tryGit(root, ["symbolic-ref", "--quiet", ORIGIN_HEAD]);
  return first(root, status === 0 ? [stdout.toString("utf8").trim(), ...MAIN] : MAIN);
}
async function comesFrom(root, head, earlier) {
  if (await nearLine(root, earlier, head) !== null) return true;
  const { status } = await tryGit(root, ["merge-base", "--is-ancestor", earlier, head]);
  return status === 0;
}
async function first(root, refs) {
  for (const ref of refs) {
    const { status, stdout } = await tryGit(root, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
    if (status === 0) return stdout.toString("utf8").trim();
  }
  return null;
}

export {
  KEPT_EVIDENCE,
  KEPT_MAIN,
  keep,
  evidenceHead,
  mainTip,
  comesFrom
};
