import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  ObjectReader,
  readYaml,
  runGit,
  sizeLimit
} from "./chunk-LUKRZIK5.js";
import {
  datesOf,
  pairOf
} from "./chunk-MVCWI7NH.js";
import {
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";
import {
  identify
} from "./chunk-LZOWS2TE.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";

// src/commands/total-history.ts
var MANY = 500;
function limitedEntitlements(book, isAdded, emergencies) {
  const names = /* @__PURE__ */ new Set();
  for (const { name, path, kind } of book.grants.values()) {
    if (names.has(name) || !isAdded(path)) continue;
    if (emergencies && kind === "emergency") names.add(name);
    else if ((resolveEntitlement(book, name)?.terms?.maxTotal ?? null) !== null) names.add(name);
  }
  return names;
}
async function readHistory(root, commit, names) {
  const steps = (await stepsOf(root, commit, names)).filter((step) => names.has(step.name));
  const reader = new ObjectReader(root);
  try {
    const blobs = await reader.read(steps.flatMap((step) => step.blob ?? []));
    return { complete: true, versions: versionsOf(steps, blobs) };
  } finally {
    reader.close();
  }
}
var COMMIT = /^\n?\u0001(\d+)$/u;
async function stepsOf(root, commit, names) {
  const folders = [...names].flatMap((name) => [`grants/systems/${name}`, `grants/emergency/${name}`]);
  const raw = await runGit(root, [
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    "--reverse",
    "--root",
    "--raw",
    "-r",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--format=%x01%ct",
    "--end-of-options",
    commit,
    "--",
    ...folders.length > MANY ? ["grants/systems", "grants/emergency"] : folders
  ]);
  const steps = [];
  let at = 0;
  const fields = raw.toString("utf8").split("\0");
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] ?? "";
    const heading = COMMIT.exec(field);
    if (heading) at = Math.max(at, Number(heading[1]) * 1e3);
    const change = /^\n?:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) /u.exec(field);
    if (!change) continue;
    const path = fields[++index] ?? "";
    const identity = identify(path);
    if (identity?.kind !== "grant" && identity?.kind !== "emergency") continue;
    const name = entitlementName(identity.system, identity.entitlement);
    steps.push({
      path,
      name,
      subject: identity.subject,
      at,
      blob: change[1] === "000000" ? null : change[2] ?? null
    });
  }
  return steps;
}
function versionsOf(steps, blobs) {
  const versions = /* @__PURE__ */ new Map();
  const current = /* @__PURE__ */ new Map();
  for (const step of steps) {
    const key = pairOf(step.subject, step.name);
    const list = versions.get(key) ?? [];
    versions.set(key, list);
    const open = current.get(step.path);
    if (open?.step.blob) open.list.push(version(open.step, step.at, blobs));
    current.set(step.path, { step, list });
  }
  for (const { step, list } of current.values()) if (step.blob) list.push(version(step, null, blobs));
  return versions;
}
function version({ path, blob, at }, replaced, blobs) {
  const bytes = blobs.get(blob ?? "");
  const { data } = bytes ? readYaml(bytes, sizeLimit("grant")) : { data: null };
  return { path, blob: blob ?? "", landed: at, replaced, ...datesOf(data ?? {}) };
}

export {
  limitedEntitlements,
  readHistory
};
