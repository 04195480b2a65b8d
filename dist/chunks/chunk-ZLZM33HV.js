import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  gap,
  instant,
  one,
  pages,
  sha,
  someone
} from "./chunk-UDABQ4SU.js";
import {
  filesNamed
} from "./chunk-LUKRZIK5.js";
import {
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";
import {
  identify
} from "./chunk-LZOWS2TE.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/io/github/pulls.ts
var side = external_exports.object({ ref: external_exports.string().min(1).max(255), sha });
var listed = external_exports.object({
  number: external_exports.int().min(1),
  title: external_exports.string(),
  user: someone,
  state: external_exports.enum(["open", "closed"]),
  merged_at: instant.nullable(),
  merge_commit_sha: sha.nullish(),
  head: side.extend({ repo: external_exports.object({ full_name: external_exports.string() }).nullish() }),
  base: side.extend({ repo: external_exports.object({ full_name: external_exports.string(), default_branch: external_exports.string() }) })
});
var whole = listed.extend({ merged: external_exports.boolean(), commits: external_exports.int().min(0) });
async function readPull(github, number) {
  const what = `pull request #${number}`;
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
  const read = await one(github, what, route, whole, { pull_number: number });
  if (!read.ok) return read;
  const pull = toPull(read.value);
  const { base, commits, merged } = read.value;
  if (pull.number !== number || merged !== (pull.mergedAt !== null))
    return gap(what, "the answer contradicts itself");
  if (pull.intoRepository.toLowerCase() !== `${github.owner}/${github.repo}`.toLowerCase())
    return gap(what, `it belongs to ${plain(pull.intoRepository)}: correct GITHUB_REPOSITORY`, false);
  return { ok: true, value: { ...pull, defaultBranch: base.repo.default_branch, commits } };
}
async function readPullsOf(github, commit) {
  const read = await pages(github, {
    what: `pull requests of commit ${commit.slice(0, 12)}`,
    route: "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls",
    item: listed,
    parameters: { commit_sha: commit }
  });
  return read.ok ? { ok: true, value: read.value.map(toPull) } : read;
}
async function readOpenPulls(github, into) {
  const read = await pages(github, {
    what: "open pull requests",
    route: "GET /repos/{owner}/{repo}/pulls",
    item: listed,
    parameters: { state: "open", base: into, sort: "created", direction: "asc" }
  });
  return read.ok ? { ok: true, value: read.value.map(toPull).filter(({ open }) => open) } : read;
}
function toPull({ number, title, user, state, merged_at, merge_commit_sha, head, base }) {
  return {
    number,
    title,
    author: user,
    open: state === "open",
    mergedAt: merged_at,
    mergeCommit: merge_commit_sha ?? null,
    head: head.sha,
    branch: head.ref,
    from: head.repo?.full_name ?? null,
    into: base.ref,
    intoRepository: base.repo.full_name
  };
}

// src/io/github/reviews.ts
var review = external_exports.object({
  id: external_exports.int().min(1),
  user: someone,
  state: external_exports.enum(["APPROVED", "CHANGES_REQUESTED", "DISMISSED", "COMMENTED", "PENDING"]),
  // Null after a force push has taken the commit away.
  commit_id: sha.nullish(),
  // Absent while it is pending.
  submitted_at: instant.nullish()
});
async function readReviews(github, number) {
  const what = `reviews of #${number}`;
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews";
  const read = await pages(github, { what, route, item: review, parameters: { pull_number: number } });
  if (!read.ok) return read;
  const reviews = [];
  const seen = /* @__PURE__ */ new Set();
  for (const { id, user, state, commit_id, submitted_at } of read.value) {
    if (state === "PENDING") continue;
    if (submitted_at === null || submitted_at === void 0)
      return { ok: false, gap: { what, why: "a review has no time", passing: true } };
    if (seen.has(id)) continue;
    seen.add(id);
    reviews.push({ id, author: user, state, commit: commit_id ?? null, at: submitted_at });
  }
  return { ok: true, value: reviews.toSorted((a, b) => a.at - b.at || a.id - b.id) };
}

// src/approval/book-file.ts
function fileAt(book, path) {
  const identity = identify(path);
  if (!identity) return null;
  const { kind } = identity;
  switch (kind) {
    case "grant":
    case "emergency": {
      const grant = book.grants.get(path);
      return grant ? { kind, data: grant } : null;
    }
    case "settings":
      return made(kind, book.settings, path);
    case "person":
      return made(kind, book.people.get(identity.id), path);
    case "workload":
      return made(kind, book.workloads.get(identity.id), path);
    case "rule":
      return made(kind, book.rules.get(identity.id), path);
    case "exception":
      return made(kind, book.exceptions.get(identity.id), path);
    case "system":
      return made(kind, book.systems.get(identity.id), path);
    case "suspension":
      return made(kind, book.suspensions.get(identity.id), path);
    case "entitlement":
      return made(kind, book.entitlements.get(entitlementName(identity.system, identity.id)), path);
    case "out-of-band":
      return made(kind, book.outOfBand.get(path), path);
    case "retrospective":
    default:
      return made(kind, book.retrospectives.get(path), path);
  }
}
function made(kind, entry, path) {
  return entry?.path === path ? { kind, id: entry.id, data: entry.data } : null;
}

// src/approval/same.ts
function sameForm(a, b) {
  return a === null || b === null ? a === b : a.mode === b.mode && a.blob === b.blob;
}
function sameMeaning(a, b) {
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((one2, index) => sameMeaning(one2, b[index]));
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  const [left, right] = [fields(a), fields(b)];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && sameMeaning(value, right.get(key)));
}
function fields(value) {
  return new Map(Object.entries(value).filter(([, field]) => field !== void 0));
}

// src/approval/reduction.ts
function reductionOf(path, before, after) {
  const approved = fileAt(before, path);
  const next = fileAt(after, path);
  if (approved === null !== !before.tree.entries.has(path)) return null;
  if (next === null !== !after.tree.entries.has(path)) return null;
  if (modeOf(before, path) !== modeOf(after, path) && approved && next) return null;
  const what = isReduction(approved, next);
  return what !== null && !losesDeny(path, before) ? what : null;
}
function isReduction(approved, next) {
  if (!approved) return next?.kind === "suspension" ? `Suspends "${next.id}".` : null;
  const { kind } = approved;
  if (!next)
    return kind === "grant" || kind === "emergency" || kind === "out-of-band" ? "Deletes the file." : null;
  if ((kind === "grant" || kind === "emergency") && (next.kind === "grant" || next.kind === "emergency"))
    return kind === next.kind ? shorter(approved.data, next.data) : null;
  if (kind === "person" && next.kind === "person") return leaves(approved.data, next.data);
  if (kind === "out-of-band" && next.kind === "out-of-band") return decided(approved.data, next.data);
  return null;
}
function undated(grant) {
  return { ...grant, blob: "", expires: null, starts: null };
}
function shorter(approved, next) {
  if (!sameMeaning(undated(approved), undated(next))) return null;
  if (approved.expires === null || next.expires === null) return null;
  const starts = laterStart(approved, next);
  if (starts === null || next.expires > approved.expires) return null;
  const parts = [
    ...next.expires < approved.expires ? [`Ends at ${writeInstant(next.expires)} already.`] : [],
    ...starts
  ];
  return parts.length > 0 ? parts.join(" ") : null;
}
function laterStart(approved, next) {
  if (!approved.hasStarts) return [];
  if (approved.starts === null || next.starts === null || next.starts < approved.starts) return null;
  return next.starts > approved.starts ? [`Starts only at ${writeInstant(next.starts)}.`] : [];
}
function leaves({ ends: was, ...approved }, { ends, ...next }) {
  return ends !== void 0 && sameMeaning(approved, next) ? earlier(was, ends) : null;
}
function decided(approved, next) {
  const { decision, expires, ...rest } = next;
  const { decision: was, expires: ended, ...same } = approved;
  if (!sameMeaning(same, rest)) return null;
  const revokes = decision === "revoke" && was !== "revoke";
  if (!revokes && decision !== was) return null;
  const sooner = earlier(ended, expires);
  if (sooner === null && !sameInstant(ended, expires)) return null;
  const parts = [...revokes ? ["Decides to revoke."] : [], ...sooner === null ? [] : [sooner]];
  return parts.length > 0 ? parts.join(" ") : null;
}
function sameInstant(was, is) {
  const at = readInstant(was, "end");
  return at !== null && at === readInstant(is, "end");
}
function earlier(was, is) {
  const next = readInstant(is, "end");
  const approved = was === void 0 ? Infinity : readInstant(was, "end");
  return next !== null && approved !== null && next < approved ? `Ends at ${writeInstant(next)} already.` : null;
}
function modeOf(book, path) {
  return book.tree.entries.get(path)?.mode ?? null;
}
function losesDeny(path, before) {
  const identity = identify(path);
  switch (identity?.kind) {
    case "grant":
    case "emergency":
      return holdsDeny(before, entitlementName(identity.system, identity.entitlement));
    case "person":
    case "suspension":
      return subjectsOf(before, identity.id).some(
        (id) => heldBy(before, id).some((name) => holdsDeny(before, name))
      );
    case void 0:
    case "settings":
    case "workload":
    case "rule":
    case "exception":
    case "system":
    case "entitlement":
    case "out-of-band":
    case "retrospective":
    default:
      return false;
  }
}
function subjectsOf(book, id) {
  const owned = [...book.workloads.values()].filter(({ data }) => data.owner === id || data.backup === id);
  return [id, ...owned.map((workload) => workload.id)];
}
function heldBy(book, subject) {
  return filesNamed(book.tree, `${subject}.yaml`).flatMap(({ path }) => {
    const identity = identify(path);
    return identity?.kind === "grant" || identity?.kind === "emergency" ? [entitlementName(identity.system, identity.entitlement)] : [];
  });
}
function holdsDeny(book, name) {
  const resolved = resolveEntitlement(book, name);
  return resolved?.targets.some(({ data }) => saysDeny(data.target)) ?? false;
}
var DENY = /deny/iu;
function saysDeny(value) {
  if (typeof value === "string") return DENY.test(value);
  if (Array.isArray(value)) return value.some(saysDeny);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, field]) => DENY.test(key) || saysDeny(field));
}

export {
  readPull,
  readPullsOf,
  readOpenPulls,
  fileAt,
  sameForm,
  sameMeaning,
  reductionOf,
  isReduction,
  readReviews
};
