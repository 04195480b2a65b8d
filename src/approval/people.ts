import { append } from '../book/append.ts'
import type { Book, Entry } from '../book/book.ts'
import { personEnd } from '../book/effective.ts'
import type { Instant } from '../book/instant.ts'
import type { Person } from '../book/kinds/person.ts'
import { isSuspended } from '../findings/active.ts'
import type { Account } from './facts.ts'

/** Who is behind an account, an address, a login, by the people of some book. */
export interface People {
  /** Ids of all people whose file names this account's number. An approver needs exactly one. */
  readonly byNumber: ReadonlyMap<number, readonly string[]>
  /** By lower-case address. */
  readonly byEmail: ReadonlyMap<string, readonly string[]>
  /** By lower-case login. */
  readonly byLogin: ReadonlyMap<string, readonly string[]>
}

const cache = new WeakMap<Book, People>()

/** Indexed once for each book. */
export function peopleOf(book: Book): People {
  let people = cache.get(book)
  if (!people) cache.set(book, (people = indexPeople([...book.people.values()])))
  return people
}

/** The same of a few people. */
export function indexPeople(people: readonly Entry<Person>[]): People {
  const byNumber = new Map<number, string[]>()
  const byEmail = new Map<string, string[]>()
  const byLogin = new Map<string, string[]>()
  for (const { id, data } of people) {
    if (data.githubId !== undefined) append(byNumber, data.githubId, id)
    if (data.github !== undefined) append(byLogin, data.github.toLowerCase(), id)
    append(byEmail, data.email.toLowerCase(), id)
  }
  return { byNumber, byEmail, byLogin }
}
/** The one person of a human account, by number; null if it isn't a human's, or if not exactly one file names it. */
export function personOf(people: People, account: Account): string | null {
  if (account.type !== 'User') return null
  const [first, ...others] = people.byNumber.get(account.id) ?? []
  return first !== undefined && others.length === 0 ? first : null
}

const NOREPLY = /^(?:(\d{1,15})\+)?([a-z0-9-]+(?:\[bot\])?)@users\.noreply\.github\.com$/u

/**
 * Everybody whom a commit's address may stand for: by `email`, or by number and login in GitHub's own form of addresses
 * (docs.github.com, "Setting your commit email address"). Addresses are claims: they only ever exclude.
 */
export function peopleOfAddress(people: People, address: string): readonly string[] {
  const email = address.toLowerCase()
  const own = people.byEmail.get(email) ?? []
  const match = NOREPLY.exec(email)
  if (!match) return own
  const [, number, login = ''] = match
  const numbered = number === undefined ? [] : (people.byNumber.get(Number(number)) ?? [])
  return [...own, ...numbered, ...(people.byLogin.get(login) ?? [])]
}

/** Why somebody isn't active at an instant, as the end of a sentence; null if active. */
export function inactiveAt(book: Book, id: string, at: Instant): string | null {
  const person = book.people.get(id)
  if (!person) return 'has no approved file'
  const end = personEnd(person)
  if (end === null) return 'has a last day that is not a real date'
  if (end <= at) return 'has left'
  const suspension = book.suspensions.get(id)
  return suspension && isSuspended(suspension.data, at) ? 'is suspended' : null
}

/** Owner and backup of a workload; nobody if there is no such workload. */
export function keepersOf(book: Book, workload: string): readonly string[] {
  const data = book.workloads.get(workload)?.data
  if (!data) return []
  return data.backup === undefined ? [data.owner] : [data.owner, data.backup]
}
