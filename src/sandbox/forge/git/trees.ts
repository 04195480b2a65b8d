import type { Objects } from './objects.ts'
import { formatTree, parseTree, type TreeEntry } from './parse.ts'

const FOLDER = '040000'

/** What is put at a path: a file, or a whole tree or submodule, by its id. */
export type TreeFile = Pick<TreeEntry, 'mode' | 'id'>

/** Changes by path; null: nothing stands there any more. */
export type Changes = ReadonlyMap<string, TreeFile | null>

/** A tree (null: an empty one) with files put or taken away. Each folder is written once; those that become empty go. */
export function withFiles(objects: Objects, tree: string | null, changes: Changes): string {
  const entries = new Map(entriesOf(objects, tree).map((entry) => [entry.name, entry]))
  const below = new Map<string, Map<string, TreeFile | null>>()
  for (const [path, placed] of changes) {
    const slash = path.indexOf('/')
    if (slash !== -1) {
      const folder = path.slice(0, slash)
      const inside = below.get(folder) ?? new Map<string, TreeFile | null>()
      below.set(folder, inside.set(path.slice(slash + 1), placed))
    } else if (placed === null) entries.delete(path)
    else entries.set(path, { mode: placed.mode, id: placed.id, name: path })
  }
  for (const [name, inside] of below) {
    const old = entries.get(name)
    const id = withFiles(objects, old?.mode === FOLDER ? old.id : null, inside)
    if (entriesOf(objects, id).length === 0) entries.delete(name)
    else entries.set(name, { mode: FOLDER, name, id })
  }
  return objects.write('tree', formatTree([...entries.values()]))
}

/** What makes one tree the other (null: an empty one), file by file. */
export function changesBetween(objects: Objects, before: string | null, after: string | null): Changes {
  const found = new Map<string, TreeFile | null>()
  compare(objects, before, after, '', found)
  return found
}

function compare(
  objects: Objects,
  before: string | null,
  after: string | null,
  under: string,
  found: Map<string, TreeFile | null>
): void {
  if (before === after) return
  const [old, young] = [before, after].map(
    (tree) => new Map(entriesOf(objects, tree).map((entry) => [entry.name, entry]))
  )
  for (const name of new Set([...(old?.keys() ?? []), ...(young?.keys() ?? [])])) {
    const [one, other] = [old?.get(name), young?.get(name)]
    if (one?.id === other?.id && one?.mode === other?.mode) continue
    const path = `${under}${name}`
    const folders = [one, other].map((entry) => (entry?.mode === FOLDER ? entry.id : null))
    if (other && other.mode !== FOLDER) found.set(path, { mode: other.mode, id: other.id })
    else if (one && one.mode !== FOLDER) found.set(path, null)
    compare(objects, folders[0] ?? null, folders[1] ?? null, `${path}/`, found)
  }
}

/**
 * What merging two trees gives where nobody could disagree: neither side touched what the other did, and neither can have
 * renamed anything. Null: only git can tell.
 */
export function mergeApart(objects: Objects, base: string, ours: string, theirs: string): string | null {
  if (ours === base) return theirs
  if (theirs === base || theirs === ours) return ours
  const [mine, yours] = [changesBetween(objects, base, ours), changesBetween(objects, base, theirs)]
  if (mayRename(mine) || mayRename(yours) || meet(mine, yours) || meet(yours, mine)) return null
  return withFiles(objects, ours, yours)
}

/** A rename takes one file away and puts another. Whether a file was put or changed doesn't matter here. */
function mayRename(changes: Changes): boolean {
  const taken = [...changes.values()].filter((placed) => placed === null).length
  return taken > 0 && taken < changes.size
}

/** Whether one of these paths, or a folder that it lies in, is among the others. */
function meet(some: Changes, others: Changes): boolean {
  return [...some.keys()].some((path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
      if (others.has(path.slice(0, end))) return true
    return false
  })
}

function entriesOf(objects: Objects, tree: string | null): readonly TreeEntry[] {
  return tree === null ? [] : parseTree(objects.read(tree)?.bytes ?? Buffer.alloc(0))
}
