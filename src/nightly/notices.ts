import { append } from '../book/append.ts'
import type { Book, Entry, Grant } from '../book/book.ts'
import type { Duration } from '../book/duration.ts'
import { personEnd, subjectOf } from '../book/effective.ts'
import { readInstant, type Instant } from '../book/instant.ts'
import type { Workload } from '../book/kinds/workload.ts'
import type { Desired } from '../plan/desired.ts'

/** A grant that ends soon. */
export interface Ending {
  readonly grant: Grant
  /** First instant after it. */
  readonly until: Instant
}

/** A workload that is to be re-attested soon, or was to be. */
export interface Attestation {
  readonly workload: Entry<Workload>
  /** By when; its grants end with it. */
  readonly until: Instant
}

/** What one person is told: everything that ends soon and is theirs, their workloads', or asked for by them. */
export interface Notice {
  readonly person: string
  /** Sorted by end, then by path. */
  readonly endings: readonly Ending[]
  /** Workloads of theirs that nobody has re-attested. Sorted likewise. */
  readonly attestations: readonly Attestation[]
}

/** Whom to tell which ends come within a time. One notice a person, sorted by person. */
export function notices(
  book: Book,
  desired: Pick<Desired, 'at' | 'systems'>,
  within: Duration
): readonly Notice[] {
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
  const attested = attestations(book, desired.at, within)
  return [...new Set([...found.keys(), ...attested.keys()])].toSorted().map((person) => ({
    person,
    endings: [...(found.get(person)?.values() ?? [])].toSorted(
      (a, b) => a.until - b.until || (a.grant.path < b.grant.path ? -1 : 1)
    ),
    attestations: (attested.get(person) ?? []).toSorted(
      (a, b) => a.until - b.until || (a.workload.path < b.workload.path ? -1 : 1)
    )
  }))
}

/** Workloads to be re-attested within a time, or overdue, by each owner and backup who hasn't left. */
function attestations(
  book: Book,
  now: Instant,
  within: Duration
): ReadonlyMap<string, readonly Attestation[]> {
  const found = new Map<string, Attestation[]>()
  for (const workload of book.workloads.values()) {
    const { owner, backup, expires } = workload.data
    const until = readInstant(expires, 'end')
    if (until === null || until > now + within) continue
    for (const id of [owner, backup]) {
      const person = id === undefined ? undefined : book.people.get(id)
      if (person && (personEnd(person) ?? Infinity) > now) append(found, person.id, { workload, until })
    }
  }
  return found
}

/** The subject, or who answers for it, and who asked for it. */
function peopleOf(book: Book, { subject, requester }: Grant): ReadonlySet<string> {
  const known = subjectOf(book, subject)
  const own = known?.kind === 'workload' ? [known.entry.data.owner, known.entry.data.backup] : [subject]
  return new Set([...own, requester].flatMap((id) => (id && book.people.has(id) ? [id] : [])))
}
