import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  LazyMap,
  Loading,
  WorkingContents,
  treeListing,
  workingTree
} from "./chunk-VSTNN46Q.js";
import {
  ObjectReader,
  extentOf,
  extentOfPath,
  filesNamed,
  requireTop,
  resolveCommit
} from "./chunk-LUKRZIK5.js";

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
async function openTree(root, id) {
  return new Mixed(root, await treeListing(root, id), null);
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

export {
  Overlay,
  openWorkingTree,
  openCommit,
  openResolved,
  openTree,
  openChanged
};
