import { readDuration } from '../book/duration.ts'
import { UsageError } from '../book/errors.ts'
import { heartbeat } from '../evidence/record.ts'
import { compareOutcomes } from '../render/apply-view.ts'
import { logLine } from '../render/escape.ts'
import { renderNightlyJson } from '../render/nightly-json.ts'
import { renderNightlyText } from '../render/nightly-text.ts'
import type { NightlyView } from '../render/nightly-view.ts'
import { runApply, staleAttempt } from './apply.ts'
import { mayColour } from './colour.ts'
import type { CommandModule, Common, Io } from './command.ts'
import type { ForgePorts } from './steps/forge-ports.ts'
import { endTasks } from './steps/nightly/end-tasks.ts'
import type { Outlook } from './steps/nightly/outlook.ts'
import { takeEnded } from './steps/nightly/take-ended.ts'
import { look, recorderOf } from './steps/nightly/look.ts'
import { Glances } from './steps/nightly/glances.ts'
import { keep } from './steps/nightly/keep.ts'
import { lookOutside } from './steps/nightly/outside.ts'
import type { Sight } from './steps/nightly/sight.ts'
import type { Recorder } from './steps/recorder.ts'
import { collect } from './steps/systems.ts'

type Options = Readonly<Record<string, unknown>>

/** `grantbook nightly`: applies, then opens and keeps the pull requests and notices that time and the world bring. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook nightly --system aws-prod',
  describe: (c) => {
    c.option('--system <id>', 'only this system, and what belongs to it (repeatable)', collect, [])
      .option('--authorise', 'only what belongs to no system: proofs, restored files, notices')
      .option('--run <id>', 'id of the workflow run, for the record')
      .option('--commit <sha>', 'commit for which the run was started; the tip is what is followed')
      .option('--attempt <n>', 'which attempt of that run this is')
  },
  run: async (args, options, common, io) => {
    if (args.length > 0) throw new UsageError(`nightly takes no arguments, but was given "${args[0] ?? ''}".`)
    const { openForge } = await import('./steps/forge-ports.ts')
    const ports = await openForge(common, io)
    const stale = await staleAttempt(options, ports, common, io)
    const view: NightlyView = stale
      ? { ...stale, pulls: [], issues: [], notices: [] }
      : await night(ports, options, common, io)
    io.out(common.format === 'json' ? renderNightlyJson(view) : renderNightlyText(view, mayColour(io)))
    return view.ok ? 0 : 1
  }
}

/** What a job for some systems knows of tasks. */
const NO_ENDS = { over: [], withheld: false }

async function night(ports: ForgePorts, options: Options, common: Common, io: Io): Promise<NightlyView> {
  const glances = new Glances(common, io)
  const applied = await runApply(ports, options, common, io, glances.onQuiet)
  const { tip } = applied.state
  let { view } = applied
  let sight = await look(ports, options, tip, common)
  const recorder = () => recorderOf(ports, options, sight, common)
  const forge = { github: ports.github, app: ports.app }
  try {
    const everybody = sight.systems === null || options['authorise'] === true
    const matter = { sight, github: ports.github, recorder, io }
    const { over, withheld } = everybody ? await endTasks(matter) : NO_ENDS
    if (over.length > 0) {
      // What has just been ended goes in this very night, where this run has to do with its system.
      view = await takeEnded(view, over, sight, { ports, run: options['run'], common, io })
      sight.approved.close()
      sight = await look(ports, options, tip, common)
    }
    const outlook: Outlook = { sight, recorder, forge, onlyDecided: false, common, io, glances }
    const outside = await lookOutside(outlook)
    const kept = await keep(ports, options, outlook, outside)
    for (const { what, why } of kept.gaps) io.err(`error: ${logLine(`${what}: ${why}.`)}\n`)
    const whole = sight.systems === null || sight.systems.size === 0
    if (!io.signal.aborted) await close(ports, sight, whole ? recorder : null, common)
    const failed = outside.outcomes.some(({ state: one }) => one === 'failed' || one === 'held')
    return {
      ...view,
      ok: view.ok && kept.gaps.length === 0 && !failed && !withheld,
      outcomes: [...view.outcomes, ...outside.outcomes].toSorted(compareOutcomes),
      ...kept.shown
    }
  } finally {
    sight.approved.close()
  }
}

/** Leaves a sign that the nightly came to its end, unless there is a fresh one, and the record's head where a cut is seen. */
async function close(
  ports: ForgePorts,
  sight: Sight,
  recorder: (() => Promise<Recorder>) | null,
  { now }: Common
): Promise<void> {
  const { beat: last } = sight
  const every = (readDuration(sight.settings.heartbeat.staleAfter) ?? 0) / 4
  if (recorder && (last === null || now - last >= every)) {
    const record = await recorder()
    await record.append('Finish a night', [heartbeat(record.run.id, record.facts)])
  }
  const { head } = await ports.store.glance()
  if (head !== null && head !== sight.evidence) await ports.anchor(sight.base.tip, head)
}
