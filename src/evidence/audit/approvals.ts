import type { Book } from '../../book/book.ts'
import { readDuration } from '../../book/duration.ts'
import { personEnd } from '../../book/effective.ts'
import { readInstant, writeInstant, type Instant } from '../../book/instant.ts'
import { identify } from '../../book/paths.ts'
import { quote } from '../../book/quote.ts'
import type { Event } from '../events.ts'
import type { ApprovedBook } from './approved-book.ts'
import type { ProblemCode } from './codes.ts'
import { requiredFor } from './required.ts'

/** Clocks of GitHub, of runners and of whoever makes a merge by hand may differ by so much, in milliseconds. */
export const CLOCKS = 5 * 60_000

export type ApprovedEvent = Extract<Event, { readonly event: 'approved' }>
type Approval = ApprovedEvent['approvals'][number]

/** Adds one problem of the event at hand. */
export type Tell = (code: ProblemCode, message: string) => void

/** What an approval is judged by. */
export interface ApprovalFacts {
  readonly path: string
  /** The approved files before it. */
  readonly approved: ApprovedBook
  /** What it brings, alone; null: a deletion. */
  readonly next: Book | null
  /** Who asked, by the request's event. */
  readonly requester: string | null
  /** Who asked, by the grant's own file. */
  readonly claimed: string | null
  /** When it landed on main, by that commit's date; null if unknown. */
  readonly landed: Instant | null
}

/** Judges the people behind one approved change, as far as the approved files of that moment tell. */
export function judgeApprovals(one: ApprovedEvent, facts: ApprovalFacts, tell: Tell): void {
  const { approvals } = one
  if (approvals.length === 0) {
    tell('approval-missing', `${quote(facts.path)} moved as approved, but no approval is named.`)
    return
  }
  const required = requiredFor(facts.path, facts.approved.book, facts.next)
  const excluded = excludedFrom(facts)
  for (const approval of approvals) {
    judgePerson(approval, facts, excluded, tell)
    judgeTime(approval, one, facts, tell)
    if (required && approval.as !== 'consent' && !required.owners.has(approval.as))
      tell(
        'approval-not-owner',
        `${approval.person} approved as ${approval.as}, which didn’t own ${quote(facts.path)} then: ${[...required.owners].join(', ')} did.`
      )
  }
  if (required) judgeEnough(approvals, required, facts.path, tell)
}

function judgeEnough(
  approvals: readonly Approval[],
  { owners, count, each }: NonNullable<ReturnType<typeof requiredFor>>,
  path: string,
  tell: Tell
): void {
  const counted = approvals.filter(({ as }) => owners.has(as))
  const people = new Set(counted.map(({ person }) => person))
  if (people.size < count)
    tell(
      'approval-incomplete',
      `${quote(path)} needs approvals of ${count} distinct people; ${people.size} are recorded.`
    )
  for (const group of each) {
    if (!counted.some(({ as }) => group.includes(as)))
      tell(
        'approval-incomplete',
        `${quote(path)} needs an approval of ${group.join(' or ')}; none is recorded.`
      )
  }
}

function judgePerson(
  { login, id, person, at }: Approval,
  { approved }: ApprovalFacts,
  excluded: ReadonlyMap<string, string>,
  tell: Tell
): void {
  const people = approved.peopleOf(id)
  const known = approved.proved.people.get(person)
  if (!known || people.size !== 1 || !people.has(person)) {
    tell(
      'approver-unknown',
      `The account ${login} (number ${id}) is counted as ${quote(person)}, whom the approved files don’t name by that number alone.`
    )
    return
  }
  const given = readInstant(at, 'end')
  const ends = personEnd(known)
  if (ends === null || (given !== null && ends <= given))
    tell('approver-inactive', `${quote(person)} approved at ${at}, after the last day in the approved file.`)
  const suspension = approved.proved.suspensions.get(person)
  const until = suspension?.data.until
  const over = until === undefined ? Infinity : readInstant(until, 'end')
  const since = suspension ? approved.changedAt(suspension.path) : Infinity
  if (suspension && given !== null && given >= since && (over === null || given < over))
    tell('approver-inactive', `${quote(person)} approved at ${at} while suspended.`)
  const why = excluded.get(person)
  if (why !== undefined) tell('approver-excluded', `${quote(person)} approved, but is ${why}.`)
}

function judgeTime({ person, at }: Approval, one: ApprovedEvent, facts: ApprovalFacts, tell: Tell): void {
  const given = readInstant(at, 'end')
  const recorded = readInstant(one.at, 'end')
  if (given === null) {
    tell('time-impossible', `The approval of ${quote(person)} has no real instant: ${at}.`)
    return
  }
  if (recorded !== null && given > recorded + CLOCKS)
    tell('approval-late', `The approval of ${quote(person)} of ${at} lies after the event that counts it.`)
  const { landed } = facts
  if (landed === null) return
  if (given > landed + CLOCKS)
    tell('approval-late', `${quote(person)} approved at ${at}, after the merge at ${writeInstant(landed)}.`)
  const maxAge = readDuration(facts.approved.book.settings?.data.approvals.maxAge ?? '')
  if (maxAge !== null && given < landed - maxAge - CLOCKS)
    tell(
      'approval-stale',
      `The approval of ${quote(person)} of ${at} was older at the merge at ${writeInstant(landed)} than the settings allow.`
    )
}

/** Who may not approve a path, as far as the files tell: by person, with why. Authors and pushers only GitHub knows. */
function excludedFrom({
  path,
  approved,
  requester,
  claimed,
  next
}: ApprovalFacts): ReadonlyMap<string, string> {
  const excluded = new Map<string, string>()
  if (requester !== null) excluded.set(requester, 'the requester')
  if (claimed !== null) excluded.set(claimed, 'the requester that the file names')
  const identity = identify(path)
  if (identity?.kind === 'suspension') excluded.set(identity.id, 'its subject')
  if (identity?.kind === 'person') excluded.set(identity.id, 'the person whose file it is')
  if (identity?.kind !== 'grant' && identity?.kind !== 'emergency') return excluded
  const { subject } = identity
  excluded.set(subject, 'its subject')
  const workload = approved.book.workloads.get(subject) ?? next?.workloads.get(subject)
  if (workload) {
    excluded.set(workload.data.owner, `the owner of ${quote(subject)}`)
    if (workload.data.backup !== undefined)
      excluded.set(workload.data.backup, `the backup of ${quote(subject)}`)
  }
  return excluded
}
