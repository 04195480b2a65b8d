import type { Patch } from '../acme.ts'
import type { How } from '../judge.ts'

/** One book that has something wrong, or all but. */
export interface Case {
  /** The check it is about: told here if `found` names it, and all but told if it doesn't. */
  readonly code: string
  /** What is special about it, in words. */
  readonly what: string
  readonly patch: Patch
  readonly how?: How
  /** Every finding of the whole book, exactly. */
  readonly found: readonly string[]
}
