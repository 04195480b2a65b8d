import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  append
} from "./chunk-LZOWS2TE.js";

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
var cache = /* @__PURE__ */ new WeakMap();
function tiesOf(book) {
  let known = cache.get(book);
  if (!known) cache.set(book, known = new Ties(book));
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

export {
  actsAs,
  withActors
};
