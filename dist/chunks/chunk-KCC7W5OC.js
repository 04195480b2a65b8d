import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/book/errors.ts
var UsageError = class extends Error {
  name = "UsageError";
};
var UnableError = class extends Error {
  name = "UnableError";
};
var InternalError = class extends Error {
  name = "InternalError";
};
var EvidenceError = class extends Error {
  name = "EvidenceError";
};

export {
  UsageError,
  UnableError,
  InternalError,
  EvidenceError
};
