import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  identityOf,
  runGit
} from "./chunk-XOQACSSO.js";
import {
  GRANT_PATH
} from "./chunk-VMXOJ7C2.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";

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
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(key, answer);
    return answer;
  }
};

// src/io/git/tree.ts
var GOVERNED = ["grants", ".github/CODEOWNERS"];
async function treeListing(root, id) {
  return new Listing(await listed(root, id, GOVERNED));
}
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

export {
  LazyMap,
  Listing,
  Once,
  GOVERNED,
  treeListing,
  listed,
  workingTree,
  modeOf,
  WorkingContents
};
