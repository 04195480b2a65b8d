import { ApiError, forbidden, notFound } from './error.ts'
import { PERMISSIONS } from './permission.ts'
import type { Permission } from './permission.ts'
import type { Context } from './route.ts'
import type { Repository } from './state-repository.ts'
import { findRepository, findTeam } from './state.ts'
import type { Account, Actor, App, ForgeState, Team } from './state.ts'

/** Whether one permission includes another. */
export function includes(held: Permission, wanted: Permission): boolean {
  return PERMISSIONS.indexOf(held) >= PERMISSIONS.indexOf(wanted)
}

/** The App behind an actor; null for users. */
export function appOf(state: ForgeState, actor: Actor | null): App | null {
  return actor?.kind === 'app' ? (state.apps.get(actor.app) ?? null) : null
}

/** What an actor may do in a repository: the most that anything gives. Anybody may read what is public. */
export function permissionOf(state: ForgeState, repository: Repository, actor: Actor | null): Permission {
  const open: Permission = repository.private ? 'none' : 'read'
  if (!actor) return open
  const app = appOf(state, actor)
  if (app) return repository.owner === state.organization ? strongest([open, appPermission(app)]) : open
  return strongest([open, accountPermission(state, repository, actor.account)])
}

/** What an account holds in a repository by itself, its teams and its role. */
export function accountPermission(state: ForgeState, repository: Repository, account: number): Permission {
  if (repository.owner === account) return 'admin'
  const held: Permission[] = [repository.collaborators.get(account) ?? 'none']
  if (repository.owner === state.organization) {
    const role = state.accounts.get(account)?.role ?? null
    if (role === 'admin') return 'admin'
    if (role === 'member') held.push(state.settings.basePermission)
    for (const team of state.teams.values()) {
      if (team.members.has(account)) held.push(teamPermission(state, repository, team))
    }
  }
  return strongest(held)
}

/** What a team holds in a repository, by itself or from its parents. */
export function teamPermission(state: ForgeState, repository: Repository, team: Team): Permission {
  const held: Permission[] = []
  for (let one: Team | undefined = team; one; one = parentOf(state, one)) {
    held.push(repository.teams.get(one.id) ?? 'none')
  }
  return strongest(held)
}

/** Whether an account is an active member of a team or of one of its child teams. */
export function isMember(state: ForgeState, team: Team, account: number): boolean {
  if (team.members.has(account)) return true
  return [...state.teams.values()].some((one) => one.parent === team.id && isMember(state, one, account))
}

/** The repository of a route's `{owner}` and `{repo}`: 404 if the asker may not read it, 403 if he may not do more. */
export function repositoryOf(context: Context, wanted: Permission = 'read'): Repository {
  const { owner = '', repo = '' } = context.params
  const found = findRepository(context.state, owner, repo)
  const held = found ? permissionOf(context.state, found, context.actor) : 'none'
  if (!found || held === 'none') throw notFound()
  if (!context.actor && wanted !== 'read') throw new ApiError(401, 'Requires authentication')
  if (!includes(held, wanted)) throw refusal(wanted)
  if (found.archived && wanted !== 'read') {
    throw forbidden('Repository was archived so is read-only.')
  }
  return found
}

/** The team of a route's `{org}` and `{team_slug}`: 404 for whoever is outside of the organization. */
export function teamOf(context: Context): Team {
  organizationOf(context)
  const team = findTeam(context.state, context.params['team_slug'] ?? '')
  if (!team) throw notFound()
  return team
}

/** The organization of a route's `{org}`, asked for by one of its members or Apps. */
export function organizationOf(context: Context): Account {
  const account = context.state.accounts.get(context.state.organization)
  const { actor, params, state } = context
  if (!account || account.login.toLowerCase() !== (params['org'] ?? '').toLowerCase()) throw notFound()
  if (!actor) throw new ApiError(401, 'Requires authentication')
  if (actor.kind === 'user' && (state.accounts.get(actor.account)?.role ?? null) === null) throw notFound()
  return account
}

/** The account that asks; 401 without a token. */
export function asker(context: Context): Account {
  const account = context.actor ? context.state.accounts.get(context.actor.account) : undefined
  if (!account) throw new ApiError(401, 'Requires authentication')
  return account
}

function parentOf(state: ForgeState, team: Team): Team | undefined {
  return team.parent === null ? undefined : state.teams.get(team.parent)
}

function strongest(held: readonly Permission[]): Permission {
  return held.reduce((most, one) => (includes(one, most) ? one : most), 'none')
}

// What an App may do to contents decides what it may do to the repository; each route asks for its own permission besides.
function appPermission(app: App): Permission {
  if (app.permissions === null || app.permissions['administration'] === 'write') return 'admin'
  return Object.values(app.permissions).includes('write') ? 'write' : 'read'
}

function refusal(wanted: Permission): ApiError {
  if (wanted === 'admin') return forbidden()
  if (wanted === 'maintain') return forbidden('Must have maintain rights to Repository.')
  return forbidden('Resource not accessible by personal access token')
}
