import type { Form, PathDifference } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'
import { readInstant, writeInstant } from '../../book/instant.ts'
import type { Settings } from '../../book/kinds/settings.ts'
import { quote } from '../../book/quote.ts'
import type { ConnectorCore } from '../../connectors/connector.ts'
import type { Step } from '../chain.ts'
import { readCommitObject } from '../commit-object.ts'
import type { Event } from '../events.ts'
import { judgeStep } from '../verify.ts'
import { judgeHeld, judgeRevoked, type AccessFacts } from './access.ts'
import { CLOCKS, type Tell } from './approvals.ts'
import { ApprovedBook } from './approved-book.ts'
import type { AuditProblem } from './codes.ts'
import { judgeEnd } from './end.ts'
import { judgeEnded } from './ended.ts'
import { newFileState, type FileState } from './file-state.ts'
import { Landings } from './landings.ts'
import type { MainLine } from './main-line.ts'
import { placeEvents, type PlacedEvent } from './places.ts'
import { isOutside, judgeOutside } from './outside.ts'
import { Problems } from './problems.ts'
import type { PullRecord } from './pull-record.ts'
import { Runs } from './runs.ts'

/** GitHub ends a job after six hours, so that no event is recorded longer after its run began. In milliseconds. */
const LONGEST_RUN = 6 * 60 * 60_000
const APPROVED = 'approved/'

/** What an audit rests on besides the branch itself. */
export interface AuditFacts {
  /** Key that is trusted from outside to have signed the first commit; null: main's own settings say it. */
  readonly signer: string | null
  readonly main: MainLine
  /** Connector of a name; null if this version has none. */
  readonly connector: (name: string) => ConnectorCore | null
}

/** How much was looked at, and what is wrong with it. */
export interface Audited {
  readonly commits: number
  /** Grants, break-glass grants included, of which the record says anything. */
  readonly grants: number
  readonly events: number
  readonly problems: readonly AuditProblem[]
  /** How many problems there are: beyond ten thousand they are counted, not kept. */
  readonly count: number
}

/**
 * Goes along the evidence branch once, commit by commit, and tells everything that is wrong with it. Pure: whoever reads
 * the branch passes each step; nothing of it is kept but what later steps are judged by.
 */
export class Auditor {
  readonly #facts: AuditFacts
  readonly #problems = new Problems()
  readonly #states = new Map<string, FileState>()
  readonly #approved = new ApprovedBook()
  readonly #strangers = new Set<string>()
  readonly #landings: Landings
  readonly #runs = new Runs()
  #head: string | null = null
  #signers: ReadonlySet<string>
  #commits = 0
  #events = 0
  #last: Instant = -Infinity

  constructor(facts: AuditFacts) {
    this.#facts = facts
    this.#signers = new Set(facts.signer === null ? [] : [facts.signer])
    this.#landings = new Landings(facts.main, this.#approved, (path) => this.#stateOf(path))
  }

  /** Commits looked at so far. */
  get commits(): number {
    return this.#commits
  }

  /** How many problems there are so far. */
  get count(): number {
    return this.#problems.count
  }

  /** Every approved pull request of the record so far, to be compared with GitHub. */
  get pulls(): Iterable<PullRecord> {
    return this.#landings.records
  }

  /** The approved settings; null if they can’t be read. */
  get settings(): Settings | null {
    return this.#approved.book.settings?.data ?? null
  }

  /** Judges the next commit. Its `content` must also give what `approved/` gained. */
  step(step: Step): void {
    const form = (path: string): Form | null => this.#states.get(path)?.form ?? null
    const judged = judgeStep({ head: this.#head, signers: this.#signers, form }, step)
    for (const { rule, file, line, message } of judged.problems)
      this.#problems.add(rule, { commit: step.id, file, line }, message)
    const placed = placeEvents(step, judged)
    this.#commits++
    this.#events += placed.length
    this.#head = step.id
    this.#signers = judged.signers
    this.#judgeTimes(step, placed)
    if (step.genesis) this.#adopt(step)
    const rest = this.#landings.judge(step, placed, (one) => this.#teller(step, one))
    for (const one of rest) this.#judge(step, one)
    this.#settle(step.changes)
  }

  /** Judges what stands at the end. */
  finish(): Audited {
    judgeEnd(this.#states, this.#runs.lastFinished, this.#problems)
    return {
      commits: this.#commits,
      grants: this.#grants(),
      events: this.#events,
      problems: this.#problems.all,
      count: this.#problems.count
    }
  }

  #grants(): number {
    let count = 0
    for (const path of this.#states.keys())
      if (path.startsWith('grants/systems/') || path.startsWith('grants/emergency/'))
        count += isGrant(path) ? 1 : 0
    return count
  }

  #stateOf(path: string): FileState {
    let state = this.#states.get(path)
    if (!state) this.#states.set(path, (state = newFileState()))
    return state
  }

  #teller({ id }: Step, { file, line }: PlacedEvent): Tell {
    return (code, message) => this.#problems.add(code, { commit: id, file, line }, message)
  }

  /** Instants must be real, not lie ahead of the commit that holds them, and not go back by more than a run takes. */
  #judgeTimes(step: Step, placed: readonly PlacedEvent[]): void {
    const committed = committedAt(step)
    for (const one of placed) {
      const tell = this.#teller(step, one)
      const at = readInstant(one.event.at, 'end')
      if (at === null) {
        tell('time-impossible', `${one.event.at} is no real instant.`)
        continue
      }
      if (committed !== null && at > committed + CLOCKS)
        tell(
          'time-impossible',
          `It is dated ${one.event.at}, after its commit of ${writeInstant(committed)}.`
        )
      if (at < this.#last - LONGEST_RUN)
        tell('time-backwards', `It is dated ${one.event.at}, after events of ${writeInstant(this.#last)}.`)
      this.#judgeCommit(one, tell)
    }
    for (const { event } of placed)
      this.#last = Math.max(this.#last, readInstant(event.at, 'end') ?? -Infinity)
  }

  /** Each commit of main that is named must be on its own line; told once, however many events name it. */
  #judgeCommit({ event: { commit } }: PlacedEvent, tell: Tell): void {
    if (commit === null || this.#strangers.has(commit) || this.#facts.main.indexOf(commit) !== null) return
    this.#strangers.add(commit)
    tell('not-on-main', `It names the commit ${commit}, which isn’t on main’s own line of history.`)
  }

  /** Genesis takes main’s files as they are. */
  #adopt({ changes, content }: Step): void {
    for (const { path, after } of changes) {
      if (!path.startsWith(APPROVED) || !after) continue
      this.#landings.take(path.slice(APPROVED.length), after, content(after.blob), -Infinity, true)
    }
  }

  #judge(step: Step, one: PlacedEvent): void {
    const { event, file, line, doubled } = one
    const tell = this.#teller(step, one)
    const at = readInstant(event.at, 'end') ?? 0
    this.#runs.take(event, at, tell)
    if (event.grant === null) return
    const state = this.#stateOf(event.grant)
    if (doubled) tell('event-doubled', `The line before it in ${quote(file)} is the same.`)
    this.#judgeAccess(event, state, { at, line, commit: step.id, path: event.grant }, tell)
  }

  #judgeAccess(
    event: Event,
    state: FileState,
    where: Pick<AccessFacts, 'path' | 'at' | 'line' | 'commit'>,
    tell: Tell
  ): void {
    const facts = { ...where, approved: this.#approved, connector: this.#facts.connector }
    if (isOutside(where.path))
      judgeOutside(event, state, { ...facts, stateOf: (path) => this.#states.get(path) }, tell)
    if (
      event.event === 'issued' ||
      event.event === 'extended' ||
      event.event === 'shortened' ||
      event.event === 'updated'
    )
      judgeHeld(event, state, facts, tell)
    else if (event.event === 'revoked') judgeRevoked(event, state, tell)
    else if (event.event === 'discovered') state.found = true
    else if (event.event === 'ended') judgeEnded(event, state, facts, tell)
  }

  /** What follows is judged by what the tree really holds, whatever the events said. */
  #settle(changes: readonly PathDifference[]): void {
    for (const { path, after } of changes) {
      if (path.startsWith(APPROVED)) this.#stateOf(path.slice(APPROVED.length)).form = after
    }
  }
}

function isGrant(path: string): boolean {
  return /^grants\/(?:systems|emergency)\/[^/]+\/(?:[^/]+\/)+(?!entitlement\.yaml$)[^/]+\.yaml$/u.test(path)
}

/** Committer date of a commit; null where it can’t be read. */
function committedAt({ object }: Step): Instant | null {
  const match = / (\d{1,12}) [+-]\d{4}$/u.exec(readCommitObject(object)?.committer ?? '')
  return match ? Number(match[1]) * 1000 : null
}
