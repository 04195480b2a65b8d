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

// src/book/quote.ts
var UNSAFE = new RegExp("[\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]|\\p{Surrogate}", "gu");
var LONGEST = 80;
function quote(text) {
  return `"${plain(text)}"`;
}
function plain(text) {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return cut.replaceAll(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export {
  ID_PATTERN,
  RESERVED_IDS,
  isId,
  entitlementName,
  quote,
  plain
};
