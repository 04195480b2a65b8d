import type { PathDifference } from '../../approval/facts.ts'
import { reductionOf } from '../../approval/reduction.ts'
import { identify } from '../../book/paths.ts'
import { filesNamed, type Tree } from '../../book/tree.ts'
import { openChanged, type Source } from '../../io/source.ts'

/**
 * Which of these paths, as they landed, only take access away from their form in `source`, with what they do in words.
 * Reads those files, and what says what their grants give: nothing per grant of the book.
 */
export async function findReductions(
  root: string,
  source: Source,
  differences: readonly PathDifference[]
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const candidates = differences.filter(({ path }) => MAY_REDUCE.has(identify(path)?.kind ?? ''))
  if (candidates.length === 0) return found
  const next = openChanged(root, source, candidates.map(entryOf))
  try {
    const [before, after] = [await load(source, candidates), await load(next, candidates)]
    for (const { path } of candidates) {
      const what = reductionOf(path, before, after)
      if (what !== null) found.set(path, what)
    }
    return found
  } finally {
    next.close()
  }
}

/** Kinds of files that a change can only take away from. Of all others every change needs approval. */
const MAY_REDUCE: ReadonlySet<string> = new Set(['grant', 'emergency', 'out-of-band', 'person', 'suspension'])

async function load(source: Source, differences: readonly PathDifference[]) {
  const paths = new Set([
    ...differences.map(({ path }) => path),
    ...filesNamed(source.tree, 'entitlement.yaml').map(({ path }) => path),
    ...workloads(source.tree)
  ])
  return (await source.load(paths)).book
}

/** Workloads may become orphans by somebody's end. */
function* workloads({ entries }: Tree): Generator<string> {
  for (const path of entries.keys()) if (path.startsWith('grants/workloads/')) yield path
}

/** A landed form as an entry of a tree. */
export function entryOf({ path, after }: Pick<PathDifference, 'path' | 'after'>) {
  return { path, after: after && { path, ...after, size: null } }
}
