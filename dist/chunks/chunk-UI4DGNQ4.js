import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  keepIn
} from "./chunk-3ZSDZPIB.js";

// src/book/intern.ts
var MOST = 2e5;
var known = /* @__PURE__ */ new Map();
function intern(text) {
  const copy = known.get(text);
  if (copy !== void 0) return copy;
  keepIn(known, MOST, text, text);
  return text;
}

// src/book/ids.ts
var ID_PATTERN = "^[a-z0-9][a-z0-9-]{0,62}$";
var ID = /^[a-z0-9][a-z0-9-]{0,62}$/u;
var RESERVED_IDS = /* @__PURE__ */ new Set(["system", "entitlement"]);
function isId(text) {
  return ID.test(text) && !RESERVED_IDS.has(text);
}
function entitlementName(system, entitlement) {
  return intern(`${system}/${entitlement}`);
}

export {
  intern,
  ID_PATTERN,
  RESERVED_IDS,
  isId,
  entitlementName
};
