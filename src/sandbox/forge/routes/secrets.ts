import { writeInstant } from '../../../book/instant.ts'
import { repositoryOf } from '../access.ts'
import { listed } from '../paging.ts'
import type { Context, Reply, Route } from '../route.ts'
import { environmentOf } from './environments.ts'

const READ = ['secrets', 'read'] as const

/** Names of secrets. Their values can't be read by anybody. */
export const secretRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/secrets',
    operation: 'actions/list-repo-secrets',
    kind: 'read',
    needs: READ,
    handle: (context) => show(context, repositoryOf(context, writer(context)).secrets)
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/organization-secrets',
    operation: 'actions/list-repo-organization-secrets',
    kind: 'read',
    needs: READ,
    handle: (context) => show(context, repositoryOf(context, writer(context)).organizationSecrets)
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/environments/{environment_name}/secrets',
    operation: 'actions/list-environment-secrets',
    kind: 'read',
    needs: ['environments', 'read'],
    handle: (context) => show(context, environmentOf(context, repositoryOf(context, writer(context))).secrets)
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/variables',
    operation: 'actions/list-repo-variables',
    kind: 'read',
    needs: ['variables', 'read'],
    handle: listVariables
  }
]

// Collaborators; for an App its permission says it.
function writer({ actor }: Context): 'read' | 'write' {
  return actor?.kind === 'app' ? 'read' : 'write'
}

function show(context: Context, names: readonly string[]): Reply {
  const made = writeInstant(Date.UTC(2020, 0, 1))
  return listed(
    context,
    names.toSorted(),
    (name) => ({ name, created_at: made, updated_at: made }),
    (secrets, total) => ({ total_count: total, secrets })
  )
}

function listVariables(context: Context): Reply {
  const repository = repositoryOf(context, writer(context))
  const made = writeInstant(Date.UTC(2020, 0, 1))
  return listed(
    context,
    [...repository.variables].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ([name, value]) => ({ name, value, created_at: made, updated_at: made }),
    (variables, total) => ({ total_count: total, variables })
  )
}
