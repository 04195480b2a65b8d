import { DAY, readDuration } from '../book/duration.ts'
import { readInstant, writeInstant, type Instant } from '../book/instant.ts'

/** An end as somebody meant it. */
export interface MeantEnd {
  /** As a file writes it. */
  readonly text: string
  /** First instant after it. */
  readonly at: Instant
}

/** Reads an end that somebody wrote: a day, an instant, or a duration counted from an instant (`8h`, `14d`). Null: none of these. */
export function readEnd(given: string, from: Instant): MeantEnd | null {
  const length = readDuration(given)
  if (length !== null) return { text: writeEnd(from + length), at: from + length }
  const at = readInstant(given, 'end')
  return at === null ? null : { text: given, at }
}

/** An end as a file writes it: the day before, where a day ends at it; else the instant. */
export function writeEnd(at: Instant): string {
  return at % DAY === 0 ? writeInstant(at - DAY).slice(0, 'YYYY-MM-DD'.length) : writeInstant(at)
}
