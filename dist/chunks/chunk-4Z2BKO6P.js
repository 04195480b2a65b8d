import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  findSecrets
} from "./chunk-IIO7YGNV.js";
import {
  ObjectReader,
  extentOf,
  extentOfPath,
  filesNamed,
  gitFailure,
  readYaml,
  resolveCommit,
  runGit,
  sizeLimit,
  tooLarge,
  tryGit,
  withoutCommonHistory
} from "./chunk-JYR4RDOT.js";
import {
  GRANT_PATH,
  identify
} from "./chunk-B2GJ3BED.js";
import {
  blobId,
  checkShape,
  placeAt
} from "./chunk-Z47NDYIS.js";
import {
  READING_CODES
} from "./chunk-3PMDYGTO.js";
import {
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
  readInstant
} from "./chunk-EZMMBTZM.js";

// src/commands/colour.ts
function mayColour({ terminal, environment }) {
  return terminal.out && (environment["NO_COLOR"] ?? "") === "";
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
var DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
function secretProblems(file, bytes) {
  const text = DECODER.decode(bytes);
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
async function compareWorking(root, commit) {
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

export {
  mayColour,
  Listing,
  load,
  openWorkingTree,
  openCommit,
  compareWorking,
  compareMerge,
  loadBook,
  requireGrants
};
