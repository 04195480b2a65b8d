import type { Book, Grant } from './book.ts'
import { readDuration } from './duration.ts'
import { readInstant, writeInstant, type Instant } from './instant.ts'
import type { Workload } from './kinds/workload.ts'

/** When something ends, and through what. */
export interface End {
  /** The first instant after the access. */
  readonly at: Instant
  /** In words, with the instant. */
  readonly why: string
  /** `subject`: everything that this subject holds ends with it. */
  readonly by: 'grant' | 'subject'
}

/** `unknown`: a file that decides it is missing or names a day that doesn't exist. Null: no end. */
export type MaybeEnd = End | 'unknown' | null

type Facts = Pick<Book, 'people' | 'workloads' | 'settings'>

/**
 * The end of a grant's effective window: the earliest of its own `expires` and its subject's end. Unknown if any of
 * them can't be told: a date that can't be read must never turn into a later one.
 */
export function effectiveEnd(book: Facts, grant: Pick<Grant, 'expires' | 'subject'>): End | 'unknown' {
  const subject = subjectEnd(book, grant.subject)
  if (grant.expires === null || subject === 'unknown') return 'unknown'
  const own: End = { at: grant.expires, why: `it ends at ${writeInstant(grant.expires)}`, by: 'grant' }
  return subject && subject.at < own.at ? subject : own
}

/**
 * When everything ends that a person or workload holds: a person's `ends`; a workload's `expires`, or `orphans.grace`
 * after the last of its owner and backup ended.
 */
export function subjectEnd(book: Facts, subject: string): MaybeEnd {
  const person = book.people.get(subject)
  if (person) return personEnd(subject, person.data.ends)
  const workload = book.workloads.get(subject)
  return workload ? workloadEnd(book, subject, workload.data) : 'unknown'
}

function personEnd(id: string, ends: string | undefined): MaybeEnd {
  if (ends === undefined) return null
  const at = readInstant(ends, 'end')
  return at === null ? 'unknown' : { at, why: `${id} leaves at ${writeInstant(at)}`, by: 'subject' }
}

function workloadEnd(book: Facts, id: string, workload: Workload): MaybeEnd {
  const expires = readInstant(workload.expires, 'end')
  const orphaned = orphanEnd(book, id, workload)
  if (expires === null || orphaned === 'unknown') return 'unknown'
  const own: End = {
    at: expires,
    why: `${id} was to be re-attested by ${writeInstant(expires)}`,
    by: 'subject'
  }
  return orphaned && orphaned.at < expires ? orphaned : own
}

/** `orphans.grace` after the last of owner and backup ended. Null while one of them has no end. */
export function orphanEnd(book: Facts, id: string, workload: Workload): MaybeEnd {
  const keepers = [workload.owner, ...(workload.backup === undefined ? [] : [workload.backup])]
  let last: Instant | null = null
  for (const keeper of keepers) {
    const person = book.people.get(keeper)
    if (!person) continue
    const end = personEnd(keeper, person.data.ends)
    if (end === null || end === 'unknown') return end
    last = Math.max(last ?? end.at, end.at)
  }
  // Without settings there is no grace: less access, never more.
  const grace = readDuration(book.settings?.data.orphans.grace ?? '') ?? 0
  if (last === null) return 'unknown'
  const at = last + grace
  return {
    at,
    why: `${id} has had no owner since ${writeInstant(last)}, and its grace ends at ${writeInstant(at)}`,
    by: 'subject'
  }
}
