import type { Pull } from '../state-pull.ts'
import type { CheckRun, CommitStatus, Repository } from '../state-repository.ts'
import type { ForgeState } from '../state.ts'
import type { Gate } from './gate.ts'

const PASSING: ReadonlySet<string | null> = new Set(['success', 'neutral', 'skipped'])

/** Which required checks a commit lacks, in GitHub's words. */
export function failing(
  state: ForgeState,
  repository: Repository,
  commit: string,
  { contexts }: NonNullable<Gate['checks']>
): readonly string[] {
  return contexts.flatMap(({ app, context }) => {
    const runs = latestBy(
      repository.checkRuns.filter(
        (one) => one.sha === commit && one.name === context && (app === null || one.app === app)
      ),
      (one: CheckRun) => one.app
    )
    // A status counts for an App if the App itself posted it. Contexts of statuses are told apart regardless of case.
    const bot = app === null ? null : (state.apps.get(app)?.bot ?? -1)
    const statuses = latestBy(
      repository.statuses.filter(
        (one) =>
          one.sha === commit &&
          one.context.toLowerCase() === context.toLowerCase() &&
          (bot === null || one.creator === bot)
      ),
      (one: CommitStatus) => one.context.toLowerCase()
    )
    if (runs.length + statuses.length === 0) return [`Required status check "${context}" is expected.`]
    // A check and a status of one name are both required.
    if (statuses.some((one) => one.state === 'failure' || one.state === 'error')) return [failed(context)]
    if (runs.some((one) => one.status === 'completed' && !PASSING.has(one.conclusion)))
      return [failed(context)]
    const open =
      runs.some((one) => one.status !== 'completed') || statuses.some((one) => one.state === 'pending')
    return open ? [`Required status check "${context}" is in progress.`] : []
  })
}

/** Whether a branch must be brought up to date first. */
export function isBehind(
  git: { isAncestor(old: string, young: string): boolean },
  tip: string | undefined,
  pull: Pull
): boolean {
  return tip !== undefined && !git.isAncestor(tip, pull.head)
}

function failed(context: string): string {
  return `Required status check "${context}" is failing.`
}

/** The last of each kind; the list is oldest first. */
function latestBy<T>(items: readonly T[], kind: (item: T) => string | number): readonly T[] {
  return [...new Map(items.map((item) => [kind(item), item])).values()]
}
