import type { Year } from '../year.ts'
import { auditClean } from './audit-clean.ts'
import { onePull } from './one-pull.ts'
import { outsideInQueue } from './outside-in-queue.ts'
import { quietNights } from './quiet-nights.ts'
import { recordSaysSo } from './record-says-so.ts'
import { standingExactly } from './standing-exactly.ts'
import { withinWindows } from './within-windows.ts'

/** What must hold every morning. */
export interface Invariant {
  readonly name: string
  /** What is wrong; nothing, if it holds. */
  readonly check: (year: Year) => readonly string[] | Promise<readonly string[]>
}

/** All of them. */
export const INVARIANTS: readonly Invariant[] = [
  withinWindows,
  standingExactly,
  outsideInQueue,
  onePull,
  recordSaysSo,
  quietNights,
  auditClean
]
