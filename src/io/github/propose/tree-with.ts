import { blobId } from '../../../book/grant-key.ts'
import { plain } from '../../../book/quote.ts'
import { FOLDER, type Entries, type TreeEntry } from '../../git/tree-object.ts'
import type { Reading } from '../github.ts'
import { gap } from '../read.ts'
import type { WantedFile } from './proposal.ts'
import { treeId, type Trees } from './trees.ts'

/** An ordinary file's mode: what is written is never executable and never a link. */
export const PLAIN_FILE = '100644'
const NOTHING: Entries = new Map()
const WHAT = 'the tree that is wanted'

/**
 * The id of a tree with some files changed, computed without writing anything; folders that become empty go. A gap: the
 * clone lacks a part of it, or a file would have to stand where a folder is, or below a file.
 */
export async function treeWith(
  trees: Trees,
  tree: string,
  files: readonly WantedFile[]
): Promise<Reading<string>> {
  const rows = files.map(({ path, text }) => ({ path, rest: namesOf(path), text }))
  const made = await changed(trees, tree, rows)
  return made.ok ? { ok: true, value: made.value ?? treeId(NOTHING) } : made
}

interface Row {
  readonly path: string
  /** Names that are still to be gone through, as bytes. */
  readonly rest: readonly string[]
  readonly text: string | null
}

/** The changed tree; null: nothing is left in it. */
async function changed(
  trees: Trees,
  id: string | null,
  rows: readonly Row[]
): Promise<Reading<string | null>> {
  const before = id === null ? NOTHING : await trees.entries(id)
  if (before === null) return gap(WHAT, `the clone has no tree ${id ?? ''}: fetch first`)
  const after = new Map(before)
  for (const [name, below] of byFirstName(rows)) {
    const old = before.get(name)
    const made = await entryOf(trees, old, below)
    if (!made.ok) return made
    if (made.value) after.set(name, made.value)
    else after.delete(name)
  }
  return { ok: true, value: after.size === 0 ? null : treeId(after) }
}

function byFirstName(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const name = row.rest[0] ?? ''
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  return groups
}

async function entryOf(
  trees: Trees,
  old: TreeEntry | undefined,
  rows: readonly Row[]
): Promise<Reading<TreeEntry | null>> {
  const [first] = rows
  const file = rows.find(({ rest }) => rest.length === 1)
  if (file && (rows.length > 1 || old?.mode === FOLDER))
    return gap(WHAT, `${plain(file.path)} is a folder`, false)
  if (file) {
    const made = file.text === null ? null : { mode: PLAIN_FILE, id: blobId(Buffer.from(file.text)) }
    return { ok: true, value: made }
  }
  const under = old?.mode === FOLDER ? old.id : null
  // What is below a file isn't there: it needn't be deleted, and can't be written.
  if (old && under === null) {
    if (rows.every(({ text }) => text === null)) return { ok: true, value: old }
    return gap(WHAT, `a file stands above ${plain(first?.path ?? '')}`, false)
  }
  const made = await changed(
    trees,
    under,
    rows.map((row) => ({ ...row, rest: row.rest.slice(1) }))
  )
  if (!made.ok) return made
  return { ok: true, value: made.value === null ? null : { mode: FOLDER, id: made.value } }
}

/** Mode and object id at a path of a tree; null: nothing stands there. */
export async function formAt(trees: Trees, tree: string, path: string): Promise<TreeEntry | null> {
  let at: TreeEntry = { mode: FOLDER, id: tree }
  for (const name of namesOf(path)) {
    const found: TreeEntry | undefined =
      at.mode === FOLDER ? (await trees.entries(at.id))?.get(name) : undefined
    if (!found) return null
    at = found
  }
  return at
}

function namesOf(path: string): readonly string[] {
  return Buffer.from(path).toString('latin1').split('/')
}
