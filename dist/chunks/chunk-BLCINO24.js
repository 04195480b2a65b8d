import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/render/escape.ts
var UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]/gu;
function plainLine(text) {
  return text.replace(UNSAFE, (c) => c === "	" ? " " : `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}
function logLine(text) {
  return plainLine(text).replace(/^(\s*):(?=:)/u, "$1\\u{3a}").replaceAll("##[", "#\\u{23}[");
}
function commandData(text) {
  return logLine(text).replaceAll("%", "%25");
}
function commandProperty(text) {
  return commandData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
var MARKDOWN = /[\\`*_{}[\]()#+\-.!|~>$=^]/gu;
function markdownText(text) {
  return plainLine(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replace(MARKDOWN, (c) => `\\${c}`).replaceAll("@", "@&#8203;").replaceAll("://", ":&#8203;//").replace(/\bwww(?=\\\.)/giu, (www) => `${www}&#8203;`).replace(/^(\s*):(?=:)/u, "$1\\:");
}
function markdownCode(text) {
  const line = plainLine(text).replaceAll("##[", "#\\u{23}[").replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...line.matchAll(/`+/gu)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const pad = line === "" || line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

export {
  plainLine,
  logLine,
  commandData,
  commandProperty,
  markdownText,
  markdownCode
};
