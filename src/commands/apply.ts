import { randomBytes } from 'node:crypto'
import { UnableError, UsageError } from '../book/errors.ts'
import type { FoldCache } from '../io/git/evidence-read.ts'
import { readEvidence } from '../io/git/evidence-read.ts'
import { resolveCommit } from '../io/git/revision.ts'
import { unissued } from '../plan/broken.ts'
import { clockFault } from '../plan/clock.ts'
import type { Desired } from '../plan/desired.ts'
import type { Outcome } from '../plan/outcome.ts'
import { stranded } from '../plan/stranded.ts'
import { compareOutcomes, type ApplyView } from '../render/apply-view.ts'
import { renderApplyJson } from '../render/apply-json.ts'
import { renderApplyText } from '../render/apply-text.ts'
import { mayColour } from './colour.ts'
import type { Common, CommandModule, Io } from './command.ts'
import { authorise } from './steps/authorise.ts'
import { convergeSystem } from './steps/converge.ts'
import { guardFacts } from './steps/guard-facts.ts'
import { judgeTree } from './steps/judge.ts'
import { requireLoopback } from './steps/loopback.ts'
import { finishRun, Recorder } from './steps/recorder.ts'
import {
  chosenSystems,
  collect,
  openAndRead,
  planSystem,
  portsOf,
  type OpenedSystem
} from './steps/systems.ts'
import { loadCommit } from './steps/trees.ts'

/** `grantbook apply`: brings the systems to what HEAD's files say, and records it. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook apply --system aws-prod',
  describe: (c) => {
    c.option('--system <id>', 'only this system (repeatable)', collect, [])
      .option('--authorise', 'judge and record what is refused; touch no system')
      .option('--run <id>', 'id of the workflow run, for the record')
      .option('--commit <sha>', 'commit for which the run was started; the tip is what is followed')
      .option('--attempt <n>', 'which attempt of that run this is')
  },
  run: async (args, options, common, io) => {
    if (args.length > 0) throw new UsageError(`apply takes no arguments, but was given "${args[0] ?? ''}".`)
    const tip = await resolveCommit(common.root, 'HEAD')
    if (await isStale(options, tip, common, io)) return 1
    const view = await apply(tip, options, common, io)
    io.out(common.format === 'json' ? renderApplyJson(view) : renderApplyText(view, mayColour(io)))
    return view.ok ? 0 : 1
  }
}

/** A run that is started again for a commit that others have followed since: whoever wants it again re-runs the tip's. */
async function isStale(
  options: Readonly<Record<string, unknown>>,
  tip: string,
  { root, format }: Common,
  io: Io
): Promise<boolean> {
  const attempt = readAttempt(options['attempt'])
  const commit = typeof options['commit'] === 'string' ? options['commit'] : null
  if (attempt <= 1 || commit === null) return false
  const known = await resolveCommit(root, commit).catch((error: unknown) => {
    if (error instanceof UnableError) return null
    throw error
  })
  if (known === tip) return false
  io.err(
    `Attempt ${attempt} is of a commit that is no longer the tip (${tip.slice(0, 12)}). Nothing was done. Re-run the newest run.\n`
  )
  if (format === 'json')
    io.out(renderApplyJson({ commit: tip, ok: false, outcomes: [], calls: { read: 0, write: 0 } }))
  return true
}

function readAttempt(value: unknown): number {
  if (value === undefined) return 1
  if (typeof value === 'string' && /^[1-9]\d{0,5}$/u.test(value)) return Number(value)
  throw new UsageError(
    `--attempt takes a whole number from 1, not "${typeof value === 'string' ? value : ''}".`
  )
}

async function apply(
  tip: string,
  options: Readonly<Record<string, unknown>>,
  common: Common,
  io: Io
): Promise<ApplyView> {
  const { root, now } = common
  const tree = await loadCommit(root, tip)
  const cache: FoldCache = new Map()
  const evidence = await readEvidence(root, cache)
  const { ledger } = evidence
  const desired = await judgeTree(tree, {
    now,
    ledger,
    changed: unissued(tree.book, ledger),
    root,
    commit: tip
  })
  const systems = chosenSystems(options['system'], desired)
  const onlyAuthorise = options['authorise'] === true
  if (!onlyAuthorise) requireLoopback(systems, desired, io.environment)
  const run = typeof options['run'] === 'string' ? options['run'] : null
  const id = randomBytes(8).toString('hex')
  const recorder = new Recorder({ root, book: tree.book, ledger, cache, now, commit: tip, run, id })
  recorder.startsAt(evidence.head)

  const outcomes: Outcome[] = []
  const refused = await authorise(desired, tree.book, systems, recorder)
  // A job for one system isn't to blame for another that is gone; the one that authorises tells it.
  const all = onlyAuthorise || chosenSystems([], desired).length === systems.length
  for (const { grant, system, why } of all ? stranded(desired, ledger) : []) {
    outcomes.push({ grant, system, action: 'revoke', state: 'failed', why })
  }
  outcomes.push(...refused.outcomes)
  let trouble = refused.news
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
      trouble ||= done.news
      const made = one.session.calls()
      calls.read += made.read
      calls.write += made.write
    }
    await finishRun(recorder, whole && !io.signal.aborted ? evidence.open : [], outcomes)
  }
  const ok = !trouble && !outcomes.some(({ state }) => state === 'failed')
  return { commit: tip, ok, outcomes: outcomes.toSorted(compareOutcomes), calls }
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
