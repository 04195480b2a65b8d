import { UnableError, UsageError } from '../book/errors.ts'
import { resolveEntitlement } from '../book/bundles.ts'
import { entitlementName } from '../book/ids.ts'
import { systemPath } from '../book/paths.ts'
import type { Book } from '../book/book.ts'
import { evidenceHead } from '../io/git/audit-refs.ts'
import { readEvidenceAt } from '../io/git/evidence-read.ts'
import { changesBetween } from '../plan/between.ts'
import { unissued } from '../plan/broken.ts'
import { compareChanges } from '../plan/compare.ts'
import { approvedBy } from '../plan/approved-by.ts'
import type { Desired } from '../plan/desired.ts'
import { difference } from '../plan/difference.ts'
import { guard } from '../plan/guard.ts'
import type { Ledger } from '../plan/ledger.ts'
import type { Change, Refused, SystemPlan } from '../plan/plan.ts'
import { recordedLive } from '../plan/recorded-live.ts'
import { frozenAsRefused, refusedBetween } from '../plan/refused-between.ts'
import { stranded } from '../plan/stranded.ts'
import { withheldAsRefused } from '../plan/withheld.ts'
import { logLine } from '../render/escape.ts'
import { renderPlanJson } from '../render/plan-json.ts'
import { renderPlanMarkdown } from '../render/plan-markdown.ts'
import { renderPlanText } from '../render/plan-text.ts'
import { isClean, type PlanView, type ShownChange } from '../render/plan-view.ts'
import { mayColour } from './colour.ts'
import type { Common, CommandModule, Io } from './command.ts'
import { guardFacts } from './steps/guard-facts.ts'
import { judgeTree } from './steps/judge.ts'
import {
  allSystems,
  chosenSystems,
  collect,
  openAndRead,
  planSystem,
  portsOf,
  type OpenedSystem
} from './steps/systems.ts'
import { loadChange, loadFollowed } from './steps/followed.ts'
import { changedGrants } from './steps/trees.ts'

/**
 * `grantbook plan`: what a change asks for (`--base`), or what apply would do now. Where the clone has evidence, both start
 * from the approved tree; what the default branch took in since waits for its proof. Writes nothing anywhere.
 */
export const command: CommandModule = {
  formats: ['text', 'json', 'markdown'],
  example: 'npx grantbook plan --base origin/main --format markdown',
  describe: (c) => {
    c.option('--base <ref>', 'show what a change from this commit asks for; needs no cloud')
      .option(
        '--head <ref>',
        'with --base: the commit that would be merged; alone: plan for this commit instead of HEAD'
      )
      .option('--system <id>', 'only this system (repeatable)', collect, [])
      .option('--offline', 'read no live state: plan from evidence')
      .option('--matrix', 'print the systems as a GitHub Actions matrix and do nothing else')
  },
  run: async (args, options, common, io) => {
    if (args.length > 0) throw new UsageError(`plan takes no arguments, but was given "${args[0] ?? ''}".`)
    const planned = await load(options, common)
    if (options['matrix'] === true) {
      const include = chosenSystems(options['system'], planned.desired).map((system) => ({ system }))
      io.out(`${JSON.stringify({ include })}\n`)
      return 0
    }
    const systems = chosenSystems(options['system'], planned.desired)
    const offline = options['offline'] === true
    const found = planned.before
      ? await planChange({ ...planned, before: planned.before }, systems, offline, common, io)
      : await planLive(planned, systems, offline, common, io)
    const view: PlanView = {
      at: common.now,
      commit: planned.commit,
      mode: planned.before ? 'change' : 'live',
      ...found
    }
    if (view.driftWhy !== null && common.format === 'json' && !common.quiet)
      io.err(`Drift is not known: ${logLine(view.driftWhy)}.\n`)
    io.out(render(view, common, io))
    return isClean(view) ? 0 : 1
  }
}

interface Planned {
  readonly commit: string | null
  readonly books: readonly Book[]
  readonly desired: Desired
  /** What the base asked for; null without one. */
  readonly before: Desired | null
  readonly ledger: Ledger
}

async function load(options: Readonly<Record<string, unknown>>, { root, now }: Common): Promise<Planned> {
  const [base, head] = [text(options['base']), text(options['head'])]
  const evidence = await evidenceHead(root, null)
  const { ledger } = await readEvidenceAt(root, evidence)
  const judging = { now, ledger, root }
  if (base === null) {
    const tree = await loadFollowed(root, head, evidence)
    const changed = unissued(tree.book, ledger)
    const desired = await judgeTree(tree, { ...judging, changed, commit: tree.until, past: tree.past })
    return { commit: tree.commit, books: [tree.book], desired, before: null, ledger }
  }
  const { old, tree, until, past } = await loadChange(root, base, head, evidence)
  const before = await judgeTree(old, { ...judging, changed: new Set(), commit: null, past })
  const changed = changedGrants(old.book, tree.book)
  const desired = await judgeTree(tree, {
    ...judging,
    changed,
    commit: until,
    past,
    approvedAt: approvedBy(ledger, changed)
  })
  return { commit: tree.commit, books: [tree.book, old.book], desired, before, ledger }
}

type Found = Pick<PlanView, 'changes' | 'drift' | 'driftWhy' | 'refused'>

/** What a change asks for, and beside it, never among it, how live state differs from what stood before. */
async function planChange(
  { before, desired, ledger, books }: Planned & { readonly before: Desired },
  systems: readonly string[],
  offline: boolean,
  common: Common,
  io: Io
): Promise<Found> {
  const chosen = new Set([
    ...systems,
    ...(systems.length === allSystems(desired).length ? allSystems(before) : [])
  ])
  const changes = changesBetween(before, desired).filter(({ system }) => chosen.has(system))
  const refused = refusedBetween(before, desired).filter(({ system }) => chosen.has(system))
  const shown = { changes: changes.map((change) => show(change, books)), refused }
  if (offline) return { ...shown, drift: null, driftWhy: '--offline was given' }
  const drift: Change[] = []
  const unfit: Refused[] = []
  try {
    for (const system of [...chosen].toSorted()) {
      if (!before.systems.has(system)) continue
      const opened = await openAndRead(system, before, portsOf('read', common, io))
      const plan = difference({ desired: before, system, live: opened.live, ledger, refused: [] })
      drift.push(...plan.changes, ...(plan.drift ?? []))
      unfit.push(...(await unfitFor(opened, desired, ledger, changes)))
    }
  } catch (error) {
    if (!(error instanceof UnableError)) throw error
    return { ...shown, drift: null, driftWhy: `live state can’t be read: ${error.message}` }
  }
  const known = new Set(refused.map(({ grant }) => grant))
  return {
    changes: shown.changes,
    refused: [...refused, ...unfit.filter(({ grant }) => !known.has(grant))].toSorted((a, b) =>
      a.grant < b.grant ? -1 : 1
    ),
    drift: drift.toSorted(compareChanges).map((change) => show(change, books)),
    driftWhy: null
  }
}

/** What of a change the system couldn't take as it is now: refused at the pull request, not at the apply. */
async function unfitFor(
  { system, session, live }: OpenedSystem,
  desired: Desired,
  ledger: Ledger,
  changes: readonly Change[]
): Promise<readonly Refused[]> {
  if (!desired.systems.has(system)) return []
  const plan = difference({ desired, system, live, ledger, refused: [] })
  const judged = await session.judge(live, plan.goals)
  const touched = new Set(
    changes
      .filter((change) => change.system === system && change.action !== 'revoke')
      .map(({ grant }) => grant)
  )
  const all: readonly Refused[] = [
    ...plan.refused,
    ...judged.map((each): Refused => ({ ...each, system, state: 'refused' }))
  ]
  return all.filter(({ grant }) => touched.has(grant))
}

/** What apply would do now. */
async function planLive(
  planned: Planned,
  systems: readonly string[],
  offline: boolean,
  common: Common,
  io: Io
): Promise<Found> {
  const { desired, ledger, books } = planned
  const facts = guardFacts(desired, ledger)
  const plans: SystemPlan[] = []
  const unreached: Refused[] = []
  for (const system of systems) {
    if (!desired.systems.has(system)) continue
    if (offline) {
      const live = recordedLive(system, desired, ledger)
      plans.push(guard(difference({ desired, system, live, ledger, refused: [] }), facts))
      continue
    }
    try {
      const opened = await openAndRead(system, desired, portsOf('read', common, io))
      plans.push(await planSystem(opened, desired, ledger, facts))
    } catch (error) {
      // One system that can't be reached hides no other; where none can, there is nothing to say.
      if (!(error instanceof UnableError) || systems.length === 1) throw error
      unreached.push({
        grant: systemPath(system),
        system,
        code: 'system-unreachable',
        why: error.message,
        state: 'held'
      })
    }
  }
  if (plans.length === 0 && unreached[0]) throw new UnableError(unreached[0].why)
  const closed = frozenAsRefused(desired).filter(
    ({ system }) => systems.includes(system) && !desired.systems.has(system)
  )
  const refused = [
    ...closed,
    ...unreached,
    ...stranded(desired, ledger),
    ...plans.flatMap((plan) => [...plan.refused, ...plan.withheld.map(withheldAsRefused)])
  ]
  const drift = plans.flatMap((plan) => plan.drift ?? [])
  return {
    changes: plans
      .flatMap((plan) => plan.changes)
      .toSorted(compareChanges)
      .map((change) => show(change, books)),
    drift:
      offline || unreached.length > 0
        ? null
        : drift.toSorted(compareChanges).map((change) => show(change, books)),
    driftWhy: offline ? '--offline was given' : driftUnknown(unreached),
    refused: refused.toSorted((a, b) => (a.grant < b.grant ? -1 : 1))
  }
}

function driftUnknown([first]: readonly Refused[]): string | null {
  return first ? `live state of "${first.system}" can’t be read: ${first.why}` : null
}

function show(change: Change, books: readonly Book[]): ShownChange {
  const path = change.grant ?? ''
  for (const book of books) {
    const name = book.grants.get(path)?.name ?? entitlementName(change.system, change.entitlement)
    const terms = resolveEntitlement(book, name)?.terms
    if (terms) return { ...change, risk: terms.risk }
  }
  return { ...change, risk: null }
}

function render(view: PlanView, { format }: Common, io: Io): string {
  if (format === 'json') return renderPlanJson(view)
  if (format === 'markdown') return renderPlanMarkdown(view)
  return renderPlanText(view, mayColour(io))
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
