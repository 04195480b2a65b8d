import type { Verdict } from '../approval/verdict.ts'

/** What `approvals` says: the value behind all its formats. */
export interface ApprovalsView {
  readonly verdict: Verdict
  readonly title: string
  /** What is to be known about what it was judged against; null: nothing. */
  readonly warning: string | null
}
