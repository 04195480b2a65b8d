import type { Book } from '../../book/book.ts'
import type { Loaded } from '../../book/load.ts'
import { conflict } from '../../findings/conflict.ts'
import { compareMerge } from '../../io/compare.ts'
import { resolveCommit } from '../../io/git/revision.ts'
import { requireGrants } from '../../io/load.ts'
import { openCommit, openWorkingTree, type Source } from '../../io/source.ts'

/** A loaded state of the files, and the commit that it is; null for the working tree. */
export interface LoadedTree extends Loaded {
  readonly commit: string | null
}

/** The governed files of a commit. Throws UnableError if there is no such commit, or nothing governed in it. */
export async function loadCommit(
  root: string,
  revision: string
): Promise<LoadedTree & { readonly commit: string }> {
  const commit = await resolveCommit(root, revision)
  return { ...(await loadSource(await openCommit(root, commit))), commit }
}

/** The governed files as they lie in the working tree. */
export async function loadWorkingTree(root: string): Promise<LoadedTree> {
  return { ...(await loadSource(openWorkingTree(root))), commit: null }
}

/** What merging `head` into `base` (a commit's id) would give; each path in conflict is an error. */
export async function loadMerged(root: string, base: string, head: string): Promise<LoadedTree> {
  const { base: before, head: merged, conflicts } = await compareMerge(root, base, head)
  before.close()
  const { book, problems } = await loadSource(merged)
  return {
    book,
    problems: [...conflicts.map(conflict), ...problems],
    commit: await resolveCommit(root, head)
  }
}

async function loadSource(source: Source): Promise<Loaded> {
  try {
    requireGrants(source)
    return await source.load()
  } finally {
    source.close()
  }
}

/** Paths of grants whose content isn't the same in two books. */
export function changedGrants(before: Book, after: Book): ReadonlySet<string> {
  return new Set(
    [...after.grants.values()].flatMap(({ path, blob }) =>
      before.grants.get(path)?.blob === blob ? [] : [path]
    )
  )
}
