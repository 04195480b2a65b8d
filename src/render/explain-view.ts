import type { GrantState } from '../evidence/explain/story.ts'
import type { Told } from '../evidence/explain/words.ts'

/** One grant as it is explained. */
export interface ExplainedGrant {
  readonly grant: string
  readonly state: GrantState
  /** One sentence on how it stands. */
  readonly summary: string
  /** Oldest first. */
  readonly events: readonly Told[]
}

/** What is explained of one subject. */
export interface ExplainView {
  readonly subject: string
  /** `aws-prod/billing-read`; null: all. */
  readonly entitlement: string | null
  /** Sorted by path. */
  readonly grants: readonly ExplainedGrant[]
}
