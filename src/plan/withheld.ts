import type { Change, Refused } from './plan.ts'

/** Code of a removal that the guard keeps back. */
export const WITHHELD = 'removal-withheld'

/** A removal that was kept back, as something held: nobody may take it for done. */
export function withheldAsRefused({ grant, system, why, principal }: Change): Refused {
  const what = grant ?? `an unknown grant of ${principal ?? 'somebody'}`
  return {
    grant: what,
    system,
    code: WITHHELD,
    why: `Its removal is withheld (${why}): too much would be taken away at once without proof. It stays until its own end.`,
    state: 'held'
  }
}
