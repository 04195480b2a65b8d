import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  countedSection,
  missingSection,
  reasonsSection,
  utf8Length
} from "./chunk-JPMNO6QP.js";
import "./chunk-4GUNXIW7.js";
import {
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import "./chunk-CMJORN74.js";
import "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/render/approvals-markdown.ts
var LONGEST = 6e4;
var MOST = 500;
var HEADINGS = {
  approved: "Approved",
  missing: "Waiting for approval",
  refused: "Can’t be approved"
};
function renderApprovalsMarkdown(view) {
  for (let most = MOST; ; most = Math.floor(most / 2)) {
    const text = compose(view, most);
    if (utf8Length(text) <= LONGEST || most === 0) return text;
  }
}
function compose({ verdict, title, warning }, most) {
  const { pull, head, state, why, paths } = verdict;
  const parts = [
    `## ${HEADINGS[state]}`,
    `#${pull}: ${markdownText(title)}`,
    ...why === null ? [] : [markdownText(why)],
    ...warning === null ? [] : [`> ${markdownText(warning)}`],
    ...reasonsSection(verdict, most),
    ...missingSection(verdict, most),
    ...countedSection(verdict, most),
    ...table(paths, most),
    `<sub>Commit ${markdownCode(head)}</sub>`
  ];
  return `${parts.join("\n\n")}
`;
}
function table(paths, most) {
  if (paths.length === 0) return ["Nothing governed is touched, so nothing needs an approval."];
  const rows = paths.slice(0, most).map(({ path, blob, state, need, approvals }) => {
    const by = approvals.map(({ person, as }) => `${markdownText(person)} as ${markdownCode(as)}`).join(", ");
    const gone = blob === null ? " (deleted)" : "";
    return `| ${markdownCode(path)}${gone} | ${state} | ${need === "none" ? "needs none" : by} |`;
  });
  const cut = paths.length - rows.length;
  return [
    ["| file | state | approved by |", "|---|---|---|", ...rows].join("\n"),
    ...cut > 0 ? [
      `_${cut} more are not shown here: this text would be too long. The whole is in \`grantbook approvals --format json\`._`
    ] : []
  ];
}
export {
  renderApprovalsMarkdown
};
