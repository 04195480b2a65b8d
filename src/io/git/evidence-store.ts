import type { Instant } from '../../book/instant.ts'
import type { ApprovedTree, Move } from '../../evidence/approved-tree.ts'
import type { Event } from '../../evidence/events.ts'
import type { Evidence } from './evidence-read.ts'

/** The evidence branch at one commit, verified. */
export interface EvidenceSnapshot extends Evidence {
  /** Null before genesis. */
  readonly approved: ApprovedTree | null
}

/** One commit to be appended. Its moves are those that its events say, and no others. */
export interface Entry {
  /** First line of the commit message. */
  readonly subject: string
  readonly events: readonly Event[]
  readonly moves: readonly Move[]
}

/** How an append ended. `raced`: somebody else moved the branch and nothing was written; read again and compute again. */
export type Appended = { readonly state: 'done'; readonly head: string } | { readonly state: 'raced' }

/**
 * The evidence branch: on the forge, or in this repository alone (tests). Everything it gives has been verified since the
 * newest anchor, or since genesis where there is none.
 */
export interface EvidenceStore {
  /**
   * Fetches and verifies the branch and reads all of it. Throws UnableError if it can't be read, EvidenceError if it can't
   * be trusted.
   */
  read(): Promise<EvidenceSnapshot>
  /**
   * What must be known to tell whether there is anything new: head, sealed commit, approved tree; no event is folded but
   * those of people and suspensions. Work doesn't grow with the number of events.
   */
  glance(): Promise<{ readonly head: string | null; readonly approved: ApprovedTree | null }>
  /** Appends commits one after the other, signed, in one push that moves the branch from `from` or not at all. */
  append(from: string | null, entries: readonly Entry[], at: Instant): Promise<Appended>
}
