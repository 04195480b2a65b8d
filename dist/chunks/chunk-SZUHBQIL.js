import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/io/github/clip.ts
function clip(text, most) {
  if (text.length <= most && Buffer.byteLength(text) <= most) return text;
  const bytes = Buffer.from(text).subarray(0, most - MARK);
  return `${bytes.toString("utf8").replace(/\uFFFD+$/u, "")}…`;
}
var MARK = Buffer.byteLength("…");

export {
  clip
};
