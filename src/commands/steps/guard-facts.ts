import type { Desired } from '../../plan/desired.ts'
import type { GuardFacts } from '../../plan/guard.ts'
import type { Ledger } from '../../plan/ledger.ts'

/** What the guard needs of the files and of evidence. */
export function guardFacts({ guard, empty, at }: Desired, { removals }: Ledger): GuardFacts {
  return { settings: guard, recent: removals, empty, now: at }
}
