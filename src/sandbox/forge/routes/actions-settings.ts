import { repositoryOf } from '../access.ts'
import { flag, optionalText } from '../body.ts'
import { administered } from '../demand.ts'
import { invalid } from '../error.ts'
import { noContent, ok, type Context, type Reply, type Route } from '../route.ts'

const PERMISSIONS = '/repos/{owner}/{repo}/actions/permissions'
const READ = ['administration', 'read'] as const
const WRITE = ['administration', 'write'] as const

/** What Actions may do in a repository. */
export const actionsSettingsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PERMISSIONS,
    operation: 'actions/get-github-actions-permissions-repository',
    kind: 'read',
    needs: READ,
    handle: get
  },
  {
    method: 'PUT',
    path: PERMISSIONS,
    operation: 'actions/set-github-actions-permissions-repository',
    kind: 'write',
    needs: WRITE,
    handle: put
  },
  {
    method: 'GET',
    path: `${PERMISSIONS}/workflow`,
    operation: 'actions/get-github-actions-default-workflow-permissions-repository',
    kind: 'read',
    needs: READ,
    handle: getWorkflow
  },
  {
    method: 'PUT',
    path: `${PERMISSIONS}/workflow`,
    operation: 'actions/set-github-actions-default-workflow-permissions-repository',
    kind: 'write',
    needs: WRITE,
    handle: putWorkflow
  }
]

function get(context: Context): Reply {
  const { actions } = administered(context)
  return ok({
    enabled: actions.enabled,
    ...(actions.enabled ? { allowed_actions: actions.allowed } : {}),
    sha_pinning_required: actions.shaPinningRequired
  })
}

function put(context: Context): Reply {
  const repository = repositoryOf(context, 'admin')
  const enabled = flag(context, 'enabled', true)
  const wanted = optionalText(context, 'allowed_actions') ?? repository.actions.allowed
  const allowed = (['all', 'local_only', 'selected'] as const).find((one) => one === wanted)
  if (allowed === undefined) throw invalid({ resource: 'Actions', field: 'allowed_actions', code: 'invalid' })
  const shaPinningRequired = flag(context, 'sha_pinning_required', repository.actions.shaPinningRequired)
  repository.actions = { ...repository.actions, enabled, allowed, shaPinningRequired }
  return noContent()
}

function getWorkflow(context: Context): Reply {
  const { actions } = administered(context)
  return ok({
    default_workflow_permissions: actions.defaultPermissions,
    can_approve_pull_request_reviews: actions.mayApprove
  })
}

function putWorkflow(context: Context): Reply {
  const repository = repositoryOf(context, 'admin')
  const wanted =
    optionalText(context, 'default_workflow_permissions') ?? repository.actions.defaultPermissions
  const defaultPermissions = (['read', 'write'] as const).find((one) => one === wanted)
  if (defaultPermissions === undefined) {
    throw invalid({ resource: 'Actions', field: 'default_workflow_permissions', code: 'invalid' })
  }
  const mayApprove = flag(context, 'can_approve_pull_request_reviews', repository.actions.mayApprove)
  repository.actions = { ...repository.actions, defaultPermissions, mayApprove }
  return noContent()
}
