import { readDuration, type Duration } from '../../book/duration.ts'
import type { Book } from '../../book/book.ts'
import { UnableError } from '../../book/errors.ts'
import type { Settings } from '../../book/kinds/settings.ts'
import { openApproved } from '../../io/git/approved.ts'
import type { EvidenceStore } from '../../io/git/evidence-store.ts'
import { unissued } from '../../plan/broken.ts'
import { clockFault } from '../../plan/clock.ts'
import type { Desired } from '../../plan/desired.ts'
import type { Outcome } from '../../plan/outcome.ts'
import { stranded } from '../../plan/stranded.ts'
import type { Common, Io } from '../command.ts'
import type { RunName } from './authorise.ts'
import { convergeSystem } from './converge.ts'
import { guardFacts } from './guard-facts.ts'
import { judgeTree } from './judge.ts'
import { recordJudgement } from './judged.ts'
import { requireLoopback } from './loopback.ts'
import { finishRun, Recorder } from './recorder.ts'
import { chosenSystems, openAndRead, planSystem, portsOf, type OpenedSystem } from './systems.ts'

/** What is to be converged. */
export interface ConvergeRun {
  readonly store: EvidenceStore
  readonly name: RunName
  /** Value of `--system`. */
  readonly systems: unknown
  /** Judge the approved tree as a whole and record that, but touch no system. */
  readonly onlyAuthorise: boolean
}

/** What became of it. */
export interface Converged {
  readonly outcomes: readonly Outcome[]
  /** Whether anything is newly refused, or held or withheld. */
  readonly news: boolean
  readonly calls: { readonly read: number; readonly write: number }
  /** Head of evidence afterwards. */
  readonly head: string | null
  /** The approved tree that was followed, and what it asks for. */
  readonly book: Book
  readonly desired: Desired
}

/**
 * With `--now` nothing is written at all, not even to the record, unless every system of the approved tree is on this
 * machine. What this very run approves is judged by {@link convergeRun}. Throws UsageError.
 */
export async function requireLocalSystems(
  store: EvidenceStore,
  option: unknown,
  { root, now }: Common,
  io: Io
): Promise<void> {
  const { ledger, approved, head } = await store.read()
  if (!approved || head === null) return
  const source = await openApproved(root, head)
  const tree = await source.load().finally(() => source.close())
  const past = { evidence: head }
  const desired = await judgeTree(tree, { now, ledger, changed: new Set(), root, commit: null, past })
  requireLoopback(
    Array.isArray(option) && option.length > 0 ? option : [...desired.systems.keys()],
    desired,
    io.environment
  )
}

/**
 * Steps 3 to 6: judges the approved tree as a whole, brings the systems to what it says, and records every outcome. It
 * reads the approved tree and live state, and nothing of the default branch.
 */
export async function convergeRun(
  { store, name, systems: option, onlyAuthorise }: ConvergeRun,
  common: Common,
  io: Io
): Promise<Converged> {
  const { root, now } = common
  const evidence = await store.read()
  const { ledger, approved, head } = evidence
  if (!approved || head === null) throw new UnableError('The branch "evidence" has no approved tree.')
  const source = await openApproved(root, head)
  const tree = await source.load().finally(() => source.close())
  const changed = unissued(tree.book, ledger)
  const commit = approved.sealed
  const desired = await judgeTree(tree, { now, ledger, changed, root, commit, past: { evidence: head } })
  const systems = chosenSystems(option, desired)
  if (common.nowGiven && !onlyAuthorise) requireLoopback(systems, desired, io.environment)
  const { open, rested } = evidence
  const recorder = new Recorder({ store, book: tree.book, ledger, head, open, now, commit, ...name })
  const outcomes: Outcome[] = []
  const judged = await recordJudgement(desired, tree.book, systems, recorder)
  // A job for one system isn't to blame for another that is gone; the one that authorises tells it.
  const all = onlyAuthorise || chosenSystems([], desired).length === systems.length
  for (const { grant, system, why } of all ? stranded(desired, ledger) : [])
    outcomes.push({ grant, system, action: 'revoke', state: 'failed', why })
  outcomes.push(...judged.outcomes)
  let { news } = judged
  const calls = { read: 0, write: 0 }
  if (!onlyAuthorise) {
    const opened = await openAll(systems, desired, common, io, outcomes)
    const facts = guardFacts(desired, ledger)
    let whole = opened.length === desired.systems.size
    for (const one of opened) {
      const plan = await orUnable(planSystem(one, desired, ledger, facts))
      if (plan instanceof UnableError) {
        whole = false
        outcomes.push({ grant: null, system: one.system, action: null, state: 'failed', why: plan.message })
        continue
      }
      const done = await convergeSystem(one, plan, desired, recorder, portsOf('write', common, io))
      outcomes.push(...done.outcomes)
      news ||= done.news
      const made = one.session.calls()
      calls.read += made.read
      calls.write += made.write
    }
    const again = recorder.head === head && open.length === 0 && isStill(outcomes)
    if (!again || now - (rested ?? 0) >= beatOf(tree.book.settings?.data))
      await finishRun(recorder, whole && !io.signal.aborted ? open : [], outcomes)
  }
  return { outcomes, news, calls, head: recorder.head, book: tree.book, desired }
}

/** Whether a run found everything as the one before it left it. */
function isStill(outcomes: readonly Outcome[]): boolean {
  return outcomes.every(({ state }) => state !== 'done' && state !== 'failed')
}

/** How often a run that has nothing to record still leaves a sign of life: four times before its absence is a warning. */
function beatOf(settings: Settings | undefined): Duration {
  return (readDuration(settings?.heartbeat.staleAfter ?? '') ?? 0) / 4
}

/**
 * Opens and reads every system before anything is written anywhere: a clock that is wrong stops all of it. One system
 * that can't be reached stops no other. Throws UnableError if none can be reached.
 */
async function openAll(
  systems: readonly string[],
  desired: Desired,
  common: Common,
  io: Io,
  outcomes: Outcome[]
): Promise<readonly OpenedSystem[]> {
  const opened: OpenedSystem[] = []
  const failures: UnableError[] = []
  const fail = (system: string, why: string): void => {
    outcomes.push({ grant: null, system, action: null, state: 'failed', why })
  }
  for (const system of systems) {
    const closed = desired.closed.get(system)
    if (closed) {
      fail(system, `Nothing was read or written: ${closed.why}`)
      continue
    }
    try {
      const one = await openAndRead(system, desired, portsOf('write', common, io))
      const fault = clockFault(system, one.live.serverTime, common.nowGiven ? common.now : io.clock())
      if (fault !== null) throw new ClockError(fault)
      opened.push(one)
      const stale = desired.systems.get(system)?.fault
      if (stale)
        fail(system, `Only what must go is taken away, as an earlier version of its file says: ${stale.why}`)
    } catch (error) {
      if (error instanceof ClockError) throw new UnableError(error.message, { cause: error })
      if (!(error instanceof UnableError)) throw error
      failures.push(error)
      fail(system, error.message)
    }
  }
  const [first] = failures
  if (opened.length === 0 && first && failures.length === systems.length) throw first
  return opened
}

/** What a promise gives, or why its system can't be worked on: it stops no other. */
async function orUnable<T>(work: Promise<T>): Promise<T | UnableError> {
  try {
    return await work
  } catch (error) {
    if (error instanceof UnableError) return error
    throw error
  }
}

class ClockError extends Error {
  override readonly name = 'ClockError'
}
