import { readDuration, type Duration } from '../../book/duration.ts'
import { UnableError } from '../../book/errors.ts'
import type { Settings } from '../../book/kinds/settings.ts'
import type { EvidenceStore } from '../../io/git/evidence-store.ts'
import type { GuardFacts } from '../../plan/guard.ts'
import type { Outcome } from '../../plan/outcome.ts'
import { stranded } from '../../plan/stranded.ts'
import type { Common, Io } from '../command.ts'
import type { RunName } from './authorise.ts'
import { convergeSystem } from './converge.ts'
import { guardFacts } from './guard-facts.ts'
import { recordJudgement } from './judged.ts'
import { requireLoopback } from './loopback.ts'
import { openSystems, orUnable, readSystem, type ReadySystem } from './open-systems.ts'
import { finishRun, Recorder } from './recorder.ts'
import { standpoint, type Standpoint } from './standpoint.ts'
import { chosenSystems, planSystem, portsOf, type OpenedSystem } from './systems.ts'

/** What is to be converged. */
export interface ConvergeRun {
  readonly store: EvidenceStore
  readonly name: RunName
  /** Value of `--system`. */
  readonly systems: unknown
  /** Judge the approved tree as a whole and record that, but touch no system. */
  readonly onlyAuthorise: boolean
  /** Is shown each system in which nothing was to be done, as it was read. Its failures are its own. */
  readonly onQuiet?: (one: OpenedSystem, at: Standpoint) => Promise<void>
}

/** What became of it. */
export interface Converged {
  readonly outcomes: readonly Outcome[]
  /** Whether anything is newly refused, or held or withheld. */
  readonly news: boolean
  readonly calls: { readonly read: number; readonly write: number }
  /** Head of evidence afterwards. */
  readonly head: string | null
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
  const here = await standpoint(store, root, now)
  if (!here) return
  requireLoopback(
    Array.isArray(option) && option.length > 0 ? option : [...here.desired.systems.keys()],
    here.desired,
    io.environment
  )
}

/**
 * Steps 3 to 6: judges the approved tree as a whole, brings the systems to what it says, and records every outcome. It
 * reads the approved tree and live state, and nothing of the default branch.
 */
export async function convergeRun(run: ConvergeRun, common: Common, io: Io): Promise<Converged> {
  const { store, name, systems: option, onlyAuthorise } = run
  const { root, now } = common
  const here = await standpoint(store, root, now)
  if (!here) throw new UnableError('The branch "evidence" has no approved tree.')
  const { desired, evidence, head, tree } = here
  const { ledger, open, rested } = evidence
  const systems = chosenSystems(option, desired)
  if (common.nowGiven && !onlyAuthorise) requireLoopback(systems, desired, io.environment)
  const commit = here.approved.sealed
  const recorder = new Recorder({ store, book: tree.book, ledger, head, open, now, commit, ...name })
  const judged = await recordJudgement(desired, tree.book, systems, recorder)
  const outcomes: Outcome[] = []
  // A job for one system isn't to blame for another that is gone; the one that authorises tells it.
  const all = onlyAuthorise || chosenSystems([], desired).length === systems.length
  for (const { grant, system, why } of all ? stranded(desired, ledger) : [])
    outcomes.push({ grant, system, action: 'revoke', state: 'failed', why })
  outcomes.push(...judged.outcomes)
  if (onlyAuthorise) return { outcomes, news: judged.news, calls: { read: 0, write: 0 }, head: recorder.head }
  const done = await convergeAll(systems, { here, recorder, run, common, io })
  for (const one of done.outcomes) outcomes.push(one)
  const again = recorder.head === head && open.length === 0 && isStill(outcomes)
  if (!again || now - (rested ?? 0) >= beatOf(tree.book.settings?.data))
    await finishRun(recorder, done.whole && !io.signal.aborted ? open : [], outcomes)
  return { outcomes, news: judged.news || done.news, calls: done.calls, head: recorder.head }
}

/** With what systems are converged. */
interface Converging {
  readonly here: Standpoint
  readonly recorder: Recorder
  readonly run: ConvergeRun
  readonly common: Common
  readonly io: Io
}

interface AllConverged extends Omit<Converged, 'head'> {
  /** Whether every system could be read and planned. */
  readonly whole: boolean
}

/**
 * One system after the other: what one was read as is let go of before the next is read. Throws UnableError if none could be
 * reached at all.
 */
async function convergeAll(systems: readonly string[], converging: Converging): Promise<AllConverged> {
  const { here, common, io } = converging
  const { desired, evidence } = here
  const outcomes: Outcome[] = []
  const fail = (system: string, why: string): void => {
    outcomes.push({ grant: null, system, action: null, state: 'failed', why })
  }
  const opened = await openSystems(systems, desired, common, io, fail)
  const facts = guardFacts(desired, evidence.ledger)
  const failures: UnableError[] = []
  const calls = { read: 0, write: 0 }
  let news = false
  for (const one of opened) {
    const done = await convergeOne(one, facts, converging)
    if (done instanceof UnableError) {
      failures.push(done)
      fail(one.system, done.message)
    } else {
      for (const outcome of done.outcomes) outcomes.push(outcome)
      news ||= done.news
    }
    const made = one.session.calls()
    calls.read += made.read
    calls.write += made.write
  }
  const [first] = failures
  if (first && failures.length === systems.length) throw first
  const whole = opened.length === desired.systems.size && failures.length === 0
  return { outcomes, news, calls, whole }
}

async function convergeOne(
  ready: ReadySystem,
  facts: GuardFacts,
  { here, recorder, run, common, io }: Converging
): Promise<Pick<Converged, 'outcomes' | 'news'> | UnableError> {
  const { desired, evidence } = here
  const one = await readSystem(ready, common, io)
  if (one instanceof UnableError) return one
  const plan = await orUnable(planSystem(one, desired, evidence.ledger, facts))
  if (plan instanceof UnableError) return plan
  const before = recorder.head
  const done = await convergeSystem(one, plan, desired, recorder, portsOf('write', common, io))
  const quiet = plan.goals.length === 0 && one.live.misplaced.length === 0 && recorder.head === before
  if (quiet) await run.onQuiet?.(one, here)
  return done
}

/** Whether a run found everything as the one before it left it. */
function isStill(outcomes: readonly Outcome[]): boolean {
  return outcomes.every(({ state }) => state !== 'done' && state !== 'failed')
}

/** How often a run that has nothing to record still leaves a sign of life: four times before its absence is a warning. */
function beatOf(settings: Settings | undefined): Duration {
  return (readDuration(settings?.heartbeat.staleAfter ?? '') ?? 0) / 4
}
