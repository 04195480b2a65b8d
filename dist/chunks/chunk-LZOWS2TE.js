import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  isId
} from "./chunk-UI4DGNQ4.js";

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

// src/book/append.ts
function append(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

export {
  SETTINGS_PATH,
  identify,
  entitlementPath,
  systemPath,
  GRANT_PATH,
  append
};
