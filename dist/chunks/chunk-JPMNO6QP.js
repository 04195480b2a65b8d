import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  countActions,
  firstRows,
  folded
} from "./chunk-4GUNXIW7.js";
import {
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import {
  few
} from "./chunk-CMJORN74.js";

// src/render/utf8.ts
var ENCODER = new TextEncoder();
function utf8Length(text) {
  return ENCODER.encode(text).length;
}

// src/render/verdict/view.ts
function standingOf({ verdict, findings, plan }) {
  const wrong = findings.some(({ severity }) => severity === "error");
  if (wrong || verdict.state === "refused" || (plan?.refused.length ?? 0) > 0) return "needs-changes";
  return verdict.state === "approved" ? "ready" : "waiting";
}
var TITLES = {
  ready: "Ready to merge",
  waiting: "Waiting for approval",
  "needs-changes": "Needs changes"
};
var CONCLUSIONS = {
  ready: "success",
  waiting: "action_required",
  "needs-changes": "failure"
};
var LABELS = {
  ready: {
    name: "grantbook: ready",
    color: "1a7f37",
    description: "Approved by the right people, in exactly this content"
  },
  waiting: { name: "grantbook: waiting", color: "bf8700", description: "Waits for an approval" },
  "needs-changes": {
    name: "grantbook: needs changes",
    color: "cf222e",
    description: "Can’t be merged as it is"
  }
};

// src/render/verdict/counts.ts
function countSentence(view) {
  const { verdict, findings, plan } = view;
  if (verdict.paths.length === 0 && verdict.state === "approved")
    return "Nothing governed is touched: no approval of Grantbook’s is needed.";
  const wanting = verdict.paths.filter(({ need }) => need === "approval");
  const approved = wanting.filter(({ state }) => state === "approved").length;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const parts = [
    plan === null ? "what it changes is not known" : countActions(plan.changes),
    // Without paths nothing could be told of any: that none needs approval would be a guess.
    ...verdict.paths.length === 0 ? [] : wanting.length === 0 ? [`${count(verdict.paths.length, "file")}, no approval needed`] : [`${approved} of ${count(wanting.length, "file")} approved`],
    ...errors > 0 ? [`${count(errors, "error")} to mend`] : []
  ];
  const sentence = `${parts.join("; ")}.`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${verdict.passing ? " Something could not be read: it is tried again by itself." : ""}`;
}
function headline(view, titles) {
  return `${titles[standingOf(view)]}: ${countSentence(view)}`;
}
function count(n, what) {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

// src/render/verdict/approvals.ts
var FILES = 5;
function missingSection(verdict, most) {
  const groups = /* @__PURE__ */ new Map();
  for (const { path, missing } of verdict.paths) {
    for (const one of missing) {
      const key = JSON.stringify([one.from, one.count, one.why, one.could]);
      const group = groups.get(key);
      if (group) group.paths.push(path);
      else groups.set(key, { missing: one, paths: [path] });
    }
  }
  if (groups.size === 0) return [];
  const rows = [...groups.values()].map(({ missing, paths }) => missingRow(missing, paths));
  return ["#### Who must approve", firstRows(rows, most)];
}
function missingRow({ from, count: lacking, why, could }, paths) {
  const who = `${lacking} of ${from.map(markdownCode).join(" or ")}`;
  const names = could === null ? "" : could.length === 0 ? " **Nobody can**: everyone among them is excluded or has no file in the book." : ` Could: ${could.map(markdownText).join(", ")}.`;
  return `- **${who}** for ${filesOf(paths)}. ${markdownText(why)}${names}`;
}
function filesOf(paths) {
  return few(paths, FILES, { say: markdownCode });
}
function reasonsSection(verdict, most) {
  const whole = verdict.reasons.map(({ rule, why }) => `- ${markdownText(why)} (${markdownCode(rule)})`);
  const groups = /* @__PURE__ */ new Map();
  for (const { path, reasons } of verdict.paths) {
    for (const { rule, why } of reasons) {
      const key = `${markdownText(why)} (${markdownCode(rule)})`;
      groups.set(key, [...groups.get(key) ?? [], path]);
    }
  }
  const paths = [...groups].map(([why, files]) => `- ${filesOf(files)}: ${why}`);
  const lines = [...whole, ...paths];
  return lines.length === 0 ? [] : ["#### Why it can’t be approved as it is", firstRows(lines, most)];
}
function countedSection({ paths, discounted, warnings }, most) {
  const groups = /* @__PURE__ */ new Map();
  for (const path of paths) {
    for (const approval of path.approvals) {
      const group = groups.get(approval.review) ?? { approval, roles: /* @__PURE__ */ new Map() };
      group.roles.set(approval.as, [...group.roles.get(approval.as) ?? [], path]);
      groups.set(approval.review, group);
    }
  }
  const approved = [...groups.values()].map(({ approval, roles }) => {
    const as = [...roles].map(([role, files]) => `${markdownCode(role)} (${count(files.length, "file")})`);
    return `- ${markdownText(approval.person)} (${markdownCode(approval.login)}) as ${as.join(", ")}, on commit ${markdownCode(approval.commit.slice(0, 12))}`;
  });
  const ignored = discounted.map(
    ({ login, why }) => `- ${login === null ? "An account that is gone" : markdownCode(login)}: ${markdownText(why)}`
  );
  return [
    ...approved.length > 0 ? ["#### Approvals", firstRows(approved, most)] : [],
    ...folded(`Reviews that don’t count (${ignored.length})`, [firstRows(ignored, most)].filter(Boolean)),
    ...warnings.length > 0 ? [warnings.map((text) => `> ${markdownText(text)}`).join("\n")] : []
  ];
}

export {
  utf8Length,
  standingOf,
  TITLES,
  CONCLUSIONS,
  LABELS,
  countSentence,
  headline,
  missingSection,
  reasonsSection,
  countedSection
};
