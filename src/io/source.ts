import { Loading, type Loaded } from '../book/load.ts'
import type { FileEntry, Tree } from '../book/tree.ts'
import { ObjectReader } from './git/cat-file.ts'
import type { FileChange } from './git/changes.ts'
import { Overlay } from './git/overlay.ts'
import { resolveCommit } from './git/revision.ts'
import { requireTop } from './git/root.ts'
import { treeListing } from './git/tree.ts'
import { WorkingContents, workingTree } from './git/working-tree.ts'

/** One state of the governed files: its tree at once, contents when asked for. */
export interface Source {
  readonly tree: Tree
  /** The commit that this is; null for a working tree or a tree that no commit has. */
  readonly commit: string | null
  /** Reads the files into a book: all of them, or only some (those that don't exist are left out). */
  load(paths?: ReadonlySet<string>): Promise<Loaded>
  /** The bytes of one file; null if it isn't there or can't be read. */
  bytes(path: string): Promise<Uint8Array | null>
  close(): void
}

/** So many files at a time are fetched from git, so that memory doesn't grow with the repository. */
const PORTION = 2000

/** The files as they lie in the working tree, tracked or not. Needs no git. */
export function openWorkingTree(root: string): Source {
  return new Mixed(root, workingTree(root), null)
}

/** The files of a commit, from git's objects alone. Throws UnableError if there is no such commit here. */
export async function openCommit(root: string, revision: string): Promise<Source> {
  return openResolved(root, await resolveCommit(root, revision))
}

/** As {@link openCommit}, of a commit whose object id is known already. */
export async function openResolved(root: string, commit: string): Promise<Source> {
  const [listing] = await Promise.all([treeListing(root, commit), requireTop(root)])
  return new Mixed(root, listing, commit)
}

/** The files of a tree by its object id, as `merge-tree` gives it. */
export async function openTree(root: string, id: string): Promise<Source> {
  return new Mixed(root, await treeListing(root, id), null)
}

/** A source as it is after some changes; what git doesn't have yet is read from the working tree. */
export function openChanged(
  root: string,
  source: Source,
  changes: readonly Pick<FileChange, 'path' | 'after'>[]
): Source {
  return new Mixed(root, new Overlay(source.tree, changes), null)
}

/** Files that git has are read by object id, the others from the working tree. */
class Mixed implements Source {
  readonly tree: Tree
  readonly commit: string | null
  readonly #working: WorkingContents
  readonly #objects: ObjectReader

  constructor(root: string, tree: Tree, commit: string | null) {
    this.tree = tree
    this.commit = commit
    this.#working = new WorkingContents(root)
    this.#objects = new ObjectReader(root)
  }

  async load(paths?: ReadonlySet<string>): Promise<Loaded> {
    const loading = new Loading(this.tree, paths)
    const fetch = (start: number) => {
      const files = loading.wanted.slice(start, start + PORTION)
      return this.#objects.read(files.flatMap(({ entry }) => entry.blob ?? []))
    }
    // git fetches the next portion on another core while this one is read.
    let next = fetch(0)
    for (let start = 0; start < loading.wanted.length; start += PORTION) {
      const blobs = await next
      next = fetch(start + PORTION)
      for (const file of loading.wanted.slice(start, start + PORTION)) {
        const { blob, path } = file.entry
        loading.take(file, blob === null ? this.#working.get(path) : blobs.get(blob))
      }
    }
    await next
    return loading.finish()
  }

  async bytes(path: string): Promise<Uint8Array | null> {
    const entry = this.tree.entries.get(path)
    if (!entry || !isRegular(entry)) return null
    if (entry.blob !== null) return (await this.#objects.read([entry.blob])).get(entry.blob) ?? null
    const bytes = this.#working.get(path)
    return bytes ? Uint8Array.from(bytes) : null
  }

  close(): void {
    this.#objects.close()
  }
}

function isRegular(entry: FileEntry): boolean {
  return entry.mode === '100644' || entry.mode === '100755'
}
