import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  emergenciesOf
} from "./chunk-KDOAQTRO.js";
import {
  CODEOWNERS_PATH,
  generateCodeowners
} from "./chunk-D2SZ5IZ2.js";
import {
  plural
} from "./chunk-WYQIDMMK.js";
import {
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import {
  effectiveWindow
} from "./chunk-33ENI5OL.js";
import {
  append
} from "./chunk-LZOWS2TE.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/nightly/expired.ts
function expired({ desired, book, ledger, onMain }) {
  const standing = standingGrants(ledger);
  const waiting = unreviewedPaths(ledger);
  const found = /* @__PURE__ */ new Map();
  for (const [path, { kind, why }] of desired.gone) {
    const grant = book.grants.get(path);
    if (!grant || kind === "suspended" || standing.has(path) || !onMain(path)) continue;
    if (waiting.has(path)) continue;
    const name = entitlementName(grant.system, grant.entitlement);
    const { window } = effectiveWindow(book, grant);
    const until = window !== null && window.until <= desired.at ? window.until : null;
    const { subject, reason, ticket } = grant;
    const ended = { path, subject, kind: grant.kind, until, why, reason, ticket };
    append(found, name, ended);
  }
  return [...found].map(([entitlement, ended]) => ({
    entitlement,
    ended: ended.toSorted((a, b) => a.path < b.path ? -1 : 1),
    since: Math.min(...ended.map(({ until }) => until ?? desired.at))
  })).toSorted((a, b) => a.since - b.since || (a.entitlement < b.entitlement ? -1 : 1));
}
function standingGrants({ standing }) {
  return new Set([...standing.values()].flatMap((grants) => [...grants.keys()]));
}
function unreviewedPaths({ uses }) {
  const open = emergenciesOf(uses).filter(({ review }) => review === null);
  return new Set(open.flatMap((one) => one.uses.map(({ path }) => path)));
}

// src/nightly/unproved.ts
function unproved(differences, { unmoved }) {
  return differences.flatMap(({ path, before, after }) => {
    const told = unmoved.get(path);
    return told && told.blob === (after?.blob ?? null) ? [{ path, approved: before, told }] : [];
  }).toSorted((a, b) => a.path < b.path ? -1 : 1);
}

// src/render/nightly/expired.ts
var MOST = 300;
function expiredTitle({ entitlement, ended }) {
  return `Remove ${plural(ended.length, "grant")} of ${entitlement} that ended`;
}
function expiredBody({ ended }) {
  const rows = ended.slice(0, MOST).map(
    ({ path, subject, until, why, reason, kind }) => `| ${markdownText(subject)}${kind === "emergency" ? " (emergency)" : ""} | ${until === null ? "by a record" : writeInstant(until)} | ${markdownText(why)} | ${markdownText(reason)} | ${markdownCode(path)} |`
  );
  const more = ended.length > MOST ? [`_and ${ended.length - MOST} more, all among the files._`] : [];
  return [
    `This access has ended and is already revoked. The files are still there: this removes ${ended.length === 1 ? "it" : "them"}.`,
    "- **Merge:** removes the record from the files; history and evidence keep it. Nobody loses anything by it.",
    "- **Edit `expires` here and have it approved:** renews, as an ordinary request of whoever edits.",
    "- **Close:** nothing changes, and it comes back tomorrow.",
    ["| who | ended | because | it was for | file |", "|---|---|---|---|---|", ...rows].join("\n"),
    ...more
  ].join("\n\n");
}

// src/render/nightly/unproved.ts
var MOST2 = 300;
function unprovedTitle(files) {
  return `Restore the approved form of ${plural(files.length, "file")}`;
}
function unprovedBody(files) {
  const rows = files.slice(0, MOST2).map(
    ({ path, approved, told }) => `| ${markdownCode(path)} | ${approved === null ? "remove" : "restore"} | ${markdownText(told.why)} |`
  );
  const more = files.length > MOST2 ? [`_and ${files.length - MOST2} more, all among the files._`] : [];
  return [
    "The default branch says something here that nobody approved, or that is held. Nothing of it is in force: what was approved last is. This brings the files back to that.",
    ["| file | | why it is not followed |", "|---|---|---|", ...rows].join("\n"),
    ...more,
    "- **Merge:** the files say what is in force. It needs no approval of Grantbook’s.",
    "- **If it was meant:** request it by a pull request of its own and have it approved; then this closes by itself.",
    "- **Close:** nothing changes, and it comes back tomorrow."
  ].join("\n\n");
}

// src/commands/steps/nightly/sight.ts
async function approvedText({ approved }, path) {
  const bytes = await approved.bytes(path);
  return bytes === null ? null : new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes);
}

// src/commands/steps/nightly/due.ts
var PREFIX = "grantbook/";
var LABEL = "grantbook";
function dueExpired(sight) {
  const changed = new Set(sight.differences.map(({ path }) => path));
  const matters = expired({ ...sight, onMain: (path) => !changed.has(path) });
  return matters.filter(({ entitlement }) => sight.systems?.has(entitlement.split("/")[0] ?? "") ?? true).map((matter) => ({
    since: matter.since,
    proposal: proposal(sight, {
      branch: `${PREFIX}expired/${matter.entitlement}`,
      title: expiredTitle(matter),
      body: expiredBody(matter),
      files: matter.ended.map(({ path }) => ({ path, text: null }))
    })
  }));
}
async function dueUnproved(sight) {
  const files = unproved(sight.differences, sight.ledger);
  if (files.length === 0) return [];
  const wanted = [];
  for (const { path } of files) wanted.push({ path, text: await approvedText(sight, path) });
  return [
    {
      since: -Infinity,
      proposal: proposal(sight, {
        branch: `${PREFIX}restore`,
        title: unprovedTitle(files),
        body: unprovedBody(files),
        files: wanted
      })
    }
  ];
}
function dueCodeowners(sight, present) {
  const text = generateCodeowners(sight.book);
  if (text === null || text === present || sight.differences.length > 0) return [];
  return [
    {
      since: -Infinity,
      proposal: proposal(sight, {
        branch: `${PREFIX}codeowners`,
        title: "Bring CODEOWNERS to what the files say",
        body: "GitHub asks the wrong people for reviews while this file isn’t what the files under `grants/` generate. Grantbook itself doesn’t follow it.\n\n- **Merge:** GitHub asks whom Grantbook would.\n- **Close:** nothing changes, and it comes back tomorrow.",
        files: [{ path: CODEOWNERS_PATH, text }]
      })
    }
  ];
}
function proposal({ base }, given) {
  return { ...given, message: given.title, base, labels: [LABEL], reopen: true };
}

export {
  approvedText,
  PREFIX,
  dueExpired,
  dueUnproved,
  dueCodeowners,
  proposal
};
