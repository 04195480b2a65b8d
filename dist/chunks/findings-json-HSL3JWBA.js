import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-XCNTR6TK.js";

// src/render/findings-json.ts
function validateDocument({ findings, counts }) {
  return {
    format: 1,
    ok: counts.errors === 0,
    findings: findings.map((each) => ({ ...each, related: [...each.related] })),
    counts
  };
}
function renderFindingsJson(report) {
  return renderJson(validateDocument(report));
}
export {
  renderFindingsJson,
  validateDocument
};
