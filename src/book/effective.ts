import type { Book, Entry, Grant, Subject } from './book.ts'
import { readDuration } from './duration.ts'
import { readInstant, type Instant } from './instant.ts'
import type { Person } from './kinds/person.ts'
import type { Workload } from './kinds/workload.ts'
import type { Window } from './window.ts'

/** What a grant ends by: its own date, its person's last day, its workload's date, or its workload's last owner. */
export type End = 'expires' | 'person-ends' | 'workload-expires' | 'orphaned'

/**
 * When a grant really holds. Without a window nothing may be issued or widened for it; `certain` is then the earliest
 * end that is known all the same (its person leaves), null if there is none.
 */
export type Effective =
  | { readonly window: Window; readonly end: End; readonly why: null; readonly certain: null }
  | { readonly window: null; readonly end: null; readonly why: string; readonly certain: Instant | null }

/** A person or workload by id; null if there is no valid file. */
export function subjectOf(book: Book, id: string): Subject | null {
  const person = book.people.get(id)
  if (person) return { kind: 'person', entry: person }
  const workload = book.workloads.get(id)
  return workload ? { kind: 'workload', entry: workload } : null
}

/**
 * When a grant holds by what the book says: from its `starts` (null: from issuance) to the earliest of its `expires`, its
 * person's `ends`, its workload's `expires`, and `orphans.grace` after the workload's last owner or backup ended.
 * What other records add (an `ended` event, a needed exception's end) is the plan's. A window may be empty or long over.
 * Anything that can't be known (a subject without a valid file, a day that doesn't exist) gives no window, never a longer one.
 */
export function effectiveWindow(book: Book, grant: Grant): Effective {
  const other = subjectEnd(book, grant.subject)
  const own = grant.expires ?? Infinity
  const [until, end] = other.at < own ? [other.at, other.end] : [own, 'expires' as const]
  const why =
    grant.expires === null ? NO_END : grant.hasStarts && grant.starts === null ? NO_START : other.unknown
  if (why !== null) return { window: null, end: null, why, certain: until === Infinity ? null : until }
  return { window: { from: grant.starts, until }, end, why: null, certain: null }
}

const NO_END = 'its "expires" is not a real date'
const NO_START = 'its "starts" is not a real date'

/** When everything that one subject holds ends. */
interface SubjectEnd {
  /** The earliest end that is known; `Infinity` if there is none. */
  readonly at: Instant
  readonly end: End
  /** Why it isn't known as a whole; null if it is. */
  readonly unknown: string | null
}

const cache = new WeakMap<Book, Map<string, SubjectEnd>>()

/** Computed once a subject: most have several grants. */
function subjectEnd(book: Book, id: string): SubjectEnd {
  let known = cache.get(book)
  if (!known) cache.set(book, (known = new Map()))
  let end = known.get(id)
  if (!end) known.set(id, (end = earliest(endsOf(book, id))))
  return end
}

interface KnownEnd {
  /** `Infinity`: never by this; null: it can't be known. */
  readonly at: Instant | null
  readonly end: End
  /** Why it isn't known. */
  readonly why: string
}

function earliest(ends: readonly KnownEnd[]): SubjectEnd {
  let first: SubjectEnd = { at: Infinity, end: 'expires', unknown: null }
  for (const { at, end, why } of ends) {
    if (at === null) first = { ...first, unknown: first.unknown ?? why }
    else if (at < first.at) first = { ...first, at, end }
  }
  return first
}

function endsOf(book: Book, id: string): readonly KnownEnd[] {
  const subject = subjectOf(book, id)
  if (!subject) return [{ at: null, end: 'person-ends', why: `"${id}" has no valid file` }]
  return subject.kind === 'person' ? personEnds(subject.entry) : workloadEnds(book, subject.entry)
}

/** First instant after a person's last day; `Infinity` without one, null if the date isn't real. */
export function personEnd(person: Entry<Person>): Instant | null {
  return person.data.ends === undefined ? Infinity : readInstant(person.data.ends, 'end')
}

/**
 * First instant at which a workload has neither an active owner nor backup; `Infinity` if one of them stays,
 * null if it can't be known: neither has a valid file, or a last day isn't real.
 */
export function orphanedAt(book: Book, workload: Entry<Workload>): Instant | null {
  const { owner, backup } = workload.data
  const ends = [owner, ...(backup === undefined ? [] : [backup])].flatMap((id) => {
    const person = book.people.get(id)
    if (person) return [personEnd(person)]
    return isRefused(book, id) ? [null] : []
  })
  if (ends.includes(Infinity)) return Infinity
  const known = ends.filter((at) => at !== null)
  return known.length === ends.length && known.length > 0 ? Math.max(...known) : null
}

/** Whether a person's file exists and was refused: nothing is known of that person, least of all that they left. */
function isRefused(book: Book, id: string): boolean {
  for (const identity of book.invalid.values()) {
    if (identity?.kind === 'person' && identity.id === id) return true
  }
  return false
}

function personEnds(person: Entry<Person>): readonly KnownEnd[] {
  return [{ at: personEnd(person), end: 'person-ends', why: `"ends" of "${person.id}" is not a real date` }]
}

function workloadEnds(book: Book, workload: Entry<Workload>): readonly KnownEnd[] {
  const grace = readDuration(book.settings?.data.orphans.grace ?? '')
  const orphaned = orphanedAt(book, workload)
  const expires = readInstant(workload.data.expires, 'end')
  return [
    { at: expires, end: 'workload-expires', why: `"expires" of "${workload.id}" is not a real date` },
    {
      // Without settings nobody knows how long the grace is; no grace would be a guess that takes access.
      at: orphaned === Infinity ? Infinity : orphaned === null || grace === null ? null : orphaned + grace,
      end: 'orphaned',
      why: `when "${workload.id}" lost its last owner can't be told`
    }
  ]
}
