import { inactiveAt } from '../approval/people.ts'
import type { Book, EntitlementEntry, Entry } from '../book/book.ts'
import type { Duration } from '../book/duration.ts'
import { orphanedAt, personEnd } from '../book/effective.ts'
import type { Instant } from '../book/instant.ts'
import type { System } from '../book/kinds/system.ts'
import type { Workload } from '../book/kinds/workload.ts'

/** An owner who answers for nothing any more, or soon won't. */
export interface Leaver {
  readonly person: string
  /** First instant after the last day; null: is suspended. */
  readonly at: Instant | null
  /** Who is proposed instead: the next active manager upward; null: see `why`. */
  readonly successor: string | null
  /** Why nobody is, as a sentence; null: somebody is. */
  readonly why: string | null
}

/** A workload whose owner isn't active, or soon won't be. */
export interface Orphan {
  readonly workload: Entry<Workload>
  readonly leaver: Leaver
  /** When it has neither owner nor backup any more; null: somebody stays, or that can't be told. */
  readonly orphaned: Instant | null
}

/** What else one leaver owns. */
export interface Estate {
  readonly leaver: Leaver
  /** Sorted by path. */
  readonly files: readonly (Entry<System> | EntitlementEntry)[]
}

/** Everything that lacks an active owner, or soon will. */
export interface Ownerless {
  /** Sorted by id. */
  readonly orphans: readonly Orphan[]
  /** Sorted by person. Only of those who leave: a suspension passes, and nothing waits for these owners. */
  readonly estates: readonly Estate[]
}

/** Finds what lacks an active owner now or `within` a time. */
export function ownerless(book: Book, now: Instant, within: Duration): Ownerless {
  const leavers = new Map<string, Leaver | null>()
  const of = (person: string): Leaver | null => {
    const known = leavers.get(person)
    if (known !== undefined) return known
    const found = leaverOf(book, person, now, within)
    leavers.set(person, found)
    return found
  }
  const orphans = [...book.workloads.values()].flatMap((workload): readonly Orphan[] => {
    const leaver = of(workload.data.owner)
    const at = orphanedAt(book, workload)
    return leaver ? [{ workload, leaver, orphaned: at === Infinity ? null : at }] : []
  })
  const estates = new Map<
    string,
    { readonly leaver: Leaver; readonly files: (Entry<System> | EntitlementEntry)[] }
  >()
  for (const entry of [...book.systems.values(), ...book.entitlements.values()]) {
    const leaver = of(entry.data.owner)
    if (!leaver || leaver.at === null) continue
    const known = estates.get(leaver.person)
    if (known) known.files.push(entry)
    else estates.set(leaver.person, { leaver, files: [entry] })
  }
  return {
    orphans: orphans.toSorted((a, b) => (a.workload.id < b.workload.id ? -1 : 1)),
    estates: [...estates.values()]
      .map(({ leaver, files }) => ({ leaver, files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }))
      .toSorted((a, b) => (a.leaver.person < b.leaver.person ? -1 : 1))
  }
}

/** Null: active, and stays so; nothing is known of whoever has no valid file, least of all that they left. */
function leaverOf(book: Book, id: string, now: Instant, within: Duration): Leaver | null {
  const person = book.people.get(id)
  if (!person) return null
  const end = personEnd(person)
  const leaves = end !== null && end <= now + within
  if (!leaves && inactiveAt(book, id, now) === null) return null
  return { person: id, at: leaves ? end : null, ...successorOf(book, id, now, within) }
}

/**
 * The next manager upward who is active and stays so. Nobody is, where nobody is left upward, or where somebody whose
 * consent the proof would ask for has no account to give it by.
 */
function successorOf(
  book: Book,
  id: string,
  now: Instant,
  within: Duration
): Pick<Leaver, 'successor' | 'why'> {
  const seen = new Set<string>()
  for (let next: string | undefined = id; next !== undefined && !seen.has(next);) {
    seen.add(next)
    const person = book.people.get(next)
    if (inactiveAt(book, next, now) === null && person?.data.githubId === undefined)
      return none(`"${next}" would have to consent and has no GitHub account on file.`)
    if (next !== id && inactiveAt(book, next, now) === null && inactiveAt(book, next, now + within) === null)
      return { successor: next, why: null }
    next = person?.data.manager
  }
  return none(`Nobody above "${id}" is active.`)
}

function none(why: string): Pick<Leaver, 'successor' | 'why'> {
  return { successor: null, why }
}
