import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  readHeartbeat,
  staleBeat
} from "./chunk-5B2ZJQQU.js";
import {
  openApprovedSource
} from "./chunk-AP2WZJZA.js";
import {
  writeComment
} from "./chunk-S3QVJ7A7.js";
import "./chunk-5LUH6NHC.js";
import {
  writeCheckRun
} from "./chunk-OFNMFRSA.js";
import "./chunk-SZUHBQIL.js";
import {
  superseded,
  told,
  viewOf
} from "./chunk-UPGECDCS.js";
import {
  requireHistory
} from "./chunk-UEGRDEXS.js";
import {
  readRepository,
  readTip
} from "./chunk-ZJTLCVAT.js";
import "./chunk-ZLLOPNKY.js";
import "./chunk-XJ4HLJBJ.js";
import {
  readOpenPulls,
  readPull
} from "./chunk-ZLZM33HV.js";
import "./chunk-CJA7XS7B.js";
import {
  ask,
  pages,
  send
} from "./chunk-UDABQ4SU.js";
import "./chunk-VGKDHAX2.js";
import "./chunk-UTIOKGHL.js";
import {
  readEvidenceAt
} from "./chunk-KIY4GTEX.js";
import {
  judgeTree
} from "./chunk-FSD4UATT.js";
import "./chunk-MOWSXLX6.js";
import "./chunk-6L56ASJN.js";
import "./chunk-OWDDWZZW.js";
import "./chunk-HVO6QHIW.js";
import "./chunk-XKCUPVRV.js";
import "./chunk-WGKYODML.js";
import "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import {
  DUTY_CODES
} from "./chunk-AW6Y5IS3.js";
import {
  requireLoopback
} from "./chunk-DYAO3MJQ.js";
import "./chunk-ATBUJPQL.js";
import {
  difference,
  openAndRead,
  portsOf
} from "./chunk-4AFJNL43.js";
import "./chunk-JUKMMDG5.js";
import {
  compareChanges
} from "./chunk-CKDMHZA2.js";
import "./chunk-MRCGSTBN.js";
import {
  EMPTY_LEDGER
} from "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import {
  approvalsDocument
} from "./chunk-UDG72EER.js";
import {
  CONCLUSIONS,
  LABELS,
  TITLES,
  countSentence,
  countedSection,
  headline,
  missingSection,
  reasonsSection,
  standingOf,
  utf8Length
} from "./chunk-JPMNO6QP.js";
import {
  OPEN_ROWS,
  changeSection,
  driftSection,
  exactLines,
  firstRows,
  folded,
  pick,
  refusedSection
} from "./chunk-4GUNXIW7.js";
import "./chunk-KDOAQTRO.js";
import "./chunk-CHKKS3WZ.js";
import "./chunk-L7NH4GOQ.js";
import "./chunk-DQVEY6UO.js";
import "./chunk-YBGLZ7MM.js";
import "./chunk-G7TC7AGN.js";
import "./chunk-DXUKNOPP.js";
import "./chunk-Q4FKR2PC.js";
import "./chunk-4BJFMHG2.js";
import "./chunk-34YZDTZY.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import {
  openGoverned
} from "./chunk-IZB2QP2V.js";
import {
  isLocalGitHub
} from "./chunk-ZI2VCF7Z.js";
import {
  fetchObjects
} from "./chunk-ZV34UCH5.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import {
  filesNamed
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-DC62R65Y.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine,
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import "./chunk-4OYDZ6UL.js";
import "./chunk-P5QKHU73.js";
import "./chunk-JOLQCLIX.js";
import "./chunk-33ENI5OL.js";
import "./chunk-MVCWI7NH.js";
import "./chunk-TLWJT3BQ.js";
import "./chunk-L4AA6WMQ.js";
import {
  SETTINGS_PATH
} from "./chunk-LZOWS2TE.js";
import "./chunk-S46JKJER.js";
import "./chunk-5GLOGQVA.js";
import "./chunk-3OOSBJ24.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-CMJORN74.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/render/verdict/document.ts
var ORDER = ["needs-changes", "waiting", "ready"];
function worstFirst(views) {
  return views.toSorted(
    (a, b) => ORDER.indexOf(standingOf(a)) - ORDER.indexOf(standingOf(b)) || a.verdict.pull - b.verdict.pull
  );
}
function verdictDocument(all, ok) {
  const [worst] = worstFirst(all.map(({ view: view2 }) => view2));
  const written = all.find(({ view: view2 }) => view2 === worst);
  if (!written) return { ...NONE, ok };
  const { check, comment, view } = written;
  return { ...approvalsDocument(view.verdict, ok), check, comment };
}
var NONE = {
  format: 1,
  pull: null,
  head: null,
  base: null,
  state: "approved",
  why: null,
  paths: [],
  check: null,
  comment: null
};

// src/commands/steps/pull-live.ts
var PullLive = class {
  #approved;
  #tip;
  #common;
  #io;
  #opened = /* @__PURE__ */ new Map();
  #known = null;
  #whole = null;
  constructor(approved, tip, common, io) {
    this.#approved = approved;
    this.#tip = tip;
    this.#common = common;
    this.#io = io;
  }
  /** What is otherwise than the approved tree asks for, in the systems that a change touches. */
  async beside({ changes, wanted, ledger }) {
    const systems = [...new Set(changes.map(({ system }) => system))].toSorted();
    if (systems.length === 0) return { drift: [], why: null, unfit: [] };
    try {
      const known = await (this.#known ??= this.#systems());
      if (this.#common.nowGiven) requireLoopback(systems, known, this.#io.environment);
      for (const system of systems) if (known.systems.has(system)) await this.#open(system, known);
      const whole = await (this.#whole ??= this.#load());
      const drift = [];
      const unfit = [];
      for (const system of systems) {
        if (!whole.desired.systems.has(system)) continue;
        const opened = await this.#open(system, whole.desired);
        const { live } = opened;
        const plan = difference({ desired: whole.desired, system, live, ledger: whole.ledger, refused: [] });
        drift.push(...plan.changes, ...plan.drift ?? []);
        unfit.push(...await unfitFor(opened, wanted, ledger, changes));
      }
      return { drift: drift.toSorted(compareChanges), why: null, unfit };
    } catch (error) {
      if (!(error instanceof UnableError)) throw error;
      if (!this.#common.quiet) this.#io.err(`Drift is not known: ${logLine(error.message)}
`);
      return { drift: null, why: "live state can’t be read", unfit: [] };
    }
  }
  /** What everybody's policies say in some systems; one that can't be read is left out. */
  async documents(systems) {
    const found = /* @__PURE__ */ new Map();
    try {
      const known = await (this.#known ??= this.#systems());
      if (this.#common.nowGiven) requireLoopback(systems, known, this.#io.environment);
      for (const system of systems) {
        if (!known.systems.has(system)) continue;
        const { session, live } = await this.#open(system, known);
        found.set(system, await session.documents(live));
      }
    } catch (error) {
      if (!(error instanceof UnableError)) throw error;
      if (!this.#common.quiet) this.#io.err(`Permissions are not read: ${logLine(error.message)}
`);
    }
    return found;
  }
  /** One session for each version of a system's file: what an earlier one names is another account, perhaps. */
  #open(system, desired) {
    const key = `${system} ${desired.systems.get(system)?.context.entry.blob ?? ""}`;
    let opened = this.#opened.get(key);
    if (!opened) {
      opened = openAndRead(system, desired, portsOf("read", this.#common, this.#io));
      this.#opened.set(key, opened);
    }
    return opened;
  }
  /** The systems as their own files name them, and nothing else of the book. */
  async #systems() {
    const { source } = this.#approved;
    const files = filesNamed(source.tree, "system.yaml").map(({ path }) => path);
    return this.#judge(await source.load(/* @__PURE__ */ new Set([SETTINGS_PATH, ...files])), EMPTY_LEDGER);
  }
  async #load() {
    const { source, evidence } = this.#approved;
    const { ledger } = evidence === null ? { ledger: EMPTY_LEDGER } : await readEvidenceAt(this.#common.root, evidence);
    return { desired: await this.#judge(await source.load(), ledger), ledger };
  }
  #judge(loaded, ledger) {
    const { root, now } = this.#common;
    const { evidence } = this.#approved;
    const past = evidence === null ? { main: this.#tip } : { evidence };
    return judgeTree(loaded, { now, ledger, changed: /* @__PURE__ */ new Set(), root, commit: this.#tip, past });
  }
};
async function unfitFor({ system, session, live }, desired, ledger, changes) {
  if (!desired.systems.has(system)) return [];
  const here = changes.filter((change) => change.system === system);
  const principals = new Set(here.map(({ principal }) => principal));
  const plan = difference({ desired, system, live, ledger, refused: [] });
  const goals = plan.goals.filter(({ principal }) => principals.has(principal));
  const judged = await session.judge(live, goals);
  const touched = new Set(here.filter(({ action }) => action !== "revoke").map(({ grant }) => grant));
  const all = [
    ...plan.refused,
    ...judged.map((each) => ({ ...each, system, state: "refused" }))
  ];
  return all.filter(({ grant }) => touched.has(grant));
}

// src/commands/steps/write-verdict.ts
import { createHash } from "node:crypto";

// src/io/github/write-labels.ts
var label = external_exports.object({ name: external_exports.string() });
async function writeLabels(github, number, ours, wanted) {
  const what = `labels of #${number}`;
  const listed = await pages(github, {
    what,
    route: "GET /repos/{owner}/{repo}/issues/{issue_number}/labels",
    item: label,
    parameters: { issue_number: number }
  });
  if (!listed.ok) return listed;
  const standing = new Set(listed.value.map(({ name }) => name.toLowerCase()));
  const added = ours.filter(({ name }) => wanted.has(name) && !standing.has(name.toLowerCase()));
  const removed = ours.filter(({ name }) => !wanted.has(name) && standing.has(name.toLowerCase()));
  for (const each of added) {
    const there = await ensureLabel(github, each);
    if (!there.ok) return there;
  }
  if (added.length > 0) {
    const sent = await send(github, what, "POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
      issue_number: number,
      labels: added.map(({ name }) => name)
    });
    if (!sent.ok) return sent;
  }
  for (const { name } of removed) {
    const sent = await send(
      github,
      what,
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}",
      { issue_number: number, name },
      [404]
    );
    if (!sent.ok) return sent;
  }
  return { ok: true, value: added.length + removed.length > 0 };
}
async function ensureLabel(github, { name, color, description }) {
  const what = `label ${name}`;
  const asked = await ask(github, what, "GET /repos/{owner}/{repo}/labels/{name}", { name });
  if (asked.kind === "gap") return { ok: false, gap: asked.gap };
  if (asked.kind === "found") return { ok: true, value: null };
  return send(github, what, "POST /repos/{owner}/{repo}/labels", { name, color, description }, [422]);
}

// src/render/verdict/annotations.ts
var LEVELS = { error: "failure", warning: "warning", note: "notice" };
var ORDER2 = ["error", "warning", "note"];
var UNTOLD = /* @__PURE__ */ new Set(["approval-excluded"]);
var EACH = 10;
function annotationsOf(findings) {
  return ORDER2.flatMap(
    (severity) => findings.filter((finding) => finding.severity === severity && !UNTOLD.has(finding.code)).slice(0, EACH).map(({ file, line, column, code, message, fix }) => ({
      path: file,
      startLine: line,
      endLine: line,
      column,
      level: LEVELS[severity],
      title: code,
      message: logLine(`${message} ${fix}`)
    }))
  );
}

// src/render/verdict/diffs.ts
var LONGEST = 12e3;
function diffSection(diffs) {
  if (diffs.length === 0) return [];
  const shown = [];
  let left = LONGEST;
  for (const { text } of diffs) {
    const safe = text.split("\n").map(logLine).join("\n").trimEnd();
    if (safe.length > left) break;
    left -= safe.length;
    shown.push(safe);
  }
  const hidden = diffs.length - shown.length;
  const body = shown.join("\n");
  const longest = Math.max(2, ...[...body.matchAll(/`+/gu)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const block = shown.length > 0 ? `${fence}diff
${body}
${fence}` : "";
  const rest = hidden > 0 ? `_${hidden} more: see the files of this pull request._` : "";
  const inside = [block, rest].filter(Boolean).join("\n\n");
  return [`<details><summary>Governing files (${diffs.length})</summary>

${inside}

</details>`];
}

// src/render/verdict/problems.ts
var ORDER3 = ["error", "warning", "note"];
function problemsSection(findings, repository, head, most) {
  if (findings.length === 0) return [];
  const sorted = ORDER3.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const rows = sorted.slice(0, most).map((finding) => problemItem(finding, repository, head));
  return ["#### Problems", firstRows(rows, most, sorted.length)];
}
function problemItem(finding, repository, head) {
  const { severity, code, file, line, message, fix } = finding;
  const place = `${file}:${line}`;
  const link = `${repository}/blob/${head}/${file.split("/").map(urlPart).join("/")}#L${line}`;
  const repair = fix === "" ? "" : ` *${markdownText(fix)}*`;
  return `- **${severity}** [${markdownCode(place)}](${link}) ${markdownText(message)}${repair} (${markdownCode(code)})`;
}
function urlPart(part) {
  const encoded = encodeURIComponent(part.replace(new RegExp("\\p{Cs}", "gu"), "�"));
  return encoded.replaceAll("(", "%28").replaceAll(")", "%29");
}

// src/render/verdict/duties.ts
var EXCLUDED = "approval-excluded";
var ORDER4 = ["error", "warning", "note"];
function dutiesSection(own, standing, repository, head, most) {
  const brought = ORDER4.flatMap(
    (severity) => own.filter((finding) => finding.severity === severity && finding.code !== EXCLUDED)
  );
  const told2 = brought.map((finding) => withRelated(finding, repository, head));
  const before = standing.map((finding) => problemItem(finding, repository, head));
  const parts = [
    ...items(told2, most),
    ...before.length === 0 ? [] : ["*There before this pull request, and not held against it:*"],
    ...items(before, most),
    ...items(excludedItems(own.filter(({ code }) => code === EXCLUDED)), most)
  ];
  return parts.length === 0 ? [] : ["#### Separation of duties", ...parts];
}
function items(all, most) {
  return all.length === 0 ? [] : [firstRows(all, most)];
}
function excludedItems(findings) {
  const files = /* @__PURE__ */ new Map();
  for (const { message, file } of findings) files.set(message, [...files.get(message) ?? [], file]);
  return [...files].map(([message, [first = "", ...others]]) => {
    const more = others.length > 0 ? ` and ${others.length} more` : "";
    return `- ${markdownCode(first)}${more}: ${markdownText(message)}`;
  });
}
function withRelated(finding, repository, head) {
  const places = finding.related.map(
    ({ file, line, message }) => `  - ${markdownCode(`${file}:${line}`)} ${markdownText(message)}`
  );
  return [problemItem(finding, repository, head), ...places].join("\n");
}

// src/render/verdict/requests.ts
var NAMES = 50;
function requestSection(requests, most) {
  if (requests.length === 0) return [];
  const groups = /* @__PURE__ */ new Map();
  for (const request of requests) {
    const { path: _path, subject: _subject, ...said } = request;
    const key = JSON.stringify(said);
    groups.set(key, [...groups.get(key) ?? [], request]);
  }
  const all = [...groups.values()];
  const rows = all.slice(0, most).map(row);
  const more = all.length - rows.length;
  const rest = [...rows.slice(OPEN_ROWS), ...more > 0 ? [`- and ${more} more`] : []];
  const open = rows.slice(0, OPEN_ROWS).join("\n");
  return ["#### Why it is asked for", open, ...folded(`${all.length - OPEN_ROWS} more`, rest)];
}
function row(requests) {
  const [first] = requests;
  if (!first) return "";
  const { entitlement, title, reason, ticket, ticketUrl, requester, task, incident } = first;
  const names = requests.slice(0, NAMES).map(({ subject }) => `**${markdownText(subject)}**`);
  const others = requests.length > NAMES ? ` and ${requests.length - NAMES} more` : "";
  const what = `${markdownText(entitlement)}${title === null ? "" : ` (${markdownText(title)})`}`;
  const facts = [
    ...incident === null ? [] : [`incident ${markdownText(incident)}`],
    ...ticket === null ? [] : [ticketText(ticket, ticketUrl)],
    ...requester === null ? [] : [`asked for by ${markdownText(requester)}`],
    ...task === null ? [] : [`task ${markdownCode(task)}`]
  ];
  return `- ${names.join(", ")}${others}, ${what}: ${markdownText(reason)}${facts.length > 0 ? ` · ${facts.join(" · ")}` : ""}`;
}
function ticketText(ticket, url) {
  const safe = url !== null && /^https:\/\/[A-Za-z0-9.:/_~%?&=#-]+$/u.test(url);
  return safe ? `ticket [${markdownText(ticket)}](${url})` : `ticket ${markdownText(ticket)}`;
}

// src/render/verdict/markdown.ts
var LONGEST2 = 6e4;
var FEW = 20;
var MANY = 200;
function renderVerdictMarkdown(view) {
  for (let most = largest(view); ; most = Math.floor(most / 2)) {
    for (const exact of [MANY, FEW, 0]) {
      const text = compose(view, most, exact);
      if (utf8Length(text) <= LONGEST2) return text;
    }
    if (most === 0) return bare(view);
  }
}
function bare(view) {
  const told2 = "_This is too long to be shown here. All of it: `grantbook approvals --format json`._";
  return `${[`## ${TITLES[standingOf(view)]}`, countSentence(view), told2, footer(view)].join("\n\n")}
`;
}
function largest({ plan, findings }) {
  return Math.max(plan?.changes.length ?? 0, findings.length, FEW);
}
function compose(view, most, exact) {
  const { verdict, plan, planWhy, findings, notices, repository } = view;
  const touched = new Set(verdict.paths.map(({ path }) => path));
  const changes = plan?.changes ?? [];
  const own = changes.filter(({ grant }) => grant !== null && touched.has(grant));
  const others = changes.filter(({ grant }) => grant === null || !touched.has(grant));
  const [mine, theirs] = [pick(own, most), pick(others, Math.max(0, most - own.length))];
  const shown = [mine, theirs].flatMap(({ removals, others: rest }) => [...removals, ...rest]);
  const few = Math.min(Math.max(FEW, most), MANY);
  const parts = [
    `## ${TITLES[standingOf(view)]}`,
    countSentence(view),
    ...notices.map((text) => `> ${markdownText(text)}`),
    ...changeSection("Access that ends or narrows", mine.removals),
    ...changeSection("Access that begins or changes", mine.others),
    ...changeSection("Other grants whose meaning this changes", [...theirs.removals, ...theirs.others]),
    ...cut(changes, shown),
    ...requestSection(view.requests, few),
    ...plan === null ? [`_What it changes can’t be told: ${markdownText(planWhy ?? "its files can’t be read")}._`] : [],
    ...reasonsSection(verdict, few),
    ...problemsSection(
      findings.filter(({ code }) => !DUTY_CODES.has(code)),
      repository,
      verdict.head,
      few
    ),
    ...dutiesSection(
      findings.filter(({ code }) => DUTY_CODES.has(code)),
      view.standing,
      repository,
      verdict.head,
      few
    ),
    // What a duty stands against is told above, with the way out.
    ...plan ? refusedSection(
      plan.refused.filter(({ code }) => !DUTY_CODES.has(code)),
      few
    ) : [],
    ...missingSection(verdict, few),
    ...countedSection(verdict, few),
    ...folded("Exact difference", shown.slice(0, exact).flatMap(exactLines)),
    ...diffSection(view.diffs),
    ...plan ? driftSection(plan, few) : [],
    footer(view)
  ];
  return `${parts.join("\n\n")}
`;
}
function cut(all, shown) {
  const hidden = all.length - shown.length;
  return hidden > 0 ? [
    `_${hidden} of ${all.length} changes are not shown: this text would be too long. All of them: \`grantbook plan --format json\`._`
  ] : [];
}
function footer({ verdict, digest, at }) {
  return `<sub>Commit ${markdownCode(verdict.head)} · content ${markdownCode(digest)} · judged ${writeInstant(at)}</sub>`;
}

// src/commands/steps/write-verdict.ts
var CHECK = "grantbook";
var MARKER = "<!-- grantbook verdict -->";
async function writeCheck(github, view, app) {
  const standing = standingOf(view);
  const summary = renderVerdictMarkdown(view);
  const written = await writeCheckRun(
    github,
    {
      name: CHECK,
      commit: view.verdict.head,
      conclusion: CONCLUSIONS[standing],
      title: TITLES[standing],
      summary,
      externalId: fingerprint(view, summary),
      annotations: annotationsOf(view.findings),
      at: view.at
    },
    app
  );
  return told(written).id;
}
async function writeCopies(github, view, app) {
  const { pull } = view.verdict;
  const body = `${renderVerdictMarkdown(view)}
${MARKER}
`;
  const comment = told(await writeComment(github, pull, { app, marker: MARKER, body }));
  told(await writeLabels(github, pull, Object.values(LABELS), /* @__PURE__ */ new Set([LABELS[standingOf(view)].name])));
  return comment.id;
}
function fingerprint(view, summary) {
  const lines = summary.split("\n").filter((line) => !line.startsWith("<sub>"));
  const text = JSON.stringify([countSentence(view), lines, view.digest, annotationsOf(view.findings)]);
  return createHash("sha256").update(text).digest("hex");
}

// src/commands/verdict.ts
var command = {
  formats: ["text", "json"],
  example: "npx grantbook verdict --pull 12",
  describe: (c) => {
    c.option("--pull <n>", "number of the pull request; every open one if neither this nor --head is given").option("--head <sha>", "judge for this commit; alone: every open pull request whose head it is").option("--run <id>", "id of the workflow run, for the record").option("--commit <sha>", "commit for which the run was started").option("--attempt <n>", "which attempt of that run this is");
  },
  run: async (args, options, common, io) => {
    if (args.length > 0) throw new UsageError(`verdict takes no arguments, but was given "${args[0] ?? ""}".`);
    const wanted = { pull: pullFrom(options["pull"]), head: headFrom(options["head"]) };
    if (common.nowGiven && !isLocalGitHub(io.environment))
      throw new UsageError(
        "--now is for a GitHub on this machine: GITHUB_API_URL and GITHUB_SERVER_URL are not."
      );
    const { all, unread } = await judgeAll(wanted, common, io);
    for (const view of worstFirst(all.map((one) => one.view))) {
      const line = `#${view.verdict.pull} ${headline(view, TITLES)}`;
      if (common.format !== "json") io.out(`${logLine(line)}
`);
    }
    for (const why of unread) io.err(`error: ${logLine(why)}
`);
    const ok = unread.length === 0;
    if (common.format === "json") io.out(renderJson(verdictDocument(all, ok)));
    else if (all.length === 0 && ok) io.out("There is no open pull request to judge.\n");
    return ok ? 0 : 1;
  }
};
async function judgeAll(wanted, common, io) {
  const github = openGoverned(common, io);
  const { root } = common;
  await requireHistory(root);
  const { defaultBranch } = told(await readRepository(github));
  const tip = told(await readTip(github, defaultBranch));
  if ((await fetchObjects(root, github.remote, [tip])).size > 0)
    throw new UnableError(`git could not fetch ${tip}, the tip of the default branch.`);
  const pulls = await pullsFor(wanted, github, defaultBranch);
  if (pulls.length === 0) return { all: [], unread: [] };
  const approved = await openApprovedSource(github, root, tip, null);
  try {
    const { book } = await approved.source.load(/* @__PURE__ */ new Set([SETTINGS_PATH]));
    const app = book.settings?.data.app;
    if (app === void 0)
      throw new UnableError("The approved settings can’t be read, so it isn’t known which App speaks for us.");
    const repository = github.remote.url.replace(/\.git$/u, "");
    const live = new PullLive(approved, tip, common, io);
    const nightly = approved.evidence === null || !book.settings ? null : staleBeat(await readHeartbeat(root, approved.evidence), book.settings.data, common.now);
    const at = { github, approved, tip, repository, common, live, nightly };
    return await judgeEach(pulls, wanted.head, at, app);
  } finally {
    approved.source.close();
  }
}
async function judgeEach(pulls, head, at, app) {
  const sweep = new Sweep(pulls.length > 1);
  const byHead = /* @__PURE__ */ new Map();
  for (const number of pulls) {
    const view = await sweep.attempt(`#${number}`, () => viewOf(number, at));
    if (view === null) continue;
    const moved = head !== null && view.verdict.head !== head;
    const shown = moved ? superseded(view.verdict, at, head) : view;
    byHead.set(shown.verdict.head, [...byHead.get(shown.verdict.head) ?? [], shown]);
  }
  const checked = [];
  for (const views of byHead.values()) {
    const [worst] = worstFirst(views);
    const check = worst && await sweep.attempt(namesOf(views), () => writeCheck(at.github, worst, app));
    if (typeof check === "number") checked.push(...views.map((view) => ({ view, check })));
  }
  const all = [];
  for (const { view, check } of checked) {
    const comment = await sweep.attempt(`copies on ${namesOf([view])}`, () => copies(view, at, app));
    all.push({ view, check, comment });
  }
  return { all, unread: sweep.end() };
}
function namesOf(views) {
  return views.map(({ verdict }) => `#${verdict.pull}`).join(", ");
}
var Sweep = class {
  #several;
  #unread = [];
  #unexpected = null;
  constructor(several) {
    this.#several = several;
  }
  /** Null: it didn't work, and the others go on. Throws where there are no others. */
  async attempt(what, act) {
    try {
      return await act();
    } catch (error) {
      if (!this.#several) throw error;
      if (error instanceof UnableError) this.#unread.push(`${what}: ${error.message}`);
      else this.#unexpected ??= error;
      return null;
    }
  }
  /** What could not be judged or written. Throws what nobody foresaw, now that the others are done. */
  end() {
    if (this.#unexpected !== null) throw this.#unexpected;
    return this.#unread;
  }
};
async function copies(view, { github }, app) {
  const { head, open } = told(await readPull(github, view.verdict.pull));
  return open && head === view.verdict.head ? writeCopies(github, view, app) : null;
}
async function pullsFor({ pull, head }, github, into) {
  if (pull !== null) return [pull];
  const open = told(await readOpenPulls(github, into));
  return open.filter((one) => head === null || one.head === head).map(({ number }) => number);
}
function pullFrom(value) {
  if (value === void 0) return null;
  if (typeof value === "string" && /^[1-9]\d{0,8}$/u.test(value)) return Number(value);
  throw new UsageError("--pull takes the number of a pull request: grantbook verdict --pull 12.");
}
function headFrom(value) {
  if (value === void 0) return null;
  if (typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(value)) return value;
  throw new UsageError("--head takes the whole id of a commit, 40 hexadecimal digits.");
}
export {
  command
};
