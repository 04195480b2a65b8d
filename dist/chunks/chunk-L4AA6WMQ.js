import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  readDuration
} from "./chunk-7FEDJEB3.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";

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

export {
  RISKS,
  includesOf,
  resolveEntitlement,
  bundlesWith
};
