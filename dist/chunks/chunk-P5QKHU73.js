import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/book/star-glob.ts
function matchesGlob(pattern, text) {
  return globMatcher(pattern)(text);
}
function globMatcher(pattern) {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === void 0) return (text) => text === first;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}
function isGlob(pattern) {
  return pattern.includes("*");
}

// src/findings/rule-items.ts
var DUTY = "duty:";
function itemsOf(rule, entry) {
  if (rule.systems && !rule.systems.includes(entry.system)) return [];
  return rule.hold.flatMap((pattern) => itemsOfPattern(pattern, entry));
}
function itemsOfPattern(pattern, entry) {
  if (pattern.startsWith(DUTY)) {
    const wanted = pattern.slice(DUTY.length);
    return (entry.data.duties ?? []).flatMap((duty) => matchesGlob(wanted, duty) ? [`${DUTY}${duty}`] : []);
  }
  const counts = entry.data.target !== void 0 || !isGlob(pattern);
  return counts && matchesGlob(pattern, entry.name) ? [entry.name] : [];
}

export {
  matchesGlob,
  globMatcher,
  isGlob,
  DUTY,
  itemsOf,
  itemsOfPattern
};
