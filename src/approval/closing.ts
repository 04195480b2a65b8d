import type { Book } from '../book/book.ts'
import type { Instant } from '../book/instant.ts'
import type { OutOfBand } from '../book/kinds/out-of-band.ts'
import { isTeam } from './belonging.ts'
import { generateCodeowners } from './codeowners/generate.ts'
import { ownersOf } from './codeowners/match.ts'
import type { Belongs } from './eligible.ts'
import type { Account, TeamQuestion } from './facts.ts'
import { keepersOf, peopleOf } from './people.ts'
import { speakerOf } from './rules/approvers.ts'
import { namedIn } from './rules/out-of-band.ts'

// Closing the App's pull request about access that was found decides to take it away, if an owner of the file does it. It
// only takes away, and yet it is proved like an approval: nobody shall take from others what isn't his to decide.

/** One file of a pull request that somebody closed. */
export interface ClosedFile {
  readonly path: string
  readonly system: string
  /** As the pull request showed it. */
  readonly shown: OutOfBand
}

/** Whoever closed it, and when. */
export interface Closer {
  readonly account: Account
  readonly at: Instant
}

/** For whom it counts; or why it doesn't, as the end of a sentence that begins with the account. */
export type Closed =
  | { readonly person: string; readonly as: string; readonly why: null }
  | { readonly person: null; readonly why: string }

/** Teams and logins that own a path by the approved files; none without valid settings. */
export function ownersByBook(book: Book, path: string): readonly string[] {
  const text = generateCodeowners(book)
  return text === null ? [] : (ownersOf(text)(path)?.owners ?? [])
}

/** What must be asked of GitHub before it can be told whether a closing counts. */
export function teamsOfClosing(
  book: Book,
  paths: readonly string[],
  { login }: Account
): { readonly pairs: readonly TeamQuestion[]; readonly teams: readonly string[] } {
  const teams = [...new Set(paths.flatMap((path) => ownersByBook(book, path)).filter(isTeam))]
  return { pairs: teams.map((team) => ({ team, login })), teams }
}

/**
 * Whether closing decides on a file: an active person of the approved files, who owns the path, and has neither the access
 * nor made it nor is to own it.
 */
export function judgeClosing(
  { account, at }: Closer,
  { path, system, shown }: ClosedFile,
  book: Book,
  belongs: Belongs,
  now: Instant
): Closed {
  const { person, why } = speakerOf(account, book, peopleOf(book), { spoke: at, merged: now })
  if (person === null) return { person, why }
  const files = [shown, book.outOfBand.get(path)?.data].filter((file) => file !== undefined)
  if (files.some((file) => hasPart(person, file, system, book)))
    return { person: null, why: `is "${person}", who has a part in the access that was found` }
  const as = ownersByBook(book, path).find((owner) => belongs(owner, account, person) === true)
  return as === undefined
    ? { person: null, why: 'belongs to none of the owners, or nobody could tell' }
    : { person, as, why: null }
}

function hasPart(person: string, file: OutOfBand, system: string, book: Book): boolean {
  const named = [...namedIn(file, system, book)]
  return (
    file.owner === person ||
    named.includes(person) ||
    named.some((id) => keepersOf(book, id).includes(person))
  )
}
