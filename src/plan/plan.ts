import type { Instant } from '../book/instant.ts'
import type { Enforcement, Goal, Meaning, Piece } from '../connectors/connector.ts'

export type Action = 'grant' | 'revoke' | 'extend' | 'shorten' | 'update'
export type Impact = 'broadening' | 'narrowing' | 'neutral'

/** Why something is taken away, for the guard: `window` and `proved` explain a removal, the rest doesn't. */
export type Cause = 'window' | 'proved' | 'ended' | 'unproved' | 'drift'

/** One difference in who holds what. Of a grant file in one system. */
export interface Change {
  readonly action: Action
  readonly system: string
  /** Bare id. */
  readonly entitlement: string
  readonly subject: string
  /** Path of the grant; null where none explains it. */
  readonly grant: string | null
  /** In the connector's terms: `user/alice`; null where no account is known. */
  readonly principal: string | null
  readonly why: string
  readonly cause: Cause
  readonly from: Instant | null
  readonly until: Instant | null
  readonly enforcement: Enforcement
  readonly impact: Impact
  readonly meaning: Meaning
}

export interface Refused {
  readonly grant: string
  readonly system: string
  readonly code: string
  readonly why: string
  /** `held`: nothing wrong with the file itself, but it is not issued (someone else's principal, withheld). */
  readonly state: 'refused' | 'held'
}

/** What is to be done to one system. `apply` follows it and knows no modes. */
export interface SystemPlan {
  readonly system: string
  /** One for each principal that differs, revocations first. */
  readonly goals: readonly Goal[]
  readonly changes: readonly Change[]
  /** Null where live state was not read. */
  readonly drift: readonly Change[] | null
  readonly refused: readonly Refused[]
  /** Removals kept back by the guard. */
  readonly withheld: readonly Change[]
  /** For each principal, our pieces before. */
  readonly before: ReadonlyMap<string, readonly Piece[]>
}
