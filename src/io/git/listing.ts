import { GRANT_PATH } from '../../book/paths.ts'
import type { Extent, FileEntry, Tree } from '../../book/tree.ts'
import { LazyMap } from './lazy-map.ts'

const SPACE = 0x20
const TAB = 0x09
const NUL = 0x00
const SLASH = 0x2f
/** So many names are looked for in the bytes, one after the other; for more an index pays. */
const FEW = 16
const GRANTS = new RegExp(`\\t${GRANT_PATH}\\0`, 'gu')

/**
 * The output of `git ls-tree -r -z` as a tree: kept as git's own bytes (sorted by path) and read only where
 * asked, so that a hundred thousand files cost next to nothing until they are looked at.
 */
export class Listing implements Tree {
  readonly entries: ReadonlyMap<string, FileEntry>
  readonly #bytes: Buffer
  readonly #named = new Map<string, readonly FileEntry[]>()
  /** Gone when memory is needed: made anew from the bytes then. */
  #all: WeakRef<Map<string, FileEntry>> | null = null
  #extent: Extent | null = null
  /** Offsets of the records with each name. */
  #index: ReadonlyMap<string, readonly number[]> | null = null

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.entries = new LazyMap(
      (path) => this.#find(path),
      () => this.#whole()
    )
  }

  /** All files whose name (the last part of their path) is this one. */
  named(name: string): readonly FileEntry[] {
    let found = this.#named.get(name)
    if (!found) this.#named.set(name, (found = this.#search(name)))
    return found
  }

  #search(name: string): readonly FileEntry[] {
    if (this.#named.size >= FEW && !name.includes('/')) {
      this.#index ??= this.#indexed()
      return (this.#index.get(name) ?? []).map((start) => this.#entryAt(start).entry)
    }
    const found: FileEntry[] = []
    const needle = Buffer.from(`/${name}\0`, 'utf8')
    for (let at = this.#bytes.indexOf(needle); at !== -1; at = this.#bytes.indexOf(needle, at + 1)) {
      found.push(this.#entryAt(this.#startOf(at)).entry)
    }
    return found
  }

  #indexed(): ReadonlyMap<string, readonly number[]> {
    const index = new Map<string, number[]>()
    for (let start = 0; start < this.#bytes.length;) {
      const tab = this.#bytes.indexOf(TAB, start)
      const end = this.#bytes.indexOf(NUL, tab)
      const slash = this.#bytes.lastIndexOf(SLASH, end)
      if (slash > tab) {
        const name = this.#bytes.toString('utf8', slash + 1, end)
        const there = index.get(name)
        if (there) there.push(start)
        else index.set(name, [start])
      }
      start = end + 1
    }
    return index
  }

  /** How many files and grants there are, counted in the bytes. */
  extent(): Extent {
    if (this.#extent) return this.#extent
    const text = this.#bytes.toString('latin1')
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
    this.#extent = { files: count(/\tgrants\//gu), grants: count(GRANTS) }
    return this.#extent
  }

  /** All files in order, made one at a time and not kept. */
  *each(): Generator<FileEntry> {
    for (let at = 0; at < this.#bytes.length;) {
      const { entry, next } = this.#entryAt(at)
      yield entry
      at = next
    }
  }

  /** All files below a folder (`grants/people/`). */
  under(folder: string): readonly FileEntry[] {
    const prefix = Buffer.from(folder, 'utf8')
    const found: FileEntry[] = []
    for (let at = this.#lowerBound(prefix); at < this.#bytes.length;) {
      const { entry, next } = this.#entryAt(at)
      if (!entry.path.startsWith(folder)) break
      found.push(entry)
      at = next
    }
    return found
  }

  #find(path: string): FileEntry | undefined {
    const at = this.#lowerBound(Buffer.from(path, 'utf8'))
    if (at >= this.#bytes.length) return undefined
    const { entry } = this.#entryAt(at)
    return entry.path === path ? entry : undefined
  }

  #whole(): Map<string, FileEntry> {
    const known = this.#all?.deref()
    if (known) return known
    const all = new Map<string, FileEntry>()
    for (const entry of this.each()) all.set(entry.path, entry)
    this.#all = new WeakRef(all)
    return all
  }

  /** Offset of the first record whose path isn't before this one. */
  #lowerBound(path: Buffer): number {
    let low = 0
    let high = this.#bytes.length
    while (low < high) {
      const start = this.#startOf((low + high) >> 1)
      const tab = this.#bytes.indexOf(TAB, start)
      const end = this.#bytes.indexOf(NUL, tab)
      if (this.#bytes.compare(path, 0, path.length, tab + 1, end) < 0) low = end + 1
      else high = start
    }
    return low
  }

  /** Where the record begins that holds this offset. */
  #startOf(offset: number): number {
    return offset === 0 ? 0 : this.#bytes.lastIndexOf(NUL, offset - 1) + 1
  }

  #entryAt(start: number): { readonly entry: FileEntry; readonly next: number } {
    const bytes = this.#bytes
    const tab = bytes.indexOf(TAB, start)
    const end = bytes.indexOf(NUL, tab)
    const modeEnd = bytes.indexOf(SPACE, start)
    const blobStart = bytes.indexOf(SPACE, modeEnd + 1) + 1
    const mode = bytes.toString('latin1', start, modeEnd)
    const entry: FileEntry = {
      path: bytes.toString('utf8', tab + 1, end),
      mode: MODES.get(mode) ?? mode,
      blob: bytes.toString('latin1', blobStart, tab),
      // git would have to open every object to tell.
      size: null
    }
    return { entry, next: end + 1 }
  }
}

/** One string for each mode instead of one a file. */
const MODES: ReadonlyMap<string, string> = new Map(
  ['100644', '100755', '120000', '160000'].map((mode) => [mode, mode])
)
