import type { DiscountedReview, Verdict } from '../../approval/verdict.ts'
import type { Finding } from '../../book/problem.ts'
import type { Instant } from '../../book/instant.ts'
import type { PlanView } from '../plan-view.ts'

export type { DiscountedReview }

/** Everything that people see of one pull request: the value behind check run, comment, labels, annotations and summary. */
export interface VerdictView {
  readonly at: Instant
  /** `https://github.com/acme/access`, for links. */
  readonly repository: string
  readonly verdict: Verdict
  /** What it brings over the approved tree; errors block. Sorted. */
  readonly findings: readonly Finding[]
  /** What it changes; null where that can't be told (its own files can't be read), then `planWhy` says why. */
  readonly plan: PlanView | null
  readonly planWhy: string | null
  /** SHA-256 over path and content of everything governed that it changes: what an approval is for. */
  readonly digest: string
  /** What is worth knowing about the whole repository and isn't this pull request's doing. */
  readonly notices: readonly string[]
}

/** What stands first, everywhere. */
export type Standing = 'ready' | 'waiting' | 'needs-changes'

/** Whether it may be merged: content first (errors), then what the proof says. */
export function standingOf({ verdict, findings, plan }: VerdictView): Standing {
  const wrong = findings.some(({ severity }) => severity === 'error')
  if (wrong || verdict.state === 'refused' || (plan?.refused.length ?? 0) > 0) return 'needs-changes'
  return verdict.state === 'approved' ? 'ready' : 'waiting'
}

export const TITLES: Readonly<Record<Standing, string>> = {
  ready: 'Ready to merge',
  waiting: 'Waiting for approval',
  'needs-changes': 'Needs changes'
}

/** Conclusion of the check run: only `success` satisfies a required check. Source: GitHub REST, "Create a check run". */
export const CONCLUSIONS: Readonly<Record<Standing, 'success' | 'action_required' | 'failure'>> = {
  ready: 'success',
  waiting: 'action_required',
  'needs-changes': 'failure'
}

/** Labels that mirror the verdict: just one of them stands on a pull request. */
export const LABELS: Readonly<
  Record<Standing, { readonly name: string; readonly color: string; readonly description: string }>
> = {
  ready: {
    name: 'grantbook: ready',
    color: '1a7f37',
    description: 'Approved by the right people, in exactly this content'
  },
  waiting: { name: 'grantbook: waiting', color: 'bf8700', description: 'Waits for an approval' },
  'needs-changes': {
    name: 'grantbook: needs changes',
    color: 'cf222e',
    description: 'Can’t be merged as it is'
  }
}
