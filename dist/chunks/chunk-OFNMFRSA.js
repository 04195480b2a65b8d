import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  clip
} from "./chunk-SZUHBQIL.js";
import {
  readNewestPush
} from "./chunk-CJA7XS7B.js";
import {
  gap,
  instant,
  pages,
  parsed,
  send,
  sha
} from "./chunk-UDABQ4SU.js";
import {
  EVIDENCE_REF
} from "./chunk-KIY4GTEX.js";
import {
  fileAt,
  settingsFrom,
  subtree
} from "./chunk-4G226GOF.js";
import {
  checkSignature,
  readPublicKey
} from "./chunk-B3U7XVIC.js";
import {
  fetchObjects
} from "./chunk-ZV34UCH5.js";
import {
  isShallow,
  objectId,
  readCommitObject,
  readObject,
  runGit
} from "./chunk-LUKRZIK5.js";
import {
  SETTINGS_PATH
} from "./chunk-LZOWS2TE.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/io/git/evidence-main.ts
function mainOf(root, tip, keyIsTrusted) {
  return async (commit) => {
    const main = await subtree(root, commit, "grants");
    if (keyIsTrusted) return { main, inHistory: null };
    const listed = await runGit(root, ["rev-list", "--first-parent", tip, "--"]);
    const inHistory = listed.toString("latin1").split("\n").includes(commit);
    if (!inHistory && await isShallow(root))
      throw new UnableError(
        'The history of the default branch is cut off here, and the record begins further back. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
      );
    return { main, inHistory };
  };
}

// src/io/git/signed-by.ts
async function signedBy(root, id, keys) {
  const bytes = await readObject(root, "commit", id);
  if (!bytes || objectId("commit", bytes, id) !== id) return false;
  const commit = readCommitObject(bytes);
  return commit?.signature ? checkSignature(commit.payload, commit.signature, keys).valid : false;
}

// src/io/github/check-runs.ts
var run = external_exports.object({
  id: external_exports.int().min(1),
  name: external_exports.string(),
  head_sha: sha,
  external_id: external_exports.string().nullish(),
  conclusion: external_exports.string().nullish(),
  started_at: instant.nullish(),
  html_url: external_exports.string().nullish(),
  app: external_exports.object({ slug: external_exports.string().nullish() }).nullish()
});
var page = external_exports.object({ total_count: external_exports.int().min(0), check_runs: external_exports.array(external_exports.unknown()) });
async function readCheckRuns(github, commit, name) {
  const what = `check runs of ${commit.slice(0, 12)}`;
  let total = null;
  const read = await pages(github, {
    what,
    route: "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
    item: run,
    parameters: { ref: commit, check_name: name, filter: "all" },
    pick: (data) => {
      const { success, data: found } = page.safeParse(data);
      if (!success) return null;
      total ??= found.total_count;
      return found.check_runs;
    }
  });
  if (!read.ok) return read;
  if (total !== null && read.value.length < total) return gap(what, "fewer are listed than GitHub counts");
  return {
    ok: true,
    value: read.value.filter((each) => each.name === name).map(({ id, head_sha, external_id, conclusion, started_at, html_url, app }) => ({
      id,
      name,
      commit: head_sha,
      app: app?.slug ?? null,
      externalId: external_id ?? null,
      conclusion: conclusion ?? null,
      startedAt: started_at ?? null,
      url: html_url ?? null
    }))
  };
}

// src/io/github/write-check-run.ts
var LONGEST = { title: 250, summary: 65e3, message: 6e4 };
var BATCH = 50;
var made = external_exports.object({ id: external_exports.int().min(1), html_url: external_exports.string().nullish() });
async function writeCheckRun(github, run2, app) {
  const standing = await readCheckRuns(github, run2.commit, run2.name);
  if (!standing.ok) return standing;
  const newest = newestOf(standing.value, app);
  if (newest && newest.externalId === run2.externalId && newest.conclusion === run2.conclusion)
    return { ok: true, value: { id: newest.id, url: newest.url, written: false } };
  const what = `check run "${run2.name}"`;
  const first = await send(github, what, "POST /repos/{owner}/{repo}/check-runs", {
    name: run2.name,
    head_sha: run2.commit,
    external_id: run2.externalId,
    status: "completed",
    conclusion: run2.conclusion,
    started_at: writeInstant(run2.at),
    completed_at: writeInstant(run2.at),
    output: outputOf(run2, 0)
  });
  if (!first.ok) return first;
  const created = parsed(what, first.value, made);
  if (!created.ok) return created;
  for (let at = BATCH; at < run2.annotations.length; at += BATCH) {
    const more = await send(github, what, "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
      check_run_id: created.value.id,
      output: outputOf(run2, at)
    });
    if (!more.ok) return more;
  }
  return { ok: true, value: { id: created.value.id, url: created.value.html_url ?? null, written: true } };
}
function newestOf(runs, app) {
  return runs.filter((run2) => run2.app === app).toSorted((a, b) => b.id - a.id)[0] ?? null;
}
function outputOf({ title, summary, annotations }, from) {
  return {
    title: clip(title, LONGEST.title),
    summary: clip(summary, LONGEST.summary),
    annotations: annotations.slice(from, from + BATCH).map((each) => ({
      path: each.path,
      start_line: each.startLine,
      end_line: each.endLine,
      ...each.column !== null && each.startLine === each.endLine ? { start_column: each.column, end_column: each.column } : {},
      annotation_level: each.level,
      title: clip(each.title, LONGEST.title),
      message: clip(each.message, LONGEST.message)
    }))
  };
}

// src/commands/steps/anchor.ts
var ANCHOR = "grantbook evidence";
var DEPTH = 100;
var SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
async function readAnchor(github, root, tip, app) {
  const listed = await runGit(root, ["rev-list", "--first-parent", `--max-count=${DEPTH}`, tip, "--"]);
  for (const commit of listed.toString("utf8").split("\n").filter(Boolean)) {
    const runs = await readCheckRuns(github, commit, ANCHOR);
    if (!runs.ok)
      throw new UnableError(
        `The newest known head of evidence can’t be read on GitHub (${runs.gap.what}: ${runs.gap.why}). Nothing was done.`
      );
    const newest = newestOf(runs.value, app);
    const head = newest?.externalId ?? null;
    if (newest && head !== null && SHA.test(head)) return { head, check: newest.id };
  }
  return null;
}
async function isOurs(github, check) {
  const what = `check run "${ANCHOR}"`;
  const route = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
  return (await send(github, what, route, { check_run_id: check, name: ANCHOR })).ok;
}
async function writeAnchor(github, commit, evidence, app, at) {
  const written = await writeCheckRun(
    github,
    {
      name: ANCHOR,
      commit,
      conclusion: "neutral",
      title: `Evidence stands at ${evidence.slice(0, 12)}`,
      summary: `The branch \`evidence\` stood at \`${evidence}\` after this run. \`grantbook audit\` demands that it contains this commit.`,
      externalId: evidence,
      annotations: [],
      at
    },
    app
  );
  if (!written.ok) return written.gap;
  if (!written.value.written) return null;
  const runs = await readCheckRuns(github, commit, ANCHOR);
  if (!runs.ok) return runs.gap;
  if (newestOf(runs.value, app)?.externalId === evidence) return null;
  const why = `GITHUB_TOKEN doesn’t belong to the App "${app}" that the approved settings name`;
  return { what: `check run "${ANCHOR}"`, why, passing: false };
}

// src/commands/steps/known-heads.ts
async function knownHeads(github, root, { tip, recorded, own }) {
  const named = (await settingsAt(root, tip, SETTINGS_PATH))?.app ?? null;
  if (recorded === null) return headsBy(github, root, tip, { pusher: null, app: named });
  const heads = await headsBy(github, root, tip, only(recorded.app));
  if (named === null || named === recorded.app) return heads;
  const signers = new Set(recorded.evidence.signers.flatMap((line) => readPublicKey(line) ?? []));
  if (own !== null) signers.add(own);
  const others = [];
  for (const one of await headsBy(github, root, tip, only(named))) {
    const here = (await fetchObjects(root, github.remote, [one.id])).size === 0;
    if (here && await signedBy(root, one.id, signers)) others.push(one);
  }
  return [...heads, ...others];
}
async function recordedSettings(root, head) {
  return settingsAt(root, head, `approved/${SETTINGS_PATH}`);
}
async function settingsAt(root, commit, path) {
  const bytes = await fileAt(root, commit, path);
  return bytes && settingsFrom(bytes);
}
function only(app) {
  return { pusher: app, app };
}
async function headsBy(github, root, tip, { pusher, app }) {
  const pushed = await readNewestPush(github, EVIDENCE_REF, pusher);
  if (!pushed.ok)
    throw new UnableError(
      `The newest known head of evidence can’t be read on GitHub (${pushed.gap.what}: ${pushed.gap.why}). Nothing was done.`
    );
  const anchor = app === null ? null : await readAnchor(github, root, tip, app);
  const heads = [];
  if (pushed.value !== null)
    heads.push({ id: pushed.value, source: "to which GitHub says that an App pushed it", check: null });
  if (anchor !== null)
    heads.push({ id: anchor.head, source: "which a check run on main names", check: anchor.check });
  return heads;
}

export {
  mainOf,
  signedBy,
  writeCheckRun,
  isOurs,
  writeAnchor,
  knownHeads,
  recordedSettings
};
