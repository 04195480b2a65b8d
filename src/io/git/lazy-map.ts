import type { FileEntry } from '../../book/tree.ts'

/** A map that answers single questions without being filled; everything else fills it first. */
export class LazyMap implements ReadonlyMap<string, FileEntry> {
  readonly #one: (path: string) => FileEntry | undefined
  readonly #all: () => Map<string, FileEntry>

  constructor(one: (path: string) => FileEntry | undefined, all: () => Map<string, FileEntry>) {
    this.#one = one
    this.#all = all
  }

  get size(): number {
    return this.#all().size
  }
  get(path: string): FileEntry | undefined {
    return this.#one(path)
  }
  has(path: string): boolean {
    return this.#one(path) !== undefined
  }
  forEach(visit: (entry: FileEntry, path: string, map: ReadonlyMap<string, FileEntry>) => void): void {
    for (const [path, entry] of this.#all()) visit(entry, path, this)
  }
  entries(): MapIterator<[string, FileEntry]> {
    return this.#all().entries()
  }
  keys(): MapIterator<string> {
    return this.#all().keys()
  }
  values(): MapIterator<FileEntry> {
    return this.#all().values()
  }
  [Symbol.iterator](): MapIterator<[string, FileEntry]> {
    return this.#all()[Symbol.iterator]()
  }
}
