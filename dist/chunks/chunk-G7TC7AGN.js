import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  CODEOWNERS_CODES
} from "./chunk-DL6CM3PP.js";
import {
  TOO_LARGE,
  parseCodeowners
} from "./chunk-HFY5HYQX.js";
import {
  CODEOWNERS_PATH,
  generateCodeowners
} from "./chunk-D2SZ5IZ2.js";
import {
  filesNamed,
  runGit
} from "./chunk-LUKRZIK5.js";
import {
  SETTINGS_PATH,
  identify
} from "./chunk-LZOWS2TE.js";

// src/approval/codeowners/problems.ts
var RUN = 'Run "npx grantbook codeowners" and commit the file.';
function codeownersProblems(text, generated, required) {
  const problems = [];
  if (new TextEncoder().encode(generated).length >= TOO_LARGE) {
    const message2 = "The generated file is 3 MB or more, which GitHub doesn’t load at all.";
    problems.push(problem("codeowners-too-large", message2, "Spread entitlements over several repositories."));
  }
  if (text === null) {
    if (!required) return problems;
    const message2 = "There is no CODEOWNERS file: GitHub asks nobody in particular for reviews.";
    return [...problems, problem("codeowners-missing", message2, RUN)];
  }
  if (text === generated) return problems;
  const message = "The file isn’t what the files under grants/ generate: GitHub asks the wrong people for reviews.";
  problems.push({
    ...problem("codeowners-stale", message, RUN),
    at: { line: firstDifference(text, generated), column: 1 }
  });
  for (const { line, column, what, fix } of parseCodeowners(text).faults)
    problems.push({ ...problem("codeowners-line", what, fix), at: { line, column } });
  return problems;
}
function problem(code, message, fix) {
  return { code, severity: CODEOWNERS_CODES[code].severity, message, fix, file: CODEOWNERS_PATH, pointer: [] };
}
function firstDifference(a, b) {
  const [left, right] = [a.split("\n"), b.split("\n")];
  return left.findIndex((line, index) => line !== right[index]) + 1 || left.length;
}

// src/commands/steps/codeowners.ts
import { existsSync } from "node:fs";
import { join } from "node:path";
var DECIDING = /* @__PURE__ */ new Set(["settings", "system", "entitlement", "person"]);
function decidesOwners(path) {
  return path === CODEOWNERS_PATH || DECIDING.has(identify(path)?.kind ?? "grant");
}
function isUndecided(book) {
  if (!book.settings) return true;
  for (const identity of book.invalid.values()) {
    if (identity && identity.kind !== "person" && DECIDING.has(identity.kind)) return true;
  }
  return false;
}
async function judgeCodeowners(source, book, required) {
  const generated = isUndecided(book) ? null : generateCodeowners(book);
  if (generated === null) return [];
  const bytes = await source.bytes(CODEOWNERS_PATH);
  const text = bytes === null ? null : new TextDecoder().decode(bytes);
  return codeownersProblems(text, generated, text === null && await required());
}
async function loadDeciding(source) {
  const paths = /* @__PURE__ */ new Set([SETTINGS_PATH]);
  for (const path of source.tree.entries.keys()) {
    const kind = identify(path)?.kind;
    if (kind === "system" || kind === "entitlement") paths.add(path);
  }
  const { book } = await source.load(paths);
  const owners = new Set(
    [...book.systems.values(), ...book.entitlements.values()].map(({ data }) => data.owner)
  );
  for (const owner of owners) {
    for (const { path } of filesNamed(source.tree, `${owner}.yaml`))
      if (identify(path)?.kind === "person") paths.add(path);
  }
  return (await source.load(paths)).book;
}
async function hasGithubFolder(root, commit) {
  if (commit === null) return existsSync(join(root, ".github"));
  return (await runGit(root, ["ls-tree", "--full-tree", commit, "--", ".github"])).length > 0;
}

export {
  codeownersProblems,
  decidesOwners,
  isUndecided,
  judgeCodeowners,
  loadDeciding,
  hasGithubFolder
};
