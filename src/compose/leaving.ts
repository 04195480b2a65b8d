import type { Book } from '../book/book.ts'
import { orphanedAt, personEnd } from '../book/effective.ts'
import type { Instant } from '../book/instant.ts'
import { readInstant } from '../book/instant.ts'
import { isSuspended } from '../findings/active.ts'
import { heldBy, type Held } from './holdings.ts'

/** A workload that a leaver answers for. */
export interface Kept {
  readonly workload: string
  readonly path: string
  readonly title: string
  readonly as: 'owner' | 'backup'
  /** Who answers for it once they have left; null: nobody. */
  readonly successor: string | null
  /** What it holds. */
  readonly holds: readonly Held[]
  /** When it has nobody left; null: somebody stays, or that can't be told. */
  readonly orphaned: Instant | null
}

/** Somewhere that names a leaver, and as what. */
export interface Named {
  readonly path: string
  readonly what: string
}

/** Everything that follows when a person leaves. */
export interface Leaving {
  readonly person: string
  /** First instant after their last day. */
  readonly at: Instant
  readonly holds: readonly Held[]
  readonly workloads: readonly Kept[]
  /** Where their approval is asked for by login, and what they own. Teams can't be read from files. */
  readonly decides: readonly Named[]
  readonly exceptions: readonly Named[]
  readonly managerOf: readonly string[]
}

/**
 * What follows when a person leaves, by the book as it is after it: it needs all governing files, and the grants of the
 * person and of the workloads they keep.
 */
export function leavingOf(book: Book, person: string, at: Instant, now: Instant): Leaving {
  return {
    person,
    at,
    holds: heldBy(book, person, now),
    workloads: keptBy(book, person, at, now),
    decides: [...approves(book, person), ...owns(book, person)].toSorted((a, b) =>
      a.path < b.path ? -1 : 1
    ),
    exceptions: [...book.exceptions.values()]
      .filter(({ data }) => data.subject === person)
      .map(({ path, data }) => ({ path, what: `exception to ${data.rule}, until ${data.expires}` })),
    managerOf: [...book.people.values()]
      .filter(({ data }) => data.manager === person)
      .map(({ id }) => id)
      .toSorted()
  }
}

/** Workloads that name a person as owner or backup. */
export function keptWorkloads(book: Book, person: string): readonly string[] {
  return [...book.workloads.values()]
    .filter(({ data }) => data.owner === person || data.backup === person)
    .map(({ id }) => id)
    .toSorted()
}

function keptBy(book: Book, person: string, at: Instant, now: Instant): readonly Kept[] {
  return keptWorkloads(book, person).flatMap((id) => {
    const entry = book.workloads.get(id)
    if (!entry) return []
    const { owner, backup, title } = entry.data
    const as = owner === person ? 'owner' : 'backup'
    const other = as === 'owner' ? backup : owner
    const gone = orphanedAt(book, entry)
    return [
      {
        workload: id,
        path: entry.path,
        title,
        as,
        successor: other !== undefined && other !== person && isActive(book, other, at) ? other : null,
        holds: heldBy(book, id, now),
        orphaned: gone === Infinity ? null : gone
      }
    ]
  })
}

/** Whether a person has a file, and will neither have left at an instant nor be suspended. */
function isActive(book: Book, id: string, at: Instant): boolean {
  const person = book.people.get(id)
  const end = person ? personEnd(person) : null
  const suspension = book.suspensions.get(id)
  return end !== null && end > at && !(suspension && isSuspended(suspension.data, at))
}

function* approves(book: Book, person: string): Generator<Named> {
  const login = book.people.get(person)?.data.github?.toLowerCase()
  if (login === undefined) return
  const names = (approvers: readonly string[]): boolean =>
    approvers.some((name) => name.toLowerCase() === `@${login}`)
  const { settings } = book
  if (settings && names([settings.data.governance]))
    yield { path: settings.path, what: 'is the governance owner' }
  if (settings && names([settings.data.security]))
    yield { path: settings.path, what: 'is the owner of suspensions' }
  for (const { path, name, data } of book.entitlements.values()) {
    if (names(data.approvers.flat())) yield { path, what: `approves ${name}` }
    if (data.emergency && names(data.emergency.approvers))
      yield { path, what: `approves break-glass of ${name}` }
  }
}

function* owns(book: Book, person: string): Generator<Named> {
  for (const { path, id, data } of book.systems.values())
    if (data.owner === person) yield { path, what: `owns the system ${id}` }
  for (const { path, name, data } of book.entitlements.values())
    if (data.owner === person) yield { path, what: `owns the entitlement ${name}` }
  for (const { path, data } of book.outOfBand.values())
    if (data.owner === person) yield { path, what: `answers for access found outside until ${data.expires}` }
}

/** First instant after the last day that a person's file names; null: it names none, or not a real day. */
export function lastDayOf(book: Book, person: string): Instant | null {
  const ends = book.people.get(person)?.data.ends
  return ends === undefined ? null : readInstant(ends, 'end')
}
