import { UnableError } from '../../book/errors.ts'
import { splitNul } from './changes.ts'
import { withoutCommonHistory } from './revision.ts'
import { gitFailure, tryGit } from './run.ts'

/** The tree that merging would give; of paths in conflict git leaves a version with markers in it. */
export interface Merged {
  readonly tree: string
  /** Paths in conflict, sorted. */
  readonly conflicts: readonly string[]
}

/**
 * Merges two commits (by object id) in memory, as GitHub would. Needs git 2.38. Throws UnableError if they have no
 * common history, or git is too old.
 */
export async function mergeTree(root: string, base: string, head: string): Promise<Merged> {
  const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', base, head]
  const { status, stdout, stderr } = await tryGit(root, args)
  if (status === 0 || status === 1) {
    const [tree = '', ...conflicts] = splitNul(stdout)
    return { tree, conflicts: [...new Set(conflicts)].toSorted() }
  }
  if (/unrelated histories/u.test(stderr)) throw await withoutCommonHistory(root)
  if (/usage: git merge-tree/u.test(stderr))
    throw new UnableError('git is too old to merge in memory. Install git 2.38 or newer.')
  throw gitFailure(args, stderr)
}
