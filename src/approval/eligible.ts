import type { Instant } from '../book/instant.ts'
import type { Account } from './facts.ts'
import { peopleOf } from './people.ts'
import { exclusion, onlyClaimed, type PathProof, type Proof } from './proof.ts'
import { speakerOf } from './rules/approvers.ts'

/** Why an account that belongs to no owner of a path can't speak for it. */
export const NO_OWNER = 'belongs to none of the owners'

/** Whether somebody belongs to an owner; null: that wasn't told. */
export type Belongs = (owner: string, account: Account, person: string) => boolean | null

/** What somebody says of a path. A dismissal of an objection weighs as an approval does. */
export type Saying = 'approval' | 'objection'

/** Whether an account may approve this path, as somebody who owns it: its person, or why not, or not known. */
export type Eligible =
  | { readonly state: 'yes'; readonly person: string; readonly owners: readonly string[] }
  | { readonly state: 'no'; readonly why: string }
  | { readonly state: 'unknown'; readonly what: string }

/**
 * Whether an account may approve a path, as which of its owners: a human account of exactly one active person who has no
 * part in the matter and belongs to a team that may push, or is the named login. The same people may object, and besides
 * them those of whom it is only claimed that they have a part in it.
 */
export function eligible(
  account: Account,
  spoke: Instant,
  belongs: Belongs,
  proof: Proof,
  path: PathProof,
  saying: Saying
): Eligible {
  const { book } = proof.question
  const { person, why } = speakerOf(account, book, peopleOf(book), { spoke, merged: proof.at })
  if (person === null) return { state: 'no', why }
  const excluded = exclusion(person, proof, path)
  const heard = saying === 'objection' && onlyClaimed(person, proof, path)
  if (excluded !== null && !heard) return { state: 'no', why: `is "${person}", who ${excluded}` }
  const answers = path.owners.map((owner) => [owner, belongs(owner, account, person)] as const)
  const owners = answers.flatMap(([owner, answer]) => (answer === true ? [owner] : []))
  if (owners.length > 0) return { state: 'yes', person, owners }
  const unknown = answers.filter(([, answer]) => answer === null).map(([owner]) => owner)
  if (unknown.length > 0)
    return {
      state: 'unknown',
      what: `whether that account belongs to ${unknown.join(', ')} could not be read`
    }
  return { state: 'no', why: NO_OWNER }
}
