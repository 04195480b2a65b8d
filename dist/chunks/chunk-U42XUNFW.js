import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  append
} from "./chunk-B3S4NB5D.js";
import {
  readDuration
} from "./chunk-7FEDJEB3.js";
import {
  entitlementName
} from "./chunk-FZVK7XJA.js";

// src/book/risks.ts
var RISKS = ["low", "medium", "high", "critical"];

// src/book/bundles.ts
function includesOf(entry) {
  return (entry.data.includes ?? []).map((text) => {
    const [system = "", entitlement = ""] = text.split("/");
    return entitlementName(system, entitlement);
  });
}
var cache = /* @__PURE__ */ new WeakMap();
function resolveEntitlement(book, name) {
  let known = cache.get(book);
  if (!known) cache.set(book, known = /* @__PURE__ */ new Map());
  let resolved = known.get(name);
  if (resolved === void 0) known.set(name, resolved = resolve(book, name));
  return resolved;
}
function bundlesWith(book, name) {
  const found = [];
  for (const other of book.entitlements.values()) {
    if (other.data.includes === void 0 || other.name === name) continue;
    const resolved = resolveEntitlement(book, other.name);
    if (resolved?.all.some((member) => member.name === name) || resolved?.missing.includes(name))
      found.push(other.name);
  }
  return found;
}
function resolve(book, name) {
  const entitlement = book.entitlements.get(name);
  if (!entitlement) return null;
  const all = /* @__PURE__ */ new Set();
  const missing = /* @__PURE__ */ new Set();
  const cyclic = follow(book, entitlement, all, missing);
  const members = [...all];
  const targets = members.filter((member) => member.data.target !== void 0);
  return {
    entitlement,
    all: members,
    targets,
    systems: [...new Set(targets.map((target) => target.system))],
    missing: [...missing],
    cyclic,
    terms: strictest(book, members)
  };
}
function follow(book, start, all, missing) {
  const open = /* @__PURE__ */ new Set([start.name]);
  const stack = [{ entry: start, includes: includesOf(start), next: 0 }];
  let cyclic = false;
  all.add(start);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const include = top.includes[top.next++];
    if (include === void 0) {
      open.delete(top.entry.name);
      stack.pop();
      continue;
    }
    const entry = book.entitlements.get(include);
    if (!entry) missing.add(include);
    else if (open.has(include)) cyclic = true;
    else if (!all.has(entry)) {
      all.add(entry);
      open.add(include);
      stack.push({ entry, includes: includesOf(entry), next: 0 });
    }
  }
  return cyclic;
}
function strictest(book, members) {
  const risks = book.settings?.data.risk;
  if (!risks) return null;
  const tiers = members.map((member) => risks[member.data.risk]);
  const totals = tiers.flatMap((tier) => durations(tier.maxTotal));
  return {
    risk: RISKS.findLast((risk) => members.some((member) => member.data.risk === risk)) ?? "critical",
    maxDuration: Math.min(...members.map((member) => longest(member, risks[member.data.risk]))),
    maxTotal: totals.length > 0 ? Math.min(...totals) : null,
    ticket: tiers.some((tier) => tier.ticket === "required") ? "required" : "optional",
    approvals: Math.max(...tiers.map((tier) => tier.approvals)),
    subjects: new Set(
      SUBJECTS.filter((kind) => members.every((member) => member.data.subjects.includes(kind)))
    )
  };
}
var SUBJECTS = ["person", "workload"];
function longest(member, tier) {
  return Math.min(...durations(tier.maxDuration), ...durations(member.data.maxDuration));
}
function durations(text) {
  const length = text === void 0 ? null : readDuration(text);
  return length === null ? [] : [length];
}

// src/book/acting.ts
var NONE = [];
var FEW = 32;
var Ties = class {
  #book;
  #asked = 0;
  #index = null;
  constructor(book) {
    this.#book = book;
  }
  of(who) {
    this.#asked += 1;
    if (this.#index === null && this.#asked > FEW) this.#index = this.#all();
    return this.#index ? this.#index.get(who) ?? NONE : this.#one(who);
  }
  #one(who) {
    const owned = [];
    const backup = [];
    for (const { id, data } of this.#book.workloads.values()) {
      if (data.owner === who) owned.push({ workload: id, by: "owned" });
      if (data.backup === who) backup.push({ workload: id, by: "backup" });
    }
    const runs = this.#book.workloads.get(who)?.data.canRun ?? [];
    return [...owned, ...backup, ...runs.map((workload) => ({ workload, by: "canRun" }))];
  }
  #all() {
    const found = /* @__PURE__ */ new Map();
    const { workloads } = this.#book;
    for (const { id, data } of workloads.values()) append(found, data.owner, { workload: id, by: "owned" });
    for (const { id, data } of workloads.values())
      if (data.backup !== void 0) append(found, data.backup, { workload: id, by: "backup" });
    for (const { id, data } of workloads.values())
      for (const run of data.canRun ?? []) append(found, id, { workload: run, by: "canRun" });
    return found;
  }
};
var cache2 = /* @__PURE__ */ new WeakMap();
function tiesOf(book) {
  let known = cache2.get(book);
  if (!known) cache2.set(book, known = new Ties(book));
  return known;
}
var NOBODY = /* @__PURE__ */ new Map();
function actsAs(book, subject, by) {
  const all = tiesOf(book);
  const own = all.of(subject);
  if (own.length === 0) return NOBODY;
  const found = /* @__PURE__ */ new Map();
  const open = [{ who: subject, route: [] }];
  for (const { who, route } of open) {
    for (const step of who === subject ? own : all.of(who)) {
      if (!by.has(step.by) || step.workload === subject || found.has(step.workload)) continue;
      const way = [...route, step];
      found.set(step.workload, way);
      open.push({ who: step.workload, route: way });
    }
  }
  return found;
}
var runners = /* @__PURE__ */ new WeakMap();
function runnersOf(book) {
  const known = runners.get(book);
  if (known) return known;
  const found = /* @__PURE__ */ new Map();
  for (const { id, data } of book.workloads.values())
    for (const run of data.canRun ?? []) append(found, run, id);
  runners.set(book, found);
  return found;
}
function withActors(book, subjects) {
  const reached = new Set(subjects);
  for (const subject of reached) {
    const workload = book.workloads.get(subject)?.data;
    if (workload) reached.add(workload.owner);
    if (workload?.backup !== void 0) reached.add(workload.backup);
    for (const runner of runnersOf(book).get(subject) ?? []) reached.add(runner);
  }
  return reached;
}

// src/book/compare.ts
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

export {
  RISKS,
  includesOf,
  resolveEntitlement,
  bundlesWith,
  actsAs,
  withActors,
  compare
};
