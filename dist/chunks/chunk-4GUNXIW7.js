import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/render/plan-view.ts
function isClean({ refused }) {
  return refused.length === 0;
}
function countActions(changes) {
  const count = /* @__PURE__ */ new Map();
  for (const { action } of changes) count.set(action, (count.get(action) ?? 0) + 1);
  const parts = ["revoke", "shorten", "grant", "extend", "update"].flatMap((action) => {
    const n = count.get(action);
    return n === void 0 ? [] : [`${n} to ${action}`];
  });
  return parts.length > 0 ? parts.join(", ") : "nothing to do";
}
function enforcedBy({ enforcement }) {
  return enforcement === "target" ? "the target’s own policy" : "a run of Grantbook";
}

// src/render/first-rows.ts
function firstRows(rows, most, all = rows.length) {
  const shown = rows.slice(0, most);
  const more = all - shown.length;
  return [...shown, ...more > 0 ? [`- and ${more} more`] : []].join("\n");
}

// src/render/plan-parts.ts
function isRemoval({ action }) {
  return action === "revoke" || action === "shorten";
}
function pick(changes, most) {
  const removals = changes.filter(isRemoval).slice(0, most);
  const others = changes.filter((change) => !isRemoval(change));
  return { removals, others: others.slice(0, Math.max(0, most - removals.length)) };
}
var OPEN_ROWS = 20;
function changeSection(title, changes) {
  if (changes.length === 0) return [];
  const rest = changes.slice(OPEN_ROWS);
  const more = rest.length === 0 ? [] : folded(`${rest.length} more`, [table(rest)]);
  return [`#### ${title}`, table(changes.slice(0, OPEN_ROWS)), ...more];
}
function table(changes) {
  const rows = changes.map((change) => {
    const { action, subject, principal, entitlement, system, from, until, risk } = change;
    const who = markdownText(subject === "" ? principal ?? "unknown" : subject);
    const start = from === null ? "" : ` (from ${writeInstant(from)})`;
    const end = until === null ? "" : `${writeInstant(until)}${start}`;
    return `| ${action} | ${who} | ${markdownText(entitlement)} | ${markdownText(system)} | ${end} | ${risk ?? ""} | ${enforcedBy(change)} |`;
  });
  return [
    "| | who | gets what | where | until | risk | enforced by |",
    "|---|---|---|---|---|---|---|",
    ...rows
  ].join("\n");
}
function exactLines({ action, grant, principal, why, meaning }) {
  const title = `- ${action} ${markdownCode(grant ?? principal ?? "unknown")}: ${markdownText(why)}`;
  return [
    title,
    ...meaning.noLonger.map((text) => `  - no longer: ${markdownCode(text)}`),
    ...meaning.possible.map((text) => `  - possible: ${markdownCode(text)}`)
  ];
}
function refusedSection(refused, most) {
  if (refused.length === 0) return [];
  const rows = refused.slice(0, most).map(({ grant, code, why }) => `- ${markdownCode(grant)} (${markdownCode(code)}): ${markdownText(why)}`);
  return ["#### Refused", firstRows(rows, most, refused.length)];
}
function driftSection({ drift, driftWhy, mode }, most) {
  if (drift === null) return [`_Drift is not known: ${markdownText(driftWhy ?? "live state was not read")}._`];
  const title = mode === "change" ? "Drift that is not this pull request’s doing" : "Drift that no file explains";
  return folded(`${title} (${drift.length})`, drift.slice(0, most).flatMap(exactLines));
}
function folded(title, lines) {
  return lines.length === 0 ? [] : [`<details><summary>${title}</summary>

${lines.join("\n")}

</details>`];
}

export {
  isClean,
  countActions,
  enforcedBy,
  firstRows,
  pick,
  OPEN_ROWS,
  changeSection,
  exactLines,
  refusedSection,
  driftSection,
  folded
};
