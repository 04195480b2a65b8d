import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  entitlementName,
  isId
} from "./chunk-GGIVQ2LZ.js";
import {
  readInstant
} from "./chunk-EZMMBTZM.js";

// src/book/duration.ts
var MINUTE = 6e4;
var HOUR = 60 * MINUTE;
var DAY = 24 * HOUR;
var UNITS = { m: MINUTE, h: HOUR, d: DAY };
function readDuration(text) {
  const match = /^([1-9]\d{0,5})([mhd])$/u.exec(text);
  const unit = UNITS[match?.[2] ?? ""];
  return match && unit !== void 0 ? Number(match[1]) * unit : null;
}
function writeDuration(length) {
  for (const [letter, unit] of [
    ["d", DAY],
    ["h", HOUR]
  ]) {
    if (length >= unit && length % unit === 0) return `${length / unit}${letter}`;
  }
  return `${Math.ceil(length / MINUTE)}m`;
}

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

// src/book/paths.ts
var SETTINGS_PATH = "grants/grantbook.yaml";
var FOLDERS = {
  people: "person",
  workloads: "workload",
  rules: "rule",
  exceptions: "exception"
};
var OUT_OF_BAND = /^[a-z]+\.[a-z0-9][a-z0-9-]*-[0-9a-f]{8}$/u;
var RETROSPECTIVE = /^([a-z0-9-]+)\.(\d{8}T\d{4}Z)$/u;
function identify(path) {
  if (path === SETTINGS_PATH) return { kind: "settings" };
  if (!path.startsWith("grants/") || !path.endsWith(".yaml")) return null;
  const parts = path.slice("grants/".length, -".yaml".length).split("/");
  const folder = parts[0] ?? "";
  const name = parts.at(-1) ?? "";
  const between = parts.slice(1, -1);
  const simple = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : void 0;
  if (simple)
    return parts.length >= 2 && isId(name) && between.every(isId) ? { kind: simple, id: name } : null;
  if (folder === "suspensions")
    return parts.length === 2 && isId(name) ? { kind: "suspension", id: name } : null;
  if (!between.every(isId)) return null;
  if (folder === "systems" || folder === "emergency") return inSystem(folder, between, name);
  const [system = "", entitlement = ""] = between;
  if (folder === "out-of-band") {
    return between.length === 1 && OUT_OF_BAND.test(name) ? { kind: "out-of-band", system, name } : null;
  }
  if (folder === "retrospectives" && between.length === 2) {
    const match = RETROSPECTIVE.exec(name);
    const subject = match?.[1] ?? "";
    if (match && isId(subject))
      return { kind: "retrospective", system, entitlement, subject, start: match[2] ?? "" };
  }
  return null;
}
function inSystem(folder, between, name) {
  const [system, entitlement] = between;
  if (system === void 0) return null;
  if (folder === "systems" && between.length === 1 && name === "system") return { kind: "system", id: system };
  if (entitlement === void 0) return null;
  if (folder === "systems" && between.length === 2 && name === "entitlement") {
    return { kind: "entitlement", system, id: entitlement };
  }
  if (!isId(name)) return null;
  return { kind: folder === "systems" ? "grant" : "emergency", system, entitlement, subject: name };
}
function entitlementPath(name) {
  return `grants/systems/${name}/entitlement.yaml`;
}
function systemPath(system) {
  return `grants/systems/${system}/system.yaml`;
}
var ID = "[a-z0-9][a-z0-9-]{0,62}";
var GRANT_PATH = `grants/(?:systems|emergency)(?:/(?!(?:system|entitlement)[/.])${ID}){3,}\\.yaml`;

// src/findings/history.ts
function pairOf(subject, entitlement) {
  return `${subject} ${entitlement}`;
}
function datesOf(data) {
  const { starts, expires } = data;
  return {
    starts: typeof starts === "string" ? readInstant(starts, "start") : null,
    expires: typeof expires === "string" ? readInstant(expires, "end") : null
  };
}
function stretchesOf(book, grant, now, history) {
  const versions = history?.versions.get(pairOf(grant.subject, grant.name)) ?? [];
  const stretches = versions.flatMap(
    (version) => given(version, book.grants.get(version.path)?.blob === version.blob, now)
  );
  const standing = new Set(
    versions.flatMap(({ path, blob, replaced }) => replaced === null ? [`${path} ${blob}`] : [])
  );
  for (const { name, path, blob, starts, expires } of book.grantsOfSubject.get(grant.subject) ?? []) {
    if (name !== grant.name || expires === null || standing.has(`${path} ${blob}`)) continue;
    stretches.push({ from: Math.max(starts ?? now, now), until: expires });
  }
  return stretches;
}
function given({ landed, replaced, starts, expires }, stands, now) {
  if (expires === null) return [];
  const taken = replaced ?? (stands ? Infinity : now);
  return [{ from: Math.max(landed, starts ?? landed), until: Math.min(expires, taken) }];
}

export {
  SETTINGS_PATH,
  identify,
  entitlementPath,
  systemPath,
  GRANT_PATH,
  MINUTE,
  HOUR,
  DAY,
  readDuration,
  writeDuration,
  includesOf,
  resolveEntitlement,
  bundlesWith,
  pairOf,
  datesOf,
  stretchesOf
};
