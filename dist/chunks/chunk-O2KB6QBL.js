import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/plan/approved-by.ts
function approvedBy({ moved }, asking = /* @__PURE__ */ new Set()) {
  return (path) => asking.has(path) ? null : moved.get(path)?.approved ?? -Infinity;
}

export {
  approvedBy
};
