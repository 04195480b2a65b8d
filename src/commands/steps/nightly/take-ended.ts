import type { Outcome } from '../../../plan/outcome.ts'
import type { ApplyView } from '../../../render/apply-view.ts'
import type { Common, Io } from '../../command.ts'
import type { ApplyPorts } from '../apply-ports.ts'
import { runName } from '../authorise.ts'
import { convergeRun } from '../converge-run.ts'
import type { Sight } from './sight.ts'

/** With what it is done. */
export interface TakeEnded {
  readonly ports: ApplyPorts
  /** Value of `--run`. */
  readonly run: unknown
  readonly common: Common
  readonly io: Io
}

/**
 * Brings those systems to the files once more in which grants stand that this night has ended (`over`: their paths), and
 * puts what that did into what the run says. Nothing is done by a run that has nothing to do with systems.
 */
export async function takeEnded(
  view: ApplyView,
  over: readonly string[],
  { systems: only, ledger }: Sight,
  { ports, run, common, io }: TakeEnded
): Promise<ApplyView> {
  const systems = [...ledger.standing].flatMap(([system, grants]) =>
    over.some((path) => grants.has(path)) ? [system] : []
  )
  if (only !== null || systems.length === 0) return view
  const done = await convergeRun(
    { store: ports.store, name: runName(run), systems, onlyAuthorise: false },
    common,
    io
  )
  const news = done.outcomes.filter(({ state }) => state !== 'unchanged')
  const told = new Set(news.map(placeOf))
  return {
    ...view,
    ok: view.ok && !done.news && news.every(({ state }) => state !== 'failed'),
    outcomes: [...view.outcomes.filter((one) => !told.has(placeOf(one))), ...news],
    calls: { read: view.calls.read + done.calls.read, write: view.calls.write + done.calls.write }
  }
}

function placeOf({ grant, system }: Outcome): string {
  return `${grant ?? ''} ${system}`
}
