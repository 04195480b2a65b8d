import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  plural,
  summary
} from "./chunk-WYQIDMMK.js";
import {
  commandData,
  commandProperty
} from "./chunk-BLCINO24.js";

// src/render/findings-github.ts
var MOST = 10;
var COMMANDS = [
  ["error", "error"],
  ["warning", "warning"],
  ["note", "notice"]
];
function renderFindingsGithub({ findings, counts }) {
  const lines = [];
  for (const [severity, name] of COMMANDS) {
    const all = findings.filter((finding) => finding.severity === severity);
    lines.push(...all.slice(0, MOST).map((finding) => annotation(name, finding)));
    if (all.length > MOST) lines.push(`and ${plural(all.length - MOST, `more ${severity}`)} not annotated`);
  }
  lines.push(summary(counts));
  return `${lines.join("\n")}
`;
}
function annotation(command, { file, line, column, code, message, fix }) {
  const at = `file=${commandProperty(file)},line=${line},col=${column},title=${commandProperty(code)}`;
  return `::${command} ${at}::${commandData(message)}%0A${commandData(fix)}`;
}

export {
  renderFindingsGithub
};
