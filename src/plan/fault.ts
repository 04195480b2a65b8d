import type { Book, Grant } from '../book/book.ts'
import type { Resolved } from '../book/bundles.ts'
import { subjectOf } from '../book/effective.ts'
import type { EntitlementName } from '../book/ids.ts'
import { entitlementPath, SETTINGS_PATH, systemPath, type PathIdentity } from '../book/paths.ts'
import type { Fault } from './desired.ts'

/** The first error of each file that has one: path → what is wrong. Files that were refused whole are among them. */
export type Broken = ReadonlyMap<string, Fault>

/** Finds what is broken above a grant. Built once for a book. */
export class Faults {
  readonly #book: Book
  readonly #broken: Broken
  /** Paths of people's and workloads' files that were refused, by id. */
  readonly #refusedSubjects = new Map<string, string>()

  constructor(book: Book, broken: Broken) {
    this.#book = book
    this.#broken = broken
    for (const [path, identity] of book.invalid) {
      if (identity?.kind === 'person' || identity?.kind === 'workload')
        this.#refusedSubjects.set(identity.id, path)
    }
  }

  /** What is wrong with a file; a refused one that nobody gave a reason for is broken all the same. */
  at(path: string): Fault | null {
    const fault = this.#broken.get(path)
    if (fault) return fault
    return this.#book.invalid.has(path) ? { code: 'file-invalid', why: 'The file can’t be read.' } : null
  }

  /** What is wrong with settings, the subject, or (for a workload) the people who answer for it. */
  ofSubject(subject: string): Fault | null {
    const settings = this.#above(SETTINGS_PATH)
    if (settings) return settings
    if (!this.#book.settings) return gone('settings-missing', `There is no "${SETTINGS_PATH}".`)
    const known = subjectOf(this.#book, subject)
    const refused = this.#refusedSubjects.get(subject)
    if (refused !== undefined) return this.#above(refused)
    if (!known) return gone('subject-missing', `No file describes "${subject}".`)
    const own = this.#above(known.entry.path)
    if (own) return own
    const { owner, backup } = known.kind === 'workload' ? known.entry.data : {}
    for (const keeper of [owner, backup]) {
      const path = keeper === undefined ? undefined : this.#refusedSubjects.get(keeper)
      if (path !== undefined) return this.#above(path)
    }
    return null
  }

  /** What is wrong with an entitlement, what it includes, or the systems of all these. */
  ofEntitlement(name: EntitlementName, resolved: Resolved | null): Fault | null {
    if (!resolved) return this.#missing(name)
    for (const { path, system, data } of resolved.all) {
      const fault = this.#above(path) ?? (data.target ? this.#above(systemPath(system)) : null)
      if (fault) return fault
    }
    const [missing] = resolved.missing
    if (missing !== undefined) return this.#missing(missing)
    return resolved.cyclic ? gone('bundle-cycle', `"${entitlementPath(name)}" includes itself.`) : null
  }

  #missing(name: EntitlementName): Fault {
    const path = entitlementPath(name)
    return this.#above(path) ?? gone('entitlement-missing', `There is no "${path}".`)
  }

  #above(path: string): Fault | null {
    const fault = this.at(path)
    return fault && { code: fault.code, why: `"${path}": ${fault.why}` }
  }
}

function gone(code: string, why: string): Fault {
  return { code, why }
}

/** What a path says of a grant whose file can't be read. */
export type GrantIdentity = Extract<PathIdentity, { readonly kind: 'grant' | 'emergency' }>

/** Whether a refused path is a grant's. */
export function isGrantIdentity(identity: PathIdentity | null): identity is GrantIdentity {
  return identity?.kind === 'grant' || identity?.kind === 'emergency'
}

/** What a grant that can't be judged is known by. */
export type GrantFacts = Pick<Grant, 'path' | 'blob' | 'system' | 'entitlement' | 'subject'>
