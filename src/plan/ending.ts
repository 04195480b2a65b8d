import type { Book, Grant } from '../book/book.ts'
import { effectiveWindow, subjectOf, type Effective, type End } from '../book/effective.ts'
import { writeInstant } from '../book/instant.ts'
import type { Window } from '../book/window.ts'
import type { Gone } from './desired.ts'
import type { GrantFacts } from './fault.ts'
import type { Capped, Judged, Wish } from './wish.ts'

type Ending = End | 'exception'

/** When a grant holds, and what ends it. */
type Windowed =
  | (Extract<Effective, { readonly why: null }> & { readonly end: End })
  | { readonly window: Window; readonly end: 'exception'; readonly why: null; readonly certain: null }
  | Extract<Effective, { readonly window: null }>

/** When a grant really holds, the end of an exception that it needs among its ends. */
export function windowOf(grant: Grant, { book, caps }: Capped): Windowed {
  const effective = effectiveWindow(book, grant)
  const cap = caps.get(grant.path)
  if (!cap) return effective
  if (effective.window === null)
    return { ...effective, certain: Math.min(effective.certain ?? Infinity, cap.at) }
  if (effective.window.until <= cap.at) return effective
  return { ...effective, window: { ...effective.window, until: cap.at }, end: 'exception' }
}

/** Why a window holds no more, or never will; null if it does or will. */
export function overBy(
  { book, now, caps }: Capped,
  grant: Grant,
  { from, until }: Window,
  end: Ending
): Gone | null {
  if (now < until && (from === null || from < until)) return null
  const before = now < until && from !== null ? `, before it starts at ${writeInstant(from)}` : ''
  const why = `${END_WORDS[end](grant.subject)} ${writeInstant(until)}${before}`
  if (end === 'expires') return { kind: 'window', why, unit: grant.path, by: [grant.path] }
  if (end === 'exception')
    return { kind: 'window', why, unit: grant.path, by: [caps.get(grant.path)?.exception ?? grant.path] }
  return { kind: 'window', why, unit: subjectUnit(grant.subject), by: filesOf(book, grant.subject) }
}

/** Files that may end what a subject holds: its own, and for a workload those of the people who answer for it. */
export function filesOf(book: Book, subject: string): readonly string[] {
  const known = subjectOf(book, subject)
  if (!known) return []
  const { owner, backup } = known.kind === 'workload' ? known.entry.data : {}
  const keepers = [owner, backup].flatMap((id) => (id === undefined ? [] : (book.people.get(id)?.path ?? [])))
  return [known.entry.path, ...keepers]
}

const END_WORDS: Readonly<Record<Ending, (subject: string) => string>> = {
  exception: () => 'the exception that it needed ended at',
  expires: () => 'its time ended at',
  'person-ends': (subject) => `${subject} left at`,
  'workload-expires': (subject) => `${subject} was to be re-attested by`,
  orphaned: (subject) => `${subject} lost its last owner, and the grace ended at`
}

/** What takes a grant whatever else is wrong with it. */
export function early(facts: GrantFacts, { ledger }: Wish, suspended: string | undefined): Judged | null {
  const { path, subject } = facts
  if (suspended !== undefined) {
    const by = [`grants/suspensions/${subject}.yaml`]
    return { is: 'gone', gone: { kind: 'suspended', why: suspended, unit: subjectUnit(subject), by } }
  }
  const ended = ledger.ended.get(path)
  return ended?.blob === facts.blob
    ? { is: 'gone', gone: { kind: 'ended', why: ended.why, unit: path, by: [] } }
    : null
}

/** What the guard counts as one: all that one subject's end or suspension takes. */
export function subjectUnit(subject: string): string {
  return `subject ${subject}`
}
