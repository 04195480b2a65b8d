import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  clip
} from "./chunk-SZUHBQIL.js";
import {
  createBranch,
  deleteBranch,
  isAuthor,
  moveBranch,
  readCloser,
  readHead,
  readPullsFrom,
  treeId,
  write
} from "./chunk-WWNEGDND.js";
import {
  chainTo
} from "./chunk-UEGRDEXS.js";
import {
  readActivity
} from "./chunk-CJA7XS7B.js";
import {
  gap,
  one,
  parsed,
  sha,
  someone
} from "./chunk-UDABQ4SU.js";
import {
  FOLDER
} from "./chunk-4G226GOF.js";
import {
  readObject,
  tryGit
} from "./chunk-LUKRZIK5.js";
import {
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import {
  blobId
} from "./chunk-7ETONKNL.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/render/propose/parts.ts
function quotation(text) {
  return text.split(/\r?\n/u).map((line) => `> ${markdownText(line)}`.trimEnd()).join("\n");
}
function approversInWords(approvers) {
  const groups = [];
  const one2 = [];
  for (const each of approvers) {
    if (typeof each === "string") one2.push(each);
    else groups.push(each);
  }
  return [...one2.length > 0 ? [one2] : [], ...groups].map((group) => group.map(markdownCode).join(" or ")).join(" and ");
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
  const lines = rows.slice(0, MOST).map((cells) => `| ${cells.join(" | ")} |`);
  const more = rows.length > MOST ? [`_and ${rows.length - MOST} more._`] : [];
  return [[`| ${head.join(" | ")} |`, `|${"---|".repeat(head.length)}`, ...lines].join("\n"), ...more];
}
var MOST = 200;
function heldRows(held) {
  return held.map(({ grant, from, until }) => [
    markdownText(grant.name) + (grant.kind === "emergency" ? " (break-glass)" : ""),
    from === null ? "issuance" : writeInstant(from),
    untilInWords(until),
    markdownCode(grant.path)
  ]);
}
var HELD_HEAD = ["what", "from", "until", "file"];

// src/io/github/propose/head-commit.ts
var shape = external_exports.object({
  tree: external_exports.object({ sha }),
  parents: external_exports.object({ sha }).array(),
  message: external_exports.string()
});
async function readCommit(github, root, id) {
  const local = await localCommit(root, id);
  if (local) return { ok: true, value: local };
  const route = "GET /repos/{owner}/{repo}/git/commits/{commit_sha}";
  const read = await one(github, `commit ${id.slice(0, 12)}`, route, shape, { commit_sha: id });
  if (!read.ok) return read;
  const { message, parents, tree } = read.value;
  return { ok: true, value: { message, tree: tree.sha, parents: parents.map((parent) => parent.sha) } };
}
async function localCommit(root, id) {
  const text = (await readObject(root, "commit", id))?.toString("utf8");
  if (text === void 0) return null;
  const end = text.indexOf("\n\n");
  const head = end === -1 ? text : text.slice(0, end);
  const named2 = (field) => [...head.matchAll(new RegExp(`^${field} ([0-9a-f]+)$`, "gmu"))].map((match) => match[1] ?? "");
  return {
    tree: named2("tree")[0] ?? "",
    parents: named2("parent"),
    message: end === -1 ? "" : text.slice(end + 2)
  };
}

// src/io/github/propose/branch-name.ts
var LONGEST = 240;
function isBranchName(name) {
  if (name === "" || Buffer.byteLength(name) > LONGEST || name === "HEAD" || name === "@") return false;
  if (new RegExp("[\\u0000-\\u0020\\u007f~^:?*[\\\\]|\\.\\.|@\\{|\\p{Surrogate}", "u").test(name)) return false;
  if (/^(?:-|refs\/)|\.$/u.test(name) || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/iu.test(name)) return false;
  return name.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}

// src/io/github/propose/proposal.ts
var LONGEST2 = { title: 250, body: 65e3 };
function faultOf({ branch, title, message, files, base }) {
  if (!isBranchName(branch)) return `${plain(branch)} is no name for a branch`;
  if (branch === base.branch) return `the branch is ${plain(branch)} itself`;
  if (oneLine(title) === "" || message.trim() === "") return "it has no title or no message";
  const paths = files.map(({ path }) => path);
  const odd = paths.find((path) => !isPath(path));
  if (odd !== void 0) return `${plain(odd)} is no path`;
  if (new Set(paths).size < paths.length) return "a path is named twice";
  const unwritable = files.find(({ text }) => text !== null && new RegExp("\\p{Surrogate}", "u").test(text));
  return unwritable ? `the text of ${plain(unwritable.path)} can’t be written` : null;
}
function isPath(path) {
  const parts = path.split("/");
  return !new RegExp("[\\u0000-\\u001f\\u007f\\\\]|\\p{Surrogate}", "u").test(path) && parts.every((part) => !["", ".", "..", ".git"].includes(part.toLowerCase()));
}
function titleOf(title) {
  return clip(clean(oneLine(title)), LONGEST2.title);
}
function oneLine(text) {
  return text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
function bodyOf(body, most = LONGEST2.body) {
  return clip(clean(body), most);
}
function messageOf({ message }) {
  return clean(message);
}
function clean(text) {
  return text.replaceAll(new RegExp("[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]|\\p{Surrogate}", "gu"), "�");
}
function sameText(a, b) {
  return a.replaceAll("\r\n", "\n").trim() === b.replaceAll("\r\n", "\n").trim();
}

// src/io/github/propose/tree-with.ts
var PLAIN_FILE = "100644";
var NOTHING = /* @__PURE__ */ new Map();
var WHAT = "the tree that is wanted";
async function treeWith(trees, tree, files) {
  const rows = files.map(({ path, text }) => ({ path, rest: namesOf(path), text }));
  const made2 = await changed(trees, tree, rows);
  return made2.ok ? { ok: true, value: made2.value ?? treeId(NOTHING) } : made2;
}
async function changed(trees, id, rows) {
  const before = id === null ? NOTHING : await trees.entries(id);
  if (before === null) return gap(WHAT, `the clone has no tree ${id ?? ""}: fetch first`);
  const after = new Map(before);
  for (const [name, below] of byFirstName(rows)) {
    const old = before.get(name);
    const made2 = await entryOf(trees, old, below);
    if (!made2.ok) return made2;
    if (made2.value) after.set(name, made2.value);
    else after.delete(name);
  }
  return { ok: true, value: after.size === 0 ? null : treeId(after) };
}
function byFirstName(rows) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const name = row.rest[0] ?? "";
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
async function entryOf(trees, old, rows) {
  const [first] = rows;
  const file = rows.find(({ rest }) => rest.length === 1);
  if (file && (rows.length > 1 || old?.mode === FOLDER))
    return gap(WHAT, `${plain(file.path)} is a folder`, false);
  if (file) {
    const made3 = file.text === null ? null : { mode: PLAIN_FILE, id: blobId(Buffer.from(file.text)) };
    return { ok: true, value: made3 };
  }
  const under = old?.mode === FOLDER ? old.id : null;
  if (old && under === null) {
    if (rows.every(({ text }) => text === null)) return { ok: true, value: old };
    return gap(WHAT, `a file stands above ${plain(first?.path ?? "")}`, false);
  }
  const made2 = await changed(
    trees,
    under,
    rows.map((row) => ({ ...row, rest: row.rest.slice(1) }))
  );
  if (!made2.ok) return made2;
  return { ok: true, value: made2.value === null ? null : { mode: FOLDER, id: made2.value } };
}
async function formAt(trees, tree, path) {
  let at = { mode: FOLDER, id: tree };
  for (const name of namesOf(path)) {
    const found = at.mode === FOLDER ? (await trees.entries(at.id))?.get(name) : void 0;
    if (!found) return null;
    at = found;
  }
  return at;
}
function namesOf(path) {
  return Buffer.from(path).toString("latin1").split("/");
}

// src/io/github/propose/wanted.ts
async function wantedOf({ root, trees }, { base, files }) {
  const tip = await localCommit(root, base.tip);
  if (!tip) return gap("the tip of the base", `the clone has no commit ${base.tip.slice(0, 12)}: fetch first`);
  const tree = await treeWith(trees, tip.tree, files);
  if (!tree.ok) return tree;
  const changes = [];
  for (const file of files) {
    const form = await formAt(trees, tip.tree, file.path);
    const same = file.text === null ? form === null : form?.mode === PLAIN_FILE && form.id === blobId(Buffer.from(file.text));
    if (!same) changes.push(file);
  }
  return { ok: true, value: { before: tip.tree, tree: tree.value, changes } };
}
async function gives({ root, trees }, proposal, { before, tree }, head) {
  const { base, files } = proposal;
  const [parent] = head.parents;
  if (parent === void 0 || head.parents.length !== 1 || !sameText(head.message, messageOf(proposal)))
    return false;
  if (parent === base.tip) return head.tree === tree;
  const old = await localCommit(root, parent);
  if (!old || !await isAncestor(root, parent, base.tip)) return false;
  const there = await treeWith(trees, old.tree, files);
  if (!there.ok || there.value !== head.tree) return false;
  for (const { path } of files) {
    const [then, now] = [await formAt(trees, old.tree, path), await formAt(trees, before, path)];
    if (then?.id !== now?.id || then?.mode !== now?.mode) return false;
  }
  return true;
}
async function isAncestor(root, old, young) {
  const { status } = await tryGit(root, ["merge-base", "--is-ancestor", old, young]);
  return status === 0;
}

// src/io/github/propose/build-commit.ts
var made = external_exports.object({ sha });
var BATCH = 200;
async function buildCommit(desk, proposal, { before, changes, tree }) {
  const { base, branch } = proposal;
  let at = before;
  for (let from = 0; from < changes.length; from += BATCH) {
    const next = await writeTree(desk, at, changes.slice(from, from + BATCH));
    if (!next.ok) return next;
    at = next.value;
  }
  if (at !== tree) return gap(`tree of ${branch}`, "GitHub made another one than was asked for");
  const what = `commit of ${branch}`;
  const sent = await write(desk, what, "POST /repos/{owner}/{repo}/git/commits", {
    message: messageOf(proposal),
    tree,
    parents: [base.tip]
  });
  if (!sent.ok) return sent;
  const commit = parsed(what, sent.value, made);
  return commit.ok ? { ok: true, value: commit.value.sha } : commit;
}
async function writeTree(desk, base, files) {
  const sent = await write(desk, "tree of the files", "POST /repos/{owner}/{repo}/git/trees", {
    base_tree: base,
    tree: files.map(({ path, text }) => ({
      path,
      mode: PLAIN_FILE,
      type: "blob",
      // GitHub makes the blob itself; a null id deletes.
      ...text === null ? { sha: null } : { content: text }
    }))
  });
  if (!sent.ok) return sent;
  const tree = parsed("tree of the files", sent.value, made);
  return tree.ok ? { ok: true, value: tree.value.sha } : tree;
}

// src/io/github/propose/describe.ts
function saysSo(pull, words) {
  return sameText(pull.title, titleOf(words.title)) && sameText(pull.body, bodyOf(words.body)) && missingLabels(pull.labels, words.labels).length === 0;
}
async function describePull(desk, pull, words) {
  const changed2 = {
    ...sameText(pull.title, titleOf(words.title)) ? {} : { title: titleOf(words.title) },
    ...sameText(pull.body, bodyOf(words.body)) ? {} : { body: bodyOf(words.body) }
  };
  const edits = Object.keys(changed2).length > 0;
  if (edits) {
    const route = "PATCH /repos/{owner}/{repo}/pulls/{pull_number}";
    const sent = await write(desk, `pull request #${pull.number}`, route, {
      pull_number: pull.number,
      ...changed2
    });
    if (!sent.ok) return sent;
  }
  const missing = missingLabels(pull.labels, words.labels);
  const labelled = await addLabels(desk, pull.number, missing);
  return labelled.ok ? { ok: true, value: edits || missing.length > 0 } : labelled;
}
function addLabels(desk, number, labels) {
  if (labels.length === 0) return Promise.resolve({ ok: true, value: null });
  return write(desk, `labels of #${number}`, "POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
    issue_number: number,
    labels
  });
}
function missingLabels(standing, wanted = []) {
  const there = new Set(standing.map((name) => name.toLowerCase()));
  return wanted.filter((name) => !there.has(name.toLowerCase()));
}

// src/io/github/propose/open-pull.ts
var opened = external_exports.object({ number: external_exports.int().min(1) });
async function openPull(desk, proposal) {
  const what = `pull request from ${proposal.branch}`;
  const sent = await write(desk, what, "POST /repos/{owner}/{repo}/pulls", {
    title: titleOf(proposal.title),
    head: proposal.branch,
    base: proposal.base.branch,
    body: bodyOf(proposal.body)
  });
  if (!sent.ok) return sent;
  const made2 = parsed(what, sent.value, opened);
  if (!made2.ok) return made2;
  const { number } = made2.value;
  const labelled = await addLabels(desk, number, proposal.labels ?? []);
  if (!labelled.ok) return labelled;
  const asked = await askReviewers(desk, number, proposal.reviewers ?? []);
  return asked.ok ? { ok: true, value: number } : asked;
}
function askReviewers(desk, number, reviewers) {
  if (reviewers.length === 0) return Promise.resolve({ ok: true, value: null });
  const route = "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers";
  return write(desk, `reviewers of #${number}`, route, { pull_number: number, reviewers }, [422]);
}
async function reopenPull(desk, number) {
  const sent = await write(
    desk,
    `pull request #${number}`,
    "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
    { pull_number: number, state: "open" },
    [422]
  );
  return sent.ok ? { ok: true, value: sent.value !== null } : sent;
}

// src/io/github/propose/whose.ts
var compared = external_exports.object({
  total_commits: external_exports.int().min(0),
  commits: external_exports.object({
    sha: external_exports.string(),
    commit: external_exports.object({ committer: external_exports.object({ email: external_exports.string().nullish() }).nullish() }),
    author: someone,
    committer: someone
  }).array()
});
async function whoseIs({ github, by }, branch, head, tip) {
  const activity = await readActivity(github, branch);
  if (!activity.ok) return activity;
  const chain = chainTo(activity.value, head, branch);
  if (!chain.ok) return chain;
  const other = chain.value.find((push) => !isAuthor(push.by, by));
  if (other) return others(`${named(other.by)} pushed to the branch`, lostIn(chain.value, by));
  const what = `commits of branch ${branch}`;
  const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
  const read = await one(github, what, route, compared, { basehead: `${tip}...${head}`, per_page: 100 });
  if (!read.ok) return read;
  const { commits, total_commits } = read.value;
  if (total_commits !== commits.length) return others(`it has ${total_commits} commits`);
  const foreign = commits.find((commit) => !isOurs(commit, by));
  if (foreign) return others(`${named(foreign.author)} wrote ${foreign.sha.slice(0, 12)}`);
  return { ok: true, value: { ours: true, why: null, lost: null } };
}
function others(why, lost = null) {
  return { ok: true, value: { ours: false, why, lost } };
}
function isOurs({ author, committer, commit }, by) {
  const github = committer === null ? commit.committer?.email === "noreply@github.com" : isWebFlow(committer);
  return isAuthor(author, by) && (github || isAuthor(committer, by));
}
function isWebFlow({ login, type }) {
  return login === "web-flow" && type === "User";
}
function lostIn([newest, before], by) {
  if (!newest || !before || !isAuthor(newest.by, by) || isAuthor(before.by, by)) return null;
  return newest.kind === "force_push" ? newest.before : null;
}
function named(who) {
  return who === null ? "somebody whose account is gone" : `@${plain(who.login)}`;
}

// src/io/github/propose/propose.ts
async function propose(desk, proposal, mayOpen = true) {
  const { branch } = proposal;
  const fault = faultOf(proposal);
  if (fault !== null) return gap(`proposal ${branch}`, fault, false);
  const wanted = await wantedOf(desk, proposal);
  if (!wanted.ok) return wanted;
  const matter = { desk, proposal, wanted: wanted.value };
  const known = desk.known.get(branch);
  if (wanted.value.changes.length === 0)
    return told(matter, known?.number ?? null, "moot", `${proposal.base.branch} has it already`);
  if (known && await standsAsWanted(matter, known)) return told(matter, known.number, "unchanged");
  const pulls = await readPullsFrom(desk.github, branch);
  if (!pulls.ok) return pulls;
  const open = pulls.value.filter((pull) => pull.open);
  if (open.length > 0) return keepOne(matter, open);
  return openOrLeave(matter, pulls.value, mayOpen);
}
async function standsAsWanted({ desk, proposal, wanted }, pull) {
  if (pull.into !== proposal.base.branch || !saysSo(pull, proposal)) return false;
  const head = await readCommit(desk.github, desk.root, pull.head);
  return head.ok && gives(desk, proposal, wanted, head.value);
}
async function keepOne(matter, open) {
  const { by } = matter.desk;
  const { base } = matter.proposal;
  const ours = open.filter(({ author }) => isAuthor(author, by));
  const pull = ours.find(({ into }) => into === base.branch);
  if (pull) return keep(matter, pull);
  const [moved] = ours;
  if (moved) return told(matter, moved.number, "left", `#${moved.number} goes into ${moved.into} now`);
  const [other] = open;
  return told(
    matter,
    other?.number ?? null,
    "left",
    `${named(other?.author ?? null)} opened one from our branch`
  );
}
async function keep(matter, pull) {
  const { desk, proposal, wanted } = matter;
  const head = await readCommit(desk.github, desk.root, pull.head);
  if (!head.ok) return head;
  const stands = await gives(desk, proposal, wanted, head.value);
  if (!stands) {
    const brought = await rebuild(matter, pull.head);
    if (!brought.ok) return brought;
    if (brought.value !== null) return told(matter, pull.number, "left", brought.value);
  }
  const edited = await describePull(desk, pull, proposal);
  if (!edited.ok) return edited;
  return told(matter, pull.number, edited.value || !stands ? "updated" : "unchanged");
}
async function openOrLeave(matter, pulls, mayOpen) {
  const { desk, proposal } = matter;
  const last = pulls.find(({ author }) => isAuthor(author, desk.by)) ?? null;
  if (last && !last.merged && !proposal.reopen) {
    const closer = await readCloser(desk.github, last.number);
    if (!closer.ok) return closer;
    if (!isAuthor(closer.value, desk.by))
      return told(matter, last.number, "left", `${named(closer.value)} closed #${last.number}`);
  }
  return mayOpen ? openOne(matter, last) : told(matter, null, "waiting");
}
async function openOne(matter, last) {
  const { desk, proposal } = matter;
  const { branch } = proposal;
  const head = await readHead(desk, branch);
  if (!head.ok) return head;
  if (head.value === null) return openNew(matter);
  const untouched = last !== null && last.head === head.value;
  if (untouched && last.merged) {
    const deleted = await deleteBranch(desk, branch, head.value);
    return deleted.ok ? openNew(matter) : deleted;
  }
  if (untouched && last.into === proposal.base.branch) {
    const reopened = await reopenPull(desk, last.number);
    if (!reopened.ok) return reopened;
    if (reopened.value) {
      const kept = await keep(matter, last);
      return kept.ok ? told(matter, last.number, "reopened", kept.value.why) : kept;
    }
  }
  const brought = await bring(matter, head.value);
  if (!brought.ok) return brought;
  return brought.value === null ? openAnew(matter) : told(matter, null, "left", brought.value);
}
async function openNew(matter) {
  const { desk, proposal, wanted } = matter;
  const commit = await buildCommit(desk, proposal, wanted);
  if (!commit.ok) return commit;
  const created = await createBranch(desk, proposal.branch, commit.value);
  return created.ok ? openAnew(matter) : created;
}
async function bring(matter, head) {
  const { desk, proposal, wanted } = matter;
  const commit = await readCommit(desk.github, desk.root, head);
  if (!commit.ok) return commit;
  if (!await gives(desk, proposal, wanted, commit.value)) return rebuild(matter, head);
  const whose = await whoseIs(desk, proposal.branch, head, proposal.base.tip);
  return whose.ok ? { ok: true, value: whose.value.why } : whose;
}
async function rebuild({ desk, proposal, wanted }, head) {
  const { base, branch } = proposal;
  const whose = await whoseIs(desk, branch, head, base.tip);
  if (!whose.ok) return whose;
  if (whose.value.lost !== null) {
    const back = await moveBranch(desk, branch, head, whose.value.lost);
    if (!back.ok) return back;
  }
  if (!whose.value.ours) return { ok: true, value: whose.value.why };
  const commit = await buildCommit(desk, proposal, wanted);
  if (!commit.ok) return commit;
  const moved = await moveBranch(desk, branch, head, commit.value);
  return moved.ok ? { ok: true, value: null } : moved;
}
async function openAnew(matter) {
  const opened2 = await openPull(matter.desk, matter.proposal);
  return opened2.ok ? told(matter, opened2.value, "opened") : opened2;
}
function told({ proposal }, pull, state, why = null) {
  return { ok: true, value: { pull, branch: proposal.branch, state, why } };
}

export {
  quotation,
  approversInWords,
  ticketInMarkdown,
  untilInWords,
  table,
  heldRows,
  HELD_HEAD,
  titleOf,
  bodyOf,
  sameText,
  addLabels,
  missingLabels,
  readCommit,
  wantedOf,
  gives,
  whoseIs,
  named,
  propose
};
