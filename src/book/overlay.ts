import { filesNamed, type FileEntry, type Tree } from './tree.ts'

/** One path at which another tree differs: what is there instead, null if nothing is. */
export type Replacement = readonly [path: string, entry: FileEntry | null]

/** A tree that is another one but for a few paths. Costs no more than those until somebody goes through all of it. */
export function overlay(under: Tree, replacements: Iterable<Replacement>): Tree {
  const over = new Map(replacements)
  return {
    entries: new OverlayMap(under.entries, over),
    named: name => {
      const kept = filesNamed(under, name).filter(entry => !over.has(entry.path))
      const put = [...over.values()].filter(entry => entry?.path.endsWith(`/${name}`)).filter(entry => entry !== null)
      return [...kept, ...put].toSorted(byPath)
    }
  }
}

function byPath(a: FileEntry, b: FileEntry): number {
  return a.path < b.path ? -1 : 1
}

class OverlayMap implements ReadonlyMap<string, FileEntry> {
  readonly #under: ReadonlyMap<string, FileEntry>
  readonly #over: ReadonlyMap<string, FileEntry | null>
  #all: ReadonlyMap<string, FileEntry> | null = null

  constructor(under: ReadonlyMap<string, FileEntry>, over: ReadonlyMap<string, FileEntry | null>) {
    this.#under = under
    this.#over = over
  }

  get(path: string): FileEntry | undefined {
    const entry = this.#over.get(path)
    return entry === undefined ? this.#under.get(path) : (entry ?? undefined)
  }
  has(path: string): boolean {
    return this.get(path) !== undefined
  }
  get size(): number {
    let size = this.#under.size
    for (const [path, entry] of this.#over) size += (entry ? 1 : 0) - (this.#under.has(path) ? 1 : 0)
    return size
  }
  forEach(visit: (entry: FileEntry, path: string, map: ReadonlyMap<string, FileEntry>) => void): void {
    for (const [path, entry] of this) visit(entry, path, this)
  }
  entries(): MapIterator<[string, FileEntry]> {
    return this.#whole().entries()
  }
  keys(): MapIterator<string> {
    return this.#whole().keys()
  }
  values(): MapIterator<FileEntry> {
    return this.#whole().values()
  }
  [Symbol.iterator](): MapIterator<[string, FileEntry]> {
    return this.entries()
  }

  /** Everything, sorted by path like any tree. */
  #whole(): ReadonlyMap<string, FileEntry> {
    if (this.#all) return this.#all
    const kept = [...this.#under].filter(([path]) => !this.#over.has(path))
    const put = [...this.#over].flatMap(([path, entry]): [string, FileEntry][] => (entry ? [[path, entry]] : []))
    this.#all = new Map([...kept, ...put].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    return this.#all
  }
}
