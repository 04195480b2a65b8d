import { MINUTE, type Duration } from '../book/duration.ts'
import { writeInstant, type Instant } from '../book/instant.ts'

/** How far our clock and a system's may be apart: beyond it, windows would be judged at the wrong time. */
export const CLOCK_TOLERANCE: Duration = 5 * MINUTE

/** Why a run must stop because of the clock, in words; null if it need not. */
export function clockFault(system: string, serverTime: Instant, now: Instant): string | null {
  const apart = Math.abs(serverTime - now)
  if (apart <= CLOCK_TOLERANCE) return null
  const minutes = Math.floor(apart / MINUTE)
  return (
    `The clock of "${system}" says ${writeInstant(serverTime)}, ours ${writeInstant(now)}: ${minutes} minutes apart, ` +
    'more than five. Nothing was written. Set this machine’s clock right.'
  )
}
