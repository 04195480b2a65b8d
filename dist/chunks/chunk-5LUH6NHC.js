import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  mainOf
} from "./chunk-OFNMFRSA.js";
import {
  EVIDENCE_REF,
  readEvidenceAt
} from "./chunk-KIY4GTEX.js";
import {
  approvedTreeAt,
  openApproved
} from "./chunk-6L56ASJN.js";
import {
  KEPT_EVIDENCE,
  comesFrom,
  keep
} from "./chunk-HVO6QHIW.js";
import {
  LARGEST_EVENTS,
  judgeStep,
  signersOf,
  walkEvidence
} from "./chunk-4G226GOF.js";
import {
  pathOfEvent,
  writeLine
} from "./chunk-VXUZRDRM.js";
import {
  fetchRef,
  pushRef
} from "./chunk-ZV34UCH5.js";
import {
  Listing
} from "./chunk-VSTNN46Q.js";
import {
  ObjectReader,
  gitFailure,
  isCommit,
  runGit,
  signCommitObject,
  tryGit,
  writeCommitObject
} from "./chunk-LUKRZIK5.js";
import {
  SETTINGS_PATH
} from "./chunk-LZOWS2TE.js";
import {
  EvidenceError,
  InternalError,
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";

// src/io/git/evidence-forms.ts
var PREFIX = "approved/";
var Forms = class _Forms {
  #base;
  #moved;
  /** `base` is null before the first commit. */
  constructor(base, moved = /* @__PURE__ */ new Map()) {
    this.#base = base;
    this.#moved = new Map(moved);
  }
  /** The same, to go on from without changing this one. */
  copy() {
    return new _Forms(this.#base, this.#moved);
  }
  /** Form of a governed file, by its path without `approved/`. */
  get(path) {
    const moved = this.#moved.get(path);
    if (moved !== void 0) return moved;
    const entry = this.#base?.entries.get(path);
    return entry?.blob ? { mode: entry.mode, blob: entry.blob } : null;
  }
  take(changes) {
    for (const { path, after } of changes)
      if (path.startsWith(PREFIX)) this.#moved.set(path.slice(PREFIX.length), after);
  }
};

// src/io/git/evidence-write-signed.ts
import { randomBytes } from "node:crypto";
var AUTHOR = "Grantbook <grantbook@users.noreply.github.com>";
var PATHS = 500;
async function makeCommits(root, from, entries, at, signer) {
  const files = await filesAfter(root, from, entries);
  const trees = await importTrees(root, from, entries, files);
  const stamp = `${AUTHOR} ${Math.floor(at / 1e3)} +0000`;
  let head = from;
  for (const [index, { subject }] of entries.entries()) {
    const commit = writeCommitObject(trees[index] ?? "", head, stamp, `${message(subject)}
`);
    const signed = signCommitObject(commit, signer.sign(commit));
    head = (await runGit(root, ["hash-object", "-t", "commit", "-w", "--stdin"], signed)).toString("utf8").trim();
  }
  if (head === null) throw new InternalError("There is nothing to append.");
  return head;
}
function message(subject) {
  return subject.replaceAll("\0", "").trim();
}
async function filesAfter(root, from, entries) {
  const paths = new Set(entries.flatMap(({ events }) => events.map(pathOfEvent)));
  const now = from === null ? /* @__PURE__ */ new Map() : await contentsAt(root, from, [...paths]);
  return entries.map(({ events }) => {
    const added = /* @__PURE__ */ new Map();
    for (const one of events) {
      const path = pathOfEvent(one);
      added.set(path, (added.get(path) ?? "") + writeLine(one));
    }
    const after = /* @__PURE__ */ new Map();
    for (const [path, text] of added) {
      const whole = Buffer.concat([now.get(path) ?? Buffer.alloc(0), Buffer.from(text)]);
      now.set(path, whole);
      after.set(path, whole);
    }
    return after;
  });
}
async function contentsAt(root, commit, paths) {
  const found = /* @__PURE__ */ new Map();
  const reader = new ObjectReader(root, "blob", LARGEST_EVENTS);
  try {
    for (let at = 0; at < paths.length; at += PATHS) {
      const asked = paths.slice(at, at + PATHS);
      const listing = new Listing(
        await runGit(root, ["ls-tree", "-z", "--full-tree", commit, "--", ...asked])
      );
      const entries = [...listing.entries.values()];
      const blobs = await reader.read(entries.flatMap(({ blob }) => blob ?? []));
      for (const { path, blob } of entries) {
        const bytes = blobs.get(blob ?? "");
        if (!bytes)
          throw new EvidenceError(
            `"${path}" on the branch "evidence" can’t be read: git has no object ${String(blob)}. Nothing was recorded. Restore it from another clone.`
          );
        found.set(path, bytes);
      }
    }
  } finally {
    reader.close();
  }
  return found;
}
async function importTrees(root, from, entries, files) {
  const ref = `refs/grantbook/${randomBytes(8).toString("hex")}`;
  const parts = [];
  for (const [index, { moves }] of entries.entries()) {
    parts.push(Buffer.from(`commit ${ref}
committer ${AUTHOR} 0 +0000
data 0
`));
    if (index === 0 && from !== null) parts.push(Buffer.from(`from ${from}
`));
    for (const { path, to } of moves) {
      const name = quoted(`approved/${path}`);
      parts.push(Buffer.from(to === null ? `D ${name}
` : `M ${to.mode} ${to.blob} ${name}
`));
    }
    for (const [path, bytes] of files[index] ?? [])
      parts.push(
        Buffer.from(`M 100644 inline ${quoted(path)}
data ${bytes.length}
`),
        bytes,
        Buffer.from("\n")
      );
    parts.push(Buffer.from('ls ""\n'));
  }
  parts.push(Buffer.from(`reset ${ref}
from ${nothing(from, entries)}

done
`));
  const args = ["fast-import", "--quiet", "--done", "--date-format=raw"];
  const { status, stdout, stderr } = await tryGit(root, args, Buffer.concat(parts));
  if (status !== 0) throw gitFailure(args, stderr);
  const trees = [...stdout.toString("latin1").matchAll(/^040000 tree ([0-9a-f]+)\t/gmu)].map(
    ([, id = ""]) => id
  );
  if (trees.length !== entries.length)
    throw new UnableError("git fast-import answered something else than was asked.");
  return trees;
}
function nothing(from, entries) {
  const blobs = entries.flatMap(({ moves }) => moves.flatMap(({ to }) => to?.blob ?? []));
  return "0".repeat((from ?? blobs[0])?.length ?? 40);
}
function quoted(path) {
  return `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

// src/io/git/evidence-store-open.ts
function openRemoteEvidence(options, remote) {
  const { root, replaces = null } = options;
  return new GitEvidenceStore(options, {
    head: async () => {
      const head = await fetchRef(root, remote, EVIDENCE_REF);
      if (head === null || head === replaces) return null;
      await keep(root, KEPT_EVIDENCE, head);
      return head;
    },
    move: async (from, to) => {
      const pushed = await pushRef(root, remote, to, EVIDENCE_REF, from ?? replaces);
      if (pushed === "done") await keep(root, KEPT_EVIDENCE, to);
      return pushed;
    }
  });
}
var GitEvidenceStore = class {
  #options;
  #place;
  #cache;
  #verified = null;
  /** What was read last: a commit's content never changes. */
  #last = null;
  #tree = null;
  constructor(options, place) {
    this.#options = options;
    this.#place = place;
    this.#cache = options.cache ?? /* @__PURE__ */ new Map();
  }
  async read() {
    const head = await this.#trustedHead();
    if (this.#last === null || this.#last.head !== head) {
      this.#last = null;
      const evidence = await readEvidenceAt(this.#options.root, head, this.#cache);
      this.#last = { ...evidence, approved: await this.#approved(head) };
    }
    return this.#last;
  }
  async glance() {
    const head = await this.#trustedHead();
    return { head, approved: await this.#approved(head) };
  }
  async append(from, entries, at) {
    const { root, signer } = this.#options;
    if (!signer)
      throw new UsageError(
        "GRANTBOOK_SIGNING_KEY is needed to write evidence. Make one with grantbook keygen."
      );
    const before = await this.#upTo(from);
    if (from !== null && !before.signers.has(signer.publicKey)) throw noSigner(signer);
    const ours = await signable(root, entries, signer);
    const head = await makeCommits(root, from, ours, at, signer);
    const after = await this.#judge(before, head);
    if (await this.#place.move(from, head) === "raced") return { state: "raced" };
    this.#verified = after;
    if (ours.length < entries.length) throw noSigner(signer);
    return { state: "done", head };
  }
  async #approved(head) {
    if (head === null) return null;
    if (this.#tree?.evidence !== head) this.#tree = await approvedTreeAt(this.#options.root, head);
    return this.#tree;
  }
  async #trustedHead() {
    const head = await this.#place.head();
    const verified = await this.#upTo(head);
    if (head !== null && !verified.ours) throw notOurs(head);
    if (this.#verified === null) await this.#requireKnown(head);
    this.#verified = verified;
    return head;
  }
  /** The branch only grows: what it was once known to hold, it holds for good. */
  async #requireKnown(head) {
    const { root, known = [] } = this.#options;
    for (const one of known) {
      if (head !== null && (one === head || await comesFrom(root, head, one))) continue;
      throw new EvidenceError(
        `The branch "evidence" stands at ${head ?? "nothing"}, which doesn’t come from ${one}, at which it once stood: a part of the record was cut off or rewritten. Nothing was done. Restore the branch from a clone that has that commit.`
      );
    }
  }
  async #upTo(head) {
    const start = this.#verified ?? await this.#start();
    if (head !== null) return this.#judge(start, head);
    if (start.head === null) return start;
    throw new EvidenceError(
      `The branch "evidence" is gone, but it stood at ${start.head}. Nothing was done. Push it again from a clone that has that commit; if none has, run grantbook genesis --recover.`
    );
  }
  async #start() {
    const { root, anchor, trusted, own = null } = this.#options;
    const outside = new Set(trusted === null ? [] : [trusted]);
    if (anchor === null) return { head: null, signers: outside, forms: new Forms(null), ours: own === null };
    if (!await isCommit(root, anchor))
      throw new EvidenceError(
        `The branch "evidence" doesn’t hold ${anchor}, which it once stood at: the record was cut off or rewritten. Nothing was done. Restore the branch from a clone that has that commit.`
      );
    const source = await openApproved(root, anchor);
    try {
      const bytes = await source.bytes(SETTINGS_PATH);
      const signers = bytes && signersOf(bytes);
      if (signers) return { head: anchor, signers, forms: new Forms(source.tree), ours: true };
    } finally {
      source.close();
    }
    throw new EvidenceError(
      `The approved settings at ${anchor} name no signer. Restore the branch "evidence".`
    );
  }
  async #judge(start, to) {
    const { root, main, trusted, own = null } = this.#options;
    if (start.head === to) return start;
    const forms = start.forms.copy();
    let state = { ...start, forms };
    for await (const step of walkEvidence(root, start.head, to, mainOf(root, main, trusted !== null))) {
      const before = { ...state, form: (path) => forms.get(path) };
      const { problems, signers, signer } = judgeStep(before, step);
      if (problems.length > 0) throw untrusted(problems);
      forms.take(step.changes);
      state = { head: step.id, signers, forms, ours: state.ours || signer === own };
    }
    if (state.head === to) return state;
    throw new EvidenceError(
      `The branch "evidence" doesn’t lead to ${to}. Nothing was done. Restore the branch.`
    );
  }
};
function untrusted(problems) {
  const [first] = problems;
  const where = first?.file ? `, ${first.file}${first.line === null ? "" : `:${first.line}`}` : "";
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  return new EvidenceError(
    `The branch "evidence" can’t be trusted. Commit ${first?.commit ?? ""}${where}: ${first?.message ?? ""} Rule: ${first?.rule ?? ""}${more}. Nothing was done. See grantbook audit.`
  );
}
function notOurs(head) {
  return new EvidenceError(
    `The branch "evidence" stands at ${head}, and nothing shows that it is our record: no commit of it is signed with the key in GRANTBOOK_SIGNING_KEY, and no check run of our App on the default branch names a head of it. Whoever may rewrite both branches could have made it. Nothing was done. If the key was just changed, put the former one back for one run.`
  );
}
async function signable(root, entries, signer) {
  const reader = new ObjectReader(root);
  try {
    for (const [index, { moves }] of entries.entries()) {
      const blob = moves.find(({ path }) => path === SETTINGS_PATH)?.to?.blob;
      const bytes = blob === void 0 ? void 0 : (await reader.read([blob])).get(blob);
      if (bytes && signersOf(bytes)?.has(signer.publicKey) === false) return entries.slice(0, index + 1);
    }
    return entries;
  } finally {
    reader.close();
  }
}
function noSigner({ publicKey }) {
  return new UnableError(
    `The key in GRANTBOOK_SIGNING_KEY (${publicKey}) is no signer by the approved settings, so nothing more can be recorded with it. Name it in evidence.signers by an approved pull request, or use a key that is named.`
  );
}
var ZERO = "0".repeat(40);

export {
  openRemoteEvidence
};
