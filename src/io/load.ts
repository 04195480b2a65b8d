import { UnableError } from '../book/errors.ts'
import type { Loaded } from '../book/load.ts'
import { openCommit, openWorkingTree, type Source } from './source.ts'

/** Which state of a repository to read: what lies in the working tree, or a commit by any name git knows. */
export type Which = { readonly kind: 'working' } | { readonly kind: 'commit'; readonly revision: string }

/**
 * Reads one state of a repository into a book: whole, or only some paths. Throws UnableError if there is nothing to
 * read: no files under `grants/` means that the wrong place was read, never that nobody holds anything.
 */
export async function loadBook(
  root: string,
  which: Which,
  paths?: ReadonlySet<string>
): Promise<Loaded & { readonly source: Source }> {
  const source = which.kind === 'working' ? openWorkingTree(root) : await openCommit(root, which.revision)
  try {
    requireGrants(source)
    return { ...(await source.load(paths)), source }
  } catch (error) {
    source.close()
    throw error
  }
}

/** Throws UnableError if a source has no file under `grants/`. */
export function requireGrants(source: Source): void {
  for (const path of source.tree.entries.keys()) if (path === 'grants' || path.startsWith('grants/')) return
  const where = source.commit === null ? 'here' : `in commit ${source.commit.slice(0, 12)}`
  throw new UnableError(
    `There are no files under grants/ ${where}. Name the repository with --root, or begin with grants/grantbook.yaml`
  )
}
