import { FIRST_YEAR, LAST_YEAR, readInstant } from '../../book/instant.ts'
import type { Pointer } from '../../book/place.ts'
import type { Check, Told } from '../check.ts'

/** A date of the right form that does not exist (31 February, hour 24, a leap second) or lies outside the years 2000 to 2999. */
export const dateInvalid: Check = {
  code: 'date-invalid',
  severity: 'error',
  doc: 'A date of the right form that does not exist (31 February, hour 24, a leap second) or lies outside the years 2000 to 2999.',
  fix: 'Write a real date: `2026-12-14`, or `2026-12-14T18:00:00Z`.',
  *run({ book }) {
    for (const { path, expires, starts, hasStarts } of book.grants.values()) {
      if (expires === null) yield told(path, ['expires'])
      if (hasStarts && starts === null) yield told(path, ['starts'])
    }
    for (const { path, data } of book.people.values()) yield* judge(path, ['ends'], data.ends)
    for (const { path, data } of book.workloads.values()) yield* judge(path, ['expires'], data.expires)
    for (const { path, data } of book.exceptions.values()) yield* judge(path, ['expires'], data.expires)
    for (const { path, data } of book.suspensions.values()) yield* judge(path, ['until'], data.until)
    for (const { path, data } of book.outOfBand.values()) {
      yield* judge(path, ['expires'], data.expires)
      for (const [index, item] of data.items.entries()) {
        yield* judge(path, ['items', index, 'firstSeen'], item.firstSeen)
        yield* judge(path, ['items', index, 'lastUsed'], item.lastUsed ?? undefined)
      }
    }
  }
}

function* judge(file: string, pointer: Pointer, text: string | undefined): Generator<Told> {
  if (text !== undefined && readInstant(text, 'end') === null) yield told(file, pointer)
}

function told(file: string, pointer: Pointer): Told {
  return {
    message: `This is no real date: the day, hour or offset doesn't exist, or the year is not between ${FIRST_YEAR} and ${LAST_YEAR}.`,
    fix: 'Write a real date such as 2026-12-14, or 2026-12-14T18:00:00Z.',
    file,
    pointer
  }
}
