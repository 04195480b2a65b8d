import type { DoctorCheck, Told } from '../check.ts'
import { demanded } from '../demands.ts'
import type { BranchDemands } from '../facts.ts'

type Rule = NonNullable<BranchDemands['pullRequest']>

/** One demand on pull requests into the default branch, which some source must make. */
function rule(
  code: string,
  severity: DoctorCheck['severity'],
  doc: string,
  setting: string,
  holds: (rule: Rule) => boolean
): DoctorCheck {
  return {
    code,
    severity,
    where: 'github',
    doc,
    *run(facts): Generator<Told> {
      if (demanded(facts, ({ pullRequest }) => pullRequest !== null && holds(pullRequest)) !== false) return
      yield { message: doc, fix: `Settings › Rules › Rulesets › the one for the default branch › ${setting}` }
    }
  }
}

/** What a pull request into the default branch must have before GitHub lets it merge. */
export const PULL_REQUEST_CHECKS: readonly DoctorCheck[] = [
  rule(
    'pull-request-not-required',
    'error',
    'The default branch takes direct pushes. Nothing they bring is issued, but they reach it unreviewed.',
    'Require a pull request before merging.',
    () => true
  ),
  rule(
    'review-not-required',
    'error',
    'A pull request into the default branch needs no approving review.',
    'Require a pull request before merging › Required approvals: 1.',
    ({ approvals }) => approvals >= 1
  ),
  rule(
    'code-owners-not-required',
    'error',
    'A pull request into the default branch needs no review by code owners.',
    'Require a pull request before merging › Require review from Code Owners.',
    ({ codeOwners }) => codeOwners
  ),
  rule(
    'stale-reviews-kept',
    'error',
    'An approval outlives pushes that follow it.',
    'Require a pull request before merging › Dismiss stale pull request approvals when new commits are pushed.',
    ({ dismissStale }) => dismissStale
  ),
  rule(
    'last-push-unapproved',
    'error',
    'Whoever pushed last may be the only one who approved.',
    'Require a pull request before merging › Require approval of the most recent reviewable push.',
    ({ lastPush }) => lastPush
  ),
  rule(
    'dismissal-unrestricted',
    'warning',
    'Everybody with write access may dismiss a review, an objection too.',
    'Require a pull request before merging › Restrict who can dismiss reviews: nobody, or the governance team.',
    ({ dismissalRestricted }) => dismissalRestricted
  )
]
