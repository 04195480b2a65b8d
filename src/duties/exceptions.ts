import type { Book, Entry } from '../book/book.ts'
import { readInstant, type Instant } from '../book/instant.ts'
import type { Exception } from '../book/kinds/exception.ts'
import { conflicts, judge, type Part } from './conflict.ts'

/** An exception that speaks of a conflict, and when it ends. */
export interface Covering {
  readonly entry: Entry<Exception>
  /** First instant after it. */
  readonly until: Instant
}

const cache = new WeakMap<Book, ReadonlyMap<string, Covering>>()

/** The exception of one subject to one rule; of several the one that lasts longest. One without a real end is none. */
export function exceptionFor(book: Book, rule: string, subject: string): Covering | null {
  let known = cache.get(book)
  if (!known) cache.set(book, (known = index(book)))
  return known.get(`${rule} ${subject}`) ?? null
}

function index(book: Book): ReadonlyMap<string, Covering> {
  const found = new Map<string, Covering>()
  for (const entry of book.exceptions.values()) {
    const until = readInstant(entry.data.expires, 'end')
    const key = `${entry.data.rule} ${entry.data.subject}`
    const known = found.get(key)
    if (until !== null && (!known || known.until < until)) found.set(key, { entry, until })
  }
  return found
}

/**
 * When a grant was approved in its present form; null: never yet, so it comes after all others, and an exception that is
 * over can't help it.
 */
export type ApprovedAt = (grant: string) => Instant | null

/** An end that an exception gives a grant. */
export interface CapBy {
  readonly at: Instant
  /** Path of the exception. */
  readonly exception: string
}

/** What tells which grants end with an exception. */
export interface Needing {
  readonly book: Book
  readonly now: Instant
  readonly approvedAt: ApprovedAt
  /** Leave out exceptions that are over. */
  readonly onlyStanding?: boolean
}

/**
 * Which grants end with an exception that they need: of those in conflict the last approved, as often as it takes until
 * nothing is in conflict after the exception's end. By path.
 */
export function endsByException(needing: Needing): ReadonlyMap<string, CapBy> {
  const ends = new Map<string, CapBy>()
  const subjects = new Set([...needing.book.exceptions.values()].map(({ data }) => data.subject))
  for (const subject of [...subjects].toSorted()) {
    for (let next = nextEnd(subject, needing, ends); next; next = nextEnd(subject, needing, ends))
      ends.set(next.grant, next.by)
  }
  return ends
}

/** Whatever ends next for what one subject holds; null: nothing is in conflict any more after its exceptions. */
function nextEnd(
  subject: string,
  { book, now, approvedAt, onlyStanding }: Needing,
  ends: ReadonlyMap<string, CapBy>
): { readonly grant: string; readonly by: CapBy } | null {
  const caps = new Map([...ends].map(([path, { at }]) => [path, at]))
  const begins = (path: string): Instant => approvedAt(path) ?? now
  // Also what is over by now: a grant that ended with its exception stays ended.
  for (const { rule, parts } of conflicts({ book, now: -Infinity, subjects: [subject], caps, begins })) {
    const covering = exceptionFor(book, rule.id, subject)
    if (!covering) continue
    // What is only asked for now never stood under an exception that is over: it ends nobody's grant.
    const isOver = covering.until <= now
    if (isOver && onlyStanding === true) continue
    const under = parts.filter(({ grant }) => !(isOver && approvedAt(grant.path) === null))
    const conflict = judge(subject, rule, under, covering.until)
    const open = (conflict?.parts ?? []).filter(
      ({ grant, until }) => grant.kind === 'grant' && until > covering.until
    )
    const grant = lastApproved(open, approvedAt)
    if (grant !== null) return { grant, by: { at: covering.until, exception: covering.entry.path } }
  }
  return null
}

function lastApproved(parts: readonly Part[], approvedAt: ApprovedAt): string | null {
  const key = (path: string): number => approvedAt(path) ?? Infinity
  const [last] = [...new Set(parts.map(({ grant }) => grant.path))].toSorted(
    (a, b) => Number(key(b) > key(a)) - Number(key(b) < key(a)) || (a < b ? 1 : -1)
  )
  return last ?? null
}
