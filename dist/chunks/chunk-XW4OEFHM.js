import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/book/compare.ts
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

export {
  compare
};
