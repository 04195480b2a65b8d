import type { Desired } from './desired.ts'
import type { Ledger } from './ledger.ts'
import type { Refused } from './plan.ts'

/** Code of a grant that stands in a system which no file describes any more. */
export const SYSTEM_GONE = 'system-gone'

/**
 * Grants that evidence says stand in a system whose file is gone: nobody can reach it to take them away. What has ended
 * in the target's own policy by now is no longer anybody's worry; a membership is, however long ago it should have ended.
 */
export function stranded({ systems, closed, at }: Desired, ledger: Ledger): readonly Refused[] {
  const found: Refused[] = []
  for (const [system, grants] of ledger.standing) {
    if (systems.has(system) || closed.has(system)) continue
    for (const [grant, standing] of grants) {
      const lasts = standing.some(
        ({ until, pieces }) => at < until || pieces.some(({ enforcement }) => enforcement === 'job')
      )
      if (lasts) found.push({ grant, system, code: SYSTEM_GONE, why: why(system), state: 'held' })
    }
  }
  return found.toSorted((a, b) => (a.grant < b.grant ? -1 : 1))
}

function why(system: string): string {
  return (
    `It still stands in "${system}", which no file describes any more, so it can’t be taken away. ` +
    `Restore "grants/systems/${system}/system.yaml" until everything there has been revoked.`
  )
}
