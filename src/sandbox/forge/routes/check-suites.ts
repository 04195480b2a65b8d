import { repositoryOf } from '../access.ts'
import { text } from '../body.ts'
import { notFound, unprocessable } from '../error.ts'
import { listed } from '../paging.ts'
import { created, ok, type Context, type Reply, type Route } from '../route.ts'
import { showCheckRun, showCheckSuite } from '../shapes/check.ts'
import { showMinimalRepository } from '../shapes/repository.ts'
import type { Shape } from '../shapes/account.ts'
import type { CheckSuite, Repository } from '../state-repository.ts'
import { askingApp, chosenRuns, suiteOf } from './check-runs.ts'
import { commitNamed } from './find.ts'

const SUITES = '/repos/{owner}/{repo}/check-suites'
const READ = ['checks', 'read'] as const

/** Check suites: all runs of one App on one commit. */
export const checkSuiteRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: SUITES,
    operation: 'checks/create-suite',
    kind: 'write',
    needs: ['checks', 'write'],
    handle: create
  },
  {
    method: 'GET',
    path: `${SUITES}/{check_suite_id}`,
    operation: 'checks/get-suite',
    kind: 'read',
    needs: READ,
    handle: get
  },
  {
    method: 'GET',
    path: `${SUITES}/{check_suite_id}/check-runs`,
    operation: 'checks/list-for-suite',
    kind: 'read',
    needs: READ,
    handle: listRuns
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}/check-suites',
    operation: 'checks/list-suites-for-ref',
    kind: 'read',
    needs: READ,
    handle: listForRef
  }
]

function create(context: Context): Reply {
  const app = askingApp(context)
  const repository = repositoryOf(context, 'write')
  const sha = text(context, 'head_sha', 'CheckSuite')
  if (context.forge.git(repository).commit(sha) === null)
    throw unprocessable(`No commit found for SHA: ${sha}`)
  const known = repository.checkSuites.some((one) => one.app === app.id && one.sha === sha)
  const shown = show(context, repository, suiteOf(context, repository, app.id, sha))
  return known ? ok(shown) : created(shown)
}

function get(context: Context): Reply {
  const repository = repositoryOf(context)
  return ok(show(context, repository, find(context, repository)))
}

function listRuns(context: Context): Reply {
  const repository = repositoryOf(context)
  const suite = find(context, repository)
  const runs = chosenRuns(
    context,
    repository.checkRuns.filter((run) => run.suite === suite.id)
  )
  return listed(
    context,
    runs,
    (run) => showCheckRun(context, repository, run),
    (page, total) => ({ total_count: total, check_runs: page })
  )
}

function listForRef(context: Context): Reply {
  const repository = repositoryOf(context)
  const name = context.params['ref'] ?? ''
  const sha = commitNamed(context, repository, name)
  if (sha === null) throw unprocessable(`No commit found for SHA: ${name}`)
  const [app, check] = [context.query.get('app_id'), context.query.get('check_name')]
  const suites = repository.checkSuites.filter(
    (suite) =>
      suite.sha === sha &&
      (app === null || suite.app === Number(app)) &&
      (check === null || repository.checkRuns.some((run) => run.suite === suite.id && run.name === check))
  )
  return listed(
    context,
    suites,
    (suite) => show(context, repository, suite),
    (page, total) => ({ total_count: total, check_suites: page })
  )
}

function show(context: Context, repository: Repository, suite: CheckSuite): Shape {
  return showCheckSuite(context, repository, suite, () =>
    showMinimalRepository(context, repository, context.actor)
  )
}

function find(context: Context, repository: Repository): CheckSuite {
  const suite = repository.checkSuites.find(({ id }) => id === Number(context.params['check_suite_id']))
  if (!suite) throw notFound()
  return suite
}
