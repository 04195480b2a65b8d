import type { Loaded } from '../book/load.ts'
import type { Tree } from '../book/tree.ts'
import { reach } from './reach.ts'

/** A tree whose files can be read, all or some. */
export interface Readable {
  readonly tree: Tree
  load(paths?: ReadonlySet<string>): Promise<Loaded>
}

/** Reads from both trees what decides on a change, in as many rounds as includes and owners are deep. */
export async function readReach(
  before: Readable,
  after: Readable,
  changed: readonly string[]
): Promise<{ readonly before: Loaded; readonly after: Loaded }> {
  let read: { readonly before: Loaded; readonly after: Loaded } | null = null
  let paths: ReadonlySet<string> = new Set()
  for (;;) {
    const next = reach(
      { tree: before.tree, book: read?.before.book ?? null },
      { tree: after.tree, book: read?.after.book ?? null },
      changed
    )
    if (next === 'all') return { before: await before.load(), after: await after.load() }
    if (read && [...next].every((path) => paths.has(path))) return read
    paths = new Set([...paths, ...next])
    read = { before: await before.load(paths), after: await after.load(paths) }
  }
}
