import { writeInstant } from '../../../book/instant.ts'
import { administered } from '../demand.ts'
import { notFound } from '../error.ts'
import { listed } from '../paging.ts'
import { actorOf } from '../protection/approvals.ts'
import { bypassOf, rulesetsOf } from '../protection/gate.ts'
import { ok, type Context, type Reply, type Route } from '../route.ts'
import type { Shape } from '../shapes/account.ts'
import type { Activity, Repository, Ruleset } from '../state-repository.ts'

const SUITES = '/repos/{owner}/{repo}/rulesets/rule-suites'
const HOUR = 60 * 60 * 1000
const PERIODS: Readonly<Record<string, number>> = {
  hour: HOUR,
  day: 24 * HOUR,
  week: 7 * 24 * HOUR,
  month: 30 * 24 * HOUR
}

/** How the rulesets judged each move of a ref. They follow from the activity; a month is kept. */
export const ruleSuiteRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: SUITES,
    operation: 'repos/get-repo-rule-suites',
    kind: 'read',
    needs: ['administration', 'read'],
    handle: list
  },
  {
    method: 'GET',
    path: `${SUITES}/{rule_suite_id}`,
    operation: 'repos/get-repo-rule-suite',
    kind: 'read',
    needs: ['administration', 'read'],
    handle: get
  }
]

interface Suite {
  readonly activity: Activity
  readonly result: 'pass' | 'bypass'
  readonly rulesets: readonly Ruleset[]
}

// Newest first.
function list(context: Context): Reply {
  const repository = administered(context)
  const { now, query, state } = context
  const ref = query.get('ref')
  const since = now - (PERIODS[query.get('time_period') ?? 'day'] ?? PERIODS['day'] ?? 0)
  const actor = query.get('actor_name')
  const result = query.get('rule_suite_result') ?? 'all'
  const suites = suitesOf(context, repository).filter(
    (suite) =>
      suite.activity.at >= since &&
      (ref === null || [ref, `refs/heads/${ref}`].includes(suite.activity.ref)) &&
      (actor === null || state.accounts.get(suite.activity.actor ?? 0)?.login === actor) &&
      (result === 'all' || suite.result === result)
  )
  return listed(context, suites.toReversed(), (suite) => show(context, repository, suite))
}

function get(context: Context): Reply {
  const repository = administered(context)
  const id = Number(context.params['rule_suite_id'])
  const suite = suitesOf(context, repository).find(({ activity }) => activity.id === id)
  if (!suite) throw notFound()
  const evaluations = suite.rulesets.flatMap((ruleset) =>
    ruleset.rules.map((rule) => ({
      rule_source: { type: 'ruleset', id: ruleset.id, name: ruleset.name },
      enforcement: 'active',
      result: suite.result === 'bypass' && rule.type === 'pull_request' ? 'fail' : 'pass',
      rule_type: rule.type
    }))
  )
  return ok({ ...show(context, repository, suite), rule_evaluations: evaluations })
}

// Whoever is exempt is not judged, and leaves no suite.
function suitesOf({ state }: Context, repository: Repository): readonly Suite[] {
  return repository.activity.flatMap((activity) => {
    const rulesets = rulesetsOf(repository, activity.ref).filter(
      (ruleset) =>
        activity.actor === null ||
        bypassOf(state, repository, ruleset, actorOf(state, activity.actor)) !== 'exempt'
    )
    if (rulesets.length === 0) return []
    const direct = activity.type === 'push' || activity.type === 'force_push'
    const forbidden = rulesets.some(({ rules }) =>
      rules.some(
        ({ type }) =>
          (direct && (type === 'pull_request' || type === 'update')) ||
          (activity.type === 'force_push' && type === 'non_fast_forward') ||
          (activity.type === 'branch_deletion' && type === 'deletion')
      )
    )
    return { activity, result: forbidden ? 'bypass' : 'pass', rulesets } as const
  })
}

function show({ state }: Context, repository: Repository, { activity, result }: Suite): Shape {
  return {
    id: activity.id,
    ...(activity.actor === null
      ? {}
      : { actor_id: activity.actor, actor_name: state.accounts.get(activity.actor)?.login ?? 'ghost' }),
    before_sha: activity.before,
    after_sha: activity.after,
    ref: activity.ref,
    repository_id: repository.id,
    repository_name: repository.name,
    pushed_at: writeInstant(activity.at),
    result
  }
}
