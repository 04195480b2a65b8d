import type { Form } from '../../approval/facts.ts'
import { fileAt } from '../../approval/book-file.ts'
import { isReduction } from '../../approval/reduction.ts'
import type { Book } from '../../book/book.ts'
import { readInstant, type Instant } from '../../book/instant.ts'
import { identify } from '../../book/paths.ts'
import { quote } from '../../book/quote.ts'
import type { Step } from '../chain.ts'
import type { Event } from '../events.ts'
import { endedAfter } from '../ended-form.ts'
import { judgeApprovals, type ApprovedEvent, type Tell } from './approvals.ts'
import { readAlone, type ApprovedBook } from './approved-book.ts'
import type { FileState, GrantFacts } from './file-state.ts'
import { newOutsideState } from './outside-state.ts'
import { isOutside } from './outside.ts'
import type { MainLine } from './main-line.ts'
import type { PlacedEvent } from './places.ts'
import { collectPull, type PullRecord } from './pull-record.ts'
import { judgeTransfer, transfersIn, type Handed } from './transfers.ts'

type Ended = NonNullable<FileState['ended']>
type Sealed = Extract<Event, { readonly event: 'sealed' }>
type Reduced = Extract<Event, { readonly event: 'reduced' }>
type Teller = (one: PlacedEvent) => Tell

/** One event with its place on main's line; null: not there. */
interface Landed {
  readonly placed: PlacedEvent
  readonly index: number | null
}

/**
 * Follows the approved files: what landed on main, in which order, who approved it. Each pull request is judged against
 * the files as they were before it, even if one commit of the record holds several.
 */
export class Landings {
  readonly #main: MainLine
  readonly #approved: ApprovedBook
  readonly #stateOf: (path: string) => FileState
  /** Final judgements: pull request → commit of the record. */
  readonly #pulls = new Map<string, string>()
  readonly #reviews = new Map<number, string>()
  readonly #records = new Map<string, PullRecord>()
  #sealed = -1

  constructor(main: MainLine, approved: ApprovedBook, stateOf: (path: string) => FileState) {
    this.#main = main
    this.#approved = approved
    this.#stateOf = stateOf
  }

  /** Every approved pull request, in order. */
  get records(): Iterable<PullRecord> {
    return this.#records.values()
  }

  /** Judges what a commit of the record says of landings, in the order in which they landed; returns all other events. */
  judge(step: Step, placed: readonly PlacedEvent[], teller: Teller): readonly PlacedEvent[] {
    const rest: PlacedEvent[] = []
    const landed: Landed[] = []
    for (const one of placed) {
      const { event } = one
      if (event.event === 'genesis') this.#sealed = this.#main.indexOf(event.commit) ?? -1
      if (isLanding(event)) landed.push({ placed: one, index: this.#main.indexOf(event.commit) })
      else rest.push(one)
    }
    const inOrder = landed.toSorted((a, b) => (a.index ?? Infinity) - (b.index ?? Infinity))
    for (const group of groups(inOrder)) this.#judgeGroup(group, step, teller)
    for (const one of rest) if (one.event.event === 'sealed') this.#judgeSeal(one.event, landed, teller(one))
    return rest
  }

  /** Takes a form that a file has from now on. */
  take(path: string, form: Form | null, bytes: Uint8Array | undefined, at: Instant, proved: boolean): void {
    const state = this.#stateOf(path)
    if (state.form !== null) state.left.push({ blob: state.form.blob, at })
    if (state.ended) state.ended = endedAfter<Ended>(state.ended, form?.blob ?? null, proved)
    state.form = form
    state.since = at
    const alone = form && bytes ? readGrant(path, form.blob, bytes) : null
    state.grant = alone
    if (isOutside(path)) {
      const found = form && bytes ? readAlone(path, form.blob, bytes).outOfBand.get(path) : undefined
      const outside = state.outside ?? newOutsideState()
      // A reduction of what was proved says nothing that wasn't.
      state.outside = { ...outside, file: found?.data ?? null, proved: proved || outside.proved }
    }
    this.#approved.move(path, form?.blob ?? null, bytes, at, proved)
  }

  #judgeGroup(group: readonly Landed[], step: Step, teller: Teller): void {
    const transfers = transfersIn(
      group.map(({ placed }) => placed),
      teller
    )
    for (const { placed, index } of group) {
      const { event } = placed
      if (event.grant === null) continue
      const state = this.#stateOf(event.grant)
      const tell = teller(placed)
      if (event.event === 'requested') {
        state.requested = { pull: event.pull, requester: event.requester }
        this.#judgeRepository(event.pull, tell)
        continue
      }
      if (event.event === 'transferred') continue
      this.#judgeLanded(event, index, tell)
      if (event.event === 'approved') {
        this.#judgeApproved(event, state, index, step, tell)
        this.#judgeTransfer(event, transfers, { index, step, placed, teller })
        collectPull(this.#records, event, { commit: step.id, file: placed.file, line: placed.line })
      }
      if (event.event === 'reduced') this.#judgeReduced(event, state, step, tell)
      if (event.event === 'refused' || event.event === 'held') this.#judgePull(event, step, tell)
    }
    for (const { placed, event } of transfers.values())
      teller(placed)('transfer-false', `${quote(event.grant ?? '')} was not approved with it.`)
    for (const { placed } of group) this.#move(placed.event, step)
  }

  #move(event: Event, step: Step): void {
    if (event.grant === null || (event.event !== 'approved' && event.event !== 'reduced')) return
    const blob = blobOf(event)
    const after = step.changes.find(({ path }) => path === `approved/${event.grant}`)?.after ?? null
    if (after === null && blob !== null && this.#stateOf(event.grant).form?.blob === blob) {
      // It had moved ahead of its pull request: nothing changes but that it is proved.
      if (event.event === 'approved') {
        this.#approved.prove(event.grant)
        const { outside } = this.#stateOf(event.grant)
        if (outside) outside.proved = true
      }
      return
    }
    const mode = after !== null && after.blob === blob ? after.mode : '100644'
    const form = blob === null ? null : { mode, blob }
    const bytes = blob === null ? undefined : step.content(blob)
    const at = readInstant(event.at, 'end') ?? 0
    const proved = event.event === 'approved' || event.pull !== null
    this.take(event.grant, form, bytes, at, proved)
  }

  /** What is said to have landed must be what main's tree holds there. */
  #judgeLanded(event: Event, index: number | null, tell: Tell): void {
    if (event.grant === null || index === null) return
    const form = this.#main.formAt(event.grant, index)
    const blob = blobOf(event)
    if ((form?.blob ?? null) !== blob)
      tell(
        'landed-differs',
        `${quote(event.grant)} is ${form?.blob ?? 'absent'} on main at ${event.commit ?? ''}, not ${blob ?? 'absent'}.`
      )
  }

  #judgeApproved(event: ApprovedEvent, state: FileState, index: number | null, step: Step, tell: Tell): void {
    const path = event.grant ?? ''
    const { requested } = state
    if (requested?.pull !== event.pull)
      tell(
        'request-missing',
        `${event.pull} is recorded as approved, but not as requested for ${quote(path)}.`
      )
    state.requested = null
    this.#judgeRepository(event.pull, tell)
    this.#judgePull(event, step, tell)
    if (index !== null && index <= this.#sealed)
      tell('order-broken', `It landed at ${event.commit ?? ''}, up to which main had been judged before.`)
    for (const { review } of event.approvals) {
      const pull = this.#reviews.get(review)
      if (pull !== undefined && pull !== event.pull)
        tell('review-used-twice', `The review ${review} was counted for ${pull} already.`)
      this.#reviews.set(review, event.pull)
    }
    const next = nextBook(path, blobOf(event), step)
    const claimed = next?.grants.get(path)?.requester ?? (next ? null : (state.grant?.requester ?? null))
    judgeApprovals(
      event,
      {
        path,
        approved: this.#approved,
        next,
        requester: requested?.requester ?? null,
        claimed,
        landed: index === null ? null : this.#main.dateAt(index)
      },
      tell
    )
  }

  /** A hand-over stands and falls with the approval of its file; each is judged once. */
  #judgeTransfer(
    event: ApprovedEvent,
    transfers: Map<string, Handed>,
    { index, step, placed, teller }: { index: number | null; step: Step; placed: PlacedEvent; teller: Teller }
  ): void {
    const path = event.grant ?? ''
    if (identify(path)?.kind !== 'workload') return
    const handed = transfers.get(path) ?? null
    transfers.delete(path)
    judgeTransfer(
      handed?.event ?? null,
      event,
      {
        path,
        approved: this.#approved,
        next: nextBook(path, blobOf(event), step),
        landed: index === null ? null : this.#main.dateAt(index)
      },
      teller(handed?.placed ?? placed)
    )
  }

  /** A reduction is judged by the two contents: it must really take away only. */
  #judgeReduced(event: Reduced, state: FileState, step: Step, tell: Tell): void {
    const path = event.grant ?? ''
    if (event.pull !== null) this.#judgeRepository(event.pull, tell)
    const blob = blobOf(event)
    const before = state.form === null ? null : nextBook(path, state.form.blob, step)
    const after = blob === null ? null : nextBook(path, blob, step)
    // Without both contents nothing can be compared: what stood before was looked at when it came.
    if ((state.form !== null && !before) || (blob !== null && !after)) return
    const [was, is] = [before && fileAt(before, path), after && fileAt(after, path)]
    if (isReduction(was, is) === null)
      tell(
        'reduction-widens',
        `${quote(path)} was taken as a reduction without an approval, but does more than take away.`
      )
  }

  /** A pull request is judged once: all that is recorded of it stands in one commit of the record. */
  #judgePull(event: Event, step: Step, tell: Tell): void {
    if (!('pull' in event) || event.pull === null) return
    const before = this.#pulls.get(event.pull)
    if (before === undefined) this.#pulls.set(event.pull, step.id)
    else if (before !== step.id) tell('pull-judged-twice', `${event.pull} was judged in ${before} already.`)
  }

  #judgeRepository(pull: string, tell: Tell): void {
    const repository = this.#approved.book.settings?.data.repository
    const match = /^(.+)#[1-9]\d*$/u.exec(pull)
    if (!match || (repository !== undefined && match[1] !== repository))
      tell('pull-foreign', `${quote(pull)} is no pull request of ${repository ?? 'this repository'}.`)
  }

  #judgeSeal(event: Sealed, landed: readonly Landed[], tell: Tell): void {
    const index = this.#main.indexOf(event.sealed)
    if (index === null) {
      if (event.sealed !== event.commit)
        tell('not-on-main', `It seals ${event.sealed}, which isn’t on main’s own line.`)
      return
    }
    if (index < this.#sealed)
      tell('order-broken', `It seals ${event.sealed}, which lies before what was sealed already.`)
    const beyond = landed.find(
      ({ placed, index: at }) => placed.event.event === 'approved' && at !== null && at > index
    )
    if (beyond)
      tell('order-broken', `It seals ${event.sealed}, but what landed after that was judged with it.`)
    this.#sealed = Math.max(this.#sealed, index)
  }
}

const LANDING: ReadonlySet<string> = new Set(['requested', 'approved', 'reduced', 'transferred'])

/** Events that say what became of something that landed on main. */
function isLanding(event: Event): boolean {
  if (LANDING.has(event.event)) return true
  return (event.event === 'refused' || event.event === 'held') && event.pull !== null
}

/** Runs of events of the same commit of main. */
function groups(inOrder: readonly Landed[]): readonly (readonly Landed[])[] {
  const found: Landed[][] = []
  for (const one of inOrder) {
    const last = found.at(-1)
    if (last?.[0]?.placed.event.commit === one.placed.event.commit) last.push(one)
    else found.push([one])
  }
  return found
}

/** An event's form as one value: null for a deletion, which was once written as an empty text. */
function blobOf({ blob }: Event): string | null {
  return blob === '' ? null : blob
}

function nextBook(path: string, blob: string | null, step: Step): Book | null {
  const bytes = blob === null ? undefined : step.content(blob)
  return blob !== null && bytes ? readAlone(path, blob, bytes) : null
}

function readGrant(path: string, blob: string, bytes: Uint8Array): GrantFacts | null {
  const grant = readAlone(path, blob, bytes).grants.get(path)
  if (!grant) return null
  const { expires, starts, hasStarts, requester, task } = grant
  return { expires, starts, hasStarts, requester, task }
}
