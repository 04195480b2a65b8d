import type { Gap, PathDifference } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'
import type { Step } from '../../evidence/advance.ts'
import type { Authority } from './authority.ts'
import type { LandedCommit } from './landed-commits.ts'

/** One step, and when it came. */
export interface Grouped {
  readonly step: Step
  /** The committer's clock of its last commit: a claim. */
  readonly at: Instant
  /** Why nobody can tell which pull request brought it; null if that is known. */
  readonly unread: Gap | null
}

/**
 * First-parent commits put together to steps: those in a row that one merged pull request brought (a rebase) are one.
 * Commits that change nothing governed are asked nothing about.
 */
export async function* groupSteps(
  commits: readonly LandedCommit[],
  authority: Pick<Authority, 'pullOf'>
): AsyncGenerator<Grouped> {
  let open: Grouped | null = null
  for (const one of commits) {
    if (one.differences.length === 0) continue
    const read = await authority.pullOf(one.commit)
    const pull = read.ok ? read.value : null
    if (open && pull !== null && open.step.pull === pull) {
      open = joined(open, one)
      continue
    }
    if (open) yield open
    const { commit, parent, differences, at } = one
    open = {
      step: { commit, commits: [commit], parent, pull, differences },
      at,
      unread: read.ok ? null : read.gap
    }
  }
  if (open) yield open
}

function joined({ step }: Grouped, { commit, differences, at }: LandedCommit): Grouped {
  const all = new Map(step.differences.map((one) => [one.path, one]))
  for (const { path, before, after } of differences)
    all.set(path, { path, before: all.has(path) ? (all.get(path)?.before ?? null) : before, after })
  const sorted: PathDifference[] = [...all.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const commits = [...step.commits, commit]
  return { step: { ...step, commit, commits, differences: sorted }, at, unread: null }
}
