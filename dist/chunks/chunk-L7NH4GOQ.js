import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/findings/pull-request-codes.ts
var PULL_REQUEST_CODES = {
  "approval-excluded": {
    severity: "note",
    doc: "Somebody has a part in what a pull request asks for, and so approves none of it.",
    fix: "Somebody else of the owners approves."
  },
  "duties-standing": {
    severity: "note",
    doc: "A conflict of duties that was there before this change, among the files that it touches. It blocks nothing.",
    fix: "Resolve it when you can: drop a grant, move its dates, or have an exception approved."
  },
  "permissions-unread": {
    severity: "note",
    doc: "Roles or policies whose documents were not read: a rule about permissions can’t be judged for whoever reaches them.",
    fix: "Let the read role read the account (`conflicts --live`; the verdict does so by itself where it has one), or look at them yourself."
  }
};

export {
  PULL_REQUEST_CODES
};
