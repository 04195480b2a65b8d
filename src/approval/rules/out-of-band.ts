import type { Book } from '../../book/book.ts'
import type { OutOfBand } from '../../book/kinds/out-of-band.ts'
import { fileAt } from '../book-file.ts'
import type { ProofQuestion } from '../proof-input.ts'
import { sameMeaning } from '../same.ts'
import type { Touched } from '../touched.ts'
import type { ProofReason } from '../verdict.ts'
import type { Participants } from './participants.ts'

// Access that was found: what was found is written by our App alone, and nobody decides on his own.

/** Refuses `principal` and `items` that are neither the approved ones, nor our App's, nor what was taken away, as recorded. */
export function foundByOthers(
  { path, identity }: Touched,
  { before, after, found, takenAway }: ProofQuestion,
  { byApp, appAlone }: Participants
): ProofReason | null {
  if (identity?.kind !== 'out-of-band') return null
  const next = fileAt(after, path)
  if (next?.kind !== 'out-of-band' || (byApp && appAlone)) return null
  const approved = fileAt(before, path)
  if (approved?.kind === 'out-of-band' && sameFinding(approved.data, next.data)) return null
  const written = found.get(path)
  if (byApp && written && sameFinding(written, next.data)) return null
  if (takenAway.has(path)) return null
  return {
    rule: 'out-of-band',
    why: 'What was found ("principal", "items") is written by our App alone, and this pull request has it otherwise. Change only "decision", "owner", "reason" and "expires".',
    passing: false
  }
}

function sameFinding(a: OutOfBand, b: OutOfBand): boolean {
  return sameMeaning([a.principal, a.items], [b.principal, b.items])
}

const cache = new WeakMap<Book, Map<string, Names>>()

/** Everybody by what a finding may call them; in lower case. */
interface Names {
  /** By the last part of an account's name in the system: `alice`. */
  readonly accounts: ReadonlyMap<string, ReadonlySet<string>>
  /** By that, and by address, login and id. */
  readonly all: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * People and workloads of whom a finding may speak: as `principal` by account, or in `by` by account, address, login or
 * id. Names alone are compared, whatever stands around them (`arn:aws:iam::123456789012:user/alice`): this can only
 * exclude.
 */
export function namedIn({ principal, items }: OutOfBand, system: string, book: Book): ReadonlySet<string> {
  const { accounts, all } = namesOf(book, system)
  const found = new Set<string>()
  for (const part of partsOf(principal)) for (const id of accounts.get(part) ?? []) found.add(id)
  for (const { by } of items)
    for (const part of partsOf(by)) for (const id of all.get(part) ?? []) found.add(id)
  return found
}

/** The whole text, and every part of it between colons, slashes and blanks. */
function partsOf(text: string): ReadonlySet<string> {
  const lower = text.toLowerCase()
  return new Set([lower, ...lower.split(/[:/\s]+/u)])
}

/** Gone through once for each book and system. */
function namesOf(book: Book, system: string): Names {
  let systems = cache.get(book)
  if (!systems) cache.set(book, (systems = new Map()))
  let names = systems.get(system)
  if (!names) systems.set(system, (names = indexNames(book, system)))
  return names
}

function indexNames(book: Book, system: string): Names {
  const accounts = new Map<string, Set<string>>()
  const all = new Map<string, Set<string>>()
  for (const { id, data } of [...book.people.values(), ...book.workloads.values()]) {
    const inSystem = Object.hasOwn(data.accounts ?? {}, system) ? textsOf(data.accounts?.[system]) : []
    for (const name of inSystem.map(lastName)) {
      append(accounts, name, id)
      append(all, name, id)
    }
    append(all, id, id)
    if ('email' in data) append(all, data.email, id)
    if ('github' in data && data.github !== undefined) append(all, data.github, id)
  }
  return { accounts, all }
}

function append(index: Map<string, Set<string>>, name: string, id: string): void {
  const key = name.toLowerCase()
  const ids = index.get(key)
  if (ids) ids.add(id)
  else index.set(key, new Set([id]))
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Every text in an account's value: its shape is its connector's. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
