import { withActors } from '../book/acting.ts'
import type { Book, Entry } from '../book/book.ts'
import { readInstant, type Instant } from '../book/instant.ts'
import type { Exception } from '../book/kinds/exception.ts'
import { conflicts, judge } from './conflict.ts'

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

/** A grant that would end next, and by what. */
interface Candidate {
  readonly grant: string
  readonly approved: number
  readonly by: CapBy
}

/**
 * Which grants end with an exception that they need: of those in conflict after its end the last approved, as often as it
 * takes until nothing is. The exception that ends first comes first, so that what it ended makes nothing else end. By path.
 */
export function endsByException(needing: Needing): ReadonlyMap<string, CapBy> {
  const { book } = needing
  const ends = new Map<string, CapBy>()
  const subjects = new Set([...book.exceptions.values()].map(({ data }) => data.subject))
  const next = new Map<string, readonly Candidate[]>()
  const look = (some: Iterable<string>): void => {
    for (const subject of some)
      if (subjects.has(subject)) next.set(subject, candidates(subject, needing, ends))
  }
  look(subjects)
  for (let first = firstOf(next); first; first = firstOf(next)) {
    ends.set(first.grant, first.by)
    look(withActors(book, [book.grants.get(first.grant)?.subject ?? '']))
  }
  return ends
}

function firstOf(next: ReadonlyMap<string, readonly Candidate[]>): Candidate | undefined {
  let first: Candidate | undefined
  for (const list of next.values()) for (const one of list) if (!first || isBefore(one, first)) first = one
  return first
}

function isBefore(a: Candidate, b: Candidate): boolean {
  if (a.by.at !== b.by.at) return a.by.at < b.by.at
  return a.approved === b.approved ? a.grant > b.grant : a.approved > b.approved
}

/** What the exceptions of one subject could end next. */
function candidates(
  subject: string,
  { book, now, approvedAt, onlyStanding }: Needing,
  ends: ReadonlyMap<string, CapBy>
): readonly Candidate[] {
  const caps = new Map([...ends].map(([path, { at }]) => [path, at]))
  const begins = (path: string): Instant => approvedAt(path) ?? now
  const found: Candidate[] = []
  // Also what is over by now: a grant that ended with its exception stays ended.
  for (const { rule, parts } of conflicts({ book, now: -Infinity, subjects: [subject], caps, begins })) {
    const covering = exceptionFor(book, rule.id, subject)
    // A rule that only warns ends nothing, with or without an exception.
    if (!covering || rule.severity === 'warning') continue
    const { until, entry } = covering
    if (until <= now && onlyStanding === true) continue
    // Break-glass ends by itself. What is only asked for after the exception isn't helped by it, nor ends anything.
    const lasting = parts.filter(
      (part) =>
        part.grant.kind === 'grant' &&
        part.until > until &&
        (until > now || approvedAt(part.grant.path) !== null)
    )
    for (const { grant } of judge(subject, rule, lasting, until)?.parts ?? []) {
      const by = { at: until, exception: entry.path }
      found.push({ grant: grant.path, approved: approvedAt(grant.path) ?? Infinity, by })
    }
  }
  return found
}
