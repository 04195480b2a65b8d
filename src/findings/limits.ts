import type { Grant } from '../book/book.ts'
import { DAY, type Duration } from '../book/duration.ts'
import { writeInstant, type Instant } from '../book/instant.ts'

/** When the time that limits are counted from begins: the grant's start, or now if that is later. */
function begin(grant: Grant, now: Instant): Instant {
  return Math.max(grant.starts ?? now, now)
}

/** How long a grant still lasts, in milliseconds, if that is more than `limit`; else null. */
export function tooLong(grant: Grant, now: Instant, limit: Duration): Duration | null {
  if (grant.expires === null) return null
  const length = grant.expires - begin(grant, now)
  return length > limit ? length : null
}

/** The latest `expires` that keeps to `limit`, as one writes it in a file. */
export function latestEnd(grant: Grant, now: Instant, limit: Duration): string {
  const from = begin(grant, now)
  return lastDay(from + limit, from)
}

/** The last plain date whose whole day ends by `end`; the instant itself where no day after `from` does. */
export function lastDay(end: Instant, from: Instant): string {
  const day = Math.floor(end / DAY) * DAY - DAY
  return day >= Math.floor(from / DAY) * DAY
    ? writeInstant(day).slice(0, 'YYYY-MM-DD'.length)
    : writeInstant(end)
}
