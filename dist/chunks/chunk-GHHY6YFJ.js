import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  told
} from "./chunk-CYZ3JUGJ.js";
import {
  requireHistory
} from "./chunk-KUJFMKPZ.js";
import {
  peopleOf,
  personOf,
  readDefaultTip
} from "./chunk-NRQEAVVL.js";
import {
  Budget,
  gives,
  openDesk,
  propose,
  readCommit,
  readHead,
  readPullsFrom,
  wantedOf
} from "./chunk-YEQSV7EF.js";
import {
  account,
  ask,
  parsed
} from "./chunk-MMHH2Z4C.js";
import {
  changeHistory,
  checkTree
} from "./chunk-YU2D7C36.js";
import {
  renderFindingsText
} from "./chunk-UYUGPXMW.js";
import {
  standingDuties
} from "./chunk-C6EXX2RB.js";
import {
  newProblems,
  readReach
} from "./chunk-6OOO5WXO.js";
import {
  locate,
  placed
} from "./chunk-4ADKUB2E.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import {
  requireGrants
} from "./chunk-F4RWD6L4.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import {
  openGoverned
} from "./chunk-LDGML6JP.js";
import {
  fetchObjects,
  isLocalGitHub
} from "./chunk-YHUW3AAH.js";
import {
  openChanged,
  openResolved
} from "./chunk-QYB4MXV6.js";
import {
  secretProblems
} from "./chunk-K27PPCGJ.js";
import {
  extentOf,
  filesNamed,
  readYaml,
  runGit
} from "./chunk-XOQACSSO.js";
import {
  countFindings
} from "./chunk-WYQIDMMK.js";
import {
  logLine,
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import {
  subjectOf
} from "./chunk-OZMHDLSL.js";
import {
  DAY,
  readDuration
} from "./chunk-36TRDHQL.js";
import {
  identify
} from "./chunk-VMXOJ7C2.js";
import {
  InternalError,
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  plain,
  quote
} from "./chunk-F7BA4QXU.js";
import {
  nearest
} from "./chunk-MRFNKC6V.js";
import {
  readInstant,
  writeInstant
} from "./chunk-EZMMBTZM.js";

// src/compose/end.ts
function readEnd(given, from) {
  const length = readDuration(given);
  if (length !== null) return { text: writeEnd(from + length), at: from + length };
  const at = readInstant(given, "end");
  return at === null ? null : { text: given, at };
}
function writeEnd(at) {
  return at % DAY === 0 ? writeInstant(at - DAY).slice(0, "YYYY-MM-DD".length) : writeInstant(at);
}

// src/commands/steps/propose/dates.ts
function endOption(option, given, from, now) {
  const fault = endFault(given, from, now);
  const end = readEnd(given.trim(), from);
  if (fault === null && end) return end;
  throw new UsageError(`${option} ${quote(given)}: ${fault ?? FORMS}`);
}
function endFault(given, from, now) {
  const end = readEnd(given.trim(), from);
  if (!end) return FORMS;
  return end.at > now ? null : `that is over already (${writeInstant(end.at)}).`;
}
var FORMS = "it must be a day that exists (2026-12-14: to its end in UTC), an instant (2026-12-14T18:00:00Z) or a duration (8h, 14d).";
function startOption(option, given) {
  const at = readInstant(given, "start");
  if (at !== null) return at;
  throw new UsageError(
    `${option} ${quote(given)}: it must be a day that exists (2026-12-01: from 00:00 UTC) or an instant (2026-12-01T08:00:00Z).`
  );
}
function lastDayOption(option, given) {
  const at = readInstant(given, "end");
  if (at !== null) return { text: given, at };
  throw new UsageError(
    `${option} ${quote(given)}: it must be a day that exists (2027-03-31: to its end in UTC) or an instant (2027-03-31T18:00:00Z).`
  );
}

// src/commands/steps/propose/names.ts
function requireSubject(book, id) {
  const subject = subjectOf(book, id);
  if (subject) return subject;
  refuseInvalid(book, id, ["person", "workload"]);
  throw new UsageError(
    `${quote(id)} is neither in "people/" nor in "workloads/".${hint(id, [...book.people.keys(), ...book.workloads.keys()])}`
  );
}
function requirePerson(book, id, option) {
  if (book.people.has(id)) return id;
  refuseInvalid(book, id, ["person"]);
  const which = book.workloads.has(id) ? "is a workload, not a person" : 'is not in "people/"';
  throw new UsageError(`${option}${quote(id)} ${which}.${hint(id, book.people.keys())}`);
}
function requireEntitlement(book, name) {
  const all = [...book.entitlements.values()];
  const entry = all.find((one) => one.name === name);
  if (entry) return entry;
  for (const [path, identity] of book.invalid)
    if (identity?.kind === "entitlement" && `${identity.system}/${identity.id}` === name) throw refused(path);
  const form = name.includes("/") ? "" : " It is named with its system: aws-prod/billing-read.";
  const bare = all.find(({ id }) => id === name)?.name;
  const near = bare ? ` The nearest is "${bare}".` : hint(
    name,
    all.map((one) => one.name)
  );
  throw new UsageError(`There is no entitlement ${quote(name)}.${form}${near}`);
}
function refuseInvalid({ invalid }, id, kinds) {
  for (const [path, identity] of invalid)
    if (identity && "id" in identity && identity.id === id && kinds.includes(identity.kind))
      throw refused(path);
}
function refused(path) {
  return new UsageError(
    `${path} can’t be read as it stands on the default branch. Have it mended first: grantbook validate says what is wrong.`
  );
}
function hint(wanted, names) {
  const near = nearest(wanted, names);
  return near === null ? "" : ` The nearest is "${near}".`;
}

// src/commands/steps/propose/own-account.ts
async function readOwnAccount(github) {
  const what = "account of GITHUB_TOKEN";
  const asked = await ask(github, what, "GET /user");
  if (asked.kind === "gap" && /^403\b/u.test(asked.gap.why)) throw new UsageError(NOT_A_PERSONS);
  if (asked.kind === "gap")
    throw new UnableError(`GitHub doesn’t say whose GITHUB_TOKEN is: ${asked.gap.why}.`);
  const read = asked.kind === "found" ? parsed(what, asked.answer.data, account) : null;
  if (!read?.ok) throw new UnableError("GitHub doesn’t say whose GITHUB_TOKEN is.");
  if (read.value.type !== "User") throw new UsageError(NOT_A_PERSONS);
  return read.value;
}
var NOT_A_PERSONS = "GITHUB_TOKEN is not a person’s: the pull request is opened in your name, so it must hold your own token. With GitHub’s command line: GITHUB_TOKEN=$(gh auth token).";

// src/commands/steps/propose/stand.ts
async function openStand(common, io) {
  requireToken(io);
  const github = openGoverned(common, io);
  if (common.nowGiven && !isLocalGitHub(io.environment))
    throw new UsageError(
      "--now is for a GitHub on this machine: GITHUB_API_URL and GITHUB_SERVER_URL are not."
    );
  const { root, now, quiet } = common;
  await requireHistory(root);
  if (io.terminal.err && !quiet) io.err(`Reading ${github.owner}/${github.repo} …
`);
  const account2 = await readOwnAccount(github);
  const { tip, defaultBranch } = told(await readDefaultTip(github));
  if ((await fetchObjects(root, github.remote, [tip])).size > 0)
    throw new UnableError(`git could not fetch ${tip}, the tip of the default branch.`);
  const source = await openResolved(root, tip);
  try {
    requireGrants(source);
    const loaded = await source.load(governing(source));
    const me = personOf(peopleOf(loaded.book), account2);
    if (me === null)
      throw new UnableError(
        `No file in "people/" has the number ${account2.id} of @${plain(account2.login)}, to whom GITHUB_TOKEN belongs, or several have. Nobody could approve what they ask for: have "githubId: ${account2.id}" written into their file first.`
      );
    const desk = openDesk({
      github,
      root,
      by: { kind: "person", login: account2.login },
      budget: new Budget({ clock: io.clock, sleep: io.sleep })
    });
    const repository = github.remote.url.replace(/\.git$/u, "");
    const base = { branch: defaultBranch, tip };
    return { root, now, github, desk, base, repository, source, loaded, book: loaded.book, account: account2, me };
  } catch (error) {
    source.close();
    throw error;
  }
}
async function withGrantsOf(stand, subjects) {
  const loaded = await stand.source.load(withGrants(stand.source, subjects));
  return { ...stand, loaded, book: loaded.book };
}
function withGrants(source, subjects) {
  const grants = subjects.flatMap((id) => filesNamed(source.tree, `${id}.yaml`).map(({ path }) => path));
  return /* @__PURE__ */ new Set([...governing(source), ...grants]);
}
function governing({ tree }) {
  const paths = /* @__PURE__ */ new Set();
  for (const path of tree.entries.keys()) {
    const kind = identify(path)?.kind;
    if (kind !== void 0 && !OF_ONE.has(kind)) paths.add(path);
  }
  return paths;
}
var OF_ONE = /* @__PURE__ */ new Set(["grant", "emergency", "retrospective"]);
function requireToken({ environment }) {
  const token = environment["GITHUB_TOKEN"];
  if (token !== void 0 && token.trim() !== "") return;
  throw new UsageError(
    "GITHUB_TOKEN is not set: it must hold your own token, because the pull request is opened in your name. With GitHub’s command line: GITHUB_TOKEN=$(gh auth token)."
  );
}

// src/commands/steps/propose/judge-proposed.ts
async function judgeProposed(stand, files, subjects) {
  const { root, now, source } = stand;
  const secrets = files.flatMap(({ path, text }) => hiddenSecrets(path, text));
  if (secrets.length > 0) return { report: reportOf(secrets), after: stand.book };
  const changes = [];
  for (const { path, text } of files)
    changes.push({ path, after: { path, mode: "100644", blob: await keepObject(root, text), size: null } });
  const next = openChanged(root, source, changes);
  try {
    const paths = files.map(({ path }) => path);
    const added = new Set(paths);
    const sides = await readReach(source, next, paths);
    const history = await changeHistory(root, source.commit, sides.after.book, added);
    const judging = { now, approvedAt: null };
    const known = await checkTree(sides.before, { ...judging, changed: /* @__PURE__ */ new Set(), history: null });
    const found = await checkTree(sides.after, { ...judging, changed: added, history });
    const problems = [
      ...newProblems(known, found),
      ...standingDuties(known, found, added)
    ];
    const { findings, sources } = await placed(next, problems);
    const extent = extentOf(next.tree);
    const report = { findings, counts: countFindings(findings, extent.files, extent.grants), sources };
    const after = subjects === null ? stand.book : (await next.load(withGrants(next, subjects))).book;
    return { report, after };
  } finally {
    next.close();
  }
}
function hiddenSecrets(file, text) {
  const plain2 = secretProblems(file, ENCODER.encode(text));
  const { data } = readYaml(ENCODER.encode(text), LARGEST);
  const escaped = Object.entries(data ?? {}).flatMap(
    ([key, value]) => typeof value === "string" ? secretProblems(file, ENCODER.encode(value)).map(({ at: _at, ...told2 }) => ({
      ...told2,
      pointer: [key]
    })) : []
  );
  return locate(plain2.length > 0 ? plain2 : escaped, () => text);
}
var ENCODER = new TextEncoder();
var LARGEST = 1024 * 1024;
function reportOf(findings) {
  return { findings, counts: countFindings(findings, 0, 0), sources: () => null };
}
async function keepObject(root, text) {
  const id = (await runGit(root, ["hash-object", "-w", "--no-filters", "--stdin"], text)).toString("latin1").trim();
  if (/^[0-9a-f]{40,64}$/u.test(id)) return id;
  throw new InternalError("git hash-object gave no id");
}

// src/io/github/propose/propose-once.ts
async function proposeOnce(desk, proposal) {
  const whole = { ...proposal, reopen: false };
  const { branch } = proposal;
  const head = await readHead(desk, branch);
  if (!head.ok) return head;
  const pulls = await readPullsFrom(desk.github, branch);
  if (!pulls.ok) return pulls;
  const open = pulls.value.find((pull) => pull.open);
  if (open) return left(branch, open.number, `#${open.number} is open from this branch`);
  if (head.value !== null) {
    const wanted = await wantedOf(desk, whole);
    if (!wanted.ok) return wanted;
    const commit = await readCommit(desk.github, desk.root, head.value);
    if (!commit.ok) return commit;
    const unfinished = pulls.value.length === 0 && await gives(desk, whole, wanted.value, commit.value);
    if (!unfinished) return left(branch, null, "there is a branch of this name: choose another one");
  }
  return propose(desk, { ...whole, reopen: true });
}
function left(branch, pull, why) {
  return { ok: true, value: { pull, branch, state: "left", why } };
}

// src/commands/steps/propose/open-one.ts
var MOST = 50;
async function openOne({ desk, base }, matter) {
  for (let number = 1; number <= MOST; number++) {
    const branch = number === 1 ? matter.branch : `${matter.branch}.${number}`;
    const done = await proposeOnce(desk, { ...matter, branch, base });
    if (!done.ok) throw new UnableError(failure(done.gap));
    const { pull, state, why } = done.value;
    if (state === "opened" && pull !== null) return { pull, branch, why: null };
    if (pull !== null) return { pull, branch, why: why ?? `#${pull} is open from this branch` };
    if (state !== "left")
      throw new UnableError(`No pull request was opened: ${why ?? `${base.branch} has it already`}.`);
  }
  throw new UnableError(
    `No pull request was opened: ${MOST} branches named ${matter.branch} are taken. Delete those whose requests are over.`
  );
}
function failure({ what, why, passing }) {
  const repair = /^40[34]\b/u.test(why) ? " Your account, and GITHUB_TOKEN, must have leave to write contents and pull requests there." : passing ? " Run the same command again: what was begun is completed." : "";
  return `The pull request could not be opened (${what}: ${why}).${repair}`;
}

// src/commands/steps/propose/tell.ts
function tellOpened(opened, { repository }, common, io, document) {
  const { pull, branch, why } = opened;
  const link = `${repository}/pull/${pull}`;
  if (why !== null) io.err(`error: ${logLine(`No pull request was opened: ${why}. See ${link}`)}
`);
  if (common.format === "json") io.out(renderJson(document({ format: 1, ok: why === null, branch, pull })));
  else if (why === null) io.out(`Opened #${pull}: ${logLine(link)}
`);
  return why === null ? 0 : 1;
}
function tellRefused(why, { format }, io, document) {
  io.err(`error: ${logLine(why)}
`);
  if (format === "json") io.out(renderJson(document({ format: 1, ok: false, branch: null, pull: null })));
  return 1;
}
function tellFindings(report, { format, quiet }, io) {
  const bad = report.counts.errors > 0;
  if (report.findings.length === 0 || quiet && !bad) return bad;
  const text = renderFindingsText(report, mayColour(io));
  if (format === "json") io.err(text);
  else io.out(text);
  return bad;
}
function showFile(path, text, { quiet }, io) {
  if (quiet) return;
  io.err(`
${logLine(path)}
`);
  for (const line of text.replace(/\n$/u, "").split("\n")) io.err(`  ${logLine(line)}
`);
  io.err("\n");
}

// src/render/propose/parts.ts
function quotation(text) {
  return text.split(/\r?\n/u).map((line) => `> ${markdownText(line)}`.trimEnd()).join("\n");
}
function approversInWords(approvers) {
  const groups = [];
  const one = [];
  for (const each of approvers) {
    if (typeof each === "string") one.push(each);
    else groups.push(each);
  }
  return [...one.length > 0 ? [one] : [], ...groups].map((group) => group.map(markdownCode).join(" or ")).join(" and ");
}
function ticketInMarkdown(ticket, { settings }) {
  const url = settings?.data.ticket.url.replaceAll("{ticket}", () => encodeURIComponent(ticket)) ?? "";
  const safe = /^https:\/\/[A-Za-z0-9.:/_~%?&=#-]+$/u.test(url);
  return safe ? `[${markdownText(ticket)}](${url})` : markdownText(ticket);
}
function untilInWords(at) {
  return at === null ? "can’t be told" : writeInstant(at);
}
function table(head, rows) {
  if (rows.length === 0) return [];
  const lines = rows.slice(0, MOST2).map((cells) => `| ${cells.join(" | ")} |`);
  const more = rows.length > MOST2 ? [`_and ${rows.length - MOST2} more._`] : [];
  return [[`| ${head.join(" | ")} |`, `|${"---|".repeat(head.length)}`, ...lines].join("\n"), ...more];
}
var MOST2 = 200;
function heldRows(held) {
  return held.map(({ grant, from, until }) => [
    markdownText(grant.name) + (grant.kind === "emergency" ? " (break-glass)" : ""),
    from === null ? "issuance" : writeInstant(from),
    untilInWords(until),
    markdownCode(grant.path)
  ]);
}
var HELD_HEAD = ["what", "from", "until", "file"];

export {
  quotation,
  approversInWords,
  ticketInMarkdown,
  untilInWords,
  table,
  heldRows,
  HELD_HEAD,
  writeEnd,
  endOption,
  endFault,
  startOption,
  lastDayOption,
  requireSubject,
  requirePerson,
  requireEntitlement,
  hint,
  openStand,
  withGrantsOf,
  judgeProposed,
  openOne,
  tellOpened,
  tellRefused,
  tellFindings,
  showFile
};
