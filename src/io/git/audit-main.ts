import { UnableError } from '../../book/errors.ts'
import { MainLine } from '../../evidence/audit/main-line.ts'
import { TreeDiffer } from './audit-diff.ts'
import { emptyTreeLike } from './empty-tree.ts'
import { isShallow } from './revision.ts'
import { runGit } from './run.ts'

/** Commits compared at a time. */
const BATCH = 500

/**
 * Reads the default branch's own line of history (first parents) with all versions of the governed files. Throws
 * UnableError where history is cut off: what isn't there can't be compared.
 */
export async function readMainLine(root: string, tip: string): Promise<MainLine> {
  if (await isShallow(root))
    throw new UnableError(
      'The history here is cut off, so the record can’t be compared with it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    )
  const listed = await runGit(root, [
    'rev-list',
    '--first-parent',
    '--reverse',
    '--no-commit-header',
    '--format=%H %T %ct',
    tip,
    '--'
  ])
  const main = new MainLine()
  const differ = new TreeDiffer(root, ['grants'])
  try {
    const rows = listed.toString('latin1').split('\n').filter(Boolean)
    let before = emptyTreeLike(tip)
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH).map((row) => row.split(' '))
      const pairs = batch.map(([, tree = '']): readonly [string, string] => {
        const pair = [before, tree] as const
        before = tree
        return pair
      })
      const differences = await differ.compare(pairs)
      for (const [index, [commit = '', , at = '']] of batch.entries()) {
        main.add(commit, Number(at) * 1000)
        for (const { path, after } of differences[index] ?? []) main.change(path, after)
      }
    }
  } finally {
    differ.close()
  }
  return main
}
