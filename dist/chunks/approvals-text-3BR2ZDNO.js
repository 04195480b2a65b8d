import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  require_picocolors
} from "./chunk-ZC4BBDXY.js";
import {
  logLine
} from "./chunk-BLCINO24.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/render/approvals-text.ts
var import_picocolors = __toESM(require_picocolors(), 1);
function renderApprovalsText({ verdict, title, warning }, colour) {
  const paint = (0, import_picocolors.createColors)(colour);
  const { pull, head, state, reasons, paths, discounted, warnings } = verdict;
  const lines = [`Pull request #${pull} at ${head.slice(0, 12)}: ${logLine(title)}`, ""];
  for (const { rule, why } of reasons) lines.push(`  ${paint.red("refused")} ${logLine(why)} (${rule})`);
  if (reasons.length > 0) lines.push("");
  for (const path of paths) lines.push(...pathLines(path, paint), "");
  for (const { login, why } of discounted)
    lines.push(
      `  ${paint.dim("not counted")} ${logLine(login ?? "an account that is gone")}: ${logLine(why)}`
    );
  if (discounted.length > 0) lines.push("");
  for (const text of [...warning === null ? [] : [warning], ...warnings])
    lines.push(`${paint.yellow("warning")} ${logLine(text)}`);
  lines.push(`${tint(state, paint)}: ${logLine(sentence(verdict))}`);
  return `${lines.join("\n")}
`;
}
function tint(state, paint) {
  return { approved: paint.green, missing: paint.yellow, refused: paint.red }[state](state);
}
function pathLines({ path, blob, state, need, approvals, missing, reasons }, paint) {
  const gone = blob === null ? " (deleted)" : "";
  const lines = [`  ${tint(state, paint)} ${logLine(path)}${gone}`];
  if (need === "none") lines.push("      needs no approval");
  for (const { person, login, as, commit, at } of approvals) {
    const who = `${logLine(person)} (@${logLine(login)})`;
    lines.push(`      approved  ${who} as ${logLine(as)}, ${writeInstant(at)}, on ${commit.slice(0, 12)}`);
  }
  for (const one of missing) lines.push(`      missing   ${lack(one)}`, ...could(one));
  for (const { rule, why } of reasons) lines.push(`      refused   ${logLine(why)} (${rule})`);
  return lines;
}
function lack({ from, count, why }) {
  return `${count} more from ${from.map(logLine).join(" or ")}: ${logLine(why)}`;
}
function could({ could: people }) {
  if (people === null) return [];
  return [`      could     ${people.length === 0 ? "nobody" : people.map(logLine).join(", ")}`];
}
function sentence({ state, why, paths, passing }) {
  if (state !== "approved") return `${why ?? "It is not approved."}${passing ? " Try again." : ""}`;
  if (paths.length === 0) return "nothing governed is touched, so nothing needs an approval.";
  return `all ${paths.length === 1 ? "of it" : `${paths.length} files`}, in exactly this content.`;
}
export {
  renderApprovalsText
};
