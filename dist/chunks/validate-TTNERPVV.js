import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  compareMerge,
  compareWorking,
  loadBook,
  mayColour,
  requireGrants
} from "./chunk-4Z2BKO6P.js";
import {
  conflict
} from "./chunk-XRAEV7O6.js";
import {
  VERSION
} from "./chunk-E3WPCVQO.js";
import {
  withoutSecrets
} from "./chunk-IIO7YGNV.js";
import {
  compose,
  extentOf,
  filesNamed,
  isShallow,
  limitedEntitlements,
  readHistory,
  resolveCommit
} from "./chunk-JYR4RDOT.js";
import {
  require_dist
} from "./chunk-IGNZ6A6A.js";
import {
  SETTINGS_PATH,
  bundlesWith,
  entitlementPath,
  identify,
  includesOf,
  systemPath
} from "./chunk-B2GJ3BED.js";
import {
  placeAt
} from "./chunk-Z47NDYIS.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-5SQON4IS.js";
import {
  entitlementName
} from "./chunk-GGIVQ2LZ.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import {
  countFindings
} from "./chunk-HFVXZZQ6.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/book/yaml/locate.ts
var import_yaml = __toESM(require_dist(), 1);
var Locator = class {
  #text;
  #root;
  constructor(text) {
    this.#text = text;
  }
  /**
   * Where a pointer leads: line and column of the value, or of its key with `atKey`. A value that isn't there is where
   * its nearest parent is; a text that can't be read strictly has only its beginning. The root's own place is 1:1.
   */
  locate(pointer, atKey = false) {
    if (pointer.length === 0) return { line: 1, column: 1 };
    if (this.#root === void 0) this.#root = compose(this.#text).document?.contents ?? null;
    let node = this.#root;
    let offset = 0;
    for (const [index, step] of pointer.entries()) {
      const last = index === pointer.length - 1;
      if ((0, import_yaml.isMap)(node)) {
        const pair = findPair(node.items, String(step));
        if (!pair) break;
        const key = pair.key.range[0];
        node = pair.value;
        offset = last && atKey ? key : startOf(node, key);
      } else if ((0, import_yaml.isSeq)(node)) {
        const item = node.items[Number(step)];
        if (item === void 0) break;
        node = item;
        offset = startOf(node, offset);
      } else break;
    }
    return placeAt(this.#text, offset);
  }
};
function findPair(pairs, key) {
  return pairs.find((pair) => (0, import_yaml.isScalar)(pair.key) && pair.key.value === key);
}
function startOf(node, key) {
  if (node === null || (0, import_yaml.isScalar)(node) && node.range[0] === node.range[1]) return key;
  return node.range[0];
}

// src/findings/locate.ts
function locate(problems, sources) {
  const find = finder(sources);
  const findings = problems.map((problem) => place(problem, find)).toSorted(compare);
  return findings.filter((finding, index) => {
    const before = findings[index - 1];
    return before === void 0 || compare(before, finding) !== 0;
  });
}
function place(problem, find) {
  const { code, severity, message, fix, file, pointer, atKey, at, related } = problem;
  return {
    code,
    severity,
    message: withoutSecrets(message),
    fix: withoutSecrets(fix),
    file,
    ...at ?? find(file, pointer, atKey === true),
    related: (related ?? []).map((other) => ({
      file: other.file,
      ...find(other.file, other.pointer, false),
      message: withoutSecrets(other.message)
    }))
  };
}
function finder(sources) {
  const locators = /* @__PURE__ */ new Map();
  return (file, pointer, atKey) => {
    if (pointer.length === 0) return { line: 1, column: 1 };
    let locator = locators.get(file);
    if (locator === void 0) {
      const text = sources(file);
      locator = text === null ? null : new Locator(text);
      locators.set(file, locator);
    }
    return locator?.locate(pointer, atKey) ?? { line: 1, column: 1 };
  };
}
function compare(a, b) {
  return byUnit(a.file, b.file) || a.line - b.line || a.column - b.column || byUnit(a.code, b.code) || byUnit(a.message, b.message);
}
function byUnit(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/findings/differ.ts
function newProblems(before, after) {
  const known = /* @__PURE__ */ new Map();
  for (const problem of before) known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + 1);
  return after.filter((problem) => {
    const key = keyOf(problem);
    const left = known.get(key) ?? 0;
    if (left > 0) known.set(key, left - 1);
    return left === 0;
  });
}
function keyOf({ code, file, message }) {
  return `${code}\0${file}\0${message}`;
}

// src/findings/reach.ts
function reach(before, after, changed) {
  const sides = [before, after];
  const found = /* @__PURE__ */ new Set([...changed, SETTINGS_PATH]);
  const subjects = /* @__PURE__ */ new Set();
  let governing = false;
  for (const path of changed) {
    const identity = identify(path);
    const effect = identity && effectOf(identity, after.tree.entries.has(path));
    if (effect === "all") return "all";
    if (effect === "governing") governing = true;
    if (identity) addSubjects(identity, sides, subjects);
    for (const side of sides) addNamesakes(identity, side.tree, found);
  }
  for (const side of sides) {
    if (governing) addGoverning(side.tree, found);
    for (const subject of subjects) addNamed(side.tree, subject, found);
    if (side.book) addContent(side.book, found);
  }
  return found;
}
function effectOf(identity, stays) {
  switch (identity.kind) {
    case "person":
      return stays ? "governing" : "all";
    case "workload":
    case "entitlement":
    case "suspension":
    case "rule":
      return "governing";
    case "grant":
    case "emergency":
    case "exception":
    case "out-of-band":
    case "retrospective":
      return "near";
    case "settings":
    case "system":
    default:
      return "all";
  }
}
function addSubjects(identity, sides, subjects) {
  switch (identity.kind) {
    case "grant":
    case "emergency":
      subjects.add(identity.subject);
      return;
    case "suspension":
    case "workload":
      subjects.add(identity.id);
      return;
    case "person":
      subjects.add(identity.id);
      for (const { book } of sides) for (const id of workloadsOf(book, identity.id)) subjects.add(id);
      return;
    case "entitlement":
      for (const side of sides) addHolders(side, entitlementName(identity.system, identity.id), subjects);
      return;
    case "settings":
    case "system":
    case "rule":
    case "exception":
    case "out-of-band":
    case "retrospective":
  }
}
function workloadsOf(book, person) {
  if (!book) return [];
  return [...book.workloads.values()].flatMap(
    ({ id, data }) => data.owner === person || data.backup === person ? [id] : []
  );
}
function addHolders({ tree, book }, name, subjects) {
  const names = /* @__PURE__ */ new Set([name, ...book ? bundlesWith(book, name) : []]);
  for (const path of tree.entries.keys()) {
    const identity = identify(path);
    if (identity?.kind !== "grant" && identity?.kind !== "emergency") continue;
    if (names.has(entitlementName(identity.system, identity.entitlement))) subjects.add(identity.subject);
  }
}
function addNamesakes(identity, tree, found) {
  if (identity?.kind === "rule" || identity?.kind === "exception") addNamed(tree, identity.id, found);
}
function addNamed(tree, id, found) {
  for (const { path } of filesNamed(tree, `${id}.yaml`)) found.add(path);
}
var GOVERNING = /* @__PURE__ */ new Set([
  "person",
  "workload",
  "system",
  "entitlement",
  "suspension",
  "rule",
  "exception",
  "retrospective"
]);
function addGoverning(tree, found) {
  for (const path of tree.entries.keys()) if (GOVERNING.has(identify(path)?.kind)) found.add(path);
}
function addContent(book, found) {
  for (const { name, system } of book.grants.values()) {
    found.add(entitlementPath(name));
    found.add(systemPath(system));
  }
  for (const entitlement of book.entitlements.values()) {
    found.add(systemPath(entitlement.system));
    for (const include of includesOf(entitlement)) found.add(entitlementPath(include));
  }
  for (const { system } of book.outOfBand.values()) found.add(systemPath(system));
  for (const { data } of book.workloads.values()) {
    for (const id of data.backup === void 0 ? [data.owner] : [data.owner, data.backup])
      addNamed(book.tree, id, found);
  }
}

// src/findings/read-reach.ts
async function readReach(before, after, changed) {
  let read = null;
  let paths = /* @__PURE__ */ new Set();
  for (; ; ) {
    const next = reach(
      { tree: before.tree, book: read?.before.book ?? null },
      { tree: after.tree, book: read?.after.book ?? null },
      changed
    );
    if (next === "all") return { before: await before.load(), after: await after.load() };
    if (read && [...next].every((path) => paths.has(path))) return read;
    paths = /* @__PURE__ */ new Set([...paths, ...next]);
    read = { before: await before.load(paths), after: await after.load(paths) };
  }
}

// src/commands/judge.ts
async function judgeState(root, which, now) {
  const { source, ...loaded } = await loadBook(root, which);
  const { checkTree } = await import("./check-tree-NK36N26R.js");
  const history = await stateHistory(root, loaded.book, source.commit);
  return { source, problems: checkTree(loaded, now, null, history) };
}
async function judgeChange(root, base, head, now) {
  const comparing = head === null ? compareWorking(root, await resolveCommit(root, base)) : compareMerge(root, base, head);
  const [comparison, { changeHistory, checkTree }] = await Promise.all([comparing, import("./check-tree-NK36N26R.js")]);
  const { base: before, head: after, changes, conflicts } = comparison;
  try {
    if (!after.tree.entries.has(SETTINGS_PATH)) requireGrants(after);
    const sides = await readReach(
      before,
      after,
      changes.map((change) => change.path)
    );
    const added = new Set(changes.flatMap((change) => change.after === null ? [] : [change.path]));
    const history = await changeHistory(root, before.commit, sides.after.book, added);
    const known = checkTree(sides.before, now, /* @__PURE__ */ new Set(), null);
    const found = checkTree(sides.after, now, added, history);
    const undecided = new Set(conflicts);
    const fresh = newProblems(known, found).filter((problem) => !undecided.has(problem.file));
    return { source: after, problems: [...conflicts.map(conflict), ...fresh] };
  } catch (error) {
    after.close();
    throw error;
  } finally {
    before.close();
  }
}
async function stateHistory(root, book, commit) {
  const names = limitedEntitlements(book, () => true);
  if (names.size === 0) return null;
  try {
    const tip = commit ?? await resolveCommit(root, "HEAD");
    return await isShallow(root) ? { complete: false, versions: /* @__PURE__ */ new Map() } : await readHistory(root, tip, names);
  } catch (error) {
    if (commit === null && error instanceof UnableError) return null;
    throw error;
  }
}

// src/commands/validate.ts
var command = {
  formats: ["text", "json", "github", "sarif"],
  example: "npx grantbook validate --base origin/main --format github",
  describe: (to) => to.option("--base <ref>", "report only what differs from the findings of this commit").option(
    "--head <ref>",
    "judge what merging this commit into --base gives; the working tree is not read"
  ),
  run: async (_, options, common, io) => {
    const { source, problems } = await judge(reference(options, "base"), reference(options, "head"), common);
    try {
      const report = await place2(source, problems);
      io.out(await render(report, common, io));
      return report.counts.errors > 0 ? 1 : 0;
    } finally {
      source.close();
    }
  }
};
function reference(options, name) {
  const value = options[name];
  if (value === "") throw new UsageError(`--${name} needs the name of a commit.`);
  return typeof value === "string" ? value : null;
}
function judge(base, head, { root, now }) {
  if (base !== null) return judgeChange(root, base, head, now);
  return judgeState(root, head === null ? { kind: "working" } : { kind: "commit", revision: head }, now);
}
async function place2(source, problems) {
  const texts = /* @__PURE__ */ new Map();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for (const file of new Set(
    problems.flatMap((told) => [told.file, ...(told.related ?? []).map((other) => other.file)])
  )) {
    const bytes = await source.bytes(file);
    if (bytes) texts.set(file, decoder.decode(bytes));
  }
  const sources = (file) => texts.get(file) ?? null;
  const findings = locate(problems, sources);
  const { files, grants } = extentOf(source.tree);
  return { findings, counts: countFindings(findings, files, grants), sources };
}
async function render(report, { format }, io) {
  switch (format) {
    case "json":
      return (await import("./findings-json-G7HMUCSO.js")).renderFindingsJson(report);
    case "github":
      return (await import("./findings-github-WUUAKNKM.js")).renderFindingsGithub(report);
    case "sarif": {
      const [{ renderFindingsSarif }, { catalogueOf }, { CHECKS }] = await Promise.all([
        import("./findings-sarif-HWAGMXJQ.js"),
        import("./catalogue-AUNCAOVE.js"),
        import("./checks-AQHH2456.js")
      ]);
      return renderFindingsSarif(report, catalogueOf(CHECKS), VERSION);
    }
    default: {
      const { renderFindingsText } = await import("./findings-text-DONQ64KK.js");
      return renderFindingsText(report, mayColour(io));
    }
  }
}
export {
  command
};
