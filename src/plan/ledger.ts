import type { EntitlementName } from '../book/ids.ts'
import type { Instant } from '../book/instant.ts'
import type { Cause } from './plan.ts'

/** What evidence says of one grant in one system. */
export interface Standing {
  readonly grant: string
  readonly system: string
  readonly principal: string
  readonly principalId: string
  readonly from: Instant | null
  readonly until: Instant
  /** Ids of the pieces that were issued. */
  readonly pieces: readonly string[]
  readonly entitlement: EntitlementName
  readonly blob: string
}

/** What evidence says stands and what has ended for good; folded from events, read by the plan. */
export interface Ledger {
  /** Issued and not revoked, by `system` then grant path. */
  readonly standing: ReadonlyMap<string, ReadonlyMap<string, Standing>>
  /** Grants with an `ended` event for their present blob: path → blob. */
  readonly ended: ReadonlyMap<string, string>
  /** Removals of the last 24 hours, for the guard. */
  readonly removals: readonly { readonly system: string; readonly subject: string; readonly at: Instant; readonly cause: Cause }[]
  /** Last `refused` or `held` code of a grant's present blob, so that only news fails a run: path → `blob code`. */
  readonly refused: ReadonlyMap<string, string>
}

export const EMPTY_LEDGER: Ledger = { standing: new Map(), ended: new Map(), removals: [], refused: new Map() }
