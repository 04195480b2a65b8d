import type { Instant } from '../book/instant.ts'

/** Whose activity is asked for, and when. */
export interface ActivityAsked {
  /** As `ConnectorCore.principalOf` writes it: `user/alice`. */
  readonly principal: string
  /** Valid targets that it held. */
  readonly targets: readonly unknown[]
  readonly from: Instant
  readonly until: Instant
}

/** One thing that somebody did, in the system's own words. Each text is on one line, and is other people's. */
export interface Act {
  readonly at: Instant
  /** `iam.amazonaws.com CreateUser`. */
  readonly what: string
  /** What it was done to; empty where the system doesn't tell. */
  readonly on: string
  /** Where from: an address, or a service. */
  readonly from: string
  /** With what: whatever the caller's program says of itself. */
  readonly agent: string
  /** Why the system refused it; null: it didn't. */
  readonly error: string | null
}

/** What the system tells of a principal's activity in a time. */
export interface Activity {
  /** When what was held was taken up, oldest first. */
  readonly uses: readonly Act[]
  /** What was changed, or was tried to be, oldest first; what only read is left out. */
  readonly changes: readonly Act[]
  /** Whether more happened than is told here. */
  readonly cut: boolean
  /** What else the system keeps: when something was last used, by anybody. */
  readonly lastUsed: readonly { readonly what: string; readonly at: Instant | null }[]
  /** What could not be read, in words. As long as there is any, nothing here says that nothing happened. */
  readonly unread: readonly string[]
}
