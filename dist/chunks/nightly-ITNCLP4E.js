import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  Recorder,
  compareOutcomes,
  renderApplyText,
  runApply,
  runName,
  staleAttempt
} from "./chunk-2GQUJNEM.js";
import {
  treeDifferences
} from "./chunk-YWZBUZIM.js";
import {
  Budget,
  addLabels,
  bodyOf,
  deleteBranch,
  isAuthor,
  loginOf,
  missingLabels,
  moveBranch,
  named,
  openDesk,
  ownPulls,
  propose,
  readHead,
  readPullsFrom,
  sameText,
  titleOf,
  whoseIs,
  write
} from "./chunk-YEQSV7EF.js";
import "./chunk-UP7WPWE4.js";
import "./chunk-B6A6EI2H.js";
import {
  gap,
  pages,
  parsed,
  someone
} from "./chunk-MMHH2Z4C.js";
import "./chunk-ZZTT73ZC.js";
import "./chunk-DXTCXS2S.js";
import {
  openApproved
} from "./chunk-IPRXK743.js";
import "./chunk-VDOOFRF6.js";
import "./chunk-HCKRBB3T.js";
import "./chunk-OPR2KZZV.js";
import {
  clip,
  heartbeat
} from "./chunk-ENFMYFWI.js";
import "./chunk-JY62ZOVQ.js";
import "./chunk-CBNFUGEK.js";
import {
  eventsPath,
  readLines
} from "./chunk-FYYQMQIA.js";
import "./chunk-EH36S6JX.js";
import "./chunk-BP4UKYJ6.js";
import "./chunk-CCCYZAQ4.js";
import "./chunk-5VMUYZCL.js";
import {
  collect,
  openAndRead,
  portsOf
} from "./chunk-YTWK55SV.js";
import "./chunk-JLVSUKSV.js";
import "./chunk-O2KB6QBL.js";
import "./chunk-5ABX4AZM.js";
import "./chunk-YU2D7C36.js";
import {
  CONNECTORS
} from "./chunk-RRPQNT5T.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-EJFO3KLW.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import "./chunk-N5IHUUGP.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import {
  CODEOWNERS_PATH,
  generateCodeowners
} from "./chunk-D2SZ5IZ2.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-QYB4MXV6.js";
import "./chunk-YLT66HJE.js";
import "./chunk-K27PPCGJ.js";
import {
  ObjectReader,
  runGit,
  tryGit
} from "./chunk-XOQACSSO.js";
import "./chunk-IGNZ6A6A.js";
import {
  plural
} from "./chunk-WYQIDMMK.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine,
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import {
  isReviewed,
  nameOfStart,
  unreviewed
} from "./chunk-JNKSRDXZ.js";
import "./chunk-PAQVOTRO.js";
import {
  effectiveWindow,
  subjectOf
} from "./chunk-OZMHDLSL.js";
import "./chunk-5W4AJTQR.js";
import {
  DAY,
  readDuration
} from "./chunk-36TRDHQL.js";
import {
  append
} from "./chunk-VMXOJ7C2.js";
import "./chunk-6NH42UTN.js";
import "./chunk-3OOSBJ24.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import "./chunk-BBVGU6PE.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  entitlementName
} from "./chunk-APARWUT7.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  readInstant,
  writeInstant
} from "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";

// src/render/nightly-json.ts
function renderNightlyJson(view) {
  const { commit, ok, outcomes, calls, pulls, issues, notices: notices2 } = view;
  const document = {
    format: 1,
    ok,
    commit,
    outcomes: outcomes.map(({ grant, system, action, state, why }) => ({
      grant,
      system,
      action,
      state,
      why
    })),
    calls: { read: calls.read, write: calls.write },
    pulls: pulls.map(({ pull, branch, state, why }) => ({ pull, branch, state, why })),
    issues: issues.map((issue) => ({ ...issue })),
    notices: notices2.map(({ person, grants }) => ({
      person,
      grants: grants.map(({ grant, until }) => ({ grant, until: writeInstant(until) }))
    }))
  };
  return renderJson(document);
}

// src/render/nightly-text.ts
function renderNightlyText(view, colour) {
  const { pulls, issues, notices: notices2 } = view;
  const news = pulls.filter(({ state }) => state !== "unchanged");
  const lines = news.map(({ pull, branch, state, why }) => {
    const number = pull === null ? "" : ` #${pull}`;
    return `  ${state}${number} ${logLine(branch)}${why === null ? "" : `: ${logLine(why)}`}`;
  });
  const told2 = issues.filter(({ state }) => state !== "unchanged").map(({ issue, person, state }) => `  ${state} #${issue} for ${person}`);
  const sum = `${plural(pulls.length, "pull request")} of ours; ${plural(notices2.length, "person", "people")} told what ends soon.`;
  return `${renderApplyText(view, colour)}${[...lines, ...told2, sum].join("\n")}
`;
}

// src/nightly/expired.ts
function expired({ desired, book, ledger, onMain }) {
  const standing = standingGrants(ledger);
  const found = /* @__PURE__ */ new Map();
  for (const [path, { kind, why }] of desired.gone) {
    const grant = book.grants.get(path);
    if (!grant || kind === "suspended" || standing.has(path) || !onMain(path)) continue;
    if (grant.kind === "emergency" && !isReviewed(book, grant)) continue;
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

// src/nightly/unproved.ts
function unproved(differences, { unmoved }) {
  return differences.flatMap(({ path, before, after }) => {
    const told2 = unmoved.get(path);
    return told2 && told2.blob === (after?.blob ?? null) ? [{ path, approved: before, told: told2 }] : [];
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
    ["| who | ended | because | it was for | file |", "|---|---|---|---|---|", ...rows].join("\n"),
    ...more,
    "- **Merge:** removes the record from the files; history and evidence keep it. Nobody loses anything by it.",
    "- **Edit `expires` here and have it approved:** renews, as an ordinary request of whoever edits.",
    "- **Close:** nothing changes, and it comes back tomorrow."
  ].join("\n\n");
}

// src/render/nightly/unproved.ts
var MOST2 = 300;
function unprovedTitle(files) {
  return `Restore the approved form of ${plural(files.length, "file")}`;
}
function unprovedBody(files) {
  const rows = files.slice(0, MOST2).map(
    ({ path, approved, told: told2 }) => `| ${markdownCode(path)} | ${approved === null ? "remove" : "restore"} | ${markdownText(told2.why)} |`
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
function dueExpired(sight2) {
  const changed = new Set(sight2.differences.map(({ path }) => path));
  const matters = expired({ ...sight2, onMain: (path) => !changed.has(path) });
  return matters.filter(({ entitlement }) => sight2.systems?.has(entitlement.split("/")[0] ?? "") ?? true).map((matter) => ({
    since: matter.since,
    proposal: proposal(sight2, {
      branch: `${PREFIX}expired/${matter.entitlement}`,
      title: expiredTitle(matter),
      body: expiredBody(matter),
      files: matter.ended.map(({ path }) => ({ path, text: null }))
    })
  }));
}
async function dueUnproved(sight2) {
  const files = unproved(sight2.differences, sight2.ledger);
  if (files.length === 0) return [];
  const wanted = [];
  for (const { path } of files) wanted.push({ path, text: await approvedText(sight2, path) });
  return [
    {
      since: -Infinity,
      proposal: proposal(sight2, {
        branch: `${PREFIX}restore`,
        title: unprovedTitle(files),
        body: unprovedBody(files),
        files: wanted
      })
    }
  ];
}
function dueCodeowners(sight2, present) {
  const text = generateCodeowners(sight2.book);
  if (text === null || text === present || sight2.differences.length > 0) return [];
  return [
    {
      since: -Infinity,
      proposal: proposal(sight2, {
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

// src/nightly/retrospectives.ts
function toReview(grant, start, due) {
  const path = `grants/retrospectives/${grant.name}/${grant.subject}.${nameOfStart(start)}.yaml`;
  return { grant, start, due, path };
}
function draftOf({ grant: { incident } }) {
  return `# yaml-language-server: $schema=../../../../schemas/retrospective.schema.json
incident: ${incident ?? ""}
happened: # why the glass was broken
done: # what the access was used for
verdict: # accepted, or contested
`;
}

// src/render/nightly/retrospective.ts
function retrospectiveTitle({ grant }) {
  return `Review the emergency of ${grant.subject} on ${grant.name}${grant.incident === null ? "" : ` (${grant.incident})`}`;
}
function retrospectiveBody({ grant, start, due, path }, owner, now) {
  const late = due <= now ? "**This review is overdue: until it is merged, this subject gets no further emergency grant.**" : null;
  const row = [
    markdownText(grant.subject),
    markdownText(grant.name),
    writeInstant(start),
    grant.expires === null ? "" : writeInstant(grant.expires),
    markdownText(grant.incident ?? ""),
    markdownText(grant.reason)
  ];
  const who = owner === null ? "" : ` (${markdownText(owner)})`;
  return [
    ...late === null ? [] : [late],
    `| who | held | from | until | incident | because |
|---|---|---|---|---|---|
| ${row.join(" | ")} |`,
    `Write into ${markdownCode(path)} on this branch what happened and what the access was used for, and \`verdict: accepted\` or \`contested\`. The entitlement’s owner${who} or governance approves; whoever wrote it doesn’t.`,
    [
      `- **Due:** ${writeInstant(due)}. After that no further emergency is granted to this subject until it is merged.`,
      "- **Merge:** the emergency is reviewed, and its grant’s file goes.",
      "- **Close:** it comes back tomorrow."
    ].join("\n")
  ].join("\n\n");
}

// src/commands/steps/nightly/due-retrospectives.ts
async function dueRetrospectives(sight2) {
  const { book, evidence, now, systems, differences } = sight2;
  const changed = new Set(differences.map(({ path }) => path));
  const due = [];
  for (const { grant, due: by } of unreviewed(book, now)) {
    if (systems !== null && !systems.has(grant.system)) continue;
    if (changed.has(grant.path)) continue;
    const start = grant.starts ?? await issuedAt(sight2.root, evidence, grant) ?? by;
    const review = toReview(grant, Math.min(start, grant.expires ?? start), by);
    const owner = book.entitlements.get(grant.name)?.data.owner ?? null;
    due.push({
      since: grant.expires ?? now,
      proposal: proposal(sight2, {
        branch: `${PREFIX}retrospective/${grant.name}/${grant.subject}`,
        title: retrospectiveTitle(review),
        body: retrospectiveBody(review, owner, now),
        files: [
          { path: review.path, text: draftOf(review) },
          { path: grant.path, text: null }
        ]
      })
    });
  }
  return due;
}
async function issuedAt(root, evidence, { path, blob }) {
  const { status, stdout } = await tryGit(root, ["cat-file", "blob", `${evidence}:${eventsPath(path)}`]);
  if (status !== 0) return null;
  const { events } = readLines(stdout.toString("utf8"));
  const first = events.find((one) => one.event === "issued" && one.blob === blob);
  return first ? readInstant(first.at, "start") : null;
}

// src/io/github/propose/keep-issue.ts
var ISSUE = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
var made = external_exports.object({ number: external_exports.int().min(1) });
async function keepIssue(desk, issues, wanted) {
  if (!/^[A-Za-z0-9._/-]{1,200}$/u.test(wanted.key) || wanted.key.includes("--"))
    return gap("issue", `${plain(wanted.key)} is no key`, false);
  const found = issues.filter((issue) => isAbout(issue, wanted));
  const [kept = null, ...more] = found.toSorted(
    (a, b) => Number(b.open) - Number(a.open) || a.number - b.number
  );
  for (const second of more.filter(({ open }) => open)) {
    const closed = await edit(desk, second.number, { state: "closed", state_reason: "not_planned" });
    if (!closed.ok) return closed;
  }
  if (kept === null)
    return wanted.open ? create(desk, wanted) : { ok: true, value: { number: null, state: "none" } };
  if (!wanted.open) {
    if (!kept.open) return told(kept, "unchanged");
    const closed = await edit(desk, kept.number, { state: "closed", state_reason: "completed" });
    return closed.ok ? told(kept, "closed") : closed;
  }
  return bring(desk, kept, wanted);
}
async function bring(desk, kept, wanted) {
  const [title, body] = [titleOf(wanted.title), bodyWithMarker(wanted)];
  const changed = {
    ...kept.open ? {} : { state: "open" },
    ...sameText(kept.title, title) ? {} : { title },
    ...sameText(kept.body, body) ? {} : { body }
  };
  const edits = Object.keys(changed).length > 0;
  if (edits) {
    const edited = await editWith(desk, kept, changed, kept.open ? [] : wanted.assignees);
    if (!edited.ok) return edited;
  }
  const missing = missingLabels(kept.labels, wanted.labels);
  const labelled = await addLabels(desk, kept.number, missing);
  if (!labelled.ok) return labelled;
  if (!kept.open) return told(kept, "reopened");
  return told(kept, edits || missing.length > 0 ? "updated" : "unchanged");
}
async function create(desk, wanted) {
  const what = `issue ${wanted.key}`;
  const route = "POST /repos/{owner}/{repo}/issues";
  const issue = { title: titleOf(wanted.title), body: bodyWithMarker(wanted), labels: wanted.labels };
  let sent = await write(
    desk,
    what,
    route,
    { ...issue, assignees: wanted.assignees },
    unless(wanted.assignees)
  );
  if (sent.ok && sent.value === null) sent = await write(desk, what, route, issue);
  if (!sent.ok) return sent;
  const created = parsed(what, sent.value, made);
  return created.ok ? { ok: true, value: { number: created.value.number, state: "opened" } } : created;
}
async function editWith(desk, { number }, changed, assignees) {
  if (assignees.length === 0) return edit(desk, number, changed);
  const sent = await edit(desk, number, { ...changed, assignees }, unless(assignees));
  return sent.ok && sent.value === null ? edit(desk, number, changed) : sent;
}
function edit(desk, number, changed, fine = []) {
  return write(desk, `issue #${number}`, ISSUE, { issue_number: number, ...changed }, fine);
}
function unless(assignees) {
  return assignees.length > 0 ? [422] : [];
}
function isAbout(issue, { key, title }) {
  if (issue.body.includes(markerOf(key))) return true;
  return issue.open && !issue.body.includes(MARKER) && sameText(issue.title, titleOf(title));
}
var MARKER = "<!-- grantbook:about ";
var LONGEST = 64500;
function markerOf(key) {
  return `${MARKER}${key} -->`;
}
function bodyWithMarker({ body, key }) {
  const marker = markerOf(key);
  return `${bodyOf(body, LONGEST)}

${marker}`;
}
function told({ number }, state) {
  return { ok: true, value: { number, state } };
}

// src/io/github/propose/own-issues.ts
var listed = external_exports.object({
  number: external_exports.int().min(1),
  state: external_exports.enum(["open", "closed"]),
  title: external_exports.string(),
  body: external_exports.string().nullish(),
  user: someone,
  labels: external_exports.union([external_exports.string(), external_exports.object({ name: external_exports.string().nullish() })]).array(),
  pull_request: external_exports.unknown().optional()
});
async function ownIssues(github, by, label) {
  const all = /* @__PURE__ */ new Map();
  for (const parameters of [{ state: "open" }, { state: "closed", labels: label }]) {
    const read = await pages(github, {
      what: `${parameters.state} issues`,
      route: "GET /repos/{owner}/{repo}/issues",
      item: listed,
      parameters: { creator: loginOf(by), sort: "created", direction: "asc", ...parameters }
    });
    if (!read.ok) return read;
    const issues = read.value.filter(
      ({ pull_request, user }) => pull_request === void 0 && isAuthor(user, by)
    );
    for (const issue of issues) all.set(issue.number, toOwn(issue));
  }
  return { ok: true, value: [...all.values()].toSorted((a, b) => a.number - b.number) };
}
function toOwn({ number, state, title, body, labels }) {
  return {
    number,
    open: state === "open",
    title,
    body: body ?? "",
    labels: labels.map((label) => typeof label === "string" ? label : label.name ?? "")
  };
}

// src/nightly/notices.ts
function notices(book, desired, within) {
  const found = /* @__PURE__ */ new Map();
  for (const { wanted } of desired.systems.values()) {
    for (const { grant, window } of wanted.values()) {
      if (window.until > desired.at + within) continue;
      for (const person of peopleOf(book, grant)) {
        const endings = found.get(person) ?? /* @__PURE__ */ new Map();
        found.set(person, endings.set(grant.path, { grant, until: window.until }));
      }
    }
  }
  return [...found].map(([person, endings]) => ({
    person,
    endings: [...endings.values()].toSorted(
      (a, b) => a.until - b.until || (a.grant.path < b.grant.path ? -1 : 1)
    )
  })).toSorted((a, b) => a.person < b.person ? -1 : 1);
}
function peopleOf(book, { subject, requester }) {
  const known = subjectOf(book, subject);
  const own = known?.kind === "workload" ? [known.entry.data.owner, known.entry.data.backup] : [subject];
  return new Set([...own, requester].flatMap((id) => id && book.people.has(id) ? [id] : []));
}

// src/render/nightly/notice.ts
var MOST3 = 200;
function noticeTitle({ person, endings }) {
  return `${person}: ${plural(endings.length, "grant")} ${endings.length === 1 ? "ends" : "end"} soon`;
}
function noticeBody({ endings }, repository, branch) {
  const rows = endings.slice(0, MOST3).map(
    ({ grant: { path, name, subject }, until }) => `| ${markdownText(name)} | ${markdownText(subject)} | ${writeInstant(until)} | [edit](${repository}/edit/${encodeURIComponent(branch)}/${path.split("/").map(encodeURIComponent).join("/")}) | ${markdownCode(`npx grantbook renew ${path} --expires YYYY-MM-DD`)} |`
  );
  const more = endings.length > MOST3 ? [`_and ${endings.length - MOST3} more._`] : [];
  return [
    "This access ends by itself then. If it is still needed, ask for it anew: edit `expires` in a pull request, or run the command.",
    ["| what | who | ends | on GitHub | on the command line |", "|---|---|---|---|---|", ...rows].join("\n"),
    ...more,
    "Nothing has to be done if it may end. This issue is kept up to date and closes by itself."
  ].join("\n\n");
}

// src/commands/steps/nightly/keep-notices.ts
var LABEL2 = "grantbook: ends soon";
var KEY = /<!-- grantbook:about notice\/([a-z0-9-]+) -->/u;
async function keepNotices(desk, sight2) {
  const within = readDuration(sight2.settings.notice) ?? 0;
  const all = notices(sight2.book, sight2.desired, within);
  const listed2 = await ownIssues(desk.github, desk.by, LABEL2);
  if (!listed2.ok) return { notices: all, issues: [], gaps: [listed2.gap] };
  const told2 = new Map(all.map((notice) => [notice.person, notice]));
  const before = listed2.value.flatMap(({ body, open }) => open ? KEY.exec(body)?.[1] ?? [] : []);
  const issues = [];
  const gaps = [];
  for (const person of [.../* @__PURE__ */ new Set([...told2.keys(), ...before])].toSorted()) {
    const notice = told2.get(person);
    const login = sight2.book.people.get(person)?.data.github;
    const kept = await keepIssue(desk, listed2.value, {
      key: `notice/${person}`,
      title: notice ? noticeTitle(notice) : `${person}: nothing ends soon`,
      body: notice ? noticeBody(notice, sight2.repository, sight2.base.branch) : "Nothing of this person’s ends soon any more.",
      assignees: login === void 0 ? [] : [login],
      labels: [LABEL2],
      open: notice !== void 0
    });
    if (!kept.ok) gaps.push(kept.gap);
    else if (kept.value.number !== null)
      issues.push({ issue: kept.value.number, person, state: kept.value.state });
  }
  return { notices: all, issues, gaps };
}

// src/io/github/propose/propose-all.ts
async function proposeAll(desk, due, most) {
  const done = [];
  let left = most;
  for (const { proposal: proposal2 } of due.toSorted(oldestFirst)) {
    const before = desk.github.calls().write;
    const result = await propose(desk, proposal2, left > 0);
    const opened = result.ok ? ["opened", "reopened"].includes(result.value.state) : desk.github.calls().write > before;
    if (opened) left--;
    done.push({ branch: proposal2.branch, result });
  }
  return done;
}
function oldestFirst(a, b) {
  if (a.since !== b.since) return a.since - b.since;
  return a.proposal.branch < b.proposal.branch ? -1 : 1;
}

// src/io/github/propose/say.ts
var comment = external_exports.object({ id: external_exports.int().min(1), body: external_exports.string().nullish(), user: someone });
async function sayOnce(desk, number, text) {
  const listed2 = await pages(desk.github, {
    what: `comments on #${number}`,
    route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    item: comment,
    parameters: { issue_number: number }
  });
  if (!listed2.ok) return listed2;
  const body = bodyOf(text);
  const said = listed2.value.some((each) => isAuthor(each.user, desk.by) && sameText(each.body ?? "", body));
  if (said) return { ok: true, value: false };
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const sent = await write(desk, `comment on #${number}`, route, { issue_number: number, body });
  return sent.ok ? { ok: true, value: true } : sent;
}

// src/io/github/propose/withdraw.ts
async function withdraw(desk, branch, base, why) {
  const pulls = await readPullsFrom(desk.github, branch);
  if (!pulls.ok) return pulls;
  const head = await readHead(desk, branch);
  if (!head.ok) return head;
  const open = pulls.value.filter((pull2) => pull2.open);
  const pull = open.find(({ author }) => isAuthor(author, desk.by)) ?? null;
  const told2 = (state, reason = null) => ({
    ok: true,
    value: { pull: pull?.number ?? null, branch, state, why: reason }
  });
  const other = open.find(({ author }) => !isAuthor(author, desk.by));
  if (other) return told2("left", `${named(other.author)} opened #${other.number} from our branch`);
  if (head.value === null) return told2("none");
  const whose = await whoseIs(desk, branch, head.value, base.tip);
  if (!whose.ok) return whose;
  if (whose.value.lost !== null) {
    const back = await moveBranch(desk, branch, head.value, whose.value.lost);
    if (!back.ok) return back;
  }
  if (!whose.value.ours) return told2("left", whose.value.why);
  if (pull) {
    const said = await sayOnce(desk, pull.number, why);
    if (!said.ok) return said;
    const route = "PATCH /repos/{owner}/{repo}/pulls/{pull_number}";
    const closing = { pull_number: pull.number, state: "closed" };
    const closed = await write(desk, `pull request #${pull.number}`, route, closing);
    if (!closed.ok) return closed;
  }
  const deleted = await deleteBranch(desk, branch, head.value);
  return deleted.ok ? told2(pull ? "closed" : "deleted") : deleted;
}

// src/commands/steps/nightly/keep-pulls.ts
var MOST4 = 25;
async function keepPulls(desk, due, own, looked, base) {
  const pulls = [];
  const gaps = [];
  const wanted = new Set(due.map(({ proposal: proposal2 }) => proposal2.branch));
  for (const { branch, result } of await proposeAll(desk, due, MOST4)) {
    if (!result.ok) gaps.push(result.gap);
    else if (result.value.state !== "moot") pulls.push({ ...result.value, branch });
  }
  for (const { branch, open } of own) {
    if (!open || wanted.has(branch) || !looked.some((prefix) => branch.startsWith(prefix))) continue;
    const done = await withdraw(desk, branch, base, NO_REASON);
    if (!done.ok) gaps.push(done.gap);
    else if (done.value.state !== "none") pulls.push(done.value);
  }
  return { pulls: pulls.toSorted((a, b) => a.branch < b.branch ? -1 : 1), gaps };
}
var NO_REASON = "There is no reason for this any more: what it asked for is done, or was renewed.";

// src/evidence/record-outside.ts
import { createHash } from "node:crypto";
var BY = "grantbook nightly";
function common(facts, grant) {
  const { now, commit, run } = facts;
  return { at: writeInstant(now), grant, blob: facts.blobOf(grant), commit, by: BY, run };
}
function discovered(path, principal, items, facts) {
  return {
    ...common(facts, path),
    event: "discovered",
    principal,
    items: items.map(({ firstSeen, lastUsed, what, ...rest }) => ({
      ...rest,
      what: clip(what),
      firstSeen: writeInstant(firstSeen),
      lastUsed: lastUsed === null ? null : writeInstant(lastUsed)
    }))
  };
}
function saved(path, {
  system,
  principal,
  item,
  value
}, facts) {
  const text = JSON.stringify(value);
  const id = createHash("sha256").update(`${path}
${item}
${writeInstant(facts.now)}
${text}`).digest("hex").slice(0, 12);
  return { ...common(facts, path), event: "saved", id, system, principal, item, saved: text };
}
function removedOutside(path, {
  system,
  principal,
  item,
  why
}, facts) {
  return {
    ...common(facts, path),
    event: "revoked",
    system,
    principal: principal.split(":").slice(5).join(":"),
    principalId: "",
    why: clip(`${item}: ${why}`),
    cause: "window",
    unit: path,
    sessionsUntil: writeInstant(facts.now),
    observed: false
  };
}

// src/nightly/outside.ts
import { createHash as createHash2 } from "node:crypto";
function outsidePath(system, { kind, name, principal }) {
  const last = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  const slug = last.replaceAll(/[^a-z0-9]+/gu, "-").replaceAll(/^-+|-+$/gu, "");
  const hash = createHash2("sha256").update(principal).digest("hex").slice(0, 8);
  return `grants/out-of-band/${system}/${kind}.${slug === "" ? "x" : slug.slice(0, 40)}-${hash}.yaml`;
}
function worthDeciding(principal, hasFile, keyAge, now) {
  const items = principal.items.filter(({ id, since }) => {
    if (!hasFile) return true;
    if (id === "login") return false;
    return !id.startsWith("key:") || since === null || now - since > keyAge;
  });
  return items.length === 0 ? null : { ...principal, items };
}
function sight(system, principal, before, now) {
  const seen = [];
  const fresh = [];
  for (const item of principal.items) {
    const exact = before.find(({ id, digest }) => id === item.id && digest === item.digest);
    const earlier = before.filter(({ id, digest }) => id === item.id || digest === item.digest);
    const firstSeen = Math.min(now, ...earlier.map((one2) => one2.firstSeen));
    const one = exact ? { ...exact, firstSeen } : seenNow(item, firstSeen);
    seen.push(one);
    if (!exact) fresh.push(one);
  }
  return { path: outsidePath(system, principal), principal, seen, fresh };
}
function seenNow({ id, what, by, lastUsed, digest }, firstSeen) {
  return { id, what, firstSeen, by: by ?? "unknown", lastUsed, digest };
}
function fates({ principal, seen }, file, expiresAfter, now) {
  const after = readDuration(expiresAfter) ?? 0;
  return principal.items.flatMap((item, index) => {
    const one = seen[index];
    if (!one) return [];
    const own = endOfDay(one.firstSeen + after);
    const decided = file?.data.items.some(({ id, digest }) => id === item.id && digest === item.digest) === true;
    const { decision, expires } = file?.data ?? { decision: "undecided", expires: "" };
    const given = readInstant(expires, "end");
    if (decided && decision === "revoke")
      return [{ seen: one, item, state: "over", until: now, why: "it was decided to revoke it", decided }];
    if (decided && decision === "tolerate" && given !== null) {
      const state = given > now ? "tolerated" : "over";
      return [
        { seen: one, item, state, until: given, why: `tolerated until ${writeInstant(given)}`, decided }
      ];
    }
    const why = `nobody decided by ${writeInstant(own)}`;
    return [{ seen: one, item, state: own > now ? "open" : "over", until: own, why, decided: false }];
  });
}
function endOfDay(at) {
  return Math.ceil(at / DAY) * DAY;
}
function outsideFile({ principal, seen }, file, expiresAfter) {
  const same = file !== null && file.data.items.length === seen.length && seen.every(({ id, digest }) => file.data.items.some((one) => one.id === id && one.digest === digest));
  const due = endOfDay(
    Math.min(...seen.map(({ firstSeen }) => firstSeen)) + (readDuration(expiresAfter) ?? 0)
  );
  const decided = same ? file.data : null;
  const lines = [
    "# yaml-language-server: $schema=../../../schemas/out-of-band.schema.json",
    '# Written by Grantbook. Decide with "decision", "owner", "reason" and, to tolerate it, "expires".',
    `principal: ${quoted(principal.principal)}`,
    "items:",
    ...seen.map(
      ({ id, what, firstSeen, by, lastUsed, digest }) => `  - id: ${quoted(id)}
    what: ${quoted(what)}
    firstSeen: ${writeInstant(firstSeen)}
    by: ${quoted(by)}
    lastUsed: ${lastUsed === null ? "null" : writeInstant(lastUsed)}
    digest: ${quoted(digest)}`
    ),
    `expires: ${decided?.expires ?? writeInstant(due - DAY).slice(0, 10)}`,
    `decision: ${decided?.decision ?? "undecided"}`,
    ...decided?.owner === void 0 ? [] : [`owner: ${decided.owner}`],
    ...decided?.reason === void 0 ? [] : [`reason: ${quoted(decided.reason)}`]
  ];
  return `${lines.join("\n")}
`;
}
function quoted(text) {
  return JSON.stringify(text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "�"));
}
function settled(book, system, sightings) {
  const there = new Set(sightings.map(({ path }) => path));
  return [...book.outOfBand.values()].flatMap(
    (entry) => entry.system === system && !there.has(entry.path) ? [entry.path] : []
  );
}

// src/render/nightly/outside.ts
var MOST5 = 300;
function outsideTitle(system, all) {
  const items = all.reduce((sum, { fates: fates2 }) => sum + fates2.length, 0);
  return `Decide on access found in ${system}: ${plural(items, "thing")} on ${plural(all.length, "principal")}`;
}
function outsideBody(all, policy, unread) {
  const rows = all.flatMap(({ sighting, fates: fates2 }) => fates2.map((fate) => ({ fate, sighting }))).toSorted((a, b) => Number(isAdmin(b.fate)) - Number(isAdmin(a.fate))).map(({ fate: { seen, item, state, until, why }, sighting }) => {
    const risk = isAdmin({ item }) ? "**administrator**" : "";
    const due = state === "over" ? `**over** (${markdownText(why)})` : writeInstant(until);
    const kept = item.why === null ? "" : ` _(never removed by us: ${markdownText(item.why)})_`;
    return `| ${markdownText(sighting.principal.name)} | ${markdownText(seen.what)}${kept} | ${risk} | ${writeInstant(seen.firstSeen)} | ${markdownText(seen.by)} | ${seen.lastUsed === null ? "not known" : writeInstant(seen.lastUsed)} | ${due} |`;
  });
  const more = rows.length > MOST5 ? [`_and ${rows.length - MOST5} more, all in the files._`] : [];
  const gaps = unread.length === 0 ? [] : [`Could not be read: ${unread.map(markdownText).join("; ")}.`];
  const end = policy === "revoke" ? "What nobody decides on in time is taken away then, except what the table says is never removed by us." : "Nothing is removed here by a machine: what nobody decides on in time is told every day until it is gone.";
  return [
    `Nobody requested this access, so no grant explains it. ${end}`,
    [
      "| who | has | | first seen | made by | last used | decide by |",
      "|---|---|---|---|---|---|---|",
      ...rows.slice(0, MOST5)
    ].join("\n"),
    ...more,
    ...gaps,
    [
      `- **To keep it:** in its file set ${markdownCode("decision: tolerate")} with ${markdownCode("owner")}, ${markdownCode("reason")} and ${markdownCode("expires")}; or request it as an ordinary grant.`,
      `- **To end it:** set ${markdownCode("decision: revoke")}, or take it away yourself: then this goes by itself.`,
      "- **Merge:** the decisions of these files are in force, once the owners have approved them.",
      "- **Close:** nothing changes, and it comes back tomorrow with the same dates."
    ].join("\n")
  ].join("\n\n");
}
function isAdmin({ item }) {
  return item.severity === "administrator";
}

// src/commands/steps/nightly/explained.ts
function explainedBy(sight2, system, { core, context }) {
  const { book, ledger } = sight2;
  const accounts = /* @__PURE__ */ new Map();
  const take = (account, runs) => {
    if (account === void 0 || core.checkAccount(account, context).length > 0) return;
    accounts.set(core.principalOf(account), { runs });
  };
  for (const { data } of book.people.values()) take(ownOf(data.accounts, system), null);
  for (const { data } of book.workloads.values()) take(ownOf(data.accounts, system), data.runs);
  const targets = [...book.entitlements.values()].flatMap((entry) => {
    const { target } = entry.data;
    const valid = entry.system === system && target !== void 0 && core.checkTarget(target, context).length === 0;
    return valid ? [target] : [];
  });
  const owned = /* @__PURE__ */ new Map();
  for (const list of ledger.standing.get(system)?.values() ?? []) {
    for (const { principal, pieces } of list) {
      const known = owned.get(principal) ?? /* @__PURE__ */ new Set();
      for (const { id, enforcement } of pieces) if (enforcement === "job") known.add(id);
      owned.set(principal, known);
    }
  }
  return {
    accounts,
    targets,
    owned,
    onFile: (principal, item) => {
      const kinds = ["user", "role", "group", "provider", "account"];
      const name = principal.split(":").slice(5).join(":");
      return kinds.some(
        (kind) => (ledger.discovered.get(outsidePath(system, { kind, name, principal, items: [] })) ?? []).some(
          ({ id, digest }) => id === item.id && digest === item.digest
        )
      );
    }
  };
}
function ownOf(accounts, system) {
  return accounts && Object.hasOwn(accounts, system) ? accounts[system] : void 0;
}

// src/commands/steps/nightly/remove-outside.ts
async function removeOutside(system, shown, explained, outlook) {
  const { sight: sight2, common: common2, io, recorder } = outlook;
  const due = shown.map(({ sighting, fates: fates2 }) => {
    const hasFile = explained.accounts.has(sighting.principal.name);
    return { sighting, over: fates2.filter((fate) => mayGo(fate, hasFile)) };
  }).filter(({ over }) => over.length > 0);
  if (due.length === 0) return [];
  const { guard, empty, systems } = sight2.desired;
  const most = Math.max(guard.floor, Math.floor(guard.share * shown.length));
  const at = systems.get(system);
  const connector = at && CONNECTORS.get(at.core.name);
  if (empty !== null || !at || !connector)
    return due.map(
      ({ sighting }) => held(sighting.path, system, `Nothing is removed: ${empty ?? "the system can’t be reached"}.`)
    );
  const outcomes = due.slice(most).map(
    ({ sighting }) => held(sighting.path, system, `More than ${most} at once are to go: the rest waits for the next night.`)
  );
  const session = await connector.open(at.context, portsOf("remediate", common2, io));
  for (const { sighting, over } of due.slice(0, most)) {
    const { path, principal } = sighting;
    const record = await recorder();
    const save = async (item, value) => {
      if (value === null) return;
      const facts = { system, principal: principal.principal, item, value };
      await record.append(`Save what is taken away in ${system}`, [saved(path, facts, record.facts)]);
    };
    const items = over.map(({ item: { id, digest } }) => ({ id, digest }));
    const removals = await session.remediate(principal.principal, items, explained, save);
    const why = new Map(over.map((fate) => [fate.item.id, fate.why]));
    const done = removals.filter(({ state }) => state === "removed");
    if (done.length > 0)
      await record.append(
        `Record what was taken away in ${system}`,
        done.map(
          ({ id }) => removedOutside(
            path,
            { system, principal: principal.principal, item: id, why: why.get(id) ?? "" },
            record.facts
          )
        )
      );
    outcomes.push(...removals.map((removal) => outcomeOf(path, system, removal)));
  }
  return outcomes;
}
function mayGo({ state, item, decided }, hasFile) {
  return state === "over" && item.removable && (decided || !(hasFile && item.id.startsWith("key:")));
}
function held(grant, system, why) {
  return { grant, system, action: "revoke", state: "held", why };
}
function outcomeOf(grant, system, {
  id,
  state,
  why
}) {
  const states = { removed: "done", kept: "held", failed: "failed" };
  return {
    grant,
    system,
    action: "revoke",
    state: states[state],
    why: `${id}: ${why ?? "found outside, and its time has passed"}`
  };
}

// src/commands/steps/nightly/outside.ts
async function lookOutside(outlook) {
  const { desired, systems: only } = outlook.sight;
  const due = [];
  const outcomes = [];
  const systems = [];
  for (const [system, at] of desired.systems) {
    if (only !== null && !only.has(system)) continue;
    try {
      const found = await lookIn(system, at, outlook);
      due.push(...found.due);
      outcomes.push(...found.outcomes);
      systems.push(system);
    } catch (error) {
      if (!(error instanceof UnableError)) throw error;
      const why = `It was not looked at for access outside: ${error.message}`;
      outlook.io.err(`error: ${logLine(`${system}: ${why}`)}
`);
      outcomes.push({ grant: null, system, action: null, state: "failed", why });
    }
  }
  return { due, outcomes, systems };
}
async function lookIn(system, at, outlook) {
  const { sight: all, common: common2, io } = outlook;
  const explained = explainedBy(all, system, at);
  const { session, live } = await openAndRead(system, all.desired, portsOf("read", common2, io));
  const { found, unread } = await session.outside(live, explained);
  const named2 = new Set(explained.accounts.keys());
  const keyAge = readDuration(all.settings.keys.maxAge) ?? 0;
  const sightings = found.map((principal) => worthDeciding(principal, named2.has(principal.name), keyAge, all.now)).filter((principal) => principal !== null).map(
    (principal) => sight(system, principal, all.ledger.discovered.get(outsidePath(system, principal)) ?? [], all.now)
  );
  await recordFresh(system, sightings, outlook);
  const shown = sightings.map((sighting) => shownOf(sighting, all));
  const policy = at.context.entry.data.outOfBand;
  const outcomes = policy === "revoke" ? await removeOutside(system, shown, explained, outlook) : [];
  return { due: dueOutside(system, all, shown, policy, unread), outcomes };
}
function shownOf(sighting, { book, settings, now }) {
  const file = book.outOfBand.get(sighting.path) ?? null;
  return { sighting, fates: fates(sighting, file, settings.outOfBand.expiresAfter, now) };
}
async function recordFresh(system, sightings, { recorder }) {
  const news = sightings.filter(({ fresh }) => fresh.length > 0);
  if (news.length === 0) return;
  const record = await recorder();
  const events = news.map(
    ({ path, principal, fresh }) => discovered(path, principal.principal, fresh, record.facts)
  );
  await record.append(`Record what was found outside in ${system}`, events);
}
function dueOutside(system, all, shown, policy, unread) {
  const { book, settings } = all;
  const sightings = shown.map(({ sighting }) => sighting);
  const files = sightings.map((sighting) => ({
    path: sighting.path,
    text: outsideFile(sighting, book.outOfBand.get(sighting.path) ?? null, settings.outOfBand.expiresAfter)
  }));
  const gone = unread.length > 0 ? [] : settled(book, system, sightings);
  if (files.length + gone.length === 0) return [];
  const first = Math.min(...sightings.flatMap(({ seen }) => seen.map(({ firstSeen }) => firstSeen)));
  return [
    {
      since: Number.isFinite(first) ? first : all.now,
      proposal: proposal(all, {
        branch: `${PREFIX}outside/${system}`,
        title: outsideTitle(system, shown),
        body: outsideBody(
          shown,
          policy,
          unread.map(({ why }) => why)
        ),
        files: [...files, ...gone.map((path) => ({ path, text: null }))]
      })
    }
  ];
}

// src/commands/nightly.ts
var command = {
  formats: ["text", "json"],
  example: "npx grantbook nightly --system aws-prod",
  describe: (c) => {
    c.option("--system <id>", "only this system, and what belongs to it (repeatable)", collect, []).option("--authorise", "only what belongs to no system: proofs, restored files, notices").option("--run <id>", "id of the workflow run, for the record").option("--commit <sha>", "commit for which the run was started; the tip is what is followed").option("--attempt <n>", "which attempt of that run this is");
  },
  run: async (args, options, common2, io) => {
    if (args.length > 0) throw new UsageError(`nightly takes no arguments, but was given "${args[0] ?? ""}".`);
    const { openForge } = await import("./forge-ports-CFRCQ4D4.js");
    const ports = await openForge(common2, io);
    const stale = await staleAttempt(options, ports, common2, io);
    const view = stale ? { ...stale, pulls: [], issues: [], notices: [] } : await night(ports, options, common2, io);
    io.out(common2.format === "json" ? renderNightlyJson(view) : renderNightlyText(view, mayColour(io)));
    return view.ok ? 0 : 1;
  }
};
async function night(ports, options, common2, io) {
  const { view, state } = await runApply(ports, options, common2, io);
  const sight2 = await look(ports, options, state.tip, common2);
  try {
    const recorder = () => recorderOf(ports, options, sight2, common2);
    const outside = await lookOutside({ sight: sight2, recorder, common: common2, io });
    const kept = await keep(ports, options, sight2, outside, io);
    for (const { what, why } of kept.gaps) io.err(`error: ${logLine(`${what}: ${why}.`)}
`);
    const whole = sight2.systems === null || sight2.systems.size === 0;
    if (!io.signal.aborted) await close(ports, sight2, whole ? recorder : null, common2);
    const failed = outside.outcomes.some(({ state: one }) => one === "failed" || one === "held");
    return {
      ...view,
      ok: view.ok && kept.gaps.length === 0 && !failed,
      outcomes: [...view.outcomes, ...outside.outcomes].toSorted(compareOutcomes),
      ...kept.shown
    };
  } finally {
    sight2.approved.close();
  }
}
async function look(ports, options, tip, common2) {
  const { root, now } = common2;
  const { judgeTree } = await import("./judge-CH62FQAP.js");
  const { head, ledger } = await ports.store.read();
  if (head === null) throw new UnableError('The branch "evidence" has no approved tree.');
  const approved = await openApproved(root, head);
  const tree = await approved.load();
  const { settings } = tree.book;
  if (!settings) throw new UnableError("The approved settings can’t be read.");
  const past = { evidence: head };
  const desired = await judgeTree(tree, { now, ledger, changed: /* @__PURE__ */ new Set(), root, commit: null, past });
  const chosen = options["system"];
  const only = Array.isArray(chosen) && chosen.length > 0 ? new Set(chosen.map(String)) : null;
  return {
    root,
    now,
    base: { branch: ports.branch, tip },
    evidence: head,
    repository: ports.github.remote.url.replace(/\.git$/u, ""),
    settings: settings.data,
    approved,
    book: tree.book,
    desired,
    ledger,
    differences: await treeDifferences(root, `${head}:approved`, tip),
    systems: options["authorise"] === true ? /* @__PURE__ */ new Set() : only
  };
}
async function keep(ports, options, sight2, outside, io) {
  const { github, app } = ports;
  const by = { kind: "app", slug: app };
  const own = await ownPulls(github, PREFIX, by);
  if (!own.ok)
    return {
      gaps: [own.gap],
      shown: { pulls: [], issues: [], notices: [] }
    };
  const budget = new Budget({ clock: io.clock, sleep: io.sleep });
  const desk = openDesk({ github, root: sight2.root, by, budget, known: own.value });
  const everybody = sight2.systems === null || options["authorise"] === true;
  const due = [
    ...dueExpired(sight2),
    ...await dueRetrospectives(sight2),
    ...outside.due,
    ...everybody ? await dueUnproved(sight2) : [],
    ...everybody ? dueCodeowners(sight2, await codeownersAt(sight2)) : []
  ];
  const { pulls, gaps } = await keepPulls(
    desk,
    due,
    own.value,
    lookedAfter(sight2, everybody, outside),
    sight2.base
  );
  const told2 = everybody ? await keepNotices(desk, sight2) : { notices: [], issues: [], gaps: [] };
  return {
    gaps: [...gaps, ...told2.gaps],
    shown: {
      pulls,
      issues: told2.issues,
      notices: told2.notices.map(({ person, endings }) => ({
        person,
        grants: endings.map(({ grant: { path }, until }) => ({ grant: path, until }))
      }))
    }
  };
}
function lookedAfter({ systems }, everybody, outside) {
  const found = outside.systems.map((system) => `${PREFIX}outside/${system}`);
  const whole = everybody ? [`${PREFIX}restore`, `${PREFIX}codeowners`] : [];
  const kinds = [`${PREFIX}expired/`, `${PREFIX}retrospective/`];
  if (systems === null) return [...kinds, ...found, ...whole];
  return [...[...systems].flatMap((system) => kinds.map((kind) => `${kind}${system}/`)), ...found, ...whole];
}
async function codeownersAt({ root, base }) {
  const listed2 = await runGit(root, ["ls-tree", "-z", base.tip, "--", CODEOWNERS_PATH]);
  const blob = /^100(?:644|755) blob ([0-9a-f]+)\t/u.exec(listed2.toString("latin1"))?.[1];
  if (blob === void 0) return null;
  const reader = new ObjectReader(root);
  try {
    return (await reader.read([blob])).get(blob)?.toString("utf8") ?? null;
  } finally {
    reader.close();
  }
}
async function recorderOf(ports, options, { book }, { now }) {
  const { head, ledger, open, approved } = await ports.store.read();
  if (head === null || !approved) throw new UnableError('The branch "evidence" has no approved tree.');
  const commit = approved.sealed;
  const name = runName(options["run"]);
  return new Recorder({ store: ports.store, book, ledger, head, open, now, commit, ...name });
}
async function close(ports, sight2, recorder, { now }) {
  const { beat: last } = await ports.store.read();
  const every = (readDuration(sight2.settings.heartbeat.staleAfter) ?? 0) / 4;
  if (recorder && (last === null || now - last >= every)) {
    const record = await recorder();
    await record.append("Finish a night", [heartbeat(record.run.id, record.facts)]);
  }
  const { head } = await ports.store.read();
  if (head !== null && head !== sight2.evidence) await ports.anchor(sight2.base.tip, head);
}
export {
  command
};
