import {
  extentOf,
  extentOfPath,
  filesNamed,
  type Extent,
  type FileEntry,
  type Tree
} from '../../book/tree.ts'
import type { FileChange } from './changes.ts'
import { LazyMap } from './lazy-map.ts'

/** A tree as it is after some changes, without going through it. */
export class Overlay implements Tree {
  readonly entries: ReadonlyMap<string, FileEntry>
  readonly #under: Tree
  readonly #changes: ReadonlyMap<string, FileEntry | null>

  constructor(under: Tree, changes: readonly Pick<FileChange, 'path' | 'after'>[]) {
    this.#under = under
    this.#changes = new Map(changes.map((change) => [change.path, change.after]))
    this.entries = new LazyMap(
      (path) => {
        const changed = this.#changes.get(path)
        return changed === undefined ? under.entries.get(path) : (changed ?? undefined)
      },
      () => this.#whole()
    )
  }

  /** All files with this name, sorted by path. */
  named(name: string): readonly FileEntry[] {
    const ending = `/${name}`
    const changed = [...this.#changes.values()].filter(
      (entry) => entry !== null && entry.path.endsWith(ending)
    )
    const kept = filesNamed(this.#under, name).filter((entry) => !this.#changes.has(entry.path))
    return sorted([...kept, ...changed.filter((entry) => entry !== null)])
  }

  /** How many files and grants there are: those of the other tree, and what the changes put in or take away. */
  extent(): Extent {
    let { files, grants } = extentOf(this.#under)
    for (const [path, after] of this.#changes) {
      const one = extentOfPath(path)
      const more = (after ? 1 : 0) - (this.#under.entries.has(path) ? 1 : 0)
      files += more * one.files
      grants += more * one.grants
    }
    return { files, grants }
  }

  #whole(): Map<string, FileEntry> {
    const kept = [...this.#under.entries.values()].filter((entry) => !this.#changes.has(entry.path))
    const changed = [...this.#changes.values()].filter((entry) => entry !== null)
    return new Map(sorted([...kept, ...changed]).map((entry) => [entry.path, entry]))
  }
}

function sorted(entries: readonly FileEntry[]): FileEntry[] {
  return entries.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
