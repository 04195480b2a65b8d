import type { Book } from '../../book/book.ts'
import type { Instant } from '../../book/instant.ts'
import { inactiveAt } from '../people.ts'
import type { ProofQuestion } from '../proof-input.ts'
import type { Touched } from '../touched.ts'
import type { ProofReason } from '../verdict.ts'

const RULE = 'transfer'

/** One side whose consent a transfer needs. */
export interface Side {
  readonly person: string
  /** Why this person, as a sentence. */
  readonly why: string
}

/**
 * Rule 8. A workload changes hands only with both owners' consent, besides governance. For a side that is gone its next
 * active manager upward consents; is there none, governance alone decides. No team is needed to consent.
 */
export function consentsOf(
  { identity, after: form }: Touched,
  question: ProofQuestion,
  at: Instant
): readonly Side[] {
  const hands = handsOf({ identity, after: form }, question)
  if (hands === null) return []
  const { book } = question
  return [...sideOf(hands.from, 'old', book, at), ...sideOf(hands.to, 'new', book, at)]
}

/** From whom to whom a workload goes by a change; null: it stays where it is. */
export function handsOf(
  { identity, after: form }: Pick<Touched, 'identity' | 'after'>,
  { book, after }: ProofQuestion
): { readonly from: string; readonly to: string } | null {
  if (identity?.kind !== 'workload' || form === null) return null
  const from = book.workloads.get(identity.id)?.data.owner
  const to = after.workloads.get(identity.id)?.data.owner
  return from === undefined || to === undefined || from === to ? null : { from, to }
}

function sideOf(owner: string, which: 'old' | 'new', book: Book, at: Instant): readonly Side[] {
  // Somebody without an approved file has no manager on record either; a new owner who is only being added may still speak.
  if (which === 'new' && !book.people.has(owner))
    return [{ person: owner, why: `The new owner "${owner}" must consent.` }]
  const person = firstActive(owner, book, at)
  if (person === null) return []
  const why =
    person === owner
      ? `The ${which} owner "${owner}" must consent.`
      : `The ${which} owner "${owner}" is gone, so "${person}" must consent as the next manager.`
  return [{ person, why }]
}

/** The person, or the next active manager upward; null if there is none. */
export function firstActive(start: string, book: Book, at: Instant): string | null {
  const seen = new Set<string>()
  for (
    let id: string | undefined = start;
    id !== undefined && !seen.has(id);
    id = book.people.get(id)?.data.manager
  ) {
    seen.add(id)
    if (inactiveAt(book, id, at) === null) return id
  }
  return null
}

/** `@login` of a person who consents, by the approved file or by the one that this pull request adds; null without one. */
export function loginOf(person: string, { book, after }: ProofQuestion): string | null {
  const login = (book.people.get(person) ?? after.people.get(person))?.data.github
  return login === undefined ? null : `@${login}`
}

/** Somebody who must consent and has no way to say so. */
export function mute({ person, why }: Side): ProofReason {
  const fix = `"${person}" has no GitHub account on file to say so. Add "github" and "githubId" to that person's file first.`
  return { rule: RULE, why: `${why} ${fix}`, passing: false }
}
