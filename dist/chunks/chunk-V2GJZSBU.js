import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  parseCodeowners
} from "./chunk-HFY5HYQX.js";

// src/approval/codeowners/match.ts
function ownersOf(text) {
  const byBeginning = /* @__PURE__ */ new Map();
  for (const rule of parseCodeowners(text).rules.toReversed()) {
    const beginning = beginningOf(rule.pattern);
    const rules = byBeginning.get(beginning);
    if (rules) rules.push(rule);
    else byBeginning.set(beginning, [rule]);
  }
  return (path) => {
    const segments = path.split("/");
    let last = null;
    for (let depth = 0; depth <= segments.length; depth++) {
      const rules = byBeginning.get(segments.slice(0, depth).join("/")) ?? [];
      const own = rules.find(({ matches }) => matches(segments));
      if (own && (last === null || own.line > last.line)) last = own;
    }
    return last && { owners: last.owners, line: last.line };
  };
}
function beginningOf(pattern) {
  if (!pattern.startsWith("/")) return "";
  const parts = pattern.slice(1).split("/");
  const end = parts.findIndex((part) => part === "" || /[*?\\]/u.test(part));
  return (end === -1 ? parts : parts.slice(0, end)).join("/");
}

export {
  ownersOf
};
