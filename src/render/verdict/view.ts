import type { Verdict } from '../../approval/verdict.ts'
import type { Finding } from '../../book/problem.ts'
import type { Instant } from '../../book/instant.ts'
import type { PlanView } from '../plan-view.ts'

/** What one grant's file says beside its dates: so that nobody must open it. */
export interface ShownRequest {
  readonly path: string
  readonly subject: string
  readonly entitlement: string
  readonly title: string | null
  readonly reason: string
  readonly ticket: string | null
  /** Where the ticket is; null without one. */
  readonly ticketUrl: string | null
  readonly requester: string | null
  readonly task: string | null
  readonly incident: string | null
}

/** How a governing file changes, as git tells it. */
export interface ShownDiff {
  readonly path: string
  readonly text: string
}

/** Everything that people see of one pull request: the value behind check run, comment, labels, annotations and summary. */
export interface VerdictView {
  readonly at: Instant
  /** `https://github.com/acme/access`, for links. */
  readonly repository: string
  readonly verdict: Verdict
  /** What it brings over the approved tree; errors block. Sorted. */
  readonly findings: readonly Finding[]
  /** Conflicts of duties among what it touches that were there before: shown apart, they block nothing. */
  readonly standing: readonly Finding[]
  /** What it changes; null where that can't be told (its own files can't be read), then `planWhy` says why. */
  readonly plan: PlanView | null
  readonly planWhy: string | null
  /** What the grants that it adds or changes say. Sorted by path. */
  readonly requests: readonly ShownRequest[]
  /** Governing files that it changes. Sorted by path. */
  readonly diffs: readonly ShownDiff[]
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
