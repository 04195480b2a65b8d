import { isMember, organizationOf, teamOf } from '../access.ts'
import { notFound } from '../error.ts'
import { listed } from '../paging.ts'
import { ok, type Context, type Reply, type Route } from '../route.ts'
import { showAccount, type Shape } from '../shapes/account.ts'
import { membersOf, showTeam, showWholeTeam } from '../shapes/team.ts'
import { findAccount, type ForgeState, type Team } from '../state.ts'

const NEEDS = ['members', 'read'] as const
const TEAM = '/orgs/{org}/teams/{team_slug}'

/** Teams and who is in them. */
export const teamRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/orgs/{org}/teams',
    operation: 'teams/list',
    kind: 'read',
    needs: NEEDS,
    handle: list
  },
  { method: 'GET', path: TEAM, operation: 'teams/get-by-name', kind: 'read', needs: NEEDS, handle: get },
  {
    method: 'GET',
    path: `${TEAM}/teams`,
    operation: 'teams/list-child-in-org',
    kind: 'read',
    needs: NEEDS,
    handle: listChildren
  },
  {
    method: 'GET',
    path: `${TEAM}/members`,
    operation: 'teams/list-members-in-org',
    kind: 'read',
    needs: NEEDS,
    handle: listMembers
  },
  {
    method: 'GET',
    path: `${TEAM}/memberships/{username}`,
    operation: 'teams/get-membership-for-user-in-org',
    kind: 'read',
    needs: NEEDS,
    handle: getMembership
  }
]

/** The team of a route, if the asker may see it: secret ones are for their members, owners and Apps. */
export function visibleTeam(context: Context): Team {
  const team = teamOf(context)
  if (!isVisible(context, team)) throw notFound()
  return team
}

/** A membership as GitHub shows it. Owners of the organization count as maintainers. */
export function showMembership(context: Context, team: Team, account: number, active: boolean): Shape {
  const { forge, state } = context
  const login = state.accounts.get(account)?.login ?? ''
  const owner = state.accounts.get(account)?.role === 'admin'
  return {
    url: `${forge.api}/organizations/${state.organization}/team/${team.id}/memberships/${login}`,
    role: owner ? 'maintainer' : roleIn(state, team, account),
    state: active ? 'active' : 'pending'
  }
}

function isVisible({ actor, state }: Context, team: Team): boolean {
  if (team.privacy === 'closed' || actor?.kind === 'app') return true
  if (!actor) return false
  return state.accounts.get(actor.account)?.role === 'admin' || isMember(state, team, actor.account)
}

function bySlug(teams: readonly Team[]): readonly Team[] {
  return teams.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
}

function list(context: Context): Reply {
  organizationOf(context)
  const teams = [...context.state.teams.values()].filter((team) => isVisible(context, team))
  return listed(context, bySlug(teams), (team) => showTeam(context, team))
}

function get(context: Context): Reply {
  return ok(showWholeTeam(context, visibleTeam(context)))
}

function listChildren(context: Context): Reply {
  const team = visibleTeam(context)
  const children = [...context.state.teams.values()].filter(({ parent }) => parent === team.id)
  return listed(context, bySlug(children), (child) => showTeam(context, child))
}

function listMembers(context: Context): Reply {
  const team = visibleTeam(context)
  const role = context.query.get('role') ?? 'all'
  const members = membersOf(context.state, team).filter(
    ({ id }) => role === 'all' || roleIn(context.state, team, id) === role
  )
  return listed(context, members, ({ id }) => ({
    ...showAccount(context, id),
    role: roleIn(context.state, team, id),
    inherited: !team.members.has(id)
  }))
}

function getMembership(context: Context): Reply {
  const team = visibleTeam(context)
  const account = findAccount(context.state, context.params['username'] ?? '')
  if (!account) throw notFound()
  const active = isMember(context.state, team, account.id)
  if (!active && !team.pending.has(account.id)) throw notFound()
  return ok(showMembership(context, team, account.id, active))
}

function roleIn(state: ForgeState, team: Team, account: number): 'member' | 'maintainer' {
  const direct = team.members.get(account)
  if (direct !== undefined) return direct
  const children = [...state.teams.values()].filter(({ parent }) => parent === team.id)
  return children.some(
    (child) => isMember(state, child, account) && roleIn(state, child, account) === 'maintainer'
  )
    ? 'maintainer'
    : 'member'
}
