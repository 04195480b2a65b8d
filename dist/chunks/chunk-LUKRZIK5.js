import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  require_dist
} from "./chunk-IGNZ6A6A.js";
import {
  bytesOf,
  endOfHead,
  join,
  latin1
} from "./chunk-PFXTJSIF.js";
import {
  identify
} from "./chunk-LZOWS2TE.js";
import {
  MOST_PROBLEMS,
  SECOND,
  TOO_DEEP,
  sentence,
  textProblem
} from "./chunk-7ETONKNL.js";
import {
  InternalError,
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  plain,
  quote
} from "./chunk-F7BA4QXU.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/book/tree.ts
function extentOf(tree) {
  if (tree.extent) return tree.extent();
  let files = 0;
  let grants = 0;
  for (const path of tree.entries.keys()) {
    const extent = extentOfPath(path);
    files += extent.files;
    grants += extent.grants;
  }
  return { files, grants };
}
function extentOfPath(path) {
  const kind = identify(path)?.kind;
  return {
    files: path.startsWith("grants/") ? 1 : 0,
    grants: kind === "grant" || kind === "emergency" ? 1 : 0
  };
}
function filesNamed(tree, name) {
  if (tree.named) return tree.named(name);
  const ending = `/${name}`;
  return [...tree.entries.values()].filter((entry) => entry.path.endsWith(ending));
}

// src/io/git/revision.ts
import { existsSync as existsSync2 } from "node:fs";
import { join as join4 } from "node:path";

// src/evidence/commit-object.ts
import { createHash } from "node:crypto";
var ID = "([0-9a-f]{40}|[0-9a-f]{64})";
var FORM = new RegExp(
  String.raw`^tree ${ID}\n((?:parent ${ID}\n)*)author ([^\n\0]+)\ncommitter ([^\n\0]+)\n(gpgsig [^\n\0]*\n(?: [^\n\0]*\n)*)?\n`,
  "u"
);
var LONGEST_HEAD = 64 * 1024;
var DECODER = new TextDecoder();
function readCommitObject(bytes) {
  const end = endOfHead(bytes);
  if (end === -1 || end > LONGEST_HEAD) return null;
  const head = latin1(bytes.subarray(0, end + 2));
  const match = FORM.exec(head);
  if (!match || match[0].length !== head.length) return null;
  const [, tree = "", parents = "", , author = "", committer = "", signature] = match;
  const signed = signature === void 0 ? null : unfold(signature);
  const start2 = head.length - 1 - (signature?.length ?? 0);
  return {
    tree,
    parents: [...parents.matchAll(/parent (\S+)\n/gu)].map(([, id = ""]) => id),
    author,
    committer,
    signature: signed,
    payload: join(bytes.subarray(0, start2), bytes.subarray(head.length - 1)),
    message: DECODER.decode(bytes.subarray(head.length))
  };
}
function unfold(header) {
  return header.slice("gpgsig ".length).replaceAll("\n ", "\n");
}
function writeCommitObject(tree, parent, stamp, message) {
  const parents = parent === null ? "" : `parent ${parent}
`;
  return bytesOf(`tree ${tree}
${parents}author ${stamp}
committer ${stamp}

${message}`);
}
function signCommitObject(commit, signature) {
  const end = endOfHead(commit) + 1;
  const folded = signature.replace(/\n$/u, "").replaceAll("\n", "\n ");
  return join(commit.subarray(0, end), bytesOf(`gpgsig ${folded}
`), commit.subarray(end));
}
function objectId(type, content, like) {
  const algorithm = like.length === 64 ? "sha256" : "sha1";
  return createHash(algorithm).update(`${type} ${content.byteLength}\0`).update(content).digest("hex");
}

// src/io/git/identity.ts
import { statSync } from "node:fs";
import { join as join2 } from "node:path";
function identityOf(root) {
  const found = statSync(join2(root, ".git"), { throwIfNoEntry: false }) ?? statSync(root, { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}:${found.birthtimeMs}` : "";
}

// src/io/git/pipe.ts
import { spawn as spawn2 } from "node:child_process";
import { Socket } from "node:net";

// src/io/git/run.ts
import { spawn } from "node:child_process";
function gitEnvironment(environment = process.env) {
  const kept = {};
  for (const [name, value] of Object.entries(environment)) {
    const allowed = !name.toUpperCase().startsWith("GIT_") || KEPT.has(name);
    if (allowed && value !== void 0) kept[name] = value;
  }
  return { ...kept, ...FIXED };
}
var KEPT = /* @__PURE__ */ new Set([
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM",
  "GIT_EXEC_PATH"
]);
var FIXED = {
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: "/dev/null",
  GIT_NO_LAZY_FETCH: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  GIT_LITERAL_PATHSPECS: "1",
  GIT_PAGER: "cat",
  LC_ALL: "C"
};
var CONFIG = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.attributesFile=/dev/null",
  "core.quotePath=false",
  "core.pager=cat",
  "diff.external=",
  "diff.renames=false",
  "log.showSignature=false"
].flatMap((setting) => ["-c", setting]);
function gitArguments(root, args) {
  return ["-C", root, ...CONFIG, ...args];
}
function tryGit(root, args, input, secrets = {}) {
  return new Promise((resolve2, reject) => {
    const child = spawn("git", gitArguments(root, args), {
      env: { ...gitEnvironment(), ...secrets },
      stdio: [input === void 0 ? "ignore" : "pipe", "pipe", "pipe"],
      windowsHide: true
    });
    const out = [];
    const err = [];
    child.stdout?.on("data", (chunk) => out.push(chunk));
    child.stderr?.on("data", (chunk) => err.push(chunk));
    child.on(
      "error",
      (cause) => reject(new UnableError("git can’t be started. Install git 2.38 or newer.", { cause }))
    );
    child.stdin?.on("error", () => void 0);
    child.stdin?.end(input);
    child.on("close", (status) => {
      resolve2({ status, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString("utf8") });
    });
  });
}
async function runGit(root, args, input) {
  const { status, stdout, stderr } = await tryGit(root, args, input);
  if (status !== 0) throw gitFailure(args, stderr);
  return stdout;
}
function gitFailure(args, stderr) {
  if (/not a git repository/u.test(stderr))
    return new UnableError("This is not a git repository. Run this inside one, or name one with --root.");
  const command = args.find((arg) => !arg.startsWith("-")) ?? "";
  const lines = stderr.split("\n").filter((text) => text.trim() !== "" && !text.startsWith("hint:"));
  const line = lines.find((text) => /^(?:fatal|error):/u.test(text)) ?? lines[0] ?? "it gave no reason";
  return new UnableError(`git ${command} failed: ${plain(line.trim())}.${repairOf(stderr)}`);
}
function repairOf(stderr) {
  if (/dubious ownership/u.test(stderr))
    return " Run: git config --global --add safe.directory <the repository>.";
  return /^(?:fatal|error): (?:could not read|unable to read|bad object|missing)/imu.test(stderr) ? " This clone lacks objects. Clone the repository anew, or run: git fetch --refetch." : "";
}

// src/io/git/pipe.ts
var LF = 10;
var NONE = Buffer.alloc(0);
var GitPipe = class {
  #child;
  #stderr = [];
  #chunks = [];
  #held = 0;
  #wanted = 0;
  #wake = null;
  #ended = null;
  /** `settings` are options of git itself, before its command. */
  constructor(root, settings, command, args) {
    this.#child = spawn2("git", gitArguments(root, [...settings, command, ...args]), {
      env: gitEnvironment(),
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true
    });
    this.#child.stdout?.on("data", (chunk) => {
      this.#chunks.push(chunk);
      this.#held += chunk.length;
      if (this.#held >= this.#wanted) this.#wakeUp();
    });
    this.#child.stderr?.on("data", (chunk) => this.#stderr.push(chunk));
    this.#child.on(
      "error",
      (cause) => this.#end(new UnableError("git can’t be started. Install git 2.38 or newer.", { cause }))
    );
    this.#child.on(
      "close",
      () => this.#end(gitFailure([command], Buffer.concat(this.#stderr).toString("utf8")))
    );
    this.#child.stdin?.on("error", () => void 0);
  }
  /** Asks something. */
  write(question) {
    this.#child.stdin?.write(question);
  }
  /** Whether it runs, and has said nothing that nobody took. */
  isQuiet() {
    return this.#ended === null && this.#held === 0;
  }
  /** Whether it keeps this process from ending. */
  hold(held) {
    const { stdin, stdout, stderr } = this.#child;
    const pipes = [stdin, stdout, stderr].filter((one) => one instanceof Socket);
    for (const one of [this.#child, ...pipes]) {
      if (held) one.ref();
      else one.unref();
    }
  }
  /** Ends the process, in the middle of an answer too. */
  close() {
    this.#child.stdin?.end();
    this.#child.stdout?.destroy();
    this.#child.kill();
  }
  /** The next line, if all of it is here. */
  lineHere() {
    let [first = NONE] = this.#chunks;
    let end = first.indexOf(LF);
    if (end === -1 && this.#chunks.length > 1) {
      first = this.#joined();
      end = first.indexOf(LF);
    }
    if (end === -1) return null;
    this.#drop(end + 1);
    return first.toString("latin1", 0, end);
  }
  /** The next line. Throws UnableError if git fails. */
  async line() {
    for (; ; ) {
      const line = this.lineHere();
      if (line !== null) return line;
      await this.#until(this.#held + 1);
    }
  }
  /** So many bytes, if they are here. */
  takeHere(size) {
    if (this.#held < size) return null;
    const [first = NONE] = this.#chunks;
    const whole = first.length >= size ? first : this.#joined();
    this.#drop(size);
    return whole.subarray(0, size);
  }
  /** So many bytes. Throws UnableError if git fails. */
  async take(size) {
    for (; ; ) {
      const taken = this.takeHere(size);
      if (taken) return taken;
      await this.#until(size);
    }
  }
  /**
   * All that has come, once its last line is this one, whether a line or a path stands before it. Throws UnableError if git
   * fails.
   */
  async takeUpTo(line) {
    const endings = new Set(["", "\n", "\0"].map((before) => `${before}${line}
`));
    while (!endings.has(this.#last(line.length + 2))) await this.#until(this.#held + 1);
    return this.take(this.#held);
  }
  /** The last so many bytes of what is here, as Latin-1. */
  #last(size) {
    const last = this.#chunks.at(-1) ?? NONE;
    const whole = last.length < size && this.#chunks.length > 1 ? this.#joined() : last;
    return whole.toString("latin1", Math.max(0, whole.length - size));
  }
  #joined() {
    const whole = Buffer.concat(this.#chunks);
    this.#chunks = [whole];
    return whole;
  }
  #drop(size) {
    const [first = NONE] = this.#chunks;
    this.#held -= size;
    if (first.length === size) this.#chunks.shift();
    else this.#chunks[0] = first.subarray(size);
  }
  /** Waits until so many bytes are here. */
  async #until(size) {
    this.#wanted = size;
    while (this.#held < size) {
      if (this.#ended) throw this.#ended;
      await new Promise((resolve2) => this.#wake = resolve2);
    }
  }
  #wakeUp() {
    this.#wake?.();
    this.#wake = null;
  }
  #end(error) {
    this.#ended ??= error;
    this.#wakeUp();
  }
};

// src/io/git/object-pipe.ts
var ObjectPipe = class {
  #git;
  /** `settings` are options of git itself, before its command. */
  constructor(root, settings = []) {
    this.#git = new GitPipe(root, settings, "cat-file", ["--batch-command", "--buffer"]);
  }
  /** Asks for these objects. Each is then taken in turn: its header, and its bytes if it has one. */
  ask(ids) {
    this.#git.write(`${ids.map((id) => `contents ${id}
`).join("")}flush
`);
  }
  /** What the next object is; null: it isn't here. Throws UnableError if git fails, or speaks of another one. */
  async header(id) {
    const line = this.#git.lineHere() ?? await this.#git.line();
    const [found = "", type = "", size = ""] = line.split(" ");
    if (type === "missing" || type === "ambiguous") return null;
    if (found !== id) throw new UnableError("git cat-file answered something else than was asked.");
    return { type, size: Number(size) };
  }
  /** Its bytes. Throws UnableError if git fails. */
  async bytes({ size }) {
    const whole = this.#git.takeHere(size + 1) ?? await this.#git.take(size + 1);
    return whole.subarray(0, -1);
  }
  /** Whether it runs, and has said nothing that nobody took. */
  isQuiet() {
    return this.#git.isQuiet();
  }
  /** Whether it keeps this process from ending. */
  hold(held) {
    this.#git.hold(held);
  }
  /** Ends the process, in the middle of an answer too. */
  close() {
    this.#git.close();
  }
};

// src/io/git/cat-file.ts
var OBJECT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u;
var LARGEST = 256 * 1024;
var TOO_LARGE = Buffer.alloc(LARGEST + 1);
var ObjectReader = class {
  #root;
  #type;
  #largest;
  #running = null;
  #last = Promise.resolve();
  /** Reads blobs of governed files, or objects of another type and up to another size (bytes): larger ones are absent. */
  constructor(root, type = "blob", largest = LARGEST) {
    this.#root = root;
    this.#type = type;
    this.#largest = largest;
  }
  /**
   * The bytes of objects by id. One that is missing, or is of another type, is absent from the answer. Throws
   * UnableError if git fails.
   */
  read(ids) {
    const answer = this.#last.then(() => this.#read([...new Set(ids)]));
    this.#last = answer.catch(() => void 0);
    return answer;
  }
  /** Ends the process if it is in the middle of an answer. Between questions it waits for whichever reader comes next. */
  close() {
    this.#running?.pipe.close();
    this.#running = null;
  }
  async #read(ids) {
    for (const id of ids)
      if (!OBJECT_ID.test(id)) throw new InternalError("cat-file is given object ids only");
    const answer = await this.#answers(ids);
    if (this.#running) leave(this.#running);
    this.#running = null;
    return answer;
  }
  async #answers(ids) {
    const answer = /* @__PURE__ */ new Map();
    let asked = 0;
    for (const [index, id] of ids.entries()) {
      const { pipe } = this.#running ??= takeOver(this.#root) ?? start(this.#root);
      if (asked <= index) {
        pipe.ask(ids.slice(index));
        asked = ids.length;
      }
      const header = await pipe.header(id);
      if (!header) continue;
      const { type, size } = header;
      if (size > this.#largest) {
        this.close();
        asked = 0;
        if (type === this.#type && this.#largest === LARGEST) answer.set(id, TOO_LARGE);
        continue;
      }
      const bytes = await pipe.bytes(header);
      if (type === this.#type) answer.set(id, bytes);
    }
    return answer;
  }
};
async function readObject(root, type, id, largest = LARGEST) {
  const reader = new ObjectReader(root, type, largest);
  try {
    return (await reader.read([id])).get(id) ?? null;
  } finally {
    reader.close();
  }
}
var idle = [];
var MOST_IDLE = 4;
var IDLE_FOR = 1e3;
function start(root) {
  return { root, identity: identityOf(root), pipe: new ObjectPipe(root) };
}
function leave(running) {
  running.pipe.hold(false);
  const one = { ...running, timer: setTimeout(() => dismiss(one), IDLE_FOR).unref() };
  idle.push(one);
  if (idle.length > MOST_IDLE && idle[0]) dismiss(idle[0]);
}
function takeOver(root) {
  const found = idle.findLast((one) => one.root === root);
  if (!found) return null;
  if (found.identity !== identityOf(root) || !found.pipe.isQuiet()) {
    dismiss(found);
    return null;
  }
  forget(found);
  found.pipe.hold(true);
  return found;
}
function dismiss(one) {
  forget(one);
  one.pipe.close();
}
function forget(one) {
  clearTimeout(one.timer);
  idle.splice(idle.indexOf(one), 1);
}

// src/io/git/near.ts
var NEAR = 16;
async function isCommit(root, id) {
  return await readObject(root, "commit", id) !== null;
}
async function parentsOf(root, id) {
  const object = await readObject(root, "commit", id);
  return (object && readCommitObject(object)?.parents) ?? null;
}
async function nearLine(root, from, to) {
  const line = [];
  for (let at = to; at !== from; ) {
    if (at === null || line.length === NEAR) return null;
    const parents = await parentsOf(root, at);
    if (parents === null) return null;
    line.push(at);
    at = parents[0] ?? null;
  }
  return line.toReversed();
}

// src/io/git/root.ts
import { existsSync } from "node:fs";
import { dirname, join as join3, resolve } from "node:path";
function isTop(root) {
  return ["HEAD", "objects", "refs"].every((name) => existsSync(join3(root, ".git", name)));
}
async function requireTop(root) {
  if (isTop(root)) return;
  const up = (await runGit(root, ["rev-parse", "--show-cdup"])).toString("utf8").trim();
  if (up !== "")
    throw new UnableError(`${plain(root)} is inside a repository but not its top. Name the top with --root.`);
}

// src/io/git/revision.ts
var OBJECT_ID2 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
async function isShallow(root) {
  if (existsSync2(join4(root, ".git", "HEAD"))) return existsSync2(join4(root, ".git", "shallow"));
  const answer = await runGit(root, ["rev-parse", "--is-shallow-repository"]);
  return answer.toString("utf8").trim() === "true";
}
async function requireRepository(root) {
  const { status, stderr } = await tryGit(root, ["rev-parse", "--git-dir"]);
  if (status !== 0) throw notARepository(root, stderr);
}
async function resolveCommit(root, revision) {
  if (OBJECT_ID2.test(revision) && isTop(root) && await isCommit(root, revision)) return revision;
  const { status, stdout, stderr } = await tryGit(root, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${revision}^{commit}`
  ]);
  if (status === 0) return stdout.toString("utf8").trim();
  if (/not a git repository|dubious ownership/u.test(stderr)) throw notARepository(root, stderr);
  const shown = plain(revision);
  const hint = await isShallow(root) ? ' The history here is cut off: set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.' : " Fetch it first, or correct the name.";
  throw new UnableError(`"${shown}" is no commit in this repository.${hint}`);
}
function notARepository(root, stderr) {
  const hint = /dubious ownership/u.test(stderr) ? "belongs to another user, so git refuses it. Run: git config --global --add safe.directory <it>." : "is not a git repository. Run this inside one, or name one with --root.";
  return new UnableError(`${plain(root)} ${hint}`);
}
async function withoutCommonHistory(root) {
  return new UnableError(
    await isShallow(root) ? 'The two commits have no common history here, because history is cut off. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.' : "The two commits have no common history, so they can’t be merged."
  );
}

// src/book/size-limit.ts
var KIB = 1024;
function sizeLimit(kind) {
  return kind === "rule" ? 64 * KIB : kind === "out-of-band" ? 256 * KIB : 16 * KIB;
}

// src/book/yaml/compose.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/book/yaml/tokenize.ts
var import_yaml = __toESM(require_dist(), 1);
var DEEPEST_STACK = 32;
var MOST_TOKENS = 64e3;
var REFUSED = {
  anchor: ["yaml-anchor", "Anchors are not allowed: what a file says must stand where it is read."],
  alias: ["yaml-alias", "Aliases are not allowed: what a file says must stand where it is read."],
  tag: ["yaml-tag", "Tags are not allowed."],
  "directive-line": ["yaml-directive", "Directives are not allowed."],
  "explicit-key-ind": ["yaml-complex-key", 'A key marked with "?" is not allowed.']
};
var NO_CONTENT = /* @__PURE__ */ new Set([
  "space",
  "newline",
  "comment",
  "doc-mode",
  "directive-line",
  "doc-start",
  "doc-end"
]);
function tokenize(text) {
  const parser = new import_yaml.Parser();
  const guard = new Guard(text);
  const tokens = [];
  for (const lexeme of new import_yaml.Lexer().lex(text)) {
    const offset = parser.offset;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === "error") guard.tell("yaml-syntax", sentence(token.message), token.offset);
    }
    if (parser.stack.length > DEEPEST_STACK) guard.stop("yaml-depth", TOO_DEEP, offset);
    guard.look(lexeme, offset);
    if (guard.stopped) return { tokens: [], problems: guard.problems };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, problems: guard.problems };
}
var Guard = class {
  problems = [];
  stopped = false;
  #text;
  #count = 0;
  #inScalar = false;
  #commaLast = false;
  /** How far the stream has come: nothing yet, inside the first document, after its end mark. */
  #state = "before";
  constructor(text) {
    this.#text = text;
  }
  tell(code, message, offset) {
    this.problems.push(textProblem(code, message, this.#text, offset));
    if (this.problems.length >= MOST_PROBLEMS) this.stopped = true;
  }
  stop(code, message, offset) {
    if (!this.stopped) this.tell(code, message, offset);
    this.stopped = true;
  }
  look(lexeme, offset) {
    if (++this.#count > MOST_TOKENS) this.stop("file-too-large", "The file holds too many values.", offset);
    const type = this.#inScalar ? "scalar" : import_yaml.CST.tokenType(lexeme);
    this.#inScalar = !this.#inScalar && type === "scalar";
    const refused = type === null ? void 0 : REFUSED[type];
    if (refused) this.tell(refused[0], refused[1], offset);
    this.#documents(type, offset);
    if (type === "comma") {
      if (this.#commaLast) this.tell("yaml-syntax", "A value is missing between two commas.", offset);
      this.#commaLast = true;
    } else if (!NO_CONTENT.has(type)) this.#commaLast = false;
  }
  #documents(type, offset) {
    if (type === "doc-start") {
      if (this.#state !== "before") this.stop("yaml-documents", SECOND, offset);
      this.#state = "marked";
    } else if (type === "doc-end") {
      if (this.#state === "ended") this.stop("yaml-documents", SECOND, offset);
      this.#state = "ended";
    } else if (!NO_CONTENT.has(type)) {
      if (this.#state === "ended") this.stop("yaml-documents", SECOND, offset);
      this.#state = "inside";
    }
  }
};

// src/book/yaml/compose.ts
var OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  uniqueKeys: false,
  logLevel: "silent"
};
function compose(text) {
  const { tokens, problems: refused } = tokenize(text);
  if (refused.length > 0) return { document: null, problems: refused };
  const composer = new BoundedComposer(text);
  let document = null;
  for (const next of composer.documents(tokens)) {
    if (document)
      return { document: null, problems: [textProblem("yaml-documents", SECOND, text, next.range[0])] };
    document = next;
  }
  if (composer.problems.length > 0) return { document: null, problems: composer.problems };
  if (!document)
    return { document: null, problems: [textProblem("file-empty", "The file says nothing.", text, 0)] };
  return { document, problems: [] };
}
var BoundedComposer = class {
  problems = [];
  #text;
  #composer = new import_yaml2.Composer(OPTIONS);
  constructor(text) {
    this.#text = text;
    Object.assign(this.#composer, {
      onError: (source, _code, message) => this.#tell(source, message)
    });
  }
  *documents(tokens) {
    try {
      for (const document of this.#composer.compose(tokens, true, this.#text.length)) yield document;
    } catch (error) {
      if (error !== ENOUGH) throw error;
    }
  }
  #tell(source, message) {
    if (this.problems.length >= MOST_PROBLEMS) throw ENOUGH;
    const offset = typeof source === "number" ? source : "offset" in source ? source.offset : source[0];
    this.problems.push(textProblem("yaml-syntax", sentence(message), this.#text, offset));
    if (this.problems.length >= MOST_PROBLEMS) throw ENOUGH;
  }
};
var ENOUGH = new Error("enough errors");

// src/book/yaml/mapping.ts
var Mapping = class {
};
Object.setPrototypeOf(Mapping.prototype, null);
Reflect.deleteProperty(Mapping.prototype, "constructor");
Object.freeze(Mapping.prototype);

// src/book/yaml/plain.ts
var DECODER2 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var CHARACTERS = "!-9;-~\\u00a1-\\u061b\\u061d-\\u1fff";
var IN_FLOW = "!-+\\--9;-Z\\\\^-z|~\\u00a1-\\u061b\\u061d-\\u1fff";
var KEY = "([a-zA-Z][a-zA-Z0-9-]{0,63})";
var TEXT = `[A-Za-z](?:[${CHARACTERS}]| (?![ #\\n])|:(?![ \\n]))*`;
var TEXT_IN_FLOW = `[A-Za-z](?:[${IN_FLOW}]|:(?=[A-Za-z0-9/])| (?=[A-Za-z0-9]))*`;
var DATE = "\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d:\\d\\dZ)?";
var QUOTED = `'[ -&(-~]*'|"[ !#-[\\]-~]*"`;
var INTEGER = "0|[1-9]\\d{0,14}";
var COMMENT = /(?: *#[ -~]*)?\n/y;
var ENTRY = new RegExp(
  `( *)${KEY}:(?: (?:(${TEXT}|${DATE})|(${QUOTED})|(${INTEGER})))?(?: (?=[[{])|(?=\\n))`,
  "uy"
);
var ITEM = new RegExp(`( *)- (?:(?:(${TEXT}|${DATE})|(${QUOTED})|(${INTEGER}))(?=\\n)|(?=[[{]))`, "uy");
var FLOW_KEY = new RegExp(`${KEY}: `, "uy");
var FLOW_VALUE = new RegExp(`(?:(${TEXT_IN_FLOW}|${DATE})|(${QUOTED})|(${INTEGER}))(?= ?[,\\]}])`, "uy");
var FLOW_NEXT = / ?(?:(,) ?|[\]}])/y;
var NOT_TEXT = /* @__PURE__ */ new Set([
  "null",
  "Null",
  "NULL",
  "true",
  "True",
  "TRUE",
  "false",
  "False",
  "FALSE"
]);
var DEEPEST = 6;
var LONGEST = 16 * 1024;
var UNSURE = /* @__PURE__ */ Symbol("unsure");
function readPlain(bytes) {
  if (bytes.byteLength > LONGEST) return null;
  let text;
  try {
    text = DECODER2.decode(bytes);
  } catch {
    return null;
  }
  const reader = new PlainReader(text);
  const data = reader.mapping(0, 1);
  return data === UNSURE || !reader.atEnd() ? null : data;
}
var PlainReader = class {
  #text;
  #at = 0;
  constructor(text) {
    this.#text = text;
  }
  atEnd() {
    this.#skipComments();
    return this.#at === this.#text.length;
  }
  /** A mapping in block form whose keys are indented by so many blanks. Stops before the first line that isn't. */
  mapping(indent, depth) {
    if (depth > DEEPEST) return UNSURE;
    const data = new Mapping();
    let empty = true;
    for (; ; ) {
      this.#skipComments();
      const match = this.#match(ENTRY, indent);
      if (!match) return empty ? UNSURE : data;
      const [, , key = "", plain2, quoted, number] = match;
      if (key in data || NOT_TEXT.has(key)) return UNSURE;
      const value = scalar(plain2, quoted, number) ?? this.#below(indent, depth);
      if (value === UNSURE || !this.#endLine()) return UNSURE;
      data[key] = value;
      empty = false;
    }
  }
  /** What follows `key:` if it isn't a scalar on the same line. */
  #below(indent, depth) {
    const next = this.#text[this.#at];
    if (next === "[" || next === "{") return this.#flow(depth + 1);
    if (next !== "\n") return UNSURE;
    this.#at++;
    this.#skipComments();
    const deeper = indent + 2;
    const value = this.#text.startsWith("- ", this.#at + deeper) ? this.#list(deeper, depth + 1) : this.mapping(deeper, depth + 1);
    this.#at--;
    return value;
  }
  #list(indent, depth) {
    if (depth > DEEPEST) return UNSURE;
    const items = [];
    for (; ; ) {
      this.#skipComments();
      const match = this.#match(ITEM, indent);
      if (!match) return items.length === 0 ? UNSURE : items;
      const item = scalar(match[2], match[3], match[4]) ?? this.#flow(depth + 1);
      if (item === UNSURE || !this.#endLine()) return UNSURE;
      items.push(item);
    }
  }
  /** A list or mapping in flow form, on one line. */
  #flow(depth) {
    if (depth > DEEPEST) return UNSURE;
    const open = this.#text[this.#at];
    const isList = open === "[";
    if (!isList && open !== "{") return UNSURE;
    const items = [];
    const data = new Mapping();
    this.#at += this.#text[this.#at + 1] === " " ? 2 : 1;
    for (; ; ) {
      const key = isList ? "" : this.#sticky(FLOW_KEY)?.[1] ?? "";
      if (!isList && (key === "" || key in data || NOT_TEXT.has(key))) return UNSURE;
      const match = this.#sticky(FLOW_VALUE);
      const value = match ? scalar(match[1], match[2], match[3]) : this.#flow(depth + 1);
      if (value === UNSURE) return UNSURE;
      if (isList) items.push(value);
      else data[key] = value;
      const end = this.#sticky(FLOW_NEXT);
      if (!end) return UNSURE;
      if (end[1] === void 0) return end[0].endsWith(isList ? "]" : "}") ? isList ? items : data : UNSURE;
    }
  }
  #match(pattern, indent) {
    const start2 = this.#at;
    const match = this.#sticky(pattern);
    if (match?.[1]?.length === indent) return match;
    this.#at = start2;
    return null;
  }
  #sticky(pattern) {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }
  #endLine() {
    return this.#text[this.#at++] === "\n";
  }
  #skipComments() {
    while (this.#sticky(COMMENT)) ;
  }
};
function scalar(plain2, quoted, number) {
  if (plain2 !== void 0) return NOT_TEXT.has(plain2) ? UNSURE : plain2;
  if (quoted !== void 0) return quoted.slice(1, -1);
  return number === void 0 ? void 0 : Number(number);
}

// src/book/yaml/text.ts
var DECODER3 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var LENIENT = new TextDecoder("utf-8", { ignoreBOM: true });
var FORBIDDEN = new RegExp("[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]|\\r(?!\\n)|\\p{Surrogate}", "u");
var ASCII_ONLY = /^[\t\n\u0020-\u007e]*$/u;
function decode(bytes) {
  let text;
  try {
    text = DECODER3.decode(bytes);
  } catch {
    return { problem: notUtf8(bytes) };
  }
  const problem = ASCII_ONLY.test(text) ? null : forbiddenIn(text);
  return problem ? { problem } : { text };
}
function forbiddenIn(text) {
  const found = FORBIDDEN.exec(text);
  if (!found) return null;
  if (found[0] === "\uFEFF")
    return textProblem("yaml-bom", "The file holds a byte-order mark.", text, found.index);
  return textProblem(
    "yaml-character",
    `${nameCharacter(found[0])} is not allowed in a file.`,
    text,
    found.index
  );
}
function forbiddenCharacter(value) {
  if (ASCII_ONLY.test(value)) return null;
  const found = FORBIDDEN.exec(value);
  return found ? nameCharacter(found[0]) : null;
}
function nameCharacter(character) {
  const code = character.charCodeAt(0);
  const point = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code === 0) return `NUL (${point})`;
  if (character === "\r") return `A carriage return without a line feed (${point})`;
  if (code >= 55296 && code <= 57343) return `A lone surrogate (${point})`;
  if (code < 32 || code >= 127 && code <= 159) return `Control character ${point}`;
  return `Invisible character ${point}`;
}
function notUtf8(bytes) {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = good + Math.floor((bad - good) / 2);
    if (isUtf8Start(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const before = LENIENT.decode(bytes.subarray(0, good), { stream: true });
  LENIENT.decode();
  return textProblem("yaml-encoding", "This byte is not UTF-8.", `${before}�`, before.length);
}
function isUtf8Start(bytes) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

// src/book/yaml/walk.ts
var import_yaml3 = __toESM(require_dist(), 1);
var DEEPEST2 = 8;
var JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;
var NOTHING = /* @__PURE__ */ Symbol("nothing");
function toData(document, text) {
  const walk = new Walk(text);
  const root = document.contents;
  if (root === null || (0, import_yaml3.isScalar)(root) && root.value === null)
    walk.tell("file-empty", "The file says nothing.", 0, []);
  else if (!(0, import_yaml3.isMap)(root))
    walk.tell("yaml-root", "The file is not a mapping of fields to values.", root.range[0], []);
  else {
    const data = walk.mapping(root.items, [], 1);
    if (walk.problems.length === 0) return { data, problems: [] };
  }
  return { data: null, problems: walk.problems };
}
var Walk = class {
  problems = [];
  #text;
  constructor(text) {
    this.#text = text;
  }
  tell(code, message, offset, pointer, fix) {
    if (this.problems.length < MOST_PROBLEMS)
      this.problems.push(
        textProblem(code, message, this.#text, offset, fix === void 0 ? { pointer } : { pointer, fix })
      );
  }
  value(node, pointer, depth) {
    if (node === null) return null;
    if ((0, import_yaml3.isScalar)(node)) return this.#scalar(node, pointer);
    const start2 = node.range[0];
    if ((0, import_yaml3.isAlias)(node)) return this.tell("yaml-alias", "Aliases are not allowed.", start2, pointer);
    if (depth > DEEPEST2) return this.tell("yaml-depth", TOO_DEEP, start2, pointer);
    if ((0, import_yaml3.isSeq)(node)) {
      return node.items.map((item, index) => this.value(item, [...pointer, index], depth + 1));
    }
    return (0, import_yaml3.isMap)(node) ? this.mapping(node.items, pointer, depth) : void 0;
  }
  mapping(pairs, pointer, depth) {
    const data = new Mapping();
    for (const pair of pairs) {
      const key = this.#key(pair.key, pointer, data);
      const value = this.value(pair.value, [...pointer, typeof key === "string" ? key : "?"], depth + 1);
      if (typeof key === "string") data[key] = value;
    }
    return data;
  }
  #key(node, parent, data) {
    const start2 = node?.range[0] ?? 0;
    if (node === null || !(0, import_yaml3.isScalar)(node)) {
      this.tell("yaml-complex-key", "A key must be text, not a mapping or list.", start2, parent);
      return NOTHING;
    }
    const { value, source } = node;
    if (typeof value !== "string") {
      const shown = value === null ? "Nothing" : quote(source);
      this.tell("yaml-key-type", `${shown} is not text, and a key must be.`, start2, parent);
      return NOTHING;
    }
    const pointer = [...parent, value];
    if (value === "<<") this.tell("yaml-merge-key", "Merge keys are not allowed.", start2, pointer);
    else if (value === "__proto__")
      this.tell("yaml-key-unsafe", `The key ${quote(value)} is not allowed.`, start2, pointer);
    else if (Object.hasOwn(data, value)) {
      this.tell("yaml-duplicate-key", `${quote(value)} stands twice in this mapping.`, start2, pointer);
    } else {
      this.#characters(value, start2, pointer);
      return value;
    }
    return NOTHING;
  }
  #scalar(node, pointer) {
    const { value, source } = node;
    if (typeof value === "string") {
      this.#characters(value, node.range[0], pointer);
      return value;
    }
    if (typeof value === "number") {
      const safe = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
      if (!safe || !JSON_NUMBER.test(source)) {
        this.tell(
          "yaml-number",
          `${quote(source)} is a number that programs read differently.`,
          node.range[0],
          pointer
        );
      }
      return value;
    }
    if (typeof value === "boolean" || value === null) return value;
    return this.tell(
      "yaml-syntax",
      "This value is neither text, number, true, false nor null.",
      node.range[0],
      pointer
    );
  }
  #characters(value, offset, pointer) {
    const found = forbiddenCharacter(value);
    if (found !== null) this.tell("yaml-character", `${found} is not allowed in a text.`, offset, pointer);
  }
};

// src/book/yaml/read.ts
function readYaml(bytes, limit) {
  if (bytes.byteLength > limit) {
    return { data: null, problems: [textProblem("file-too-large", tooLarge(limit), "", 0)] };
  }
  const plain2 = readPlain(bytes);
  return plain2 ? { data: plain2, problems: [] } : readFully(bytes);
}
function tooLarge(limit) {
  return `The file is larger than ${limit / 1024} KiB.`;
}
function readFully(bytes) {
  const decoded = decode(bytes);
  if ("problem" in decoded) return { data: null, problems: [decoded.problem] };
  const composed = compose(decoded.text);
  if (!composed.document) return { data: null, problems: composed.problems };
  const { data, problems } = toData(composed.document, decoded.text);
  return data ? { data, problems: [] } : { data: null, problems };
}

export {
  extentOf,
  extentOfPath,
  filesNamed,
  readCommitObject,
  writeCommitObject,
  signCommitObject,
  objectId,
  identityOf,
  tryGit,
  runGit,
  gitFailure,
  GitPipe,
  ObjectPipe,
  LARGEST,
  ObjectReader,
  readObject,
  isCommit,
  nearLine,
  requireTop,
  isShallow,
  requireRepository,
  resolveCommit,
  withoutCommonHistory,
  sizeLimit,
  compose,
  readYaml,
  tooLarge
};
