import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  gives,
  propose,
  readCommit,
  wantedOf
} from "./chunk-O4KV4J2N.js";
import {
  openDesk,
  readHead,
  readPullsFrom
} from "./chunk-WWNEGDND.js";
import {
  told
} from "./chunk-UPGECDCS.js";
import {
  requireHistory
} from "./chunk-UEGRDEXS.js";
import {
  readDefaultTip
} from "./chunk-ZJTLCVAT.js";
import {
  peopleOf,
  personOf
} from "./chunk-XJ4HLJBJ.js";
import {
  account,
  ask,
  parsed
} from "./chunk-UDABQ4SU.js";
import {
  changeHistory,
  checkTree
} from "./chunk-KDOAQTRO.js";
import {
  standingDuties
} from "./chunk-DQVEY6UO.js";
import {
  newProblems,
  readReach
} from "./chunk-YBGLZ7MM.js";
import {
  locate,
  placed
} from "./chunk-4BJFMHG2.js";
import {
  requireGrants
} from "./chunk-23ZMF667.js";
import {
  openGoverned
} from "./chunk-IZB2QP2V.js";
import {
  isLocalGitHub
} from "./chunk-ZI2VCF7Z.js";
import {
  fetchObjects
} from "./chunk-ZV34UCH5.js";
import {
  openChanged,
  openResolved
} from "./chunk-ZCONMND2.js";
import {
  secretProblems
} from "./chunk-VSTNN46Q.js";
import {
  extentOf,
  filesNamed,
  readYaml,
  runGit
} from "./chunk-LUKRZIK5.js";
import {
  countFindings
} from "./chunk-WYQIDMMK.js";
import {
  subjectOf
} from "./chunk-33ENI5OL.js";
import {
  identify
} from "./chunk-LZOWS2TE.js";
import {
  blobId
} from "./chunk-7ETONKNL.js";
import {
  InternalError,
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  DAY,
  readDuration
} from "./chunk-7FEDJEB3.js";
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
} from "./chunk-3ZSDZPIB.js";

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
    const desk = openDesk({ github, root, by: { kind: "person", login: account2.login } });
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

// src/io/git/keep-objects.ts
async function keepObjects(root, texts) {
  if (texts.length === 0) return [];
  const bytes = texts.map((text) => Buffer.from(text));
  const stream = bytes.flatMap((one) => [Buffer.from(`blob
data ${one.length}
`), one, Buffer.from("\n")]);
  await runGit(root, ["fast-import", "--quiet", "--done"], Buffer.concat([...stream, Buffer.from("done\n")]));
  const ids = bytes.map((one) => blobId(one));
  const checked = (await runGit(root, ["cat-file", "--batch-check"], `${ids.join("\n")}
`)).toString(
    "latin1"
  );
  if (/ missing$/mu.test(checked))
    throw new InternalError("git fast-import kept something else than it was given");
  return ids;
}

// src/commands/steps/propose/judge-proposed.ts
async function judgeProposed(stand, files, subjects) {
  const { root, now, source } = stand;
  const secrets = files.flatMap(({ path, text }) => hiddenSecrets(path, text));
  if (secrets.length > 0) return { report: reportOf(secrets), after: stand.book };
  const ids = await keepObjects(
    root,
    files.map(({ text }) => text)
  );
  const changes = files.map(({ path }, index) => ({
    path,
    after: { path, mode: "100644", blob: ids[index] ?? null, size: null }
  }));
  const next = openChanged(root, source, changes);
  try {
    const paths = files.map(({ path }) => path);
    const added = new Set(paths);
    const sides = await readReach(source, next, paths);
    const history = await changeHistory(root, source.commit, sides.after.book, added, null);
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

export {
  readEnd,
  writeEnd,
  requireSubject,
  requirePerson,
  requireEntitlement,
  hint,
  openStand,
  withGrantsOf,
  judgeProposed,
  openOne
};
