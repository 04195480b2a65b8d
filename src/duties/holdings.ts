import { actsAs, type Route } from '../book/acting.ts'
import type { Book, EntitlementEntry, Grant } from '../book/book.ts'
import { resolveEntitlement } from '../book/bundles.ts'
import { effectiveWindow, personEnd } from '../book/effective.ts'
import type { Instant } from '../book/instant.ts'
import type { RuleGroup } from './rules.ts'

/** An entitlement that a grant confers, itself or within a bundle, and when. */
export interface Conferred {
  readonly grant: Grant
  /** The one that counts: what the grant names, or something that it includes. */
  readonly entitlement: EntitlementEntry
  /** -Infinity: from issuance. */
  readonly from: Instant
  /** First instant after it; Infinity where no end is known: what can't be told counts as held. */
  readonly until: Instant
}

/** Something that a subject holds: by a grant of its own (an empty route), or by acting as a workload. */
export interface Holding extends Conferred {
  readonly route: Route
}

/** An end that the files alone don't tell: of a grant that needs an exception. By path of the grant. */
export type Caps = ReadonlyMap<string, Instant>

export const NO_CAPS: Caps = new Map()

/** What is known beside the files. */
export interface Known {
  readonly caps?: Caps
  /** Before which a grant can't have begun, whatever its `starts` says; absent: there is no such instant. */
  readonly begins?: (grant: string) => Instant
}

/** What subjects hold from an instant on. What has ended by then is left out; what begins later counts. */
export class Holdings {
  readonly #book: Book
  readonly #now: Instant
  readonly #caps: Caps
  readonly #begins: (grant: string) => Instant
  readonly #ofWorkloads = new Map<string, readonly Conferred[]>()
  #last: { readonly subject: string; readonly conferred: readonly Conferred[] } | null = null

  constructor(book: Book, now: Instant, { caps = NO_CAPS, begins = () => -Infinity }: Known = {}) {
    this.#book = book
    this.#now = now
    this.#caps = caps
    this.#begins = begins
  }

  /**
   * What a subject's own grants confer. Kept for workloads, which everybody who acts as them is judged by; people are asked
   * for one after the other, and the last one's is kept.
   */
  conferred(subject: string): readonly Conferred[] {
    const known = this.#ofWorkloads.get(subject)
    if (known) return known
    if (this.#last?.subject === subject) return this.#last.conferred
    const conferred = this.#confers(subject)
    if (this.#book.workloads.has(subject)) this.#ofWorkloads.set(subject, conferred)
    else this.#last = { subject, conferred }
    return conferred
  }

  /** Everybody as whom a subject acts under a group of rules, itself first, and when that ends. */
  carriers(
    subject: string,
    { self, through }: Pick<RuleGroup, 'self' | 'through'>
  ): readonly { readonly id: string; readonly route: Route; readonly until: Instant }[] {
    const own = self ? [{ id: subject, route: [], until: Infinity }] : []
    const acted = actsAs(this.#book, subject, through)
    if (acted.size === 0) return own
    // Whoever leaves acts as nobody any more.
    const person = this.#book.people.get(subject)
    const until = person ? (personEnd(person) ?? Infinity) : Infinity
    return until <= this.#now ? own : [...own, ...[...acted].map(([id, route]) => ({ id, route, until }))]
  }

  #confers(subject: string): readonly Conferred[] {
    const found: Conferred[] = []
    for (const grant of this.#book.grantsOfSubject.get(subject) ?? []) {
      const { window, certain } = effectiveWindow(this.#book, grant)
      const until = Math.min(window?.until ?? certain ?? Infinity, this.#caps.get(grant.path) ?? Infinity)
      const from = Math.max(window?.from ?? -Infinity, this.#begins(grant.path))
      if (until <= this.#now || until <= from) continue
      const all = resolveEntitlement(this.#book, grant.name)?.all ?? []
      for (const entitlement of all) found.push({ grant, entitlement, from, until })
    }
    return found
  }
}
