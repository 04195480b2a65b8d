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
  const [left, right] = [keyOf(a), keyOf(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

function keyOf({ grant, system, action, state, why }: Outcome): string {
  return [grant ?? '\uffff', system, action ?? '', state, why].join('\0')
}
