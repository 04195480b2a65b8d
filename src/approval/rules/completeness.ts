import type { Gap, PullFacts, TeamAnswers } from '../facts.ts'
import type { ProofReason } from '../verdict.ts'

const RULE = 'completeness'

/** Rule 9. Whatever was not read, or not whole, is not approved. */
export function incomplete(facts: PullFacts, teams: TeamAnswers): readonly ProofReason[] {
  const reasons = [...facts.gaps, ...teams.gaps].map(gapReason).toSorted((a, b) => (a.why < b.why ? -1 : 1))
  if (facts.content.differences === null || facts.content.base === null)
    reasons.push(missing('what its head changes against its merge base'))
  return reasons
}

/** The push that brought the head must be on record: GitHub's activity may lag behind, and then its pusher is missing. */
export function unknownHead({ pushes, head }: PullFacts): ProofReason | null {
  return pushes.some(({ after }) => after === head)
    ? null
    : missing(
        `who pushed its head ${head.slice(0, 10)}: the repository's activity doesn't have that push yet`
      )
}

/** One answer about a team that is needed and isn't there. */
export function unanswered(what: string): ProofReason {
  return missing(what)
}

function missing(what: string): ProofReason {
  return { rule: RULE, why: `It can't be told ${what}. It will be tried again.`, passing: true }
}

function gapReason({ what, why, passing }: Gap): ProofReason {
  const end = passing
    ? 'It will be tried again.'
    : 'Split the pull request, or open it anew from a new branch.'
  return { rule: RULE, why: `${what} could not be read whole: ${why}. ${end}`, passing }
}
