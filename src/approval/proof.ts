import type { Instant } from '../book/instant.ts'
import { generateCodeowners } from './codeowners/generate.ts'
import { ownersOf } from './codeowners/match.ts'
import type { Book } from '../book/book.ts'
import type { OwnersOf } from './ownership.ts'
import type { ProofQuestion } from './proof-input.ts'
import { excludedOn, type Excluded } from './rules/approvers.ts'
import { needsOf, type Needs } from './rules/enough.ts'
import { participantsOf, type Participants } from './rules/participants.ts'
import { opinionsOf, type Opinion } from './rules/reviews.ts'
import { consentsOf, type Side } from './rules/transfer.ts'
import type { Touched } from './touched.ts'

/** What holds for all paths of a pull request, worked out once. */
export interface Proof {
  readonly question: ProofQuestion
  /** The merge instant, or the present. */
  readonly at: Instant
  readonly opinions: readonly Opinion[]
  readonly participants: Participants
  readonly ownersOf: OwnersOf
}

/** What one path needs, and who has a part in it. */
export interface PathProof {
  readonly touched: Touched
  readonly needs: Needs
  /** Everybody who could approve or object by what they own: all teams and logins of all requirements. */
  readonly owners: readonly string[]
  readonly excluded: Excluded
  readonly consents: readonly Side[]
}

/** Null without valid approved settings: then nobody is known to own anything. */
export function proofOf(question: ProofQuestion, touched: readonly Touched[]): Proof | null {
  const { facts, book, now } = question
  const { settings } = book
  const owners = codeownersOf(book)
  if (!settings || !owners) return null
  return {
    question,
    at: facts.landed?.at ?? now,
    opinions: opinionsOf(facts, now, settings.data.approvals.maxAge),
    participants: participantsOf(question, touched),
    ownersOf: owners
  }
}

const cache = new WeakMap<Book, OwnersOf | null>()

/** Generated and read once for each book. */
function codeownersOf(book: Book): OwnersOf | null {
  let owners = cache.get(book)
  if (owners === undefined) {
    const text = generateCodeowners(book)
    cache.set(book, (owners = text === null ? null : ownersOf(text)))
  }
  return owners
}

/** What one path needs. */
export function pathProof(touched: Touched, { question, ownersOf: owners, at }: Proof): PathProof {
  const needs = needsOf(touched, question, owners)
  const groups = needs.requirements?.flatMap((requirement) => requirement.groups) ?? []
  return {
    touched,
    needs,
    owners: [...new Set(groups.flat())],
    excluded: excludedOn(touched, question),
    consents: consentsOf(touched, question, at)
  }
}

/** Why a person may not approve a path; null if nothing is against it. */
export function exclusion(person: string, { participants }: Proof, { excluded }: PathProof): string | null {
  return participants.excluded.get(person) ?? excluded.people.get(person) ?? null
}

/** Whether nothing but claims keep a person from approving: whoever can write them must not silence anybody by them. */
export function onlyClaimed(person: string, { participants }: Proof, { excluded }: PathProof): boolean {
  return (
    (!participants.excluded.has(person) || participants.claimed.has(person)) &&
    (!excluded.people.has(person) || excluded.claimed.has(person))
  )
}
