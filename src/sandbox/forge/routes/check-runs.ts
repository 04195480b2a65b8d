import { repositoryOf } from '../access.ts'
import { text } from '../body.ts'
import { ApiError, forbidden, invalid, notFound, unprocessable } from '../error.ts'
import { listed } from '../paging.ts'
import { created, ok, type Context, type Reply, type Route } from '../route.ts'
import { latestRuns, showCheckRun } from '../shapes/check.ts'
import { addressesOf } from '../shapes/issue.ts'
import type { CheckRun, CheckSuite, Repository } from '../state-repository.ts'
import { nextId, type App } from '../state.ts'
import { readCheckRun } from './check-run-input.ts'
import { commitNamed } from './find.ts'

const RUNS = '/repos/{owner}/{repo}/check-runs'
const READ = ['checks', 'read'] as const
const WRITE = ['checks', 'write'] as const

/** Check runs: made and changed by an App alone, and only by the one that made them. */
export const checkRunRoutes: readonly Route[] = [
  { method: 'POST', path: RUNS, operation: 'checks/create', kind: 'write', needs: WRITE, handle: create },
  {
    method: 'GET',
    path: `${RUNS}/{check_run_id}`,
    operation: 'checks/get',
    kind: 'read',
    needs: READ,
    handle: get
  },
  {
    method: 'PATCH',
    path: `${RUNS}/{check_run_id}`,
    operation: 'checks/update',
    kind: 'write',
    needs: WRITE,
    handle: update
  },
  {
    method: 'GET',
    path: `${RUNS}/{check_run_id}/annotations`,
    operation: 'checks/list-annotations',
    kind: 'read',
    needs: READ,
    handle: listAnnotations
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}/check-runs',
    operation: 'checks/list-for-ref',
    kind: 'read',
    needs: READ,
    handle: listForRef
  }
]

/** The suite of an App on a commit; made if there is none yet. */
export function suiteOf(context: Context, repository: Repository, app: number, sha: string): CheckSuite {
  const known = repository.checkSuites.find((one) => one.app === app && one.sha === sha)
  if (known) return known
  const branch = [...repository.refs].find(([ref, id]) => id === sha && ref.startsWith('refs/heads/'))?.[0]
  const suite: CheckSuite = {
    id: nextId(context.forge.state),
    app,
    sha,
    branch: branch?.slice('refs/heads/'.length) ?? null,
    created: context.now,
    updated: context.now
  }
  repository.checkSuites.push(suite)
  return suite
}

/** The App that asks; users can't do this. */
export function askingApp({ actor, state }: Context): App {
  const app = actor?.kind === 'app' ? state.apps.get(actor.app) : undefined
  if (!app) throw forbidden('You must authenticate via a GitHub App.')
  return app
}

/** Chooses runs by `check_name`, `status` and `app_id`, and with `filter=latest` the last of each name. */
export function chosenRuns({ query }: Context, runs: readonly CheckRun[]): readonly CheckRun[] {
  const [name, status, app] = [query.get('check_name'), query.get('status'), query.get('app_id')]
  const found = runs.filter(
    (run) =>
      (name === null || run.name === name) &&
      (status === null || run.status === status) &&
      (app === null || run.app === Number(app))
  )
  const kept = query.get('filter') === 'all' ? found : latestRuns(found)
  return kept.toSorted((a, b) => b.id - a.id)
}

function create(context: Context): Reply {
  const app = askingApp(context)
  const repository = repositoryOf(context, 'write')
  const name = text(context, 'name', 'CheckRun')
  if (name.trim() === '') throw invalid({ resource: 'CheckRun', field: 'name', code: 'missing_field' })
  const sha = text(context, 'head_sha', 'CheckRun')
  if (context.forge.git(repository).commit(sha) === null)
    throw unprocessable(`No commit found for SHA: ${sha}`)
  const input = readCheckRun(context)
  const suite = suiteOf(context, repository, app.id, sha)
  const run: CheckRun = {
    id: nextId(context.forge.state),
    suite: suite.id,
    app: app.id,
    sha,
    name,
    externalId: input.externalId ?? '',
    detailsUrl: input.detailsUrl ?? null,
    status: input.status ?? 'queued',
    conclusion: input.conclusion ?? null,
    started: input.started ?? context.now,
    completed: input.completed ?? null,
    output: input.output ?? { title: null, summary: null, text: null },
    annotations: input.annotations,
    actions: []
  }
  repository.checkRuns.push(run)
  suite.updated = context.now
  return created(showCheckRun(context, repository, run))
}

function get(context: Context): Reply {
  const repository = repositoryOf(context)
  return ok(showCheckRun(context, repository, find(context, repository)))
}

function update(context: Context): Reply {
  const app = askingApp(context)
  const repository = repositoryOf(context, 'write')
  const run = find(context, repository)
  if (run.app !== app.id) {
    const why = 'check run can only be modified by the GitHub App that created it.'
    throw new ApiError(403, `Invalid app_id \`${app.id}\` - ${why}`)
  }
  const { annotations, name, ...changes } = readCheckRun(context)
  Object.assign(run, changes)
  if (name !== null && name.trim() !== '') run.name = name
  // Annotations add up.
  run.annotations.push(...annotations)
  const suite = repository.checkSuites.find(({ id }) => id === run.suite)
  if (suite) suite.updated = context.now
  return ok(showCheckRun(context, repository, run))
}

function listAnnotations(context: Context): Reply {
  const repository = repositoryOf(context)
  const run = find(context, repository)
  const { page } = addressesOf(context, repository)
  return listed(context, run.annotations, (one) => ({
    ...one,
    blob_href: `${page}/blob/${run.sha}/${String(one['path'])}`
  }))
}

function listForRef(context: Context): Reply {
  const repository = repositoryOf(context)
  const name = context.params['ref'] ?? ''
  const sha = commitNamed(context, repository, name)
  if (sha === null) throw unprocessable(`No commit found for SHA: ${name}`)
  const runs = chosenRuns(
    context,
    repository.checkRuns.filter((run) => run.sha === sha)
  )
  return listed(
    context,
    runs,
    (run) => showCheckRun(context, repository, run),
    (page, total) => ({ total_count: total, check_runs: page })
  )
}

function find(context: Context, repository: Repository): CheckRun {
  const run = repository.checkRuns.find(({ id }) => id === Number(context.params['check_run_id']))
  if (!run) throw notFound()
  return run
}
