import { readDuration } from '../book/duration.ts'
import { UnableError, UsageError } from '../book/errors.ts'
import { CODEOWNERS_PATH } from '../approval/codeowners/generate.ts'
import { heartbeat } from '../evidence/record.ts'
import { openApproved } from '../io/git/approved.ts'
import { ObjectReader } from '../io/git/cat-file.ts'
import { runGit } from '../io/git/run.ts'
import { openDesk } from '../io/github/propose/desk.ts'
import { Budget } from '../io/github/propose/budget.ts'
import { ownPulls } from '../io/github/propose/own-pulls.ts'
import { compareOutcomes } from '../render/apply-view.ts'
import { logLine } from '../render/escape.ts'
import { renderNightlyJson } from '../render/nightly-json.ts'
import { renderNightlyText } from '../render/nightly-text.ts'
import type { NightlyView } from '../render/nightly-view.ts'
import { runApply, staleAttempt } from './apply.ts'
import { mayColour } from './colour.ts'
import type { CommandModule, Common, Io } from './command.ts'
import { runName } from './steps/authorise.ts'
import type { ForgePorts } from './steps/forge-ports.ts'
import { treeDifferences } from './steps/landed-commits.ts'
import { dueCodeowners, dueExpired, dueUnproved, PREFIX } from './steps/nightly/due.ts'
import { dueRetrospectives } from './steps/nightly/due-retrospectives.ts'
import { keepNotices } from './steps/nightly/keep-notices.ts'
import { keepPulls } from './steps/nightly/keep-pulls.ts'
import { Glances } from './steps/nightly/glances.ts'
import { lookOutside, type LookedOutside } from './steps/nightly/outside.ts'
import type { Sight } from './steps/nightly/sight.ts'
import { Recorder } from './steps/recorder.ts'
import { standpoint } from './steps/standpoint.ts'
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

async function night(ports: ForgePorts, options: Options, common: Common, io: Io): Promise<NightlyView> {
  const glances = new Glances(common, io)
  const { view, state } = await runApply(ports, options, common, io, glances.onQuiet)
  const sight = await look(ports, options, state.tip, common)
  try {
    const recorder = () => recorderOf(ports, options, sight, common)
    const outside = await lookOutside({ sight, recorder, common, io, glances })
    const kept = await keep(ports, options, sight, outside, io)
    for (const { what, why } of kept.gaps) io.err(`error: ${logLine(`${what}: ${why}.`)}\n`)
    const whole = sight.systems === null || sight.systems.size === 0
    if (!io.signal.aborted) await close(ports, sight, whole ? recorder : null, common)
    const failed = outside.outcomes.some(({ state: one }) => one === 'failed' || one === 'held')
    return {
      ...view,
      ok: view.ok && kept.gaps.length === 0 && !failed,
      outcomes: [...view.outcomes, ...outside.outcomes].toSorted(compareOutcomes),
      ...kept.shown
    }
  } finally {
    sight.approved.close()
  }
}

/** Everything as it is after the systems were brought to it. Throws UnableError without an approved tree. */
async function look(ports: ForgePorts, options: Options, tip: string, common: Common): Promise<Sight> {
  const { root, now } = common
  const here = await standpoint(ports.store, root, now)
  if (!here) throw new UnableError('The branch "evidence" has no approved tree.')
  const { head, tree, desired, evidence } = here
  const { settings } = tree.book
  if (!settings) throw new UnableError('The approved settings can’t be read.')
  const chosen = options['system']
  const only = Array.isArray(chosen) && chosen.length > 0 ? new Set(chosen.map(String)) : null
  return {
    root,
    now,
    base: { branch: ports.branch, tip },
    evidence: head,
    repository: ports.github.remote.url.replace(/\.git$/u, ''),
    settings: settings.data,
    approved: await openApproved(root, head),
    book: tree.book,
    desired,
    ledger: evidence.ledger,
    differences: await treeDifferences(root, `${head}:approved`, tip),
    systems: options['authorise'] === true ? new Set() : only
  }
}

async function keep(ports: ForgePorts, options: Options, sight: Sight, outside: LookedOutside, io: Io) {
  const { github, app } = ports
  const by = { kind: 'app', slug: app } as const
  // Closed ones are asked for by their branch where one is due: listing all that ever were would grow with the years.
  const own = await ownPulls(github, PREFIX, by, Infinity)
  if (!own.ok)
    return {
      gaps: [own.gap],
      shown: { pulls: [], issues: [], notices: [] }
    }
  const budget = new Budget({ clock: io.clock, sleep: io.sleep })
  const desk = openDesk({ github, root: sight.root, by, budget, known: own.value })
  const everybody = sight.systems === null || options['authorise'] === true
  const due = [
    ...dueExpired(sight),
    ...(await dueRetrospectives(sight)),
    ...outside.due,
    ...(everybody ? await dueUnproved(sight) : []),
    ...(everybody ? dueCodeowners(sight, await codeownersAt(sight)) : [])
  ]
  const { pulls, gaps } = await keepPulls(
    desk,
    due,
    own.value,
    lookedAfter(sight, everybody, outside),
    sight.base
  )
  const told = everybody ? await keepNotices(desk, sight) : { notices: [], issues: [], gaps: [] }
  return {
    gaps: [...gaps, ...told.gaps],
    shown: {
      pulls,
      issues: told.issues,
      notices: told.notices.map(({ person, endings }) => ({
        person,
        grants: endings.map(({ grant: { path }, until }) => ({ grant: path, until }))
      }))
    }
  }
}

/** Beginnings of the names of branches for which this run knows every reason. */
function lookedAfter({ systems }: Sight, everybody: boolean, outside: LookedOutside): readonly string[] {
  const found = outside.systems.map((system) => `${PREFIX}outside/${system}`)
  const whole = everybody ? [`${PREFIX}restore`, `${PREFIX}codeowners`] : []
  const kinds = [`${PREFIX}expired/`, `${PREFIX}retrospective/`]
  if (systems === null) return [...kinds, ...found, ...whole]
  return [...[...systems].flatMap((system) => kinds.map((kind) => `${kind}${system}/`)), ...found, ...whole]
}

/** CODEOWNERS as the default branch has it; null if there is none. */
async function codeownersAt({ root, base }: Sight): Promise<string | null> {
  const listed = await runGit(root, ['ls-tree', '-z', base.tip, '--', CODEOWNERS_PATH])
  const blob = /^100(?:644|755) blob ([0-9a-f]+)\t/u.exec(listed.toString('latin1'))?.[1]
  if (blob === undefined) return null
  const reader = new ObjectReader(root)
  try {
    return (await reader.read([blob])).get(blob)?.toString('utf8') ?? null
  } finally {
    reader.close()
  }
}

/** What records in the name of this night. */
async function recorderOf(
  ports: ForgePorts,
  options: Options,
  { book }: Sight,
  { now }: Common
): Promise<Recorder> {
  const { head, ledger, open, approved } = await ports.store.read()
  if (head === null || !approved) throw new UnableError('The branch "evidence" has no approved tree.')
  const commit = approved.sealed
  const name = runName(options['run'])
  return new Recorder({ store: ports.store, book, ledger, head, open, now, commit, ...name })
}

/** Leaves a sign that the nightly came to its end, unless there is a fresh one, and the record's head where a cut is seen. */
async function close(
  ports: ForgePorts,
  sight: Sight,
  recorder: (() => Promise<Recorder>) | null,
  { now }: Common
): Promise<void> {
  const { beat: last } = await ports.store.read()
  const every = (readDuration(sight.settings.heartbeat.staleAfter) ?? 0) / 4
  if (recorder && (last === null || now - last >= every)) {
    const record = await recorder()
    await record.append('Finish a night', [heartbeat(record.run.id, record.facts)])
  }
  const { head } = await ports.store.read()
  if (head !== null && head !== sight.evidence) await ports.anchor(sight.base.tip, head)
}
