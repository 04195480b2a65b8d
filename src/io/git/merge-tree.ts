import { UnableError } from '../../book/errors.ts'
import { splitNul } from './changes.ts'
import { withoutCommonHistory } from './revision.ts'
import { gitFailure, runGit, tryGit } from './run.ts'

/** The tree that merging would give; of paths in conflict git leaves a version with markers in it. */
export interface Merged {
  readonly tree: string
  /** Paths in conflict, sorted. */
  readonly conflicts: readonly string[]
}

/** git's own defaults, whatever a user or the repository prefers. */
const DEFAULTS = [
  'merge.renames=true',
  'merge.directoryRenames=conflict',
  'merge.renormalize=false',
  'merge.default=text'
]

/**
 * Merges two commits (by object id) in memory, as GitHub would. Needs git 2.38. Throws UnableError if they have no
 * common history, or git is too old.
 */
export async function mergeTree(root: string, base: string, head: string): Promise<Merged> {
  const places = await runGit(root, [
    'rev-parse',
    '--path-format=absolute',
    '--git-dir',
    '--git-path',
    'objects'
  ])
  const [folder = '', nowhere = ''] = places.toString('utf8').split('\n')
  // Attributes of the files that happen to be checked out could choose another way to merge (`merge=union`); where there
  // is no working tree there are none.
  const settings = DEFAULTS.flatMap((setting) => ['-c', setting])
  const call = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', base, head]
  const args = [`--git-dir=${folder}`, `--work-tree=${nowhere}`, ...settings, ...call]
  const { status, stdout, stderr } = await tryGit(nowhere, args)
  if (status === 0 || status === 1) {
    const [tree = '', ...conflicts] = splitNul(stdout)
    return { tree, conflicts: [...new Set(conflicts)].toSorted() }
  }
  if (/unrelated histories/u.test(stderr)) throw await withoutCommonHistory(root)
  if (/usage: git merge-tree/u.test(stderr))
    throw new UnableError('git is too old to merge in memory. Install git 2.38 or newer.')
  throw gitFailure(call, stderr)
}
