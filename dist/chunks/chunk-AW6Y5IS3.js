import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/duties/codes.ts
var DUTY_CODES = /* @__PURE__ */ new Set([
  "duties-conflict",
  "duties-emergency",
  "duties-exception-over",
  "duties-excepted",
  "duties-standing",
  "duties-warning",
  "exception-expired",
  "exception-unneeded",
  "can-run-cycle",
  "rule-hold-unknown",
  "rule-never-broken",
  "rule-set-invalid",
  "rule-unknown",
  "permissions-conflict",
  "permissions-unsure",
  "permissions-warning",
  "permissions-unread",
  "approval-excluded"
]);

export {
  DUTY_CODES
};
