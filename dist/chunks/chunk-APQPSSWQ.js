import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  nearestOf
} from "./chunk-DC62R65Y.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  readInstant
} from "./chunk-3ZSDZPIB.js";

// src/commands/common-options.ts
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
function addCommonOptions(program) {
  program.option("--root <dir>", "the repository (default: the one that holds the working directory)").option("--format <format>", "form of the results").option("--now <instant>", "take this RFC 3339 instant for the present").option("--quiet", "no progress on stderr");
}
function readCommonOptions(options, module, io) {
  const now = text(options["now"]);
  return {
    root: readRoot(text(options["root"]), io.cwd),
    format: readFormat(text(options["format"]), module.formats),
    now: now === null ? io.clock() : readInstantOption("--now", now),
    nowGiven: now !== null,
    quiet: options["quiet"] === true
  };
}
function text(value) {
  return typeof value === "string" ? value : null;
}
function readFormat(given, formats) {
  const [first = "text"] = formats;
  if (given === null) return first;
  if (formats.includes(given)) return given;
  const all = formats.join(", ");
  throw new UsageError(
    `Unknown format "${given}". The nearest is "${nearestOf(given, formats)}"; there are: ${all}.`
  );
}
function readInstantOption(option, given) {
  const at = /^.{10}t/iu.test(given) ? readInstant(given, "end") : null;
  if (at !== null) return at;
  throw new UsageError(`${option} must be an RFC 3339 instant such as 2026-11-22T12:00:00Z, not "${given}".`);
}
function readRoot(given, cwd) {
  if (given === null) return findRepository(cwd) ?? cwd;
  const root = resolve(cwd, given);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory()) return root;
  throw new UsageError(`--root "${given}" is not a directory.`);
}
function findRepository(from) {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

export {
  addCommonOptions,
  readCommonOptions,
  readInstantOption
};
