import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  one,
  sha
} from "./chunk-UDABQ4SU.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";

// src/io/github/repository.ts
var repository = external_exports.object({ full_name: external_exports.string(), default_branch: external_exports.string().min(1).max(255) });
var branch = external_exports.object({ commit: external_exports.object({ sha }) });
async function readRepository(github) {
  const what = `repository ${github.owner}/${github.repo}`;
  const read = await one(github, what, "GET /repos/{owner}/{repo}", repository);
  if (!read.ok) return read;
  return { ok: true, value: { name: read.value.full_name, defaultBranch: read.value.default_branch } };
}
async function readTip(github, name) {
  const route = "GET /repos/{owner}/{repo}/branches/{branch}";
  const read = await one(github, `tip of branch ${name}`, route, branch, { branch: name });
  return read.ok ? { ok: true, value: read.value.commit.sha } : read;
}
async function readDefaultTip(github) {
  const found = await readRepository(github);
  if (!found.ok) return found;
  const tip = await readTip(github, found.value.defaultBranch);
  return tip.ok ? { ok: true, value: { ...found.value, tip: tip.value } } : tip;
}

export {
  readRepository,
  readTip,
  readDefaultTip
};
