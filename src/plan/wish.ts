import type { Book } from '../book/book.ts'
import type { Instant } from '../book/instant.ts'
import type { Settings } from '../book/kinds/settings.ts'
import type { ApprovedAt, CapBy } from '../duties/exceptions.ts'
import type { Desire, Fault, Frozen, Gone } from './desired.ts'
import type { Broken } from './fault.ts'
import type { Ledger } from './ledger.ts'
import type { Cores, EarlierSystems } from './systems.ts'

/** What should be. */
export interface Wish {
  readonly book: Book
  /** The first error of each file that has one. */
  readonly broken: Broken
  readonly ledger: Ledger
  readonly now: Instant
  readonly cores: Cores
  /** The last settings that could be read, where the book's own can't: so that what must go still can be found. */
  readonly lastSettings: Settings | null
  /** Likewise for a system's own file. */
  readonly earlierSystems: EarlierSystems
  /** When files were approved: an exception ends the last approved of the grants that need it. */
  readonly approvedAt: ApprovedAt
}

/** A wish, and which grants end with an exception. */
export interface Capped extends Wish {
  readonly caps: ReadonlyMap<string, CapBy>
}

/** What becomes of one grant. */
export type Judged =
  | { readonly is: 'gone'; readonly gone: Gone }
  | ({ readonly is: 'frozen'; readonly fault: Fault } & Pick<Frozen, 'until' | 'own' | 'by'>)
  | { readonly is: 'wanted'; readonly desires: readonly Desire[] }
