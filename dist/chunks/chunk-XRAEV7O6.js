import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/findings/conflict.ts
var CONFLICT_CODES = {
  "merge-conflict": {
    severity: "error",
    doc: "Merging would end in a conflict at this file.",
    fix: "Merge or rebase onto the base branch and settle it."
  }
};
function conflict(file) {
  return {
    code: "merge-conflict",
    severity: "error",
    message: "Merging ends in a conflict here: what this file would hold is undecided.",
    fix: "Merge or rebase onto the base branch, settle the conflict and push again.",
    file,
    pointer: []
  };
}

export {
  CONFLICT_CODES,
  conflict
};
