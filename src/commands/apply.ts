import { UnableError, UsageError } from '../book/errors.ts'
import { resolveCommit } from '../io/git/revision.ts'
import type { Outcome } from '../plan/outcome.ts'
import { systemOfPath } from '../plan/path-unit.ts'
import { compareOutcomes, type ApplyView } from '../render/apply-view.ts'
import { renderApplyJson } from '../render/apply-json.ts'
import { renderApplyText } from '../render/apply-text.ts'
import { logLine } from '../render/escape.ts'
import { mayColour } from './colour.ts'
import type { Common, CommandModule, Io } from './command.ts'
import type { ApplyPorts, OpenPorts } from './steps/apply-ports.ts'
import { authorise, runName, standing, type Authorised } from './steps/authorise.ts'
import { convergeRun, requireLocalSystems, type Converged, type ConvergeRun } from './steps/converge-run.ts'
import { collect } from './steps/systems.ts'
import { tellHeld } from './steps/tell-held.ts'
import { leftBehind } from './steps/unmoved-paths.ts'

type Options = Readonly<Record<string, unknown>>

/** `grantbook apply`: moves the approved tree by what is proved, brings the systems to what it says, and records it. */
export const command: CommandModule = applyCommand(
  async (common, io) => {
    const { openForge } = await import('./steps/forge-ports.ts')
    return openForge(common, io)
  },
  async (ports, options, { state: { tip }, done }, common, io) => {
    if (!done || options['authorise'] === true) return []
    const { removeDecided } = await import('./steps/nightly/remove-decided.ts')
    return removeDecided(ports, options, tip, common, io)
  }
)

/** What follows an apply, and what came of it. */
type Then<Ports> = (
  ports: Ports,
  options: Options,
  applied: Applied,
  common: Common,
  io: Io
) => Promise<readonly Outcome[]>

/** The command with the forge that it obeys. Only tests give it another one: no option and no variable can. */
export function applyCommand<Ports extends ApplyPorts>(
  open: (...given: Parameters<OpenPorts>) => Promise<Ports>,
  then: Then<Ports> = () => Promise.resolve([])
): CommandModule {
  return {
    formats: ['text', 'json'],
    example: 'npx grantbook apply --system aws-prod',
    describe: (c) => {
      c.option('--system <id>', 'only converge this system, as approved by now (repeatable)', collect, [])
        .option('--authorise', 'prove and record what changed; touch no system')
        .option('--run <id>', 'id of the workflow run, for the record')
        .option('--commit <sha>', 'commit for which the run was started; the tip is what is followed')
        .option('--attempt <n>', 'which attempt of that run this is')
    },
    run: async (args, options, common, io) => {
      if (args.length > 0) throw new UsageError(`apply takes no arguments, but was given "${args[0] ?? ''}".`)
      const ports = await open(common, io)
      const stale = await staleAttempt(options, ports, common, io)
      if (stale) {
        if (common.format === 'json') io.out(renderApplyJson(stale))
        return 1
      }
      const applied = await runApply(ports, options, common, io)
      const view = withMore(applied.view, await then(ports, options, applied, common, io))
      io.out(common.format === 'json' ? renderApplyJson(view) : renderApplyText(view, mayColour(io)))
      return view.ok ? 0 : 1
    }
  }
}

/** What follows an apply is part of what it says; what failed there fails it. */
function withMore(view: ApplyView, more: readonly Outcome[]): ApplyView {
  const ok = view.ok && !more.some(({ state }) => state === 'failed')
  return { ...view, ok, outcomes: [...view.outcomes, ...more].toSorted(compareOutcomes) }
}

/** The tip, if a run is started again for a commit that others have followed since; null if it may go on. */
async function staleTip(commit: unknown, ports: ApplyPorts, { root }: Common): Promise<string | null> {
  if (typeof commit !== 'string') return null
  const tip = await ports.tip()
  const known = await resolveCommit(root, commit).catch((error: unknown) => {
    if (error instanceof UnableError) return null
    throw error
  })
  return known === tip ? null : tip
}

/** Why a run that was started again does nothing: others have followed its commit since. Null: it may go on. */
export async function staleAttempt(
  options: Options,
  ports: ApplyPorts,
  common: Common,
  io: Io
): Promise<ApplyView | null> {
  const attempt = readAttempt(options['attempt'])
  const tip = attempt > 1 ? await staleTip(options['commit'], ports, common) : null
  if (tip === null) return null
  io.err(
    `Attempt ${attempt} is of a commit that is no longer the tip (${tip.slice(0, 12)}). Nothing was done. Re-run the newest run.\n`
  )
  return { commit: tip, ok: false, outcomes: [], calls: { read: 0, write: 0 } }
}

function readAttempt(value: unknown): number {
  if (value === undefined) return 1
  if (typeof value === 'string' && /^[1-9]\d{0,5}$/u.test(value)) return Number(value)
  throw new UsageError(
    `--attempt takes a whole number from 1, not "${typeof value === 'string' ? value : ''}".`
  )
}

/** What an apply did, and what it found on the way. */
export interface Applied {
  readonly view: ApplyView
  readonly state: Authorised
  /** Null: nothing was judged as a whole. */
  readonly done: Converged | null
}

/** The six steps, or a part of them; `onQuiet` as {@link ConvergeRun}. Throws UnableError, UsageError, EvidenceError. */
export async function runApply(
  ports: ApplyPorts,
  options: Options,
  common: Common,
  io: Io,
  onQuiet?: ConvergeRun['onQuiet']
): Promise<Applied> {
  const chosen = options['system']
  const onlyAuthorise = options['authorise'] === true
  const onlySystems = Array.isArray(chosen) && chosen.length > 0
  if (onlyAuthorise && onlySystems)
    throw new UsageError('--authorise judges all files; --system comes after it, in a run of its own.')
  const name = runName(options['run'])
  if (common.nowGiven && !onlyAuthorise) await requireLocalSystems(ports.store, chosen, common, io)
  const state = onlySystems ? await standing(ports) : await authorise(ports, common, name)
  const left = onlySystems ? { outcomes: [], withheld: false } : await leftBehind(common.root, state)
  const outcomes: Outcome[] = [...left.outcomes, ...undoneSince(state, left.outcomes)]
  let trouble = left.withheld || state.unmoved.length > 0
  if (state.stopped) outcomes.push(unread(state))
  for (const { what, why } of await tellHeld(common.root, ports, state.head, state.held))
    io.err(`warning: ${logLine(`${what} could not be told that it is held: ${why}.`)}\n`)
  const quiet = onQuiet === undefined ? {} : { onQuiet }
  const run = { store: ports.store, name, systems: chosen, onlyAuthorise, ...quiet }
  // Where only the files are to be judged and none moved, the book isn't even read.
  const done = onlyAuthorise && !state.moved ? null : await convergeRun(run, common, io)
  if (done) {
    outcomes.push(...done.outcomes)
    trouble ||= done.news
  }
  if (!(await leaveAnchor(ports, state, done?.head ?? state.head, common, io))) trouble = true
  const forge = ports.calls()
  const cloud = done?.calls ?? { read: 0, write: 0 }
  const view: ApplyView = {
    commit: state.tip,
    ok: !trouble && !outcomes.some(({ state: one }) => one === 'failed'),
    outcomes: outcomes.toSorted(compareOutcomes),
    calls: { read: cloud.read + forge.read, write: cloud.write + forge.write }
  }
  return { view, state, done }
}

/** What this run refused although main takes it back in a later commit: it fails the run, so it is told. */
function undoneSince({ unmoved }: Authorised, told: readonly Outcome[]): readonly Outcome[] {
  const known = new Set(told.map(({ grant }) => grant))
  return unmoved
    .filter(({ path }) => !known.has(path))
    .map(({ path, state, code, why }) => ({
      grant: path,
      system: systemOfPath(path),
      action: 'update',
      state,
      why: `${code}: ${why} A later commit has taken it back.`
    }))
}

/** What could not be read fails the run and is tried again by the next. */
function unread({ stopped }: Authorised): Outcome {
  const why = `${stopped?.what ?? ''} can’t be read on GitHub (${stopped?.why ?? ''}). What came to the default branch since waits for it; the next run tries again.`
  return { grant: null, system: '', action: null, state: 'failed', why }
}

/**
 * The record's head goes where only our App can write, so that a cut is seen. What passes is mended by the next run; false
 * if no run can.
 */
async function leaveAnchor(
  ports: ApplyPorts,
  { tip }: Authorised,
  head: string,
  { quiet }: Common,
  io: Io
): Promise<boolean> {
  const gap = await ports.anchor(tip, head)
  if (gap === null) return true
  const then = gap.passing ? ' The next run leaves it.' : ''
  const why = `The head of evidence could not be left in a check run: ${gap.what}: ${gap.why}.${then}`
  if (!quiet || !gap.passing) io.err(`${gap.passing ? 'warning' : 'error'}: ${logLine(why)}\n`)
  return gap.passing
}
