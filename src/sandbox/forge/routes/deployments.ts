import { writeInstant } from '../../../book/instant.ts'
import { asker, repositoryOf } from '../access.ts'
import { optionalText, text } from '../body.ts'
import { invalid, notFound, unprocessable } from '../error.ts'
import { listed } from '../paging.ts'
import { created, ok, type Context, type Reply, type Route } from '../route.ts'
import { nodeId, showAccount, type Shape } from '../shapes/account.ts'
import { addressesOf } from '../shapes/issue.ts'
import type { Deployment, DeploymentStatus } from '../state-deployment.ts'
import type { Repository } from '../state-repository.ts'
import { nextId } from '../state.ts'
import { commitNamed } from './find.ts'

const ALL = '/repos/{owner}/{repo}/deployments'
const ONE = `${ALL}/{deployment_id}`
const READ = ['deployments', 'read'] as const
const WRITE = ['deployments', 'write'] as const
const STATES = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success'] as const

/** Deployments, and what became of each. */
export const deploymentRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: ALL,
    operation: 'repos/create-deployment',
    kind: 'write',
    needs: WRITE,
    handle: create
  },
  { method: 'GET', path: ONE, operation: 'repos/get-deployment', kind: 'read', needs: READ, handle: get },
  {
    method: 'POST',
    path: `${ONE}/statuses`,
    operation: 'repos/create-deployment-status',
    kind: 'write',
    needs: WRITE,
    handle: say
  },
  {
    method: 'GET',
    path: `${ONE}/statuses`,
    operation: 'repos/list-deployment-statuses',
    kind: 'read',
    needs: READ,
    handle: list
  }
]

function create(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const ref = text(context, 'ref', 'Deployment')
  const sha = commitNamed(context, repository, ref)
  if (sha === null) throw unprocessable(`No ref found for: ${ref}`)
  const deployment: Deployment = {
    id: nextId(context.forge.state),
    sha,
    ref,
    task: optionalText(context, 'task', 'Deployment') ?? 'deploy',
    environment: optionalText(context, 'environment', 'Deployment') ?? 'production',
    description: optionalText(context, 'description', 'Deployment'),
    creator: asker(context).id,
    created: context.now,
    statuses: []
  }
  repository.deployments.push(deployment)
  return created(show(context, repository, deployment))
}

function get(context: Context): Reply {
  const repository = repositoryOf(context)
  return ok(show(context, repository, find(context, repository)))
}

function say(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const deployment = find(context, repository)
  const wanted = text(context, 'state', 'DeploymentStatus')
  const state = STATES.find((one) => one === wanted)
  if (state === undefined) throw invalid({ resource: 'DeploymentStatus', field: 'state', code: 'invalid' })
  const status: DeploymentStatus = {
    id: nextId(context.forge.state),
    state,
    description: optionalText(context, 'description', 'DeploymentStatus') ?? '',
    creator: asker(context).id,
    at: context.now
  }
  // A success makes those before it in the same environment inactive.
  if (state === 'success')
    for (const other of repository.deployments) {
      const isOlder = other.id < deployment.id && other.environment === deployment.environment
      if (isOlder && other.statuses.at(-1)?.state === 'success')
        other.statuses.push({
          ...status,
          id: nextId(context.forge.state),
          state: 'inactive',
          description: ''
        })
    }
  deployment.statuses.push(status)
  return created(showStatus(context, repository, deployment, status))
}

// Newest first.
function list(context: Context): Reply {
  const repository = repositoryOf(context)
  const deployment = find(context, repository)
  return listed(context, deployment.statuses.toReversed(), (one) =>
    showStatus(context, repository, deployment, one)
  )
}

function find(context: Context, repository: Repository): Deployment {
  const deployment = repository.deployments.find(({ id }) => id === Number(context.params['deployment_id']))
  if (!deployment) throw notFound()
  return deployment
}

function show(context: Context, repository: Repository, deployment: Deployment): Shape {
  const { id, sha, ref, task, environment, description, creator, statuses } = deployment
  const { api } = addressesOf(context, repository)
  return {
    url: `${api}/deployments/${id}`,
    id,
    node_id: nodeId('Deployment', id),
    sha,
    ref,
    task,
    payload: {},
    original_environment: environment,
    environment,
    description,
    creator: showAccount(context, creator),
    created_at: writeInstant(deployment.created),
    updated_at: writeInstant(statuses.at(-1)?.at ?? deployment.created),
    statuses_url: `${api}/deployments/${id}/statuses`,
    repository_url: api,
    transient_environment: false,
    production_environment: environment === 'production'
  }
}

function showStatus(
  context: Context,
  repository: Repository,
  { id: deployment, environment }: Deployment,
  { id, state, description, creator, at }: DeploymentStatus
): Shape {
  const { api, page } = addressesOf(context, repository)
  return {
    url: `${api}/deployments/${deployment}/statuses/${id}`,
    id,
    node_id: nodeId('DeploymentStatus', id),
    state,
    creator: showAccount(context, creator),
    description,
    environment,
    target_url: `${page}/deployments`,
    environment_url: `${page}/deployments`,
    log_url: `${page}/deployments`,
    created_at: writeInstant(at),
    updated_at: writeInstant(at),
    deployment_url: `${api}/deployments/${deployment}`,
    repository_url: api
  }
}
