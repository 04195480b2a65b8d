import { permissionOf, repositoryOf, teamPermission } from '../access.ts'
import { optionalText } from '../body.ts'
import { invalid, notFound } from '../error.ts'
import { listed } from '../paging.ts'
import { noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import type { Shape } from '../shapes/account.ts'
import { showMinimalRepository, showRepository } from '../shapes/repository.ts'
import { showPermissions, showTeam } from '../shapes/team.ts'
import type { Repository } from '../state-repository.ts'
import type { Team } from '../state.ts'
import { permissionFrom } from './collaborators.ts'
import { visibleTeam } from './teams.ts'

const REPOS = '/orgs/{org}/teams/{team_slug}/repos'
const ONE = `${REPOS}/{owner}/{repo}`
const WHOLE = 'application/vnd.github.v3.repository+json'

/** What teams may do in repositories. */
export const teamRepositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: REPOS,
    operation: 'teams/list-repos-in-org',
    kind: 'read',
    needs: ['members', 'read'],
    handle: list
  },
  {
    method: 'GET',
    path: ONE,
    operation: 'teams/check-permissions-for-repo-in-org',
    kind: 'read',
    needs: ['members', 'read'],
    handle: check
  },
  {
    method: 'PUT',
    path: ONE,
    operation: 'teams/add-or-update-repo-permissions-in-org',
    kind: 'write',
    needs: ['administration', 'write'],
    handle: add
  },
  {
    method: 'DELETE',
    path: ONE,
    operation: 'teams/remove-repo-in-org',
    kind: 'write',
    needs: ['administration', 'write'],
    handle: remove
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/teams',
    operation: 'repos/list-teams',
    kind: 'read',
    needs: ['administration', 'read'],
    handle: listTeams
  }
]

function list(context: Context): Reply {
  const team = visibleTeam(context)
  const repositories = [...context.state.repositories.values()].filter(
    (one) =>
      teamPermission(context.state, one, team) !== 'none' &&
      permissionOf(context.state, one, context.actor) !== 'none'
  )
  return listed(context, repositories, (one) => ({
    ...showMinimalRepository(context, one, context.actor),
    ...roleFields(context, one, team)
  }))
}

// 204, unless the media type of repositories is asked for; 404 if the team has no access.
function check(context: Context): Reply {
  const team = visibleTeam(context)
  const repository = repositoryOf(context)
  if (teamPermission(context.state, repository, team) === 'none') throw notFound()
  const accepted = String(context.headers['accept'] ?? '')
  if (!accepted.split(',').some((one) => one.trim().startsWith(WHOLE))) return noContent()
  const { has_discussions: _, ...shown } = showRepository(context, repository, context.actor)
  return ok({ ...shown, ...roleFields(context, repository, team) })
}

function add(context: Context): Reply {
  const team = visibleTeam(context)
  const repository = repositoryOf(context, 'admin')
  const permission = permissionFrom(optionalText(context, 'permission', 'Team') ?? 'pull')
  if (permission === null) throw invalid({ resource: 'Team', field: 'permission', code: 'invalid' })
  repository.teams.set(team.id, permission)
  return noContent()
}

function remove(context: Context): Reply {
  const team = visibleTeam(context)
  repositoryOf(context, 'admin').teams.delete(team.id)
  return noContent()
}

function listTeams(context: Context): Reply {
  const repository = repositoryOf(context)
  const teams = [...context.state.teams.values()]
    .map((team) => ({ team, held: teamPermission(context.state, repository, team) }))
    .filter(({ held }) => held !== 'none')
  return listed(context, teams, ({ held, team }) => ({
    ...showTeam(context, team, held),
    permissions: showPermissions(held)
  }))
}

function roleFields(context: Context, repository: Repository, team: Team): Shape {
  const held = teamPermission(context.state, repository, team)
  return { permissions: showPermissions(held), role_name: held }
}
