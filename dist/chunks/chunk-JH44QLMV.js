import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  checkSignature,
  readPublicKey
} from "./chunk-B3U7XVIC.js";
import {
  FOLDER,
  readTreeObject
} from "./chunk-ZKCAZDQV.js";
import {
  judgeAppended
} from "./chunk-SEXDL3AM.js";
import {
  judgeGenesis
} from "./chunk-BK6YCULT.js";
import {
  eventsPath
} from "./chunk-VW3UFXEU.js";
import {
  parseRaw
} from "./chunk-5U5XWXWV.js";
import {
  Once,
  load
} from "./chunk-VLEOGBEH.js";
import {
  ObjectReader,
  isShallow,
  nearLine,
  objectId,
  readCommitObject,
  readObject,
  runGit,
  tryGit
} from "./chunk-DHKQ3SNW.js";
import {
  SETTINGS_PATH
} from "./chunk-B3S4NB5D.js";
import {
  EvidenceError,
  UnableError
} from "./chunk-KCC7W5OC.js";

// src/evidence/verify-signers.ts
var FILE = `approved/${SETTINGS_PATH}`;
var NONE = /* @__PURE__ */ new Set();
function signersOf(settings) {
  const lines = settingsFrom(settings)?.evidence.signers ?? [];
  const keys = new Set(lines.flatMap((line) => readPublicKey(line) ?? []));
  return keys.size > 0 ? keys : null;
}
function settingsFrom(bytes) {
  const entry = { path: SETTINGS_PATH, mode: "100644", blob: null, size: bytes.byteLength };
  const { book } = load({ entries: /* @__PURE__ */ new Map([[SETTINGS_PATH, entry]]) }, /* @__PURE__ */ new Map([[SETTINGS_PATH, bytes]]));
  return book.settings?.data ?? null;
}
function signersAfter(before, step, tell) {
  const change = step.changes.find(({ path }) => path === FILE);
  if (!change) {
    if (step.genesis) tell("settings", FILE, null, "There are no settings, so nobody may sign.");
    return step.genesis ? NONE : before;
  }
  const content = change.after && step.content(change.after.blob);
  const signers = content ? signersOf(content) : null;
  if (signers) return signers;
  tell("settings", FILE, null, "The settings go or can’t be read, or name no signer: nobody could go on.");
  return NONE;
}

// src/evidence/verify-approved.ts
var PREFIX = "approved/";
function moves(one) {
  return one.event === "approved" || one.event === "reduced";
}
function judgeApproved(before, step, events, tell) {
  const told = /* @__PURE__ */ new Map();
  for (const one of events) {
    if (!moves(one) || one.grant === null) continue;
    told.set(one.grant, one.blob === "" ? null : one.blob);
  }
  const changed = /* @__PURE__ */ new Map();
  if (step.genesis) {
    if (told.size > 0)
      tell("approved", null, null, "The first commit approves nothing: it takes what main has.");
    return;
  }
  for (const { path, after } of step.changes) {
    if (path.startsWith(PREFIX)) changed.set(path.slice(PREFIX.length), after);
  }
  for (const [path, after] of changed) {
    const says = told.get(path);
    if (says === void 0)
      tell("approved", PREFIX + path, null, "It changes, but no event of this commit says so.");
    else if ((after?.blob ?? null) !== says)
      tell(
        "approved",
        PREFIX + path,
        null,
        `It becomes ${name(after?.blob)}, but the event says ${name(says)}.`
      );
  }
  for (const [path, blob] of told) {
    const stands = before.form(path)?.blob ?? null;
    if (!changed.has(path) && stands !== blob)
      tell(
        "approved",
        eventsPath(path),
        null,
        `The event says ${name(blob)}, but the file stays ${name(stands)}.`
      );
  }
}
function name(blob) {
  return blob ?? "absent";
}

// src/evidence/verify.ts
function contentsOf(changes) {
  return changes.flatMap(({ path, before, after }) => {
    if (path === "approved/grants/grantbook.yaml") return after ? [after.blob] : [];
    if (path.startsWith("approved/")) return [];
    return [before, after].flatMap((form2) => form2 ? [form2.blob] : []);
  });
}
function judgeStep(before, step) {
  const problems = [];
  const tell = teller(step.id, problems);
  const commit = readCommitObject(step.object);
  if (!commit || objectId("commit", step.object, step.id) !== step.id) {
    tell("commit-form", null, null, "Its object is no commit in the form that git writes.");
    return { problems, events: [], signers: before.signers, signer: null };
  }
  judgeParent(before, commit, tell);
  const signers = signersAfter(before.signers, step, tell);
  const events = judgeAppended(step, tell);
  judgeApproved(before, step, events, tell);
  const first = before.head === null;
  judgeGenesis(first, step, events, tell);
  const trusted = first && before.signers.size === 0 ? signers : before.signers;
  const signer = judgeSignature(commit, trusted, tell);
  if (first) judgeFirstSigner(signer, events, tell);
  return { problems, events, signers, signer };
}
function teller(commit, problems) {
  return (rule, file, line, message) => problems.push({ commit, rule, file, line, message });
}
function judgeParent({ head }, { parents }, tell) {
  if (head === null ? parents.length === 0 : parents.length === 1 && parents[0] === head) return;
  const wanted = head === null ? "no parent, because it is the first" : `one parent, ${head}`;
  const has = parents.length === 0 ? "none" : parents.join(", ");
  tell("parent", null, null, `It must have ${wanted}, but has ${has}.`);
}
function judgeSignature({ signature, payload }, trusted, tell) {
  if (signature === null) {
    tell("unsigned", null, null, "It is not signed.");
    return null;
  }
  const check = checkSignature(payload, signature, trusted);
  if (check.valid) return check.key;
  if (check.foreign === null) tell("signature", null, null, `Its signature is not valid: ${check.why}.`);
  else tell("signer", null, null, `It is signed by ${check.foreign}, which was no signer then.`);
  return null;
}
function judgeFirstSigner(signer, events, tell) {
  const genesis = events.find((one) => one.event === "genesis");
  if (genesis && signer !== null && genesis.signer !== signer)
    tell("genesis", null, null, `It names ${genesis.signer} as its signer, but is signed by ${signer}.`);
}

// src/io/git/at-path.ts
var LARGEST_TREE = 64 * 1024 * 1024;
async function entryAt(root, commit, path) {
  const tree = await treeOf(root, commit);
  let here = tree === null ? null : { mode: FOLDER, id: tree };
  for (const name2 of path.split("/")) {
    if (here?.mode !== FOLDER) return null;
    const bytes = await readObject(root, "tree", here.id, LARGEST_TREE);
    here = (bytes && readTreeObject(bytes, commit).get(asBytes(name2))) ?? null;
  }
  return here;
}
async function fileAt(root, commit, path, largest) {
  const entry = await entryAt(root, commit, path);
  return entry && readObject(root, "blob", entry.id, largest);
}
async function treeOf(root, commit) {
  const object = await readObject(root, "commit", commit);
  if (object === null) return null;
  const named = readCommitObject(object)?.tree;
  if (named !== void 0) return named;
  return (await runGit(root, ["rev-parse", "--verify", `${commit}^{tree}`])).toString("latin1").trim();
}
function asBytes(name2) {
  return Buffer.from(name2, "utf8").toString("latin1");
}

// src/io/git/evidence-walk.ts
var LARGEST_EVENTS = 64 * 1024 * 1024;
var BATCH = 64;
async function* walkEvidence(root, from, to, askMain) {
  const ids = await between(root, from, to);
  const commits = new ObjectReader(root, "commit");
  const blobs = new ObjectReader(root, "blob", LARGEST_EVENTS);
  try {
    let tree = from === null ? null : await treeOf2(commits, from);
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH);
      const objects = await commits.read(batch);
      const steps = [];
      for (const id of batch) {
        const object = objects.get(id);
        if (!object) throw new UnableError(`git can’t read the commit ${id} of the branch "evidence".`);
        const after = readCommitObject(object)?.tree ?? null;
        steps.push({ id, object, before: tree, tree: after });
        tree = after;
      }
      const differences = await compare(root, steps);
      const wanted = differences.flatMap(contentsOf);
      const contents = sound(await blobs.read(wanted));
      for (const [index, { id, object }] of steps.entries()) {
        const changes = differences[index] ?? [];
        const content = (blob) => contents.get(blob);
        const bare = { id, object, changes, content, genesis: null };
        const first = from === null && start + index === 0;
        yield first ? { ...bare, genesis: await genesisFacts(root, bare, askMain) } : bare;
      }
    }
  } finally {
    commits.close();
    blobs.close();
  }
}
function sound(blobs) {
  return new Map([...blobs].filter(([id, bytes]) => objectId("blob", bytes, id) === id));
}
async function between(root, from, to) {
  if (from === to) return [];
  const near = await isShallow(root) ? null : await nearLine(root, from, to);
  if (near !== null) return near;
  const { status } = from === null ? { status: 0 } : await tryGit(root, ["merge-base", "--is-ancestor", from, to]);
  if (status !== 0 && await isShallow(root)) throw cutOff();
  if (status === 1)
    throw new EvidenceError(
      `The branch "evidence" stands at ${to}, which doesn’t come from ${String(from)}: a part of the record was cut off or rewritten. Nothing was done. Restore the branch from a clone that has that commit.`
    );
  if (status !== 0) throw new UnableError(`git can’t tell whether ${to} comes from ${String(from)}.`);
  const range = from === null ? [to] : [to, `^${from}`];
  const listed = await runGit(root, [
    "rev-list",
    "--reverse",
    "--topo-order",
    "--first-parent",
    ...range,
    "--"
  ]);
  const ids = listed.toString("utf8").split("\n").filter(Boolean);
  if (from === null && await isShallow(root) && !await isRoot(root, ids[0] ?? to)) throw cutOff();
  return ids;
}
async function isRoot(root, id) {
  const reader = new ObjectReader(root, "commit");
  try {
    const object = (await reader.read([id])).get(id);
    return object !== void 0 && readCommitObject(object)?.parents.length === 0;
  } finally {
    reader.close();
  }
}
function cutOff() {
  return new UnableError(
    'The history of the branch "evidence" is cut off here. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
  );
}
async function treeOf2(reader, id) {
  const object = (await reader.read([id])).get(id);
  const tree = object && readCommitObject(object)?.tree;
  if (tree) return tree;
  throw new UnableError(`git can’t read the commit ${id} of the branch "evidence".`);
}
async function compare(root, pairs) {
  const asked = pairs.map(({ before, tree }) => {
    const like = tree ?? before ?? "";
    return `${before ?? emptyTree(like)} ${tree ?? emptyTree(like)}
`;
  });
  const args = ["diff-tree", "--stdin", "-r", "-z", "--raw", "--no-renames", "--no-abbrev"];
  const raw = await runGit(root, args, asked.join(""));
  const found = [];
  let at = 0;
  for (const [index, header] of asked.entries()) {
    if (raw.toString("latin1", at, at + header.length) !== header)
      throw new UnableError("git diff-tree answered something else than was asked.");
    at += header.length;
    const next = asked[index + 1];
    const end = next === void 0 ? raw.length : endOfRecords(raw, at);
    found.push(parseRaw(raw.subarray(at, end)).map(difference));
    at = end;
  }
  return found;
}
function endOfRecords(raw, start) {
  let at = start;
  while (raw[at] === COLON) at = raw.indexOf(0, raw.indexOf(0, at) + 1) + 1;
  return at;
}
var COLON = 58;
function difference({ path, before, after }) {
  return { path, before: form(before), after: form(after) };
}
function form(entry) {
  return entry && { mode: entry.mode, blob: entry.blob ?? "" };
}
function emptyTree(like) {
  return like.length === 64 ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321" : "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
}
async function genesisFacts(root, step, askMain) {
  const { judgeAppended: judgeAppended2 } = await import("./verify-appended-N3U6W57C.js");
  const { genesisCommit } = await import("./verify-genesis-7WSZWOVX.js");
  const commit = genesisCommit(judgeAppended2(step, () => void 0));
  const own = await subtree(root, step.id, "approved/grants");
  return { own, ...commit === null ? { main: null, inHistory: null } : await askMain(commit) };
}
var knownFolders = new Once();
function subtree(root, commit, folder) {
  return knownFolders.get(root, commit, `tree ${folder}`, () => subtreeNow(root, commit, folder));
}
async function subtreeNow(root, commit, folder) {
  const entry = await entryAt(root, commit, folder);
  return entry?.mode === FOLDER ? entry.id : null;
}

export {
  signersOf,
  settingsFrom,
  judgeStep,
  fileAt,
  LARGEST_EVENTS,
  walkEvidence,
  subtree
};
