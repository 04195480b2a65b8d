import type { Gap, PathDifference } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'
import type { Step } from '../../evidence/advance.ts'
import type { Authority } from './authority.ts'
import type { LandedCommit } from './landed-commits.ts'

/** One step, and when it came. */
export interface Grouped {
  /** Its pull request is the first of those that may have brought it. */
  readonly step: Step
  /** Merged pull requests that may have brought it, by number. */
  readonly pulls: readonly number[]
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
  authority: Pick<Authority, 'pullsOf'>
): AsyncGenerator<Grouped> {
  let open: Grouped | null = null
  for (const one of commits) {
    if (one.differences.length === 0) continue
    const read = await authority.pullsOf(one.commit)
    const pulls = read.ok ? read.value : []
    if (open && pulls.length > 0 && sameNumbers(open.pulls, pulls)) {
      open = joined(open, one)
      continue
    }
    if (open) yield open
    const { commit, parent, differences, at } = one
    open = {
      step: { commit, commits: [commit], parent, pull: pulls[0] ?? null, differences },
      pulls,
      at,
      unread: read.ok ? null : read.gap
    }
  }
  if (open) yield open
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}

function joined({ step, pulls }: Grouped, { commit, differences, at }: LandedCommit): Grouped {
  const all = new Map(step.differences.map((one) => [one.path, one]))
  for (const { path, before, after } of differences)
    all.set(path, { path, before: all.has(path) ? (all.get(path)?.before ?? null) : before, after })
  const sorted: PathDifference[] = [...all.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const commits = [...step.commits, commit]
  return { step: { ...step, commit, commits, differences: sorted }, pulls, at, unread: null }
}
