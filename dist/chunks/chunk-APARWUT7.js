import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/book/ids.ts
var ID_PATTERN = "^[a-z0-9][a-z0-9-]{0,62}$";
var ID = /^[a-z0-9][a-z0-9-]{0,62}$/u;
var RESERVED_IDS = /* @__PURE__ */ new Set(["system", "entitlement"]);
function isId(text) {
  return ID.test(text) && !RESERVED_IDS.has(text);
}
function entitlementName(system, entitlement) {
  return `${system}/${entitlement}`;
}

export {
  ID_PATTERN,
  RESERVED_IDS,
  isId,
  entitlementName
};
