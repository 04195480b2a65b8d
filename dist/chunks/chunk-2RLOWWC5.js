import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/compose/yaml-text.ts
var PLAIN = /^[A-Za-z\u00c0-\u024f](?:[A-Za-z0-9\u00c0-\u024f.,;()&/+=~@$^?!%_-]|'|[:#](?=[A-Za-z0-9/])| (?=[A-Za-z0-9\u00c0-\u024f(]))*$/u;
var WORDS = /* @__PURE__ */ new Set(["null", "true", "false", "yes", "no", "on", "off", "y", "n"]);
var DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/u;
function yamlText(text) {
  const plain = PLAIN.test(text) && !WORDS.has(text.toLowerCase());
  return plain || DATE.test(text) ? text : JSON.stringify(text);
}

// src/compose/file-text.ts
function fileText(kind, path, fields) {
  const up = "../".repeat(path.split("/").length - 1);
  const lines = fields.flatMap(([key, value]) => value === void 0 ? [] : [`${key}: ${yamlText(value)}`]);
  return [`# yaml-language-server: $schema=${up}schemas/${kind}.schema.json`, ...lines, ""].join("\n");
}

export {
  yamlText,
  fileText
};
