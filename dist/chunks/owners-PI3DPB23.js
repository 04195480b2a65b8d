import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  ownersOf
} from "./chunk-V2GJZSBU.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import {
  CODEOWNERS_PATH
} from "./chunk-D2SZ5IZ2.js";
import {
  plainLine
} from "./chunk-BLCINO24.js";
import "./chunk-3OOSBJ24.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-XCNTR6TK.js";

// src/commands/owners.ts
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
var PLACES = [CODEOWNERS_PATH, "CODEOWNERS", "docs/CODEOWNERS"];
var command = {
  formats: ["text", "json"],
  example: "npx grantbook owners grants/systems/aws-prod/billing-read/alice.yaml",
  describe: (c) => {
    c.argument("[paths...]", "paths from the repository’s root; they need not exist").option(
      "--codeowners <file>",
      "this file instead of the repository’s own (- reads standard input)"
    );
  },
  run: async (paths, options, common, io) => {
    if (paths.length === 0) throw new UsageError("owners needs at least one path.");
    const owners = ownersOf(await readText(options["codeowners"], common, io));
    const found = paths.map((path) => [path, owners(path.replace(/^(?:\.?\/)+/u, ""))]);
    io.out(common.format === "json" ? renderJson(documentOf(found)) : found.map(renderLine).join(""));
    return 0;
  }
};
async function readText(file, { root }, io) {
  if (file === "-") return io.stdin();
  const given = typeof file === "string" ? resolve(io.cwd, file) : null;
  const path = given ?? PLACES.map((place) => join(root, place)).find((place) => existsSync(place));
  if (path === void 0)
    throw new UnableError(`There is no ${CODEOWNERS_PATH} here. Name a file with --codeowners.`);
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new UnableError(`${plainLine(path)} can’t be read.`, { cause });
  }
}
function documentOf(found) {
  const paths = Object.fromEntries(
    found.map(([path, owned]) => [path, owned && { owners: [...owned.owners], line: owned.line }])
  );
  return { format: 1, ok: true, paths };
}
function renderLine([path, owned]) {
  const who = owned === null ? "no line matches" : `${owned.owners.length === 0 ? "un-owned" : owned.owners.join(" ")} (line ${owned.line})`;
  return `${plainLine(path)}: ${plainLine(who)}
`;
}
export {
  command
};
