import type { Book, Grant } from '../book/book.ts'
import { readDuration } from '../book/duration.ts'
import { readInstant, type Instant } from '../book/instant.ts'

/** The instant in a retrospective's file name (`20261121T0310Z`); null if it isn't a real one. */
export function startInName(start: string): Instant | null {
  const [, year, month, day, hour, minute] = /^(....)(..)(..)T(..)(..)Z$/u.exec(start) ?? []
  return readInstant(`${year}-${month}-${day}T${hour}:${minute}:00Z`, 'start')
}

/** An instant as a retrospective's file name has it: whole minutes, UTC. */
export function nameOfStart(at: Instant): string {
  const iso = new Date(at).toISOString()
  return `${iso.slice(0, 16).replaceAll(/[-:]/gu, '')}Z`
}

/**
 * Whether an emergency has its retrospective: one of the same subject and entitlement whose start lies in it. Without a
 * `starts` an emergency began at most as long before its end as any may last.
 */
export function isReviewed(book: Book, grant: Grant): boolean {
  const longest = readDuration(book.settings?.data.emergency.maxDuration ?? '') ?? 0
  const end = grant.expires ?? -Infinity
  const begin = grant.starts ?? end - longest
  // A file's name has whole minutes.
  const first = Math.floor(begin / 60_000) * 60_000
  return [...book.retrospectives.values()].some(({ system, entitlement, subject, start }) => {
    const at = startInName(start)
    const same = system === grant.system && entitlement === grant.entitlement && subject === grant.subject
    return same && at !== null && first <= at && at <= end
  })
}

/** Emergencies that ended and have no retrospective, with when it is due. */
export function unreviewed(
  book: Book,
  now: Instant
): readonly { readonly grant: Grant; readonly due: Instant }[] {
  const within = readDuration(book.settings?.data.emergency.reviewWithin ?? '')
  if (within === null) return []
  return [...book.grants.values()].flatMap((grant) =>
    grant.kind === 'emergency' && grant.expires !== null && grant.expires <= now && !isReviewed(book, grant)
      ? [{ grant, due: grant.expires + within }]
      : []
  )
}
