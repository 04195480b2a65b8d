import { writeInstant } from '../../../book/instant.ts'
import { repositoryOf } from '../access.ts'
import { notFound } from '../error.ts'
import { ok, type Context, type Reply, type Route } from '../route.ts'
import { nodeId, showActor } from '../shapes/account.ts'
import { showHeadCommit } from '../shapes/check.ts'
import { addressesOf } from '../shapes/issue.ts'
import { showMinimalRepository } from '../shapes/repository.ts'

/** Runs of workflows, to be looked at. */
export const workflowRunRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/runs/{run_id}',
    operation: 'actions/get-workflow-run',
    kind: 'read',
    needs: ['actions', 'read'],
    handle: get
  }
]

function get(context: Context): Reply {
  const repository = repositoryOf(context)
  const run = repository.workflowRuns.find(({ id }) => id === Number(context.params['run_id']))
  if (!run) throw notFound()
  const { api, page } = addressesOf(context, repository)
  const { id, number, name, sha, branch, actor, status, conclusion, updated } = run
  const url = `${api}/actions/runs/${id}`
  const shown = showMinimalRepository(context, repository, context.actor)
  const who = showActor(context, actor)
  return ok({
    id,
    name,
    node_id: nodeId('WorkflowRun', id),
    head_branch: branch,
    head_sha: sha,
    path: `.github/workflows/${name}.yml`,
    display_title: name,
    run_number: number,
    run_attempt: 1,
    event: 'push',
    status,
    conclusion,
    workflow_id: number,
    url,
    html_url: `${page}/actions/runs/${id}`,
    pull_requests: [],
    created_at: writeInstant(run.created),
    updated_at: writeInstant(updated),
    run_started_at: writeInstant(run.created),
    actor: who,
    triggering_actor: who,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${api}/actions/workflows/${number}`,
    head_commit: showHeadCommit(context, repository, sha),
    repository: shown,
    head_repository: shown
  })
}
