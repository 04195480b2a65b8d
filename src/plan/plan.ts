import type { EntitlementName } from '../book/ids.ts'
import type { Instant } from '../book/instant.ts'
import type { Enforcement, Goal, Meaning, Piece } from '../connectors/connector.ts'

export type Action = 'grant' | 'revoke' | 'extend' | 'shorten' | 'update'
export type Impact = 'broadening' | 'narrowing' | 'neutral'

/**
 * Why something is taken away, for the guard. Explained: `window` (what was issued has reached its end), `proved`
 * (follows from a file that stands in the approved tree), `ended` (an event), `drift` (nothing of ours ever issued it).
 * Not explained: `unproved` (a file was deleted, or a subject's end or suspension set, without proof).
 */
export type Cause = 'window' | 'proved' | 'ended' | 'unproved' | 'drift'

/** One difference in who holds what. Of a grant file in one system, on one principal. */
export interface Change {
  readonly action: Action
  readonly system: string
  /** Bare id; the path's own for a bundle. Empty where nothing tells. */
  readonly entitlement: string
  /** Id; empty where nothing tells. */
  readonly subject: string
  /** Path of the grant; null where none explains it. */
  readonly grant: string | null
  /** In the connector's terms: `user/alice`; null where no account is known. */
  readonly principal: string | null
  readonly why: string
  readonly cause: Cause
  /** Removals with the same unit count as one for the guard: a grant's path, or `subject alice`. */
  readonly unit: string
  readonly from: Instant | null
  readonly until: Instant | null
  readonly enforcement: Enforcement
  readonly impact: Impact
  readonly meaning: Meaning
  readonly pieces: ChangedPieces
}

/** The pieces of one grant on one principal before and after. */
export interface ChangedPieces {
  readonly before: readonly Piece[]
  readonly after: readonly Piece[]
  /** Ids of memberships among them that somebody else added before: they are never ours to take away. */
  readonly theirs: ReadonlySet<string>
}

export interface Refused {
  readonly grant: string
  readonly system: string
  readonly code: string
  readonly why: string
  /** `held`: nothing wrong with the file itself, but it is not issued (someone else's principal, withheld). */
  readonly state: 'refused' | 'held'
}

/** A difference between live state and evidence that needs no write: a run was killed before it could record it. */
export interface Observed {
  readonly what: 'issued' | 'revoked'
  readonly grant: string
  readonly system: string
  readonly entitlement: EntitlementName
  readonly principal: string
  readonly principalId: string
  readonly blob: string
  readonly from: Instant | null
  readonly until: Instant
  readonly enforcement: Enforcement
  /** What of it is ours. */
  readonly pieces: readonly Piece[]
  readonly why: string
}

/** What is to be done to one system. `apply` follows it and knows no modes. */
export interface SystemPlan {
  readonly system: string
  /** One for each principal that differs: suspensions first, then revocations, then the rest. */
  readonly goals: readonly Goal[]
  /** Explained by the files, sorted by grant, principal, then removal before addition. */
  readonly changes: readonly Change[]
  /** What live state has otherwise than evidence left it, and no file explains. Null where live state was not read. */
  readonly drift: readonly Change[] | null
  readonly refused: readonly Refused[]
  /** Removals kept back by the guard. */
  readonly withheld: readonly Change[]
  readonly observed: readonly Observed[]
  /** How many grants have something standing in live state. */
  readonly standing: number
  /** For each principal, our pieces before. */
  readonly before: ReadonlyMap<string, readonly Piece[]>
}
