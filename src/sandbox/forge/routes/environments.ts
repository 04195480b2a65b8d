import { writeInstant } from '../../../book/instant.ts'
import { repositoryOf } from '../access.ts'
import { notFound } from '../error.ts'
import { listed } from '../paging.ts'
import { ok, type Context, type Reply, type Route } from '../route.ts'
import { nodeId, showActor, type Shape } from '../shapes/account.ts'
import { addressesOf } from '../shapes/issue.ts'
import { showTeam } from '../shapes/team.ts'
import type { Environment, Repository } from '../state-repository.ts'

const ENVIRONMENTS = '/repos/{owner}/{repo}/environments'
const ONE = `${ENVIRONMENTS}/{environment_name}`
const READ = ['actions', 'read'] as const

/** Environments, who must agree to a deployment, and which branches may deploy. */
export const environmentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: ENVIRONMENTS,
    operation: 'repos/get-all-environments',
    kind: 'read',
    needs: READ,
    handle: list
  },
  { method: 'GET', path: ONE, operation: 'repos/get-environment', kind: 'read', needs: READ, handle: get },
  {
    method: 'GET',
    path: `${ONE}/deployment-branch-policies`,
    operation: 'repos/list-deployment-branch-policies',
    kind: 'read',
    needs: READ,
    handle: listPolicies
  },
  {
    method: 'GET',
    path: `${ONE}/deployment_protection_rules`,
    operation: 'repos/get-all-deployment-protection-rules',
    kind: 'read',
    needs: READ,
    handle: listCustomRules
  }
]

/** The environment of a route's `{environment_name}`. */
export function environmentOf(context: Context, repository: Repository): Environment {
  const environment = repository.environments.get(context.params['environment_name'] ?? '')
  if (!environment) throw notFound()
  return environment
}

function list(context: Context): Reply {
  const repository = repositoryOf(context)
  return listed(
    context,
    [...repository.environments.values()],
    (one) => show(context, repository, one),
    (environments, total) => ({ total_count: total, environments })
  )
}

function get(context: Context): Reply {
  const repository = repositoryOf(context)
  return ok(show(context, repository, environmentOf(context, repository)))
}

function listPolicies(context: Context): Reply {
  const { branches } = environmentOf(context, repositoryOf(context))
  return listed(
    context,
    branches?.patterns ?? [],
    ({ id, name, type }) => ({ id, node_id: nodeId('GateBranchPolicy', id), name, type }),
    (policies, total) => ({ total_count: total, branch_policies: policies })
  )
}

// Rules that other Apps bring along: there are none here.
function listCustomRules(context: Context): Reply {
  environmentOf(context, repositoryOf(context))
  return ok({ total_count: 0, custom_deployment_protection_rules: [] })
}

function show(context: Context, repository: Repository, environment: Environment): Shape {
  const { api, page } = addressesOf(context, repository)
  const made = writeInstant(environment.created)
  const { branches } = environment
  return {
    id: environment.id,
    node_id: nodeId('Environment', environment.id),
    name: environment.name,
    url: `${api}/environments/${encodeURIComponent(environment.name)}`,
    html_url: `${page}/deployments/activity_log?environments_filter=${encodeURIComponent(environment.name)}`,
    created_at: made,
    updated_at: made,
    protection_rules: showRules(context, environment),
    deployment_branch_policy: branches && {
      protected_branches: branches.protected,
      custom_branch_policies: !branches.protected
    }
  }
}

// A rule's number follows from the environment's, so that it stays.
function showRules(context: Context, environment: Environment): readonly Shape[] {
  const { branches, id, preventSelfReview, reviewers, waitMinutes } = environment
  const rule = (index: number, type: string, more: Shape = {}): Shape => ({
    id: id * 10 + index,
    node_id: nodeId('Gate', id * 10 + index),
    type,
    ...more
  })
  return [
    ...(waitMinutes > 0 ? [rule(1, 'wait_timer', { wait_timer: waitMinutes })] : []),
    ...(reviewers.length > 0
      ? [
          rule(2, 'required_reviewers', {
            prevent_self_review: preventSelfReview,
            reviewers: reviewers.map((one) => showReviewer(context, one))
          })
        ]
      : []),
    ...(branches ? [rule(3, 'branch_policy')] : [])
  ]
}

function showReviewer(context: Context, { id, type }: Environment['reviewers'][number]): Shape {
  const team = type === 'Team' ? context.state.teams.get(id) : undefined
  return { type, reviewer: team ? showTeam(context, team) : showActor(context, id) }
}
