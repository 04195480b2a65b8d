import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  filesNamed,
  identityOf,
  readYaml,
  runGit,
  sizeLimit,
  tooLarge
} from "./chunk-LUKRZIK5.js";
import {
  findSecrets
} from "./chunk-XJ3N3HV6.js";
import {
  GRANT_PATH,
  append,
  identify
} from "./chunk-LZOWS2TE.js";
import {
  blobId,
  checkShape,
  placeAt
} from "./chunk-7ETONKNL.js";
import {
  READING_CODES
} from "./chunk-3PMDYGTO.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  RESERVED_IDS,
  entitlementName,
  intern,
  isId
} from "./chunk-UI4DGNQ4.js";
import {
  plain,
  quote
} from "./chunk-F7BA4QXU.js";
import {
  nearest
} from "./chunk-MRFNKC6V.js";
import {
  keepIn,
  readInstant
} from "./chunk-3ZSDZPIB.js";

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
var SLASH = 47;
var FEW = 16;
var GRANTS = new RegExp(`\\t${GRANT_PATH}\\0`, "gu");
var Listing = class {
  entries;
  #bytes;
  #named = /* @__PURE__ */ new Map();
  /** Gone when memory is needed: made anew from the bytes then. */
  #all = null;
  #extent = null;
  /** Offsets of the records with each name. */
  #index = null;
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
    if (this.#named.size >= FEW && !name.includes("/")) {
      this.#index ??= this.#indexed();
      return (this.#index.get(name) ?? []).map((start) => this.#entryAt(start).entry);
    }
    const found = [];
    const needle = Buffer.from(`/${name}\0`, "utf8");
    for (let at = this.#bytes.indexOf(needle); at !== -1; at = this.#bytes.indexOf(needle, at + 1)) {
      found.push(this.#entryAt(this.#startOf(at)).entry);
    }
    return found;
  }
  #indexed() {
    const index = /* @__PURE__ */ new Map();
    for (let start = 0; start < this.#bytes.length; ) {
      const tab = this.#bytes.indexOf(TAB, start);
      const end = this.#bytes.indexOf(NUL, tab);
      const slash = this.#bytes.lastIndexOf(SLASH, end);
      if (slash > tab) {
        const name = this.#bytes.toString("utf8", slash + 1, end);
        const there = index.get(name);
        if (there) there.push(start);
        else index.set(name, [start]);
      }
      start = end + 1;
    }
    return index;
  }
  /** How many files and grants there are, counted in the bytes. */
  extent() {
    if (this.#extent) return this.#extent;
    const text = this.#bytes.toString("latin1");
    const count = (pattern) => text.match(pattern)?.length ?? 0;
    this.#extent = { files: count(/\tgrants\//gu), grants: count(GRANTS) };
    return this.#extent;
  }
  /** All files in order, made one at a time and not kept. */
  *each() {
    for (let at = 0; at < this.#bytes.length; ) {
      const { entry, next } = this.#entryAt(at);
      yield entry;
      at = next;
    }
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
    const known2 = this.#all?.deref();
    if (known2) return known2;
    const all = /* @__PURE__ */ new Map();
    for (const entry of this.each()) all.set(entry.path, entry);
    this.#all = new WeakRef(all);
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

// src/io/git/once.ts
var MOST = 256;
var LARGE = 256 * 1024;
var OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
var Once = class {
  #known = /* @__PURE__ */ new Map();
  /** The answer as it was, or as it is now. A null answer is asked for again the next time. */
  async get(root, id, question, ask) {
    if (!OBJECT_ID.test(id)) return ask();
    const key = `${identityOf(root)}\0${root}\0${id}\0${question}`;
    const known2 = this.#known.get(key);
    if (known2 !== void 0) return known2;
    const answer = await ask();
    if (answer === null || answer.length > LARGE) return answer;
    return keepIn(this.#known, MOST, key, answer);
  }
};

// src/io/git/tree.ts
var GOVERNED = ["grants", ".github/CODEOWNERS"];
async function treeListing(root, id) {
  const key = `${identityOf(root)}\0${root}\0${id}`;
  const known2 = last?.key === key ? last.listing.deref() : void 0;
  if (known2) return known2;
  const listing = new Listing(await listed(root, id, GOVERNED));
  if (OBJECT_ID2.test(id)) last = { key, listing: new WeakRef(listing) };
  return listing;
}
var OBJECT_ID2 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
var last = null;
var known = new Once();
function listed(root, id, paths) {
  const args = ["ls-tree", "-r", "-z", "--full-tree", id, "--", ...paths];
  return known.get(root, id, args.join(" "), () => runGit(root, args));
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
var LONGEST = 1e3;
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
    if (entry.isDirectory() && path.length > LONGEST)
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

// src/book/flat.ts
var ENCODER = new TextEncoder();
var DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
function flat(text) {
  const copy = DECODER.decode(ENCODER.encode(text));
  return copy === text ? copy : text;
}

// src/book/secret-problems.ts
var DECODER2 = new TextDecoder("utf-8", { ignoreBOM: true });
var KEY_ID = "an AWS access key id";
function secretProblems(file, bytes) {
  const text = DECODER2.decode(bytes);
  return findSecrets(text).filter(({ what }) => !(what === KEY_ID && file.startsWith("grants/out-of-band/"))).map(({ index, what }) => ({
    code: "secret-found",
    severity: "error",
    message: `This looks like ${what}. Nothing of this file is read.`,
    fix: READING_CODES["secret-found"].fix,
    file,
    pointer: [],
    at: placeAt(text, index)
  }));
}

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
      system: intern(identity.system),
      entitlement: intern(identity.entitlement),
      name: entitlementName(identity.system, identity.entitlement),
      subject: intern(identity.subject),
      reason: flat(data.reason),
      expires: readInstant(data.expires, "end"),
      starts: data.starts === void 0 ? null : readInstant(data.starts, "start"),
      hasStarts: data.starts !== void 0,
      ticket: own(data.ticket),
      requester: own(data.requester),
      task: own(data.task),
      incident: own(data.incident)
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
function own(text) {
  return text === void 0 ? null : flat(text);
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

// src/book/file-problems.ts
var LONGEST_PATH = 400;
var ENCODER2 = new TextEncoder();
function fileProblem(code, file, message, fix = READING_CODES[code].fix) {
  return { code, severity: "error", message, fix, file, pointer: [], at: { line: 1, column: 1 } };
}
function judgeEntry(entry, identity) {
  const { path, mode, size } = entry;
  if (path.length > LONGEST_PATH / 3 && ENCODER2.encode(path).length > LONGEST_PATH) {
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
      const flat2 = `grants/${folder}/${identity.system}/${identity.entitlement}/${identity.subject}.yaml`;
      return flat2 === path ? null : flat2;
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

// src/book/known-files.ts
var MANY = /* @__PURE__ */ new Set(["grant", "emergency", "out-of-band", "retrospective"]);
var MOST2 = 2e4;
var KnownFiles = class {
  #known = /* @__PURE__ */ new Map();
  /** What the file says; null: it wasn't read before. */
  get(entry, identity, bytes) {
    const known2 = this.#known.get(keyOf(entry, identity));
    return known2 && isSame(known2.bytes, bytes) ? known2.data : null;
  }
  keep(entry, identity, bytes, data) {
    if (entry.blob === null || MANY.has(identity.kind)) return;
    keepIn(this.#known, MOST2, keyOf(entry, identity), { bytes: Uint8Array.from(bytes), data });
  }
};
function keyOf({ blob }, { kind }) {
  return `${kind} ${blob ?? ""}`;
}
function isSame(a, b) {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
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
  const known2 = knownFiles.get(entry, identity, bytes);
  if (known2 !== null) {
    builder.add(entry, identity, bytes, known2);
    return [];
  }
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
  knownFiles.keep(entry, identity, bytes, data);
  builder.add(entry, identity, bytes, data);
  return [];
}
var knownFiles = new KnownFiles();

export {
  LazyMap,
  Listing,
  Once,
  GOVERNED,
  treeListing,
  listed,
  workingTree,
  modeOf,
  WorkingContents,
  flat,
  secretProblems,
  load,
  Loading
};
