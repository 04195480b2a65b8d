import type { Grant } from '../book/book.ts'
import type { Instant } from '../book/instant.ts'
import type { Settings } from '../book/kinds/settings.ts'
import type { Window } from '../book/window.ts'
import type { ConnectorCore, Enforcement, Holding, Piece, SystemContext } from '../connectors/connector.ts'

/** What one grant asks of one system: what its subject's account there is to hold, and when. */
export interface Desire {
  readonly grant: Grant
  readonly system: string
  readonly principal: string
  readonly window: Window
  readonly holdings: readonly Holding[]
  readonly pieces: readonly Piece[]
  /** `job` as soon as one piece can't carry a date. */
  readonly enforcement: Enforcement
}

/** What evidence says of a grant can't be read: there is nothing to compare live state with. */
export const EVIDENCE_UNREADABLE = 'evidence-unreadable'

/** Why something can't be judged, in the words of the finding that says so. */
export interface Fault {
  readonly code: string
  readonly why: string
}

/**
 * A grant that can't be judged now: its file, or one above it, is broken. Nothing is issued or widened for it; what
 * stands keeps its date.
 */
export interface Frozen extends Fault {
  readonly grant: string
  readonly system: string
  readonly entitlement: string
  readonly subject: string
  readonly blob: string
  /**
   * An end that is certain although the grant can't be judged: its subject's, or its file's own where the file itself is
   * in order; null if none.
   */
  readonly until: Instant | null
  /** Whether that end is its file's own. */
  readonly own: boolean
  /** Paths of the files that say so. */
  readonly by: readonly string[]
}

/** A grant whose file stands and which holds nothing now. */
export interface Gone {
  readonly kind: 'window' | 'suspended' | 'ended'
  readonly why: string
  /** What the guard counts as one: the grant, or the subject whose end or suspension took it. */
  readonly unit: string
  /** Paths of the files that take it: the grant's own, its subject's, or the suspension. */
  readonly by: readonly string[]
}

/** One system and what is wanted there. */
export interface SystemDesire {
  readonly context: SystemContext
  readonly core: ConnectorCore
  /** Why its own file can't be followed, so that an earlier version of it is and only what must go is done; null if it can. */
  readonly fault: Fault | null
  /** By path of the grant. */
  readonly wanted: ReadonlyMap<string, Desire>
}

/** What should be, as far as the files can say it. */
export interface Desired {
  readonly at: Instant
  readonly systems: ReadonlyMap<string, SystemDesire>
  /** Systems whose own file can't be trusted: nothing in them is read or written. */
  readonly closed: ReadonlyMap<string, Fault>
  readonly frozen: ReadonlyMap<string, Frozen>
  readonly gone: ReadonlyMap<string, Gone>
  /** Grants that could be judged and hold something, in whichever system; a bundle may hold nothing in one any more. */
  readonly valid: ReadonlyMap<string, Grant>
  /** Subjects that are suspended now, and why. */
  readonly suspended: ReadonlyMap<string, string>
  /** How much may go unexplained. */
  readonly guard: Settings['guard']
  /** The source can't be the whole organisation: a folder is missing or empty. Nothing unexplained is removed. */
  readonly empty: string | null
}
