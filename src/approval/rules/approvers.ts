import type { Book } from '../../book/book.ts'
import { entitlementName, type EntitlementName } from '../../book/ids.ts'
import type { Instant } from '../../book/instant.ts'
import { writeInstant } from '../../book/instant.ts'
import type { OutOfBand } from '../../book/kinds/out-of-band.ts'
import { fileAt } from '../book-file.ts'
import type { Account } from '../facts.ts'
import { peopleBehind, peopleHolding } from '../holders.ts'
import { entitlementsOf, isLoosened } from '../loosened.ts'
import { inactiveAt, keepersOf, personOf, type People } from '../people.ts'
import type { ProofQuestion } from '../proof-input.ts'
import type { Touched } from '../touched.ts'
import { namedIn } from './out-of-band.ts'

// Rule 4. Who may approve: an active person of the approved book, by the account's number, who has no part in the matter.

/** The person who speaks by an account, or why nobody does (the end of a sentence that begins with the account). */
export type Speaker =
  | { readonly person: string; readonly why: null }
  | { readonly person: null; readonly why: string }

/** Who speaks: a human account of exactly one person, who was active when speaking and is active at the merge. */
export function speakerOf(
  account: Account,
  book: Book,
  people: People,
  { spoke, merged }: { readonly spoke: Instant; readonly merged: Instant }
): Speaker {
  if (account.type !== 'User') return { person: null, why: 'is not a human account' }
  const person = personOf(people, account)
  if (person === null) {
    const count = people.byNumber.get(account.id)?.length ?? 0
    const why =
      count === 0
        ? `has the number ${account.id}, which no approved person has`
        : `has the number ${account.id}, which ${count} people have`
    return { person: null, why }
  }
  const then = inactiveAt(book, person, spoke)
  if (then !== null) return { person: null, why: `is "${person}", who ${then} (at ${writeInstant(spoke)})` }
  const later = inactiveAt(book, person, merged)
  if (later !== null)
    return { person: null, why: `is "${person}", who ${later} (at ${writeInstant(merged)})` }
  return { person, why: null }
}

/** Who may not approve a path. */
export interface Excluded {
  /** By person: why, as the end of a sentence that begins with a name. */
  readonly people: ReadonlyMap<string, string>
  /** Those against whom there is nothing but what the pull request itself claims: it takes no objection from them. */
  readonly claimed: ReadonlySet<string>
}

/** Who may not approve this path, having a part in what it says. */
export function excludedOn(touched: Touched, question: ProofQuestion): Excluded {
  const excluded = new Exclusions(question)
  const { identity, path } = touched
  const { before, after } = question
  const files = [fileAt(before, path), fileAt(after, path)]
  switch (identity?.kind) {
    case 'grant':
    case 'emergency':
      excluded.subject(identity.subject)
      for (const file of files)
        if ((file?.kind === 'grant' || file?.kind === 'emergency') && file.data.requester !== null)
          excluded.add(file.data.requester, 'is named as requester', true)
      break
    case 'person':
    case 'workload':
    case 'suspension':
      excluded.subject(identity.id)
      break
    case 'retrospective':
      excluded.subject(identity.subject)
      break
    case 'exception':
      for (const [index, file] of files.entries())
        if (file?.kind === 'exception') excluded.exception(file.data.subject, index > 0)
      break
    case 'rule':
      excluded.loosened(identity.id)
      break
    case 'entitlement':
      excluded.droppedDuties(path, entitlementName(identity.system, identity.id))
      break
    case 'out-of-band':
      for (const [index, file] of files.entries())
        if (file?.kind === 'out-of-band') excluded.found(identity.system, file.data, index > 0)
      break
    case 'settings':
    case 'system':
    case undefined:
  }
  return excluded
}

/** Collects who is excluded; the first reason stays, unless a claim was all there was. Ownership counts as it was, is and will be. */
class Exclusions implements Excluded {
  readonly people = new Map<string, string>()
  readonly claimed = new Set<string>()
  readonly #question: ProofQuestion
  readonly #books: readonly Book[]

  constructor(question: ProofQuestion) {
    this.#question = question
    this.#books = [question.book, question.before, question.after]
  }

  add(person: string, why: string, claimed: boolean): void {
    const known = this.people.has(person) && (claimed || !this.claimed.has(person))
    if (known) return
    this.people.set(person, why)
    if (claimed) this.claimed.add(person)
    else this.claimed.delete(person)
  }

  subject(id: string, claimed = false): void {
    this.add(id, 'is the subject', claimed)
    for (const book of this.#books)
      for (const keeper of keepersOf(book, id))
        this.add(keeper, `owns or backs up the workload "${id}"`, claimed || this.#claims(book))
  }

  exception(subject: string, claimed: boolean): void {
    this.subject(subject, claimed)
    for (const book of this.#books)
      for (const person of peopleBehind(book, new Set([subject])))
        this.add(person, 'gets more allowed by this exception', claimed || this.#claims(book))
  }

  loosened(id: string): void {
    const { before, after } = this.#question
    const [was, is] = [before.rules.get(id)?.data ?? null, after.rules.get(id)?.data ?? null]
    if (!was || !isLoosened(was, is)) return
    for (const book of [before, after]) {
      const names = entitlementsOf(was, book)
      const why =
        names === null
          ? `holds something, and whom the loosened rule "${id}" allows more can't be told`
          : `holds something that the rule "${id}" limits, which is loosened here`
      for (const person of peopleHolding(book, names)) this.add(person, why, this.#claims(book))
    }
  }

  /** An entitlement that confers fewer duties slips out of the rules that speak of them. */
  droppedDuties(path: string, name: EntitlementName): void {
    const { before, after } = this.#question
    const [was, is] = [fileAt(before, path), fileAt(after, path)]
    if (was?.kind !== 'entitlement') return
    const kept = is?.kind === 'entitlement' ? (is.data.duties ?? []) : []
    const dropped = (was.data.duties ?? []).filter((duty) => !kept.includes(duty))
    if (is === null || dropped.length === 0) return
    for (const person of peopleHolding(before, new Set([name])))
      this.add(person, `holds this entitlement, which no longer counts as ${dropped.join(', ')}`, false)
  }

  found(system: string, file: OutOfBand, claimed: boolean): void {
    if (file.owner !== undefined) this.add(file.owner, 'is named as its owner', claimed)
    for (const book of this.#books) {
      const claims = claimed || this.#claims(book)
      for (const id of namedIn(file, system, book)) {
        if (book.people.has(id)) this.add(id, 'has or made the access that was found', claims)
        for (const keeper of keepersOf(book, id))
          this.add(
            keeper,
            `owns or backs up the workload "${id}", which has or made the access that was found`,
            claims
          )
      }
    }
  }

  /** Whether a book says what the pull request wants, and nobody approved. */
  #claims(book: Book): boolean {
    return book === this.#question.after && book !== this.#question.before
  }
}
