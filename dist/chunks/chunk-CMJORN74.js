import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/book/few.ts
function few(values, most = 3, { say = (value) => value, between = ", " } = {}) {
  const shown = values.slice(0, most).map((value) => say(value));
  const rest = values.length - shown.length;
  const more = `${between === ", " ? " " : between}and ${rest} more`;
  return `${shown.join(between)}${rest > 0 ? more : ""}`;
}

export {
  few
};
