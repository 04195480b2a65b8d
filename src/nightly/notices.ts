import type { Book, Grant } from '../book/book.ts'
import type { Duration } from '../book/duration.ts'
import { subjectOf } from '../book/effective.ts'
import type { Instant } from '../book/instant.ts'
import type { Desired } from '../plan/desired.ts'

/** A grant that ends soon. */
export interface Ending {
  readonly grant: Grant
  /** First instant after it. */
  readonly until: Instant
}

/** What one person is told: everything that ends soon and is theirs, their workloads', or asked for by them. */
export interface Notice {
  readonly person: string
  /** Sorted by end, then by path. */
  readonly endings: readonly Ending[]
}

/** Whom to tell which ends come within a time. One notice a person, sorted by person. */
export function notices(book: Book, desired: Desired, within: Duration): readonly Notice[] {
  const found = new Map<string, Map<string, Ending>>()
  for (const { wanted } of desired.systems.values()) {
    for (const { grant, window } of wanted.values()) {
      if (window.until > desired.at + within) continue
      for (const person of peopleOf(book, grant)) {
        const endings = found.get(person) ?? new Map<string, Ending>()
        found.set(person, endings.set(grant.path, { grant, until: window.until }))
      }
    }
  }
  return [...found]
    .map(([person, endings]) => ({
      person,
      endings: [...endings.values()].toSorted(
        (a, b) => a.until - b.until || (a.grant.path < b.grant.path ? -1 : 1)
      )
    }))
    .toSorted((a, b) => (a.person < b.person ? -1 : 1))
}

/** The subject, or who answers for it, and who asked for it. */
function peopleOf(book: Book, { subject, requester }: Grant): ReadonlySet<string> {
  const known = subjectOf(book, subject)
  const own = known?.kind === 'workload' ? [known.entry.data.owner, known.entry.data.backup] : [subject]
  return new Set([...own, requester].flatMap((id) => (id && book.people.has(id) ? [id] : [])))
}
