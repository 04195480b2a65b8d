import { plain } from '../../book/quote.ts'
import type { PullFacts } from '../facts.ts'
import type { ProofReason } from '../verdict.ts'

const RULE = 'merged-by-pull-request'

/**
 * Rule 1. What landed came by a merged pull request from a branch of this repository into the default branch. How it was
 * merged doesn't matter: rule 2 compares what came of it. Before the merge only where it comes from and goes to counts.
 */
export function mergedByPullRequest(facts: PullFacts): readonly ProofReason[] {
  const reasons: ProofReason[] = []
  const refuse = (why: string) => reasons.push({ rule: RULE, why, passing: false })
  if (!facts.sameRepository)
    refuse(
      'It comes from a fork, whose pushes nobody can tell. Push the branch to this repository and open it from there.'
    )
  if (facts.into !== facts.defaultBranch)
    refuse(
      `It goes into "${plain(facts.into)}", and only "${plain(facts.defaultBranch)}" is followed. Change its base branch.`
    )
  if (!facts.open && !facts.merged) refuse('It was closed without being merged. Open it again.')
  if (facts.merged && !facts.landed)
    refuse('It counts as merged, but no commit of the default branch is known that it brought.')
  if (!facts.merged && facts.landed) refuse('Commits of the default branch name it, but it was not merged.')
  return reasons
}
