import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  require_dist
} from "./chunk-IGNZ6A6A.js";
import {
  findSecrets
} from "./chunk-IIO7YGNV.js";
import {
  CHECKS,
  GRANT_PATH,
  HOUR,
  SETTINGS_PATH,
  datesOf,
  entitlementPath,
  identify,
  pairOf,
  resolveEntitlement,
  systemPath
} from "./chunk-OFQ3DGI5.js";
import {
  ASSUME_ROLE,
  FROM_OPERATOR,
  MOST_PROBLEMS,
  SECOND,
  TOO_DEEP,
  UNTIL_OPERATOR,
  asciiLower,
  blobId,
  checkAccount,
  checkSettings,
  checkShape,
  checkTarget,
  compile,
  covers,
  isStatement,
  mismatch,
  placeAt,
  principalName,
  quota,
  readBody,
  sentence,
  shapedAccount,
  shapedSettings,
  shapedTarget,
  textProblem,
  uniqueName,
  windowOf
} from "./chunk-SZ7XTPT3.js";
import {
  READING_CODES
} from "./chunk-3PMDYGTO.js";
import {
  InternalError,
  UnableError
} from "./chunk-5SQON4IS.js";
import {
  RESERVED_IDS,
  entitlementName,
  isId,
  plain,
  quote
} from "./chunk-GGIVQ2LZ.js";
import {
  nearest
} from "./chunk-MRFNKC6V.js";
import {
  readInstant,
  writeInstant
} from "./chunk-EZMMBTZM.js";
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

// src/commands/colour.ts
function mayColour({ terminal, environment }) {
  return terminal.out && (environment["NO_COLOR"] ?? "") === "";
}

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
function tryGit(root, args, input) {
  return new Promise((resolve, reject) => {
    const child = spawn("git", gitArguments(root, args), {
      env: gitEnvironment(),
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
      resolve({ status, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString("utf8") });
    });
  });
}
async function runGit(root, args, input) {
  const { status, stdout, stderr } = await tryGit(root, args, input);
  if (status !== 0) throw gitFailure(args, stderr);
  return stdout;
}
function gitFailure(args, stderr) {
  const command = args.find((arg) => !arg.startsWith("-")) ?? "";
  const line = stderr.split("\n").find((text) => text.trim() !== "") ?? "it gave no reason";
  const hint = /dubious ownership/u.test(stderr) ? " Run: git config --global --add safe.directory <the repository>." : "";
  return new UnableError(`git ${command} failed: ${plain(line.trim())}.${hint}`);
}

// src/io/git/revision.ts
async function isShallow(root) {
  const answer = await runGit(root, ["rev-parse", "--is-shallow-repository"]);
  return answer.toString("utf8").trim() === "true";
}
async function resolveCommit(root, revision) {
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

// src/io/git/lazy-map.ts
var LazyMap = class {
  #one;
  #all;
  constructor(one, all) {
    this.#one = one;
    this.#all = all;
  }
  get size() {
    return this.#all().size;
  }
  get(path) {
    return this.#one(path);
  }
  has(path) {
    return this.#one(path) !== void 0;
  }
  forEach(visit) {
    for (const [path, entry] of this.#all()) visit(entry, path, this);
  }
  entries() {
    return this.#all().entries();
  }
  keys() {
    return this.#all().keys();
  }
  values() {
    return this.#all().values();
  }
  [Symbol.iterator]() {
    return this.#all()[Symbol.iterator]();
  }
};

// src/io/git/listing.ts
var SPACE = 32;
var TAB = 9;
var NUL = 0;
var GRANTS = new RegExp(`\\t${GRANT_PATH}\\0`, "gu");
var Listing = class {
  entries;
  #bytes;
  #named = /* @__PURE__ */ new Map();
  #all = null;
  #extent = null;
  constructor(bytes) {
    this.#bytes = bytes;
    this.entries = new LazyMap(
      (path) => this.#find(path),
      () => this.#whole()
    );
  }
  /** All files whose name (the last part of their path) is this one. */
  named(name) {
    let found = this.#named.get(name);
    if (!found) this.#named.set(name, found = this.#search(name));
    return found;
  }
  #search(name) {
    const found = [];
    const needle = Buffer.from(`/${name}\0`, "utf8");
    for (let at = this.#bytes.indexOf(needle); at !== -1; at = this.#bytes.indexOf(needle, at + 1)) {
      found.push(this.#entryAt(this.#startOf(at)).entry);
    }
    return found;
  }
  /** How many files and grants there are, counted in the bytes. */
  extent() {
    if (this.#extent) return this.#extent;
    const text = this.#bytes.toString("latin1");
    const count = (pattern) => text.match(pattern)?.length ?? 0;
    this.#extent = { files: count(/\tgrants\//gu), grants: count(GRANTS) };
    return this.#extent;
  }
  /** All files below a folder (`grants/people/`). */
  under(folder) {
    const prefix = Buffer.from(folder, "utf8");
    const found = [];
    for (let at = this.#lowerBound(prefix); at < this.#bytes.length; ) {
      const { entry, next } = this.#entryAt(at);
      if (!entry.path.startsWith(folder)) break;
      found.push(entry);
      at = next;
    }
    return found;
  }
  #find(path) {
    const at = this.#lowerBound(Buffer.from(path, "utf8"));
    if (at >= this.#bytes.length) return void 0;
    const { entry } = this.#entryAt(at);
    return entry.path === path ? entry : void 0;
  }
  #whole() {
    if (this.#all) return this.#all;
    const all = /* @__PURE__ */ new Map();
    for (let at = 0; at < this.#bytes.length; ) {
      const { entry, next } = this.#entryAt(at);
      all.set(entry.path, entry);
      at = next;
    }
    this.#all = all;
    return all;
  }
  /** Offset of the first record whose path isn't before this one. */
  #lowerBound(path) {
    let low = 0;
    let high = this.#bytes.length;
    while (low < high) {
      const start = this.#startOf(low + high >> 1);
      const tab = this.#bytes.indexOf(TAB, start);
      const end = this.#bytes.indexOf(NUL, tab);
      if (this.#bytes.compare(path, 0, path.length, tab + 1, end) < 0) low = end + 1;
      else high = start;
    }
    return low;
  }
  /** Where the record begins that holds this offset. */
  #startOf(offset) {
    return offset === 0 ? 0 : this.#bytes.lastIndexOf(NUL, offset - 1) + 1;
  }
  #entryAt(start) {
    const bytes = this.#bytes;
    const tab = bytes.indexOf(TAB, start);
    const end = bytes.indexOf(NUL, tab);
    const modeEnd = bytes.indexOf(SPACE, start);
    const blobStart = bytes.indexOf(SPACE, modeEnd + 1) + 1;
    const mode = bytes.toString("latin1", start, modeEnd);
    const entry = {
      path: bytes.toString("utf8", tab + 1, end),
      mode: MODES.get(mode) ?? mode,
      blob: bytes.toString("latin1", blobStart, tab),
      // git would have to open every object to tell.
      size: null
    };
    return { entry, next: end + 1 };
  }
};
var MODES = new Map(
  ["100644", "100755", "120000", "160000"].map((mode) => [mode, mode])
);

// src/book/builder.ts
var BookBuilder = class {
  #tree;
  #settings = null;
  #people = /* @__PURE__ */ new Map();
  #workloads = /* @__PURE__ */ new Map();
  #systems = /* @__PURE__ */ new Map();
  #entitlements = /* @__PURE__ */ new Map();
  #grants = /* @__PURE__ */ new Map();
  #ofSubject = /* @__PURE__ */ new Map();
  #ofEntitlement = /* @__PURE__ */ new Map();
  #rules = /* @__PURE__ */ new Map();
  #exceptions = /* @__PURE__ */ new Map();
  #suspensions = /* @__PURE__ */ new Map();
  #outOfBand = /* @__PURE__ */ new Map();
  #retrospectives = /* @__PURE__ */ new Map();
  #invalid = /* @__PURE__ */ new Map();
  constructor(tree) {
    this.#tree = tree;
  }
  /** Names a path that exists but does not count. */
  refuse(path, identity) {
    this.#invalid.set(path, identity);
  }
  /** Adds one file whose data has the shape of its kind. */
  add(entry, identity, bytes, data) {
    const { path } = entry;
    const blob = entry.blob ?? blobId(bytes);
    const made = (id) => ({
      id,
      path,
      blob,
      data: shaped(data)
    });
    switch (identity.kind) {
      case "settings":
        this.#settings = made("grantbook");
        return;
      case "person":
        this.#people.set(identity.id, made(identity.id));
        return;
      case "workload":
        this.#workloads.set(identity.id, made(identity.id));
        return;
      case "rule":
        this.#rules.set(identity.id, made(identity.id));
        return;
      case "exception":
        this.#exceptions.set(identity.id, made(identity.id));
        return;
      case "system":
        this.#systems.set(identity.id, made(identity.id));
        return;
      case "suspension":
        this.#suspensions.set(identity.id, made(identity.id));
        return;
      case "entitlement": {
        const name = entitlementName(identity.system, identity.id);
        this.#entitlements.set(name, { ...made(identity.id), system: identity.system, name });
        return;
      }
      case "out-of-band":
        this.#outOfBand.set(path, { ...made(identity.name), system: identity.system });
        return;
      case "retrospective": {
        const { system, entitlement, subject, start } = identity;
        this.#retrospectives.set(path, {
          ...made(`${subject}.${start}`),
          system,
          entitlement,
          subject,
          start
        });
        return;
      }
      case "grant":
      case "emergency":
        this.#addGrant(path, blob, identity, shaped(data));
    }
  }
  #addGrant(path, blob, identity, data) {
    const grant = {
      kind: identity.kind,
      path,
      blob,
      system: identity.system,
      entitlement: identity.entitlement,
      name: entitlementName(identity.system, identity.entitlement),
      subject: identity.subject,
      reason: data.reason,
      expires: readInstant(data.expires, "end"),
      starts: data.starts === void 0 ? null : readInstant(data.starts, "start"),
      hasStarts: data.starts !== void 0,
      ticket: data.ticket ?? null,
      requester: data.requester ?? null,
      task: data.task ?? null,
      incident: data.incident ?? null
    };
    this.#grants.set(path, grant);
    append(this.#ofSubject, grant.subject, grant);
    append(this.#ofEntitlement, grant.name, grant);
  }
  /** The book of everything added so far. */
  finish() {
    return {
      tree: this.#tree,
      settings: this.#settings,
      people: this.#people,
      workloads: this.#workloads,
      systems: this.#systems,
      entitlements: this.#entitlements,
      grants: this.#grants,
      grantsOfSubject: this.#ofSubject,
      grantsOfEntitlement: this.#ofEntitlement,
      rules: this.#rules,
      exceptions: this.#exceptions,
      suspensions: this.#suspensions,
      outOfBand: this.#outOfBand,
      retrospectives: this.#retrospectives,
      invalid: this.#invalid
    };
  }
};
function shaped(data) {
  return data;
}
function append(lists, key, value) {
  const list2 = lists.get(key);
  if (list2) list2.push(value);
  else lists.set(key, [value]);
}

// src/book/size-limit.ts
var KIB = 1024;
function sizeLimit(kind) {
  return kind === "rule" ? 64 * KIB : kind === "out-of-band" ? 256 * KIB : 16 * KIB;
}

// src/book/unknown-path.ts
var FOLDERS = [
  "people",
  "workloads",
  "rules",
  "exceptions",
  "systems",
  "emergency",
  "suspensions",
  "out-of-band",
  "retrospectives"
];
var ID_RULE = 'Ids are small letters, digits and "-", at most 63, beginning with a letter or digit.';
function explainUnknownPath(path) {
  const parts = path.split("/").slice(1);
  const name = parts.at(-1) ?? "";
  const folder = parts.length > 1 ? parts[0] ?? "" : "";
  if (folder === "") {
    return {
      message: `${quote(name)} is not a file that belongs directly into "grants/".`,
      fix: "Only grantbook.yaml stands there. Move it to the folder of its kind, or remove it."
    };
  }
  if (!FOLDERS.includes(folder)) {
    const meant = nearest(folder, FOLDERS);
    return {
      message: `There is no folder "grants/${plainFolder(folder)}".`,
      fix: meant === null ? `The folders are: ${FOLDERS.join(", ")}.` : `Did you mean "grants/${meant}/"?`
    };
  }
  if (!name.endsWith(".yaml")) {
    const yml = name.endsWith(".yml");
    return {
      message: `${quote(name)} does not end with ".yaml".`,
      fix: yml ? `Rename it to ${quote(`${name.slice(0, -4)}.yaml`)}.` : 'Only ".yaml" files belong under "grants/". Move it elsewhere, or remove it.'
    };
  }
  return explainName(folder, parts.slice(1, -1), name.slice(0, -".yaml".length));
}
function plainFolder(folder) {
  return quote(folder).slice(1, -1);
}
function explainName(folder, between, name) {
  const bad = between.find((part) => !isId(part));
  if (bad !== void 0) return { message: `The folder ${quote(bad)} is not an id.`, fix: ID_RULE };
  const simple = !["out-of-band", "retrospectives"].includes(folder);
  if (simple && RESERVED_IDS.has(name) && !(folder === "systems" && between.length > 0)) {
    return { message: `${quote(name)} is a reserved name and can't be an id.`, fix: "Choose another id." };
  }
  if (simple && !isId(name) && !RESERVED_IDS.has(name))
    return { message: `${quote(name)} is not an id.`, fix: ID_RULE };
  return {
    message: `No kind of file has this path.`,
    fix: SHAPES[folder] ?? "Move it to where its kind belongs, or remove it."
  };
}
var SHAPES = {
  systems: "Files here are <system>/system.yaml, <system>/<entitlement>/entitlement.yaml and <system>/<entitlement>/<subject>.yaml.",
  emergency: "Files here are <system>/<entitlement>/<subject>.yaml.",
  suspensions: "Files here are <subject>.yaml, without subfolders.",
  "out-of-band": "Files here are <system>/<type>.<principal>-<8 hex digits>.yaml, and are written by Grantbook.",
  retrospectives: "Files here are <system>/<entitlement>/<subject>.<start as 20261121T0310Z>.yaml."
};

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

// src/book/yaml/plain.ts
var DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
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
    text = DECODER.decode(bytes);
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
    const data = /* @__PURE__ */ Object.create(null);
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
    const data = /* @__PURE__ */ Object.create(null);
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
    const start = this.#at;
    const match = this.#sticky(pattern);
    if (match?.[1]?.length === indent) return match;
    this.#at = start;
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
var DECODER2 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var LENIENT = new TextDecoder("utf-8", { ignoreBOM: true });
var FORBIDDEN = new RegExp("[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]|\\r(?!\\n)|\\p{Surrogate}", "u");
var ASCII_ONLY = /^[\t\n\u0020-\u007e]*$/u;
function decode(bytes) {
  let text;
  try {
    text = DECODER2.decode(bytes);
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
    const start = node.range[0];
    if ((0, import_yaml3.isAlias)(node)) return this.tell("yaml-alias", "Aliases are not allowed.", start, pointer);
    if (depth > DEEPEST2) return this.tell("yaml-depth", TOO_DEEP, start, pointer);
    if ((0, import_yaml3.isSeq)(node)) {
      return node.items.map((item, index) => this.value(item, [...pointer, index], depth + 1));
    }
    return (0, import_yaml3.isMap)(node) ? this.mapping(node.items, pointer, depth) : void 0;
  }
  mapping(pairs, pointer, depth) {
    const data = /* @__PURE__ */ Object.create(null);
    for (const pair of pairs) {
      const key = this.#key(pair.key, pointer, data);
      const value = this.value(pair.value, [...pointer, typeof key === "string" ? key : "?"], depth + 1);
      if (typeof key === "string") data[key] = value;
    }
    return data;
  }
  #key(node, parent, data) {
    const start = node?.range[0] ?? 0;
    if (node === null || !(0, import_yaml3.isScalar)(node)) {
      this.tell("yaml-complex-key", "A key must be text, not a mapping or list.", start, parent);
      return NOTHING;
    }
    const { value, source } = node;
    if (typeof value !== "string") {
      const shown = value === null ? "Nothing" : quote(source);
      this.tell("yaml-key-type", `${shown} is not text, and a key must be.`, start, parent);
      return NOTHING;
    }
    const pointer = [...parent, value];
    if (value === "<<") this.tell("yaml-merge-key", "Merge keys are not allowed.", start, pointer);
    else if (value === "__proto__")
      this.tell("yaml-key-unsafe", `The key ${quote(value)} is not allowed.`, start, pointer);
    else if (Object.hasOwn(data, value)) {
      this.tell("yaml-duplicate-key", `${quote(value)} stands twice in this mapping.`, start, pointer);
    } else {
      this.#characters(value, start, pointer);
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

// src/book/file-problems.ts
var LONGEST_PATH = 400;
var ENCODER = new TextEncoder();
function fileProblem(code, file, message, fix = READING_CODES[code].fix) {
  return { code, severity: "error", message, fix, file, pointer: [], at: { line: 1, column: 1 } };
}
function judgeEntry(entry, identity) {
  const { path, mode, size } = entry;
  if (path.length > LONGEST_PATH / 3 && ENCODER.encode(path).length > LONGEST_PATH) {
    return fileProblem("path-too-long", path, `The path is longer than ${LONGEST_PATH} bytes.`);
  }
  if (mode === "120000") return fileProblem("file-symlink", path, "This is a symbolic link.");
  if (mode === "160000") return fileProblem("file-submodule", path, "This is a submodule.");
  if (mode !== "100644" && mode !== "100755")
    return fileProblem("file-special", path, "This is not a regular file.");
  if (!identity) {
    const { message, fix } = explainUnknownPath(path);
    return fileProblem("file-unknown", path, message, fix);
  }
  const limit = sizeLimit(identity.kind);
  if (size !== null && size > limit) return fileProblem("file-too-large", path, tooLarge(limit));
  return null;
}

// src/book/duplicates.ts
function findDuplicates(files, has) {
  const claims = /* @__PURE__ */ new Map();
  for (const [path, identity] of files) {
    const key = claimOf(path, identity);
    if (key === null) continue;
    const others = claims.get(key);
    if (others) others.push(path);
    else claims.set(key, key !== path && has(key) ? [key, path] : [path]);
  }
  const problems = /* @__PURE__ */ new Map();
  for (const paths of claims.values()) {
    if (paths.length > 1) for (const path of paths) problems.set(path, duplicate(path, paths));
  }
  return problems;
}
function claimOf(path, identity) {
  switch (identity.kind) {
    case "person":
    case "workload":
      return `subject ${identity.id}`;
    case "rule":
    case "exception":
      return `${identity.kind} ${identity.id}`;
    case "grant":
    case "emergency": {
      const folder = identity.kind === "grant" ? "systems" : "emergency";
      const flat = `grants/${folder}/${identity.system}/${identity.entitlement}/${identity.subject}.yaml`;
      return flat === path ? null : flat;
    }
    case "settings":
    case "system":
    case "entitlement":
    case "suspension":
    case "out-of-band":
    case "retrospective":
      return null;
    default:
      return identity;
  }
}
function duplicate(path, paths) {
  const others = paths.filter((other) => other !== path);
  const shown = others.slice(0, 3).join(", ");
  const message = `This id is given by ${others.length === 1 ? "another file" : `${others.length} other files`} too: ${shown}. None of them counts.`;
  return {
    ...fileProblem("id-duplicate", path, message),
    related: others.slice(0, 10).map((file) => ({ file, pointer: [], message: "The same id." }))
  };
}

// src/book/secret-problems.ts
var DECODER3 = new TextDecoder("utf-8", { ignoreBOM: true });
function secretProblems(file, bytes) {
  const text = DECODER3.decode(bytes);
  return findSecrets(text).map(({ index, what }) => ({
    code: "secret-found",
    severity: "error",
    message: `This looks like ${what}. Nothing of this file is read.`,
    fix: READING_CODES["secret-found"].fix,
    file,
    pointer: [],
    at: placeAt(text, index)
  }));
}

// src/book/load.ts
function load(tree, contents, paths) {
  const loading = new Loading(tree, paths);
  for (const file of loading.wanted) loading.take(file, contents.get(file.entry.path));
  return loading.finish();
}
var Loading = class {
  /** Every file to give to {@link Loading.take}, sorted by path. The others are refused by their paths alone. */
  wanted;
  #builder;
  #problems = [];
  constructor(tree, paths) {
    this.#builder = new BookBuilder(tree);
    const files = paths ? chosen(tree, paths) : governed(tree);
    const duplicates = findDuplicates(
      identified(paths ? withNamesakes(tree, files) : files),
      (path) => tree.entries.has(path)
    );
    const wanted = [];
    for (const [entry, identity] of files) {
      const problem = judgeEntry(entry, identity) ?? duplicates.get(entry.path);
      if (problem || !identity) this.#refuse(entry, identity, problem ? [problem] : []);
      else wanted.push({ entry, identity });
    }
    this.wanted = wanted;
  }
  /** Takes the bytes of one file; undefined if it could not be read. They aren't kept. */
  take({ entry, identity }, bytes) {
    const problems = readInto(this.#builder, entry, identity, bytes);
    if (problems.length > 0) this.#refuse(entry, identity, problems);
  }
  finish() {
    const problems = this.#problems.toSorted((a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
    return { book: this.#builder.finish(), problems };
  }
  #refuse(entry, identity, problems) {
    this.#builder.refuse(entry.path, identity);
    this.#problems.push(...problems);
  }
};
function governed(tree) {
  const files = [];
  for (const entry of tree.entries.values())
    if (isGoverned(entry.path)) files.push([entry, identify(entry.path)]);
  return files;
}
function chosen(tree, paths) {
  const files = [];
  for (const path of [...paths].toSorted()) {
    const entry = tree.entries.get(path);
    if (entry && isGoverned(path)) files.push([entry, identify(path)]);
  }
  return files;
}
function* withNamesakes(tree, files) {
  const names = new Set(files.map(([entry]) => entry.path.slice(entry.path.lastIndexOf("/") + 1)));
  for (const name of names) {
    for (const entry of filesNamed(tree, name))
      if (isGoverned(entry.path)) yield [entry, identify(entry.path)];
  }
}
function isGoverned(path) {
  return path === "grants" || path.startsWith("grants/");
}
function* identified(files) {
  for (const [entry, identity] of files) if (identity) yield [entry.path, identity];
}
function readInto(builder, entry, identity, bytes) {
  const { path } = entry;
  if (!bytes) return [fileProblem("file-unreadable", path, "The file exists but could not be read.")];
  const secrets = secretProblems(path, bytes);
  if (secrets.length > 0) return secrets;
  const { data, problems } = readYaml(bytes, sizeLimit(identity.kind));
  if (!data) return problems.map((problem) => ({ ...problem, severity: "error", file: path }));
  const misfits = checkShape(identity.kind, data);
  if (misfits.length > 0) {
    return misfits.map(({ code, message, fix, pointer, atKey }) => ({
      code,
      severity: "error",
      message,
      fix,
      file: path,
      pointer,
      ...atKey ? { atKey } : {}
    }));
  }
  builder.add(entry, identity, bytes, data);
  return [];
}

// src/io/git/cat-file.ts
import { spawn as spawn2 } from "node:child_process";
var LF = 10;
var OBJECT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u;
var LARGEST = 256 * 1024;
var TOO_LARGE = Buffer.alloc(LARGEST + 1);
var ObjectReader = class {
  #root;
  #pipe = null;
  #last = Promise.resolve();
  constructor(root) {
    this.#root = root;
  }
  /**
   * The bytes of blobs by id. One that is missing, or isn't a blob, is absent from the answer. Throws UnableError if
   * git fails.
   */
  read(ids) {
    const answer = this.#last.then(() => this.#read([...new Set(ids)]));
    this.#last = answer.catch(() => void 0);
    return answer;
  }
  /** Ends the process. */
  close() {
    this.#pipe?.close();
    this.#pipe = null;
  }
  async #read(ids) {
    for (const id of ids)
      if (!OBJECT_ID.test(id)) throw new InternalError("cat-file is given object ids only");
    const answer = /* @__PURE__ */ new Map();
    let asked = 0;
    for (const [index, id] of ids.entries()) {
      const pipe = this.#pipe ??= new Pipe(this.#root);
      if (asked <= index) {
        pipe.write(`${ids.slice(index).join("\n")}
`);
        asked = ids.length;
      }
      const [found = "", type = "", size = ""] = (await pipe.line()).split(" ");
      if (type === "missing" || type === "ambiguous") continue;
      if (found !== id) throw new UnableError("git cat-file answered something else than was asked.");
      if (Number(size) > LARGEST) {
        this.close();
        asked = 0;
        if (type === "blob") answer.set(id, TOO_LARGE);
        continue;
      }
      const bytes = await pipe.take(Number(size) + 1);
      if (type === "blob") answer.set(id, bytes.subarray(0, -1));
    }
    return answer;
  }
};
var Pipe = class {
  #child;
  #stderr = [];
  #buffer = Buffer.alloc(0);
  #chunks = [];
  #held = 0;
  #wanted = 0;
  #wake = null;
  #ended = null;
  constructor(root) {
    this.#child = spawn2("git", gitArguments(root, ["cat-file", "--batch"]), {
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
      () => this.#end(gitFailure(["cat-file"], Buffer.concat(this.#stderr).toString("utf8")))
    );
    this.#child.stdin?.on("error", () => void 0);
  }
  write(text) {
    this.#child.stdin?.write(text);
  }
  close() {
    this.#child.stdin?.end();
    this.#child.stdout?.destroy();
    this.#child.kill();
  }
  async line() {
    let end = this.#buffer.indexOf(LF);
    while (end === -1) {
      await this.#more(1);
      end = this.#buffer.indexOf(LF);
    }
    const line = this.#buffer.toString("latin1", 0, end);
    this.#buffer = this.#buffer.subarray(end + 1);
    return line;
  }
  async take(size) {
    if (this.#buffer.length < size) await this.#more(size - this.#buffer.length);
    const taken = this.#buffer.subarray(0, size);
    this.#buffer = this.#buffer.subarray(size);
    return taken;
  }
  /** Waits until at least so many more bytes are there. */
  async #more(size) {
    this.#wanted = size;
    while (this.#held < size) {
      if (this.#ended) throw this.#ended;
      await new Promise((resolve) => this.#wake = resolve);
    }
    this.#buffer = Buffer.concat([this.#buffer, ...this.#chunks]);
    this.#chunks = [];
    this.#held = 0;
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

// src/io/git/overlay.ts
var Overlay = class {
  entries;
  #under;
  #changes;
  constructor(under, changes) {
    this.#under = under;
    this.#changes = new Map(changes.map((change) => [change.path, change.after]));
    this.entries = new LazyMap(
      (path) => {
        const changed = this.#changes.get(path);
        return changed === void 0 ? under.entries.get(path) : changed ?? void 0;
      },
      () => this.#whole()
    );
  }
  /** All files with this name, sorted by path. */
  named(name) {
    const ending = `/${name}`;
    const changed = [...this.#changes.values()].filter(
      (entry) => entry !== null && entry.path.endsWith(ending)
    );
    const kept = filesNamed(this.#under, name).filter((entry) => !this.#changes.has(entry.path));
    return sorted([...kept, ...changed.filter((entry) => entry !== null)]);
  }
  /** How many files and grants there are: those of the other tree, and what the changes put in or take away. */
  extent() {
    let { files, grants } = extentOf(this.#under);
    for (const [path, after] of this.#changes) {
      const one = extentOfPath(path);
      const more = (after ? 1 : 0) - (this.#under.entries.has(path) ? 1 : 0);
      files += more * one.files;
      grants += more * one.grants;
    }
    return { files, grants };
  }
  #whole() {
    const kept = [...this.#under.entries.values()].filter((entry) => !this.#changes.has(entry.path));
    const changed = [...this.#changes.values()].filter((entry) => entry !== null);
    return new Map(sorted([...kept, ...changed]).map((entry) => [entry.path, entry]));
  }
};
function sorted(entries) {
  return entries.toSorted((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

// src/io/git/root.ts
async function requireTop(root) {
  const up = (await runGit(root, ["rev-parse", "--show-cdup"])).toString("utf8").trim();
  if (up !== "")
    throw new UnableError(`${plain(root)} is inside a repository but not its top. Name the top with --root.`);
}

// src/io/git/tree.ts
var GOVERNED = ["grants", ".github/CODEOWNERS"];
async function treeListing(root, id) {
  return new Listing(await runGit(root, ["ls-tree", "-r", "-z", "--full-tree", id, "--", ...GOVERNED]));
}

// src/io/git/working-tree.ts
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync
} from "node:fs";
import { join } from "node:path";
var READ_AT_MOST = 256 * 1024 + 1;
var LONGEST2 = 1e3;
function workingTree(root) {
  const entries = /* @__PURE__ */ new Map();
  for (const path of GOVERNED.toSorted()) {
    const stats = look(root, path);
    if (stats?.isDirectory()) list(root, path, entries);
    else if (stats) put(entries, path, stats);
  }
  return { entries };
}
function look(root, path) {
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false }) ?? null;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}
function list(root, folder, entries) {
  let found;
  try {
    found = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (cause) {
    throw unreadable(folder, cause);
  }
  if (found.some((entry) => entry.name === ".git")) {
    entries.set(folder, { path: folder, mode: "160000", blob: null, size: null });
    return;
  }
  const names = found.map((entry) => ({ entry, key: entry.isDirectory() ? `${entry.name}/` : entry.name }));
  names.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  for (const { entry } of names) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && path.length > LONGEST2)
      entries.set(path, { path, mode: "040000", blob: null, size: null });
    else if (entry.isDirectory()) list(root, path, entries);
    else put(entries, path, entry);
  }
}
function put(entries, path, kind) {
  entries.set(path, { path, mode: modeOf(kind), blob: null, size: null });
}
function modeOf(kind) {
  return kind.isSymbolicLink() ? "120000" : kind.isFile() ? "100644" : "000000";
}
function unreadable(path, cause) {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
  return new UnableError(
    `${plain(path)} can’t be read (${code}). Nothing is judged, because unreadable is not empty.`,
    { cause }
  );
}
var WorkingContents = class {
  #root;
  #buffer = Buffer.allocUnsafe(READ_AT_MOST);
  constructor(root) {
    this.#root = root;
  }
  get(path) {
    let file;
    try {
      file = openSync(
        `${this.#root}/${path}`,
        constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
      );
    } catch {
      return void 0;
    }
    try {
      let length = 0;
      for (; ; ) {
        const read = readSync(file, this.#buffer, length, READ_AT_MOST - length, null);
        length += read;
        if (read === 0 || length === READ_AT_MOST) break;
        if (length < 4096) {
          if (fstatSync(file).size === length) break;
        }
      }
      return this.#buffer.subarray(0, length);
    } catch {
      return void 0;
    } finally {
      closeSync(file);
    }
  }
};

// src/io/source.ts
var PORTION = 2e3;
function openWorkingTree(root) {
  return new Mixed(root, workingTree(root), null);
}
async function openCommit(root, revision) {
  return openResolved(root, await resolveCommit(root, revision));
}
async function openResolved(root, commit) {
  const [listing] = await Promise.all([treeListing(root, commit), requireTop(root)]);
  return new Mixed(root, listing, commit);
}
function openChanged(root, source, changes) {
  return new Mixed(root, new Overlay(source.tree, changes), null);
}
var Mixed = class {
  tree;
  commit;
  #working;
  #objects;
  constructor(root, tree, commit) {
    this.tree = tree;
    this.commit = commit;
    this.#working = new WorkingContents(root);
    this.#objects = new ObjectReader(root);
  }
  async load(paths) {
    const loading = new Loading(this.tree, paths);
    const fetch = (start) => {
      const files = loading.wanted.slice(start, start + PORTION);
      return this.#objects.read(files.flatMap(({ entry }) => entry.blob ?? []));
    };
    let next = fetch(0);
    for (let start = 0; start < loading.wanted.length; start += PORTION) {
      const blobs = await next;
      next = fetch(start + PORTION);
      for (const file of loading.wanted.slice(start, start + PORTION)) {
        const { blob, path } = file.entry;
        loading.take(file, blob === null ? this.#working.get(path) : blobs.get(blob));
      }
    }
    await next;
    return loading.finish();
  }
  async bytes(path) {
    const entry = this.tree.entries.get(path);
    if (!entry || !isRegular(entry)) return null;
    if (entry.blob !== null) return (await this.#objects.read([entry.blob])).get(entry.blob) ?? null;
    const bytes = this.#working.get(path);
    return bytes ? Uint8Array.from(bytes) : null;
  }
  close() {
    this.#objects.close();
  }
};
function isRegular(entry) {
  return entry.mode === "100644" || entry.mode === "100755";
}

// src/io/git/changes.ts
import { lstatSync as lstatSync2 } from "node:fs";
import { join as join2 } from "node:path";
var ABSENT = "000000";
var UNKNOWN_OBJECT = /^0+$/u;
async function changedPaths(root, before, after) {
  const raw = await runGit(root, [
    "diff-tree",
    "-r",
    "-z",
    "--raw",
    "--no-renames",
    "--no-abbrev",
    before,
    after,
    "--",
    ...GOVERNED
  ]);
  return parseRaw(raw);
}
async function workingChanges(root, commit) {
  const [raw, listing] = await Promise.all([
    runGit(root, ["diff-index", "-z", "--raw", "--no-renames", "--no-abbrev", commit, "--", ...GOVERNED]),
    runGit(root, ["ls-files", "-z", "-v", "--cached", "--others", "--", ...GOVERNED])
  ]);
  refuseHidden(listing);
  const changes = new Map(parseRaw(raw).map((change) => [change.path, change]));
  for (const name of untracked(listing)) {
    const after = untrackedEntry(root, name);
    if (after)
      changes.set(after.path, { path: after.path, before: changes.get(after.path)?.before ?? null, after });
  }
  return [...changes.values()].toSorted((a, b) => a.path < b.path ? -1 : 1);
}
function* untracked(listing) {
  for (let at = 0; listing.toString("latin1", at, at + 2) === "? "; ) {
    const end = listing.indexOf(0, at);
    yield listing.toString("utf8", at + 2, end);
    at = end + 1;
  }
}
function untrackedEntry(root, name) {
  const path = name.replace(/\/$/u, "");
  if (path !== name) return { path, mode: "160000", blob: null, size: null };
  const stats = lstatSync2(join2(root, path), { throwIfNoEntry: false });
  if (!stats) return null;
  return { path, mode: modeOf(stats), blob: null, size: null };
}
function refuseHidden(listing) {
  const tags = ["S", "s", "h", "m", "r", "c", "k"];
  const starts = tags.map(
    (tag) => listing.toString("latin1", 0, 2) === `${tag} ` ? 0 : listing.indexOf(`\0${tag} `) + 1 || -1
  );
  const first = starts.filter((start) => start !== -1).toSorted((a, b) => a - b)[0];
  if (first === void 0) return;
  const path = listing.toString("utf8", first + 2, listing.indexOf(0, first));
  throw new UnableError(
    `git is told to overlook ${plain(path)} (assume-unchanged, skip-worktree or a sparse checkout). Undo that, or name a commit with --head.`
  );
}
function parseRaw(raw) {
  const fields = splitNul(raw);
  const changes = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [modeBefore = "", modeAfter = "", blobBefore = "", blobAfter = ""] = (fields[index] ?? "").slice(1).split(" ");
    const path = fields[index + 1] ?? "";
    changes.push({
      path,
      before: side(path, modeBefore, blobBefore),
      after: side(path, modeAfter, blobAfter)
    });
  }
  return changes.toSorted((a, b) => a.path < b.path ? -1 : 1);
}
function side(path, mode, blob) {
  if (mode === ABSENT || mode === "") return null;
  return { path, mode, blob: UNKNOWN_OBJECT.test(blob) ? null : blob, size: null };
}
function splitNul(bytes) {
  const parts = bytes.toString("utf8").split("\0");
  parts.pop();
  return parts;
}

// src/io/git/merge-tree.ts
var DEFAULTS = [
  "merge.renames=true",
  "merge.directoryRenames=conflict",
  "merge.renormalize=false",
  "merge.default=text"
];
async function mergeTree(root, base, head) {
  const places = await runGit(root, [
    "rev-parse",
    "--path-format=absolute",
    "--git-dir",
    "--git-path",
    "objects"
  ]);
  const [folder = "", nowhere = ""] = places.toString("utf8").split("\n");
  const settings = DEFAULTS.flatMap((setting) => ["-c", setting]);
  const call = ["merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", base, head];
  const args = [`--git-dir=${folder}`, `--work-tree=${nowhere}`, ...settings, ...call];
  const { status, stdout, stderr } = await tryGit(nowhere, args);
  if (status === 0 || status === 1) {
    const [tree = "", ...conflicts] = splitNul(stdout);
    return { tree, conflicts: [...new Set(conflicts)].toSorted() };
  }
  if (/unrelated histories/u.test(stderr)) throw await withoutCommonHistory(root);
  if (/usage: git merge-tree/u.test(stderr))
    throw new UnableError("git is too old to merge in memory. Install git 2.38 or newer.");
  throw gitFailure(call, stderr);
}

// src/io/compare.ts
async function compareWorking(root, base) {
  const commit = await resolveCommit(root, base);
  const [source, changes] = await Promise.all([openResolved(root, commit), workingChanges(root, commit)]);
  return { base: source, head: openChanged(root, source, changes), changes, conflicts: [] };
}
async function compareMerge(root, base, head) {
  const [into, from] = await Promise.all([resolveCommit(root, base), resolveCommit(root, head)]);
  const [source, merged] = await Promise.all([openResolved(root, into), mergeTree(root, into, from)]);
  const changes = await changedPaths(root, into, merged.tree);
  return { base: source, head: openChanged(root, source, changes), changes, conflicts: merged.conflicts };
}

// src/io/load.ts
async function loadBook(root, which, paths) {
  const source = which.kind === "working" ? openWorkingTree(root) : await openCommit(root, which.revision);
  try {
    requireGrants(source);
    return { ...await source.load(paths), source };
  } catch (error) {
    source.close();
    throw error;
  }
}
function requireGrants(source) {
  for (const path of source.tree.entries.keys()) if (path === "grants" || path.startsWith("grants/")) return;
  const where = source.commit === null ? "here" : `in commit ${source.commit.slice(0, 12)}`;
  throw new UnableError(
    `There are no files under grants/ ${where}. Name the repository with --root, or begin with grants/grantbook.yaml`
  );
}

// src/connectors/aws-iam/meaning.ts
function meaning(before, after) {
  const [old, now] = [
    before.filter(isStatement).flatMap(permissions),
    after.filter(isStatement).flatMap(permissions)
  ];
  const [left, joined] = [groups(before), groups(after)];
  return {
    possible: sorted2([
      ...now.flatMap((each) => remainder(each, old)),
      ...joined.filter((group) => !left.includes(group))
    ]),
    noLonger: sorted2([
      ...old.flatMap((each) => remainder(each, now)),
      ...left.filter((group) => !joined.includes(group))
    ])
  };
}
function groups(pieces) {
  return pieces.filter((piece) => !isStatement(piece)).map((piece) => `membership of ${piece.id}`);
}
function permissions(piece) {
  const { Action, Resource, Condition } = readBody(piece);
  const window = windowOf(piece);
  if (!window) return [];
  const { [UNTIL_OPERATOR]: _until, [FROM_OPERATOR]: _from, ...rest } = Condition;
  const conditions = Object.keys(rest).length === 0 ? "" : JSON.stringify(rest);
  return [Action].flat().flatMap(
    (action) => [Resource].flat().map((resource) => ({
      action,
      resource,
      conditions,
      from: window.from ?? Number.NEGATIVE_INFINITY,
      until: window.until
    }))
  );
}
function remainder(one, others) {
  const covering = others.filter(
    (other) => covers(asciiLower(other.action), asciiLower(one.action)) && covers(other.resource, one.resource) && (other.conditions === "" || other.conditions === one.conditions)
  ).toSorted((a, b) => a.from - b.from);
  const gaps = [];
  let reached = one.from;
  for (const { from, until } of covering) {
    if (from > reached && reached < one.until) gaps.push({ from: reached, until: Math.min(from, one.until) });
    reached = Math.max(reached, until);
  }
  if (reached < one.until) gaps.push({ from: reached, until: one.until });
  return gaps.map((gap) => words(one, gap));
}
function words({ action, resource, conditions }, { from, until }) {
  const start = Number.isFinite(from) ? ` from ${writeInstant(from)}` : "";
  return `${action} on ${resource}${conditions === "" ? "" : ` if ${conditions}`}${start} until ${writeInstant(until)}`;
}
function sorted2(lines) {
  return [...new Set(lines)].toSorted();
}

// src/connectors/aws-iam/core.ts
var awsIamCore = {
  name: "aws-iam",
  checkSettings,
  checkTarget,
  checkAccount,
  principalOf: (account) => principalName(shapedAccount(account)),
  uniqueNameOf: (account) => uniqueName(shapedAccount(account)),
  identityOf: (settings) => shapedSettings(settings).account,
  enforcementOf: (target) => "group" in shapedTarget(target) ? "job" : "target",
  mismatch,
  compile,
  quota,
  meaning,
  // A date stops new sessions of a role, not one that is open. Direct statements are judged at every request.
  sessionTail: (piece) => isStatement(piece) && readBody(piece).Action === ASSUME_ROLE ? HOUR : 0,
  windowOf
};

// src/connectors/aws-iam/index.ts
var awsIam = {
  core: awsIamCore,
  endpoints: (_system, environment) => ["IAM", "STS"].map(
    (service) => environment[`AWS_ENDPOINT_URL_${service}`] ?? environment["AWS_ENDPOINT_URL"] ?? null
  ),
  async open(system, ports) {
    const { openSession } = await import("./session-NJGX5NFK.js");
    return openSession(system, ports);
  }
};

// src/commands/connectors.ts
var CONNECTORS = /* @__PURE__ */ new Map([[awsIamCore.name, awsIam]]);
var CORES = new Map(
  [...CONNECTORS].map(([name, { core }]) => [name, core])
);

// src/commands/total-history.ts
var MANY = 500;
function limitedEntitlements(book, isAdded) {
  const names = /* @__PURE__ */ new Set();
  for (const { name, path } of book.grants.values()) {
    if (names.has(name) || !isAdded(path)) continue;
    if ((resolveEntitlement(book, name)?.terms?.maxTotal ?? null) !== null) names.add(name);
  }
  return names;
}
async function readHistory(root, commit, names) {
  const steps = (await stepsOf(root, commit, names)).filter((step) => names.has(step.name));
  const reader = new ObjectReader(root);
  try {
    const blobs = await reader.read(steps.flatMap((step) => step.blob ?? []));
    return { complete: true, versions: versionsOf(steps, blobs) };
  } finally {
    reader.close();
  }
}
var COMMIT = /^\n?\u0001(\d+)$/u;
async function stepsOf(root, commit, names) {
  const folders = [...names].flatMap((name) => [`grants/systems/${name}`, `grants/emergency/${name}`]);
  const raw = await runGit(root, [
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    "--reverse",
    "--root",
    "--raw",
    "-r",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--format=%x01%ct",
    "--end-of-options",
    commit,
    "--",
    ...folders.length > MANY ? ["grants/systems", "grants/emergency"] : folders
  ]);
  const steps = [];
  let at = 0;
  const fields = raw.toString("utf8").split("\0");
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] ?? "";
    const heading = COMMIT.exec(field);
    if (heading) at = Math.max(at, Number(heading[1]) * 1e3);
    const change = /^\n?:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) /u.exec(field);
    if (!change) continue;
    const path = fields[++index] ?? "";
    const identity = identify(path);
    if (identity?.kind !== "grant" && identity?.kind !== "emergency") continue;
    const name = entitlementName(identity.system, identity.entitlement);
    steps.push({
      path,
      name,
      subject: identity.subject,
      at,
      blob: change[1] === "000000" ? null : change[2] ?? null
    });
  }
  return steps;
}
function versionsOf(steps, blobs) {
  const versions = /* @__PURE__ */ new Map();
  const current = /* @__PURE__ */ new Map();
  for (const step of steps) {
    const key = pairOf(step.subject, step.name);
    const list2 = versions.get(key) ?? [];
    versions.set(key, list2);
    const open = current.get(step.path);
    if (open?.step.blob) open.list.push(version(open.step, step.at, blobs));
    current.set(step.path, { step, list: list2 });
  }
  for (const { step, list: list2 } of current.values()) if (step.blob) list2.push(version(step, null, blobs));
  return versions;
}
function version({ path, blob, at }, replaced, blobs) {
  const bytes = blobs.get(blob ?? "");
  const { data } = bytes ? readYaml(bytes, sizeLimit("grant")) : { data: null };
  return { path, blob: blob ?? "", landed: at, replaced, ...datesOf(data ?? {}) };
}

// src/findings/check.ts
function runChecks(checks, context) {
  const problems = [];
  for (const { code, severity, run } of checks) {
    for (const told of run(context)) problems.push({ code, severity, ...told });
  }
  return problems;
}

// src/findings/names.ts
var LOOK_UPS = 20;
function namesIn(tree) {
  let lookUps = 0;
  let nested = null;
  const has = (folder, id) => {
    if (tree.entries.has(`${folder}${id}.yaml`)) return true;
    if (nested === null && lookUps++ < LOOK_UPS) {
      return filesNamed(tree, `${id}.yaml`).some((entry) => entry.path.startsWith(folder));
    }
    nested ??= nestedFiles(tree);
    return nested.has(`${folder}${id}.yaml`);
  };
  return {
    person: (id) => has("grants/people/", id),
    workload: (id) => has("grants/workloads/", id),
    rule: (id) => has("grants/rules/", id)
  };
}
var NESTED = /^(grants\/(?:people|workloads|rules)\/).*\/([^/]+)$/u;
function nestedFiles(tree) {
  const found = /* @__PURE__ */ new Set();
  for (const path of tree.entries.keys()) {
    const match = path.startsWith("grants/systems/") ? null : NESTED.exec(path);
    if (match) found.add(`${match[1]}${match[2]}`);
  }
  return found;
}

// src/findings/context.ts
function createContext(input) {
  const { book, changed } = input;
  const { entries } = book.tree;
  const names = namesIn(book.tree);
  const connected = /* @__PURE__ */ new Map();
  return {
    ...input,
    isAdded: (path) => changed === null || changed.has(path),
    systemExists: (system) => book.systems.has(system) || entries.has(systemPath(system)),
    entitlementExists: (name) => book.entitlements.has(name) || entries.has(entitlementPath(name)),
    personExists: (id) => book.people.has(id) || names.person(id),
    workloadExists: (id) => book.workloads.has(id) || names.workload(id),
    ruleExists: (id) => book.rules.has(id) || names.rule(id),
    connected: (system) => {
      let found = connected.get(system);
      if (found === void 0) connected.set(system, found = connect(input, system));
      return found;
    },
    judged: { accounts: /* @__PURE__ */ new Map(), targets: /* @__PURE__ */ new Map() }
  };
}
function connect({ book, connectors }, id) {
  const entry = book.systems.get(id);
  const core = entry && connectors.get(entry.data.connector);
  if (!entry || !core || core.checkSettings(entry.data.settings).length > 0) return null;
  const repository = book.settings?.data.repository ?? SETTINGS_PATH;
  return { entry, core, system: { id, entry, repository } };
}

// src/commands/check-tree.ts
async function checkTree({ book, problems }, now, changed, history) {
  const ticket = await compileTicket(book);
  const context = createContext({ book, now, connectors: CORES, changed, history, ticket });
  return [...problems, ...runChecks(CHECKS, context)];
}
async function compileTicket(book) {
  if (!book.settings) return null;
  const { compilePattern } = await import("./ticket-pattern-FNRL74NO.js");
  return compilePattern(book.settings.data.ticket.pattern);
}
async function changeHistory(root, commit, book, added) {
  const names = limitedEntitlements(book, (path) => added.has(path));
  if (names.size === 0 || commit === null) return null;
  if (!await isShallow(root)) return readHistory(root, commit, names);
  throw new UnableError(
    'The history here is cut off, and how long access was held before can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
  );
}

export {
  extentOf,
  filesNamed,
  compose,
  mayColour,
  tryGit,
  runGit,
  gitFailure,
  isShallow,
  resolveCommit,
  Listing,
  load,
  ObjectReader,
  openWorkingTree,
  openCommit,
  compareWorking,
  compareMerge,
  loadBook,
  requireGrants,
  CONNECTORS,
  CORES,
  limitedEntitlements,
  readHistory,
  checkTree,
  changeHistory
};
