import type { Book } from '../../book/book.ts'
import { personEnd } from '../../book/effective.ts'
import { readInstant, type Instant } from '../../book/instant.ts'
import { identify } from '../../book/paths.ts'
import { quote } from '../../book/quote.ts'
import type { Event } from '../events.ts'
import { CLOCKS, type ApprovedEvent, type Tell } from './approvals.ts'
import type { ApprovedBook } from './approved-book.ts'
import type { PlacedEvent } from './places.ts'

type Transferred = Extract<Event, { readonly event: 'transferred' }>

/** A hand-over with its place. */
export interface Handed {
  readonly placed: PlacedEvent
  readonly event: Transferred
}

/** The hand-overs among events of one commit of main, by path. A second one of the same path is told. */
export function transfersIn(
  all: readonly PlacedEvent[],
  teller: (one: PlacedEvent) => Tell
): Map<string, Handed> {
  const found = new Map<string, Handed>()
  for (const placed of all) {
    const { event } = placed
    if (event.event !== 'transferred' || event.grant === null) continue
    if (found.has(event.grant)) teller(placed)('transfer-false', 'It is recorded twice by the same change.')
    else found.set(event.grant, { placed, event })
  }
  return found
}

/** What a hand-over is judged by. */
export interface TransferFacts {
  readonly path: string
  /** The approved files before it. */
  readonly approved: ApprovedBook
  /** What the approved change brings, alone; null: a deletion, or no file that can be read. */
  readonly next: Book | null
  /** When it landed on main, by that commit's date; null if unknown. */
  readonly landed: Instant | null
}

/** Judges what the record says of a workload's hand-over by the approved change of its file; null: it says nothing. */
export function judgeTransfer(
  one: Transferred | null,
  approval: ApprovedEvent,
  facts: TransferFacts,
  tell: Tell
): void {
  const { path, approved, next } = facts
  const identity = identify(path)
  const id = identity?.kind === 'workload' ? identity.id : null
  const from = id === null ? undefined : approved.book.workloads.get(id)?.data.owner
  const to = id === null ? undefined : next?.workloads.get(id)?.data.owner
  const moves = from !== undefined && to !== undefined && from !== to
  if (!one) {
    if (moves)
      tell('transfer-false', `${quote(path)} went from ${quote(from)} to ${quote(to)}, which isn’t recorded.`)
    return
  }
  if (!moves || one.from !== from || one.to !== to || one.blob !== approval.blob) {
    const really = moves ? `it went from ${quote(from)} to ${quote(to)}` : 'it did not change hands'
    tell(
      'transfer-false',
      `It is recorded from ${quote(one.from)} to ${quote(one.to)}; by the files ${really}.`
    )
    return
  }
  judgeConsents(one, approval, facts, tell)
}

function judgeConsents(
  { from, to, consents }: Transferred,
  { at, approvals }: ApprovedEvent,
  { approved, landed }: TransferFacts,
  tell: Tell
): void {
  const when = landed ?? readInstant(at, 'end') ?? 0
  const reviewers = new Set(approvals.map(({ person }) => person))
  for (const { person, by } of consents)
    if (by === 'review' && !reviewers.has(person))
      tell('transfer-consent', `${quote(person)} is said to have agreed by a review, and none is recorded.`)
  const agreed = new Set(consents.map(({ person }) => person))
  for (const owner of [from, to]) {
    // Clocks differ a little: whoever answered just before or just after the merge may have spoken.
    const sides = [when - CLOCKS, when + CLOCKS].map((instant) =>
      answersFor(owner, owner === to, approved, instant)
    )
    if (sides.some((side) => side === null || agreed.has(side))) continue
    tell('transfer-consent', `${quote(sides[0] ?? owner)} had to agree for ${quote(owner)}, and didn’t.`)
  }
}

/** Who speaks for an owner: the next active one upward; null: nobody. Computed here once more, on purpose. */
function answersFor(owner: string, isNew: boolean, approved: ApprovedBook, at: Instant): string | null {
  const { people } = approved.proved
  if (isNew && !people.has(owner)) return owner
  const seen = new Set<string>()
  for (let id: string | undefined = owner; id !== undefined && !seen.has(id);) {
    seen.add(id)
    const person = people.get(id)
    const end = person ? personEnd(person) : null
    if (end !== null && end > at && !isSuspended(id, approved, at)) return id
    id = person?.data.manager
  }
  return null
}

function isSuspended(id: string, { proved }: ApprovedBook, at: Instant): boolean {
  const suspension = proved.suspensions.get(id)
  if (!suspension) return false
  const { until } = suspension.data
  const end = until === undefined ? null : readInstant(until, 'end')
  return end === null || at < end
}
