import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  require_picocolors
} from "./chunk-ZC4BBDXY.js";
import {
  summary
} from "./chunk-WYQIDMMK.js";
import {
  findSecrets
} from "./chunk-XJ3N3HV6.js";
import {
  logLine,
  plainLine
} from "./chunk-BLCINO24.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/render/findings-text.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var WIDTH = 160;
function renderFindingsText({ findings, counts, sources }, colour) {
  const paint = (0, import_picocolors.createColors)(colour);
  const tints = {
    error: paint.red,
    warning: paint.yellow,
    note: paint.cyan
  };
  const lines = [];
  for (const finding of findings) {
    const { file, line, column, severity, code, message, fix, related } = finding;
    const at = `${logLine(file)}:${line}:${column}`;
    lines.push(`${paint.bold(at)} ${tints[severity](severity)} ${paint.dim(code)} ${logLine(message)}`);
    lines.push(...frame(finding, sources(file)).map((text) => paint.dim(text)));
    for (const other of related) {
      lines.push(`  see ${logLine(other.file)}:${other.line}:${other.column} ${logLine(other.message)}`);
    }
    lines.push(`  fix: ${logLine(fix)}`, "");
  }
  lines.push(counts.errors > 0 ? tints.error(summary(counts)) : summary(counts));
  return `${lines.join("\n")}
`;
}
function frame({ line, column }, text) {
  if (text === null || line === 1 && column === 1) return [];
  const source = text.split("\n")[line - 1]?.replace(/\r$/u, "");
  if (source === void 0 || findSecrets(text).length > 0) return [];
  const start = Math.max(0, column - 1 - WIDTH / 2);
  const before = plainLine(source.slice(start, column - 1));
  const after = plainLine(source.slice(column - 1, start + WIDTH));
  const gutter = `  ${line} | `;
  const shown = `${before}${after}`.replaceAll("##[", "# [");
  return [`${gutter}${shown}`, `${" ".repeat(gutter.length - 2)}| ${" ".repeat(before.length)}^`];
}

export {
  renderFindingsText
};
