import type { Book, EntitlementEntry, Entry } from '../../book/book.ts'
import type { EntitlementName } from '../../book/ids.ts'
import type { Instant } from '../../book/instant.ts'
import type { Person } from '../../book/kinds/person.ts'
import type { Suspension } from '../../book/kinds/suspension.ts'
import type { System } from '../../book/kinds/system.ts'
import type { Workload } from '../../book/kinds/workload.ts'
import { load } from '../../book/load.ts'
import { identify, type PathIdentity } from '../../book/paths.ts'
import type { FileEntry } from '../../book/tree.ts'

/** What one file says, as a book of its own; a file that can't be read as its kind says nothing. */
export function readAlone(path: string, blob: string, bytes: Uint8Array): Book {
  const entry: FileEntry = { path, mode: '100644', blob, size: bytes.byteLength }
  return load({ entries: new Map([[path, entry]]) }, new Map([[path, bytes]])).book
}

/**
 * What the approved files say at one point of the record, grants apart (there are many, and each is looked at alone).
 * It follows the record file by file, and is never built anew.
 */
export class ApprovedBook {
  readonly #people = new Map<string, Entry<Person>>()
  readonly #workloads = new Map<string, Entry<Workload>>()
  readonly #systems = new Map<string, Entry<System>>()
  readonly #entitlements = new Map<EntitlementName, EntitlementEntry>()
  readonly #suspensions = new Map<string, Entry<Suspension>>()
  readonly #invalid = new Map<string, PathIdentity | null>()
  readonly #provedPeople = new Map<string, Entry<Person>>()
  readonly #provedSuspensions = new Map<string, Entry<Suspension>>()
  readonly #numbers = new Map<number, Set<string>>()
  readonly #changed = new Map<string, Instant>()
  #settings: Book['settings'] = null
  #book: Book | null = null

  /** As a book: grants, rules and what else an audit doesn't ask for are left out. */
  get book(): Book {
    return (this.#book ??= {
      tree: { entries: new Map() },
      settings: this.#settings,
      people: this.#people,
      workloads: this.#workloads,
      systems: this.#systems,
      entitlements: this.#entitlements,
      grants: new Map(),
      grantsOfSubject: new Map(),
      grantsOfEntitlement: new Map(),
      rules: new Map(),
      exceptions: new Map(),
      suspensions: this.#suspensions,
      outOfBand: new Map(),
      retrospectives: new Map(),
      invalid: this.#invalid
    })
  }

  /** People by their last proved file: who may approve is never decided by what nobody approved. */
  get proved(): {
    readonly people: ReadonlyMap<string, Entry<Person>>
    readonly suspensions: ReadonlyMap<string, Entry<Suspension>>
  } {
    return { people: this.#provedPeople, suspensions: this.#provedSuspensions }
  }

  /** Ids of people whose proved file names an account by this number. */
  peopleOf(number: number): ReadonlySet<string> {
    return this.#numbers.get(number) ?? NOBODY
  }

  /** When a file last changed, by the event that says so; `-Infinity` if it hasn't since genesis. */
  changedAt(path: string): Instant {
    return this.#changed.get(path) ?? -Infinity
  }

  /** Follows one file to its next form; `bytes` undefined: it is gone, or can't be read. */
  move(path: string, blob: string | null, bytes: Uint8Array | undefined, at: Instant, proved: boolean): void {
    const identity = identify(path)
    if (!identity || identity.kind === 'grant' || identity.kind === 'emergency') return
    // What was computed from the book before is known by that book, so a change makes another.
    this.#book = null
    this.#changed.set(path, at)
    const alone = blob !== null && bytes ? readAlone(path, blob, bytes) : null
    this.#invalid.delete(path)
    if (blob !== null && (!alone || alone.invalid.has(path))) this.#invalid.set(path, identity)
    switch (identity.kind) {
      case 'settings':
        this.#settings = alone?.settings ?? null
        return
      case 'person':
        this.#movePerson(identity.id, alone?.people.get(identity.id), proved)
        return
      case 'workload':
        put(this.#workloads, identity.id, alone?.workloads.get(identity.id))
        return
      case 'system':
        put(this.#systems, identity.id, alone?.systems.get(identity.id))
        return
      case 'entitlement': {
        const name: EntitlementName = `${identity.system}/${identity.id}`
        put(this.#entitlements, name, alone?.entitlements.get(name))
        return
      }
      case 'suspension':
        put(this.#suspensions, identity.id, alone?.suspensions.get(identity.id))
        if (proved) put(this.#provedSuspensions, identity.id, alone?.suspensions.get(identity.id))
        return
      case 'rule':
      case 'exception':
      case 'out-of-band':
      case 'retrospective':
    }
  }

  /** A file's present form, to which it was only reduced, is proved from now on. */
  prove(path: string): void {
    const identity = identify(path)
    this.#book = null
    if (identity?.kind === 'person') this.#provePerson(identity.id, this.#people.get(identity.id))
    if (identity?.kind === 'suspension')
      put(this.#provedSuspensions, identity.id, this.#suspensions.get(identity.id))
  }

  #movePerson(id: string, person: Entry<Person> | undefined, proved: boolean): void {
    put(this.#people, id, person)
    if (proved) this.#provePerson(id, person)
  }

  #provePerson(id: string, person: Entry<Person> | undefined): void {
    const before = this.#provedPeople.get(id)?.data.githubId
    if (before !== undefined) this.#numbers.get(before)?.delete(id)
    put(this.#provedPeople, id, person)
    const number = person?.data.githubId
    if (number === undefined) return
    const known = this.#numbers.get(number) ?? new Set<string>()
    this.#numbers.set(number, known.add(id))
  }
}

const NOBODY: ReadonlySet<string> = new Set()

function put<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}
