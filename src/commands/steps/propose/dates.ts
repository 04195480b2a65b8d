import { UsageError } from '../../../book/errors.ts'
import { readInstant, writeInstant, type Instant } from '../../../book/instant.ts'
import { quote } from '../../../book/quote.ts'
import { readEnd, type MeantEnd } from '../../../compose/end.ts'

/** Reads an option that says when something ends: a day, an instant, or a duration counted from `from`. Throws UsageError. */
export function endOption(option: string, given: string, from: Instant, now: Instant): MeantEnd {
  const fault = endFault(given, from, now)
  const end = readEnd(given.trim(), from)
  if (fault === null && end) return end
  throw new UsageError(`${option} ${quote(given)}: ${fault ?? FORMS}`)
}

/** What is wrong with such an answer; null: nothing. */
export function endFault(given: string, from: Instant, now: Instant): string | null {
  const end = readEnd(given.trim(), from)
  if (!end) return FORMS
  return end.at > now ? null : `that is over already (${writeInstant(end.at)}).`
}

const FORMS =
  'it must be a day that exists (2026-12-14: to its end in UTC), an instant (2026-12-14T18:00:00Z) or a duration (8h, 14d).'

/** Reads an option that says when something begins. Throws UsageError. */
export function startOption(option: string, given: string): Instant {
  const at = readInstant(given, 'start')
  if (at !== null) return at
  throw new UsageError(
    `${option} ${quote(given)}: it must be a day that exists (2026-12-01: from 00:00 UTC) or an instant (2026-12-01T08:00:00Z).`
  )
}

/** Reads an option that names a last day, which may have passed. Throws UsageError. */
export function lastDayOption(option: string, given: string): MeantEnd {
  const at = readInstant(given, 'end')
  if (at !== null) return { text: given, at }
  throw new UsageError(
    `${option} ${quote(given)}: it must be a day that exists (2027-03-31: to its end in UTC) or an instant (2027-03-31T18:00:00Z).`
  )
}
