import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  filesNamed
} from "./chunk-LUKRZIK5.js";
import {
  actsAs,
  withActors
} from "./chunk-TLWJT3BQ.js";
import {
  bundlesWith,
  includesOf
} from "./chunk-L4AA6WMQ.js";
import {
  SETTINGS_PATH,
  entitlementPath,
  identify,
  systemPath
} from "./chunk-LZOWS2TE.js";
import {
  compare
} from "./chunk-XW4OEFHM.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";

// src/findings/differ.ts
function newProblems(before, after) {
  const known = /* @__PURE__ */ new Map();
  for (const problem of before) known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + 1);
  const grown = beyond(before);
  return after.flatMap((problem) => {
    if (problem.extent) return grown(problem) ? [asGrown(problem, problem.extent)] : [];
    const key = keyOf(problem);
    const left = known.get(key) ?? 0;
    if (left > 0) known.set(key, left - 1);
    return left === 0 ? [problem] : [];
  });
}
function asGrown(problem, { grown }) {
  return grown ? { ...problem, ...grown } : problem;
}
function standingProblems(before, after) {
  const grown = beyond(before);
  return after.filter((problem) => problem.extent && !grown(problem));
}
function keyOf({ code, file, message }) {
  return `${code}\0${file}\0${message}`;
}
function beyond(before) {
  const known = /* @__PURE__ */ new Map();
  for (const { extent } of before) {
    if (extent) known.set(extent.key, [...known.get(extent.key) ?? [], extent]);
  }
  return ({ extent }) => extent !== void 0 && !(known.get(extent.key) ?? []).some((one) => holdsAll(one, extent));
}
function holdsAll(before, after) {
  return after.parts.every(
    ({ item, window }) => isCovered(
      window,
      before.parts.flatMap((part) => part.item === item ? [part.window] : [])
    )
  );
}
function isCovered({ from, until }, by) {
  let reached = from ?? -Infinity;
  for (const window of by.toSorted((a, b) => compare(a.from ?? -Infinity, b.from ?? -Infinity))) {
    if ((window.from ?? -Infinity) <= reached) reached = Math.max(reached, window.until);
  }
  return reached >= until;
}

// src/findings/reach-duties.ts
var RULES = "grants/rules/";
var FOLDERS = [RULES, "grants/exceptions/", "grants/workloads/"];
var ALL = /* @__PURE__ */ new Set(["owned", "backup", "canRun"]);
function hasRules(trees) {
  return trees.some(({ entries }) => {
    for (const path of entries.keys()) if (path.startsWith(RULES)) return true;
    return false;
  });
}
function addDutyFiles(tree, found) {
  for (const path of tree.entries.keys())
    if (FOLDERS.some((folder) => path.startsWith(folder))) found.add(path);
}
function dutySubjects(books, subjects) {
  const found = new Set(subjects);
  for (const book of books) {
    for (const actor of withActors(book, subjects)) {
      found.add(actor);
      for (const workload of actsAs(book, actor, ALL).keys()) found.add(workload);
    }
  }
  return found;
}
function exceptedSubjects(books, changed) {
  return books.flatMap(
    ({ exceptions }) => [...exceptions.values()].flatMap(({ path, data }) => changed.has(path) ? [data.subject] : [])
  );
}
function addNamed(tree, id, found) {
  for (const { path } of filesNamed(tree, `${id}.yaml`)) found.add(path);
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
  const touched = hasRules(sides.map(({ tree }) => tree)) ? addDuties(sides, changed, subjects, found) : subjects;
  for (const side of sides) {
    if (governing) addGoverning(side.tree, found);
    for (const subject of touched) addNamed(side.tree, subject, found);
    addReviews(side.tree, found);
    if (side.book) addContent(side.book, found);
  }
  return found;
}
function addDuties(sides, changed, subjects, found) {
  for (const { tree } of sides) addDutyFiles(tree, found);
  const books = sides.flatMap(({ book }) => book ?? []);
  return dutySubjects(books, /* @__PURE__ */ new Set([...subjects, ...exceptedSubjects(books, new Set(changed))]));
}
function effectOf(identity, stays) {
  switch (identity.kind) {
    case "person":
      return stays ? "governing" : "all";
    case "workload":
    case "entitlement":
    case "suspension":
      return "governing";
    case "grant":
    case "emergency":
    case "exception":
    case "out-of-band":
    case "retrospective":
      return "near";
    // A rule speaks of everybody who holds what it names.
    case "rule":
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
    case "retrospective":
      subjects.add(identity.subject);
      return;
    case "suspension":
      subjects.add(identity.id);
      return;
    case "person":
    // A workload of a person's name makes both refused, or, going, gives the workloads that she owns their owner back.
    case "workload":
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
function addReviews(tree, found) {
  const reviewed = new Set(
    [...found].flatMap((path) => {
      const identity = path.startsWith("grants/emergency/") ? identify(path) : null;
      return identity?.kind === "emergency" ? [identity.subject] : [];
    })
  );
  if (reviewed.size === 0) return;
  for (const path of tree.entries.keys()) {
    const identity = path.startsWith("grants/retrospectives/") ? identify(path) : null;
    if (identity?.kind === "retrospective" && reviewed.has(identity.subject)) found.add(path);
  }
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

export {
  newProblems,
  standingProblems,
  readReach
};
