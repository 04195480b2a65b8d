import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  configure
} from "./chunk-3OOSBJ24.js";

// src/render/json.ts
var stringify = configure({ deterministic: true, strict: true, bigint: false });
var UNSAFE = /[\u007f-\u009f\p{Zl}\p{Zp}\p{Cf}]/gu;
function renderJson(document) {
  const text = stringify(document, null, 2);
  if (text === void 0) throw new TypeError("A document must be something that JSON can say");
  return `${text.replaceAll("##[", String.raw`#\u0023[`).replaceAll(UNSAFE, spelled)}
`;
}
function spelled(character) {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

export {
  renderJson
};
