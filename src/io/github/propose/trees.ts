import { createHash } from 'node:crypto'
import { runGit } from '../../git/run.ts'

/** One entry of a tree. `mode` as git writes it in trees: `40000`, `100644`. */
export interface TreeEntry {
  readonly mode: string
  readonly id: string
}

/** Entries by name. Names are bytes, one character each, so that no encoding can change them. */
export type Entries = ReadonlyMap<string, TreeEntry>

/** A folder's mode in a tree. */
export const FOLDER = '40000'
const LF = 0x0a
const NUL = 0x00
const SPACE = 0x20
const ID_BYTES = 20

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
    const answer = await runGit(this.#root, ['cat-file', '--batch'], `${id}\n`)
    const end = answer.indexOf(LF)
    const [, type, size] = answer.toString('latin1', 0, end).split(' ')
    if (type !== 'tree') return null
    const entries = entriesOf(answer.subarray(end + 1, end + 1 + Number(size)))
    this.#known.set(id, entries)
    return entries
  }
}

// `<mode> <name>\0<20 bytes>`, again and again.
function entriesOf(bytes: Buffer): Entries {
  const entries = new Map<string, TreeEntry>()
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(SPACE, at)
    const end = bytes.indexOf(NUL, space)
    const id = bytes.toString('hex', end + 1, end + 1 + ID_BYTES)
    entries.set(bytes.toString('latin1', space + 1, end), { mode: bytes.toString('latin1', at, space), id })
    at = end + 1 + ID_BYTES
  }
  return entries
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
