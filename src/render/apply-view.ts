import { compare } from '../book/compare.ts'
import type { Outcome } from '../plan/outcome.ts'

/** What `apply` says: the value behind all its formats. */
export interface ApplyView {
  readonly commit: string
  /** Whether the exit status is 0. */
  readonly ok: boolean
  readonly outcomes: readonly Outcome[]
  readonly calls: { readonly read: number; readonly write: number }
}

/** Order of outcomes: by grant (those of no grant last), then system, then what was done. */
export function compareOutcomes(a: Outcome, b: Outcome): number {
  return (
    compare(a.grant ?? LAST, b.grant ?? LAST) ||
    compare(a.system, b.system) ||
    compare(a.action ?? '', b.action ?? '') ||
    compare(a.state, b.state) ||
    compare(a.why, b.why)
  )
}

/** After every path. */
const LAST = '\uffff'
