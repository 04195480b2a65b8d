import type { Instant } from '../../book/instant.ts'
import type { OutOfBand } from '../../book/kinds/out-of-band.ts'

/** What the record has said so far of things found on one principal. */
export interface OutsideState {
  /** When each was first seen, by id, and every digest that it was found with. */
  readonly seen: Map<string, { since: Instant; readonly digests: Set<string> }>
  /** What was saved before it was taken away. */
  readonly saved: Set<string>
  /** Decided to be taken away, or given by a grant. */
  readonly answered: Set<string>
  /** What the approved file says, and whether that is proved. */
  file: OutOfBand | null
  proved: boolean
}

/** Nothing was ever found. */
export function newOutsideState(): OutsideState {
  return { seen: new Map(), saved: new Set(), answered: new Set(), file: null, proved: false }
}
