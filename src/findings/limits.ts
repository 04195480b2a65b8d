import type { Grant } from '../book/book.ts'
import { DAY, HOUR, MINUTE, type Duration } from '../book/duration.ts'
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

/** A length for people: `365d 15h`, `4h 1m`; a part of a minute counts as one. */
export function inWords(length: Duration): string {
  const minutes = Math.ceil(length / MINUTE) * MINUTE
  const parts = [
    [Math.floor(minutes / DAY), 'd'],
    [Math.floor((minutes % DAY) / HOUR), 'h'],
    [(minutes % HOUR) / MINUTE, 'm']
  ] as const
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count}${unit}`] : [])).join(' ')
}
