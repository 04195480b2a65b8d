import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  PULL_REQUEST_CODES
} from "./chunk-L7NH4GOQ.js";
import {
  CODEOWNERS_CODES
} from "./chunk-DL6CM3PP.js";
import {
  CONFLICT_CODES
} from "./chunk-XRAEV7O6.js";
import {
  READING_CODES
} from "./chunk-3PMDYGTO.js";
import "./chunk-XCNTR6TK.js";

// src/findings/catalogue.ts
function catalogueOf(checks) {
  const entries = [
    ...Object.entries(READING_CODES).map(([code, { doc, fix }]) => ({
      code,
      severity: "error",
      doc,
      fix,
      origin: "reading"
    })),
    ...checks.map(({ code, severity, doc, fix }) => ({
      code,
      severity,
      doc,
      fix,
      origin: "check"
    })),
    ...Object.entries(CONFLICT_CODES).map(([code, entry]) => ({
      code,
      ...entry,
      origin: "merging"
    })),
    ...Object.entries(CODEOWNERS_CODES).map(([code, entry]) => ({
      code,
      ...entry,
      origin: "codeowners"
    })),
    ...Object.entries(PULL_REQUEST_CODES).map(([code, entry]) => ({
      code,
      ...entry,
      origin: "pull-request"
    }))
  ];
  const catalogue = new Map(
    entries.toSorted((a, b) => a.code < b.code ? -1 : 1).map((entry) => [entry.code, entry])
  );
  if (catalogue.size < entries.length) throw new RangeError("Two findings share a code");
  return catalogue;
}
export {
  catalogueOf
};
