import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  isApp
} from "./chunk-UEGRDEXS.js";
import {
  readActivity
} from "./chunk-CJA7XS7B.js";
import {
  ask,
  gap,
  instant,
  one,
  pages,
  parsed,
  send,
  sha,
  someone
} from "./chunk-UDABQ4SU.js";
import {
  FOLDER,
  readTreeObject
} from "./chunk-4G226GOF.js";
import {
  readObject
} from "./chunk-LUKRZIK5.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";

// src/io/github/propose/author.ts
function isAuthor(who, by) {
  if (by.kind === "app") return isApp(who, by.slug);
  return who !== null && who.type === "User" && who.login.toLowerCase() === by.login.toLowerCase();
}
function loginOf(by) {
  return by.kind === "app" ? `${by.slug}[bot]` : by.login;
}

// src/io/github/propose/own-pulls.ts
var home = external_exports.object({ full_name: external_exports.string() });
var side = external_exports.object({ ref: external_exports.string().min(1).max(255), sha });
var listed = external_exports.object({
  number: external_exports.int().min(1),
  title: external_exports.string(),
  body: external_exports.string().nullish(),
  user: someone,
  state: external_exports.enum(["open", "closed"]),
  merged_at: instant.nullable(),
  created_at: instant,
  closed_at: instant.nullable(),
  updated_at: instant,
  labels: external_exports.object({ name: external_exports.string() }).array(),
  head: side.extend({ repo: home.nullish() }),
  base: side.extend({ repo: home })
});
var ROUTE = "GET /repos/{owner}/{repo}/pulls";
async function ownPulls(github, prefix, by, since = -Infinity) {
  const ours = (pull) => pull.branch.startsWith(prefix) && isAuthor(pull.author, by);
  const open = await listOf(github, "open pull requests", {
    state: "open",
    sort: "created",
    direction: "desc"
  });
  if (!open.ok) return open;
  const closed = since === null ? NONE : await closedSince(github, since);
  if (!closed.ok) return closed;
  const all = new Map([...closed.value, ...open.value].map((pull) => [pull.number, pull]));
  return { ok: true, value: sorted([...all.values()].filter(isFromHere).map(toOwn).filter(ours)) };
}
var NONE = { ok: true, value: [] };
async function closedSince(github, since) {
  const pulls = await listOf(
    github,
    "closed pull requests",
    { state: "closed", sort: "updated", direction: "desc" },
    (found) => found.some(({ updated_at }) => updated_at < since)
  );
  return pulls.ok ? { ok: true, value: pulls.value.filter(({ updated_at }) => updated_at >= since) } : pulls;
}
function sorted(pulls) {
  return pulls.toSorted((a, b) => b.number - a.number);
}
async function readPullsFrom(github, branch) {
  const read = await listOf(github, `pull requests of branch ${branch}`, {
    state: "all",
    head: `${github.owner}:${branch}`
  });
  if (!read.ok) return read;
  const found = read.value.filter(isFromHere).map(toOwn);
  return { ok: true, value: sorted(found.filter((pull) => pull.branch === branch)) };
}
function listOf(github, what, parameters, enough) {
  return pages(github, { what, route: ROUTE, item: listed, parameters, ...enough ? { enough } : {} });
}
function isFromHere({ head, base }) {
  return head.repo?.full_name === base.repo.full_name;
}
function toOwn(pull) {
  return {
    number: pull.number,
    branch: pull.head.ref,
    into: pull.base.ref,
    head: pull.head.sha,
    author: pull.user,
    open: pull.state === "open",
    merged: pull.merged_at !== null,
    title: pull.title,
    body: pull.body ?? "",
    labels: pull.labels.map(({ name }) => name),
    createdAt: pull.created_at,
    closedAt: pull.closed_at
  };
}

// src/io/github/propose/trees.ts
import { createHash } from "node:crypto";
var LARGEST = 64 * 1024 * 1024;
var Trees = class {
  #root;
  #known = /* @__PURE__ */ new Map();
  constructor(root) {
    this.#root = root;
  }
  /** The entries of a tree; null: the clone doesn't have it. Throws UnableError if git fails. */
  async entries(id) {
    const known = this.#known.get(id);
    if (known) return known;
    const bytes = await readObject(this.#root, "tree", id, LARGEST);
    if (bytes === null) return null;
    const entries = readTreeObject(bytes, id);
    this.#known.set(id, entries);
    return entries;
  }
};
function treeId(entries) {
  const sorted2 = [...entries].toSorted((a, b) => sortKey(a) < sortKey(b) ? -1 : 1);
  const parts = sorted2.flatMap(([name, { mode, id }]) => [
    Buffer.from(`${mode} ${name}\0`, "latin1"),
    Buffer.from(id, "hex")
  ]);
  const bytes = Buffer.concat(parts);
  return createHash("sha1").update(`tree ${bytes.length}\0`).update(bytes).digest("hex");
}
function sortKey([name, { mode }]) {
  return mode === FOLDER ? `${name}/` : name;
}

// src/io/github/propose/desk.ts
function openDesk({ github, root, by, known = [] }) {
  const open = known.filter((pull) => pull.open);
  const byBranch = new Map(open.map((pull) => [pull.branch, pull]));
  return { github, root, by, trees: new Trees(root), known: byBranch };
}
function write({ github }, what, route, parameters, fine = []) {
  return send(github, what, route, parameters, fine);
}

// src/io/github/propose/branches.ts
var ref = external_exports.object({ ref: external_exports.string(), object: external_exports.object({ sha }) });
var UPDATE = "PATCH /repos/{owner}/{repo}/git/refs/{ref}";
var CREATE = "POST /repos/{owner}/{repo}/git/refs";
async function readHead({ github }, branch) {
  const what = `branch ${branch}`;
  const asked = await ask(github, what, "GET /repos/{owner}/{repo}/git/ref/{ref}", { ref: `heads/${branch}` });
  if (asked.kind === "gap") return { ok: false, gap: asked.gap };
  if (asked.kind === "absent") return { ok: true, value: null };
  const read = parsed(what, asked.answer.data, ref);
  if (!read.ok) return read;
  if (read.value.ref !== `refs/heads/${branch}`) return gap(what, "the answer tells of another one");
  return { ok: true, value: read.value.object.sha };
}
function createBranch(desk, branch, commit) {
  return write(desk, `branch ${branch}`, CREATE, { ref: `refs/heads/${branch}`, sha: commit });
}
async function moveBranch(desk, branch, from, to) {
  const still = await stillAt(desk, branch, from);
  if (!still.ok) return still;
  const sent = await force(desk, branch, to);
  if (!sent.ok) return sent;
  const lost = await lostBy(desk, branch, from, to);
  if (!lost.ok || lost.value === null) return lost;
  const back = await force(desk, branch, lost.value);
  return back.ok ? gap(`branch ${branch}`, MEANWHILE) : back;
}
function force(desk, branch, to) {
  return write(desk, `branch ${branch}`, UPDATE, { ref: `heads/${branch}`, sha: to, force: true });
}
async function deleteBranch(desk, branch, from) {
  const still = await stillAt(desk, branch, from);
  if (!still.ok) return still;
  const what = `branch ${branch}`;
  const sent = await write(desk, what, "DELETE /repos/{owner}/{repo}/git/refs/{ref}", {
    ref: `heads/${branch}`
  });
  if (!sent.ok) return sent;
  const lost = await lostBy(desk, branch, from, GONE);
  if (!lost.ok || lost.value === null) return lost;
  const back = await createBranch(desk, branch, lost.value);
  return back.ok ? gap(what, MEANWHILE) : back;
}
var GONE = "0".repeat(40);
var MEANWHILE = "somebody pushed to it meanwhile; the next run judges anew";
async function stillAt(desk, branch, from) {
  const now = await readHead(desk, branch);
  if (!now.ok) return now;
  return now.value === from ? { ok: true, value: null } : gap(`branch ${branch}`, MEANWHILE);
}
async function lostBy({ github, by }, branch, from, to) {
  const activity = await readActivity(github, branch);
  if (!activity.ok) return activity;
  const [newest] = activity.value;
  const ours = newest !== void 0 && newest.after === to && isAuthor(newest.by, by);
  return { ok: true, value: ours && newest.before !== from && newest.before !== GONE ? newest.before : null };
}

// src/io/github/propose/closing.ts
var issue = external_exports.object({ state: external_exports.enum(["open", "closed"]), closed_by: someone });
async function readCloser(github, number) {
  const route = "GET /repos/{owner}/{repo}/issues/{issue_number}";
  const read = await one(github, `who closed #${number}`, route, issue, { issue_number: number });
  return read.ok ? { ok: true, value: read.value.closed_by } : read;
}

export {
  isAuthor,
  loginOf,
  ownPulls,
  readPullsFrom,
  readCloser,
  treeId,
  openDesk,
  write,
  readHead,
  createBranch,
  moveBranch,
  deleteBranch
};
