import type { Desired } from '../../plan/desired.ts'
import type { GuardFacts } from '../../plan/guard.ts'
import type { Ledger } from '../../plan/ledger.ts'
import { unitOfPath } from '../../plan/path-unit.ts'

/** What the guard needs of the files and of evidence. */
export function guardFacts({ guard, empty, at }: Desired, { removals, moved }: Ledger): GuardFacts {
  const admitted = new Set(
    [...moved].flatMap(([path, { by }]) => (by === 'reduced' ? (unitOfPath(path) ?? []) : []))
  )
  return { settings: guard, recent: removals, admitted, empty, now: at }
}
