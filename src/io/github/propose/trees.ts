import { createHash } from 'node:crypto'
import { readObject } from '../../git/cat-file.ts'
import { FOLDER, readTreeObject, type Entries, type TreeEntry } from '../../git/tree-object.ts'

/** Folders with a great many files are still read (bytes). */
const LARGEST = 64 * 1024 * 1024

/** Trees of the clone by their ids, each read once. */
export class Trees {
  readonly #root: string
  readonly #known = new Map<string, Entries>()

  constructor(root: string) {
    this.#root = root
  }

  /** The entries of a tree; null: the clone doesn't have it. Throws UnableError if git fails. */
  async entries(id: string): Promise<Entries | null> {
    const known = this.#known.get(id)
    if (known) return known
    const bytes = await readObject(this.#root, 'tree', id, LARGEST)
    if (bytes === null) return null
    const entries = readTreeObject(bytes, id)
    this.#known.set(id, entries)
    return entries
  }
}

/** The id that git gives to a tree of these entries. GitHub's repositories have SHA-1 ids. */
export function treeId(entries: Entries): string {
  const sorted = [...entries].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  const parts = sorted.flatMap(([name, { mode, id }]) => [
    Buffer.from(`${mode} ${name}\0`, 'latin1'),
    Buffer.from(id, 'hex')
  ])
  const bytes = Buffer.concat(parts)
  return createHash('sha1').update(`tree ${bytes.length}\0`).update(bytes).digest('hex')
}

/** git sorts a folder as if its name ended in a slash. */
function sortKey([name, { mode }]: readonly [string, TreeEntry]): string {
  return mode === FOLDER ? `${name}/` : name
}
