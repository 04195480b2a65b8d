import { accountPermission, includes, permissionOf, repositoryOf } from '../access.ts'
import { optionalText } from '../body.ts'
import { forbidden, invalid, notFound } from '../error.ts'
import { listed } from '../paging.ts'
import type { Permission } from '../permission.ts'
import { actorOf } from '../protection/approvals.ts'
import { noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import { showAccount, type Shape } from '../shapes/account.ts'
import { showPermissions } from '../shapes/team.ts'
import type { Repository } from '../state-repository.ts'
import { findAccount, type Account } from '../state.ts'

const COLLABORATORS = '/repos/{owner}/{repo}/collaborators'

/** Who may do what in a repository. */
export const collaboratorRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: COLLABORATORS,
    operation: 'repos/list-collaborators',
    kind: 'read',
    handle: list
  },
  {
    method: 'GET',
    path: `${COLLABORATORS}/{username}`,
    operation: 'repos/check-collaborator',
    kind: 'read',
    handle: check
  },
  {
    method: 'GET',
    path: `${COLLABORATORS}/{username}/permission`,
    operation: 'repos/get-collaborator-permission-level',
    kind: 'read',
    handle: getPermission
  },
  {
    method: 'PUT',
    path: `${COLLABORATORS}/{username}`,
    operation: 'repos/add-collaborator',
    kind: 'write',
    needs: ['administration', 'write'],
    handle: add
  },
  {
    method: 'DELETE',
    path: `${COLLABORATORS}/{username}`,
    operation: 'repos/remove-collaborator',
    kind: 'write',
    needs: ['administration', 'write'],
    handle: remove
  }
]

/** The permission that a word of the API stands for: `push` is write. Null: there is no such word. */
export function permissionFrom(word: string): Permission | null {
  switch (word) {
    case 'pull':
      return 'read'
    case 'push':
      return 'write'
    case 'triage':
    case 'maintain':
    case 'admin':
      return word
    default:
      return null
  }
}

function list(context: Context): Reply {
  // Apps with metadata may list too.
  const repository = repositoryOf(context, context.actor?.kind === 'app' ? 'read' : 'write')
  const wanted = permissionFrom(context.query.get('permission') ?? 'pull') ?? 'read'
  const affiliation = context.query.get('affiliation') ?? 'all'
  const accounts = [...context.state.accounts.values()]
    .filter(({ id, type }) => type === 'User' && includes(held(context, repository, id), wanted))
    .filter((account) => affiliation === 'all' || isNear(repository, account, affiliation))
    .toSorted((a, b) => a.id - b.id)
  return listed(context, accounts, ({ id }) => showCollaborator(context, repository, id))
}

function isNear(repository: Repository, { id, role }: Account, affiliation: string): boolean {
  return repository.collaborators.has(id) && (affiliation === 'direct' || role === null)
}

function check(context: Context): Reply {
  const repository = repositoryOf(context)
  const account = findAccount(context.state, context.params['username'] ?? '')
  if (!account || accountPermission(context.state, repository, account.id) === 'none') throw notFound()
  return noContent()
}

// `maintain` shows as `write` and `triage` as `read`; `role_name` tells them apart.
const LEGACY = {
  none: 'none',
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin'
} as const

function getPermission(context: Context): Reply {
  const repository = repositoryOf(context, context.actor?.kind === 'app' ? 'read' : 'write')
  const account = findAccount(context.state, context.params['username'] ?? '')
  if (!account) throw notFound()
  const permission = permissionOf(context.state, repository, actorOf(context.state, account.id))
  return ok({
    permission: LEGACY[permission],
    role_name: permission,
    user: showCollaborator(context, repository, account.id)
  })
}

function add(context: Context): Reply {
  const repository = repositoryOf(context, 'admin')
  const account = findAccount(context.state, context.params['username'] ?? '')
  if (!account) throw notFound()
  const permission = permissionFrom(optionalText(context, 'permission', 'Repository') ?? 'push')
  if (permission === null) throw invalid({ resource: 'Repository', field: 'permission', code: 'invalid' })
  if (account.role === null && !repository.collaborators.has(account.id)) {
    // They would be invited, which nobody here can accept.
    throw forbidden('Outside collaborators may not be added by a policy of the organization.')
  }
  repository.collaborators.set(account.id, permission)
  return noContent()
}

function remove(context: Context): Reply {
  const repository = repositoryOf(context, 'admin')
  const account = findAccount(context.state, context.params['username'] ?? '')
  if (!account) throw notFound()
  repository.collaborators.delete(account.id)
  return noContent()
}

function held(context: Context, repository: Repository, account: number): Permission {
  return accountPermission(context.state, repository, account)
}

function showCollaborator(context: Context, repository: Repository, account: number): Shape {
  const permission = permissionOf(context.state, repository, actorOf(context.state, account))
  return {
    ...showAccount(context, account),
    permissions: showPermissions(permission),
    role_name: permission
  }
}
