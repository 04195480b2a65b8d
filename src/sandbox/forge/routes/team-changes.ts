import { asker, isMember, organizationOf } from '../access.ts'
import { optionalText, text } from '../body.ts'
import { ApiError, forbidden, invalid, notFound } from '../error.ts'
import { created, noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import { showWholeTeam } from '../shapes/team.ts'
import { findAccount, findTeam, nextId, type Team } from '../state.ts'
import { showMembership, visibleTeam } from './teams.ts'

const NEEDS = ['members', 'write'] as const
const TEAM = '/orgs/{org}/teams/{team_slug}'

/** Making and changing teams. */
export const teamChangeRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/orgs/{org}/teams',
    operation: 'teams/create',
    kind: 'write',
    needs: NEEDS,
    handle: create
  },
  {
    method: 'PATCH',
    path: TEAM,
    operation: 'teams/update-in-org',
    kind: 'write',
    needs: NEEDS,
    handle: update
  },
  {
    method: 'DELETE',
    path: TEAM,
    operation: 'teams/delete-in-org',
    kind: 'write',
    needs: NEEDS,
    handle: remove
  },
  {
    method: 'PUT',
    path: `${TEAM}/memberships/{username}`,
    operation: 'teams/add-or-update-membership-for-user-in-org',
    kind: 'write',
    needs: NEEDS,
    handle: addMember
  },
  {
    method: 'DELETE',
    path: `${TEAM}/memberships/{username}`,
    operation: 'teams/remove-membership-for-user-in-org',
    kind: 'write',
    needs: NEEDS,
    handle: removeMember
  }
]

function create(context: Context): Reply {
  organizationOf(context)
  const { state } = context
  const account = asker(context)
  if (account.type === 'User' && account.role !== 'admin' && !state.settings.membersMayCreateTeams) {
    throw forbidden('You do not have permission to create teams on this organization.')
  }
  const name = text(context, 'name', 'Team')
  const slug = slugOf(name)
  if (slug === '' || findTeam(state, slug)) {
    throw invalid({
      resource: 'Team',
      field: 'name',
      code: 'already_exists',
      message: 'Name must be unique for this org'
    })
  }
  const parent = parentFrom(context)
  const team: Team = {
    id: nextId(state),
    slug,
    name,
    description: optionalText(context, 'description', 'Team') ?? '',
    privacy: privacyFrom(context, parent) ?? ((parent ?? null) === null ? 'secret' : 'closed'),
    parent: parent ?? null,
    members: new Map(account.type === 'User' ? [[account.id, 'maintainer']] : []),
    pending: new Set()
  }
  state.teams.set(team.id, team)
  return created(showWholeTeam(context, team))
}

// A team with another name gets another slug: whoever takes the old one is another team.
function update(context: Context): Reply {
  const team = maintained(context)
  const name = optionalText(context, 'name', 'Team')
  const parent = parentFrom(context)
  const privacy = privacyFrom(context, parent)
  if (name !== null) {
    const slug = slugOf(name)
    const other = findTeam(context.state, slug)
    if (slug === '' || (other !== null && other !== team)) {
      throw invalid({ resource: 'Team', field: 'name', code: 'already_exists' })
    }
    team.name = name
    team.slug = slug
  }
  team.description = optionalText(context, 'description', 'Team') ?? team.description
  if (parent !== undefined) team.parent = parent
  if (privacy !== null) team.privacy = privacy
  return ok(showWholeTeam(context, team))
}

function remove(context: Context): Reply {
  const team = maintained(context)
  const { state } = context
  // Child teams go with it.
  for (const child of state.teams.values()) if (isBelow(context, child, team)) state.teams.delete(child.id)
  for (const repository of state.repositories.values()) {
    for (const id of repository.teams.keys()) if (!state.teams.has(id)) repository.teams.delete(id)
  }
  return noContent()
}

function addMember(context: Context): Reply {
  const team = maintained(context)
  const account = findAccount(context.state, context.params['username'] ?? '')
  if (!account) throw notFound()
  if (account.type !== 'User') throw new ApiError(422, 'Cannot add an organization or a bot as a member.')
  const role = context.body['role'] ?? 'member'
  if (role !== 'member' && role !== 'maintainer') {
    throw invalid({ resource: 'TeamMember', field: 'role', code: 'invalid' })
  }
  // Whoever isn't in the organization is invited first.
  const active = account.role !== null
  if (active) team.members.set(account.id, role)
  else if (asker(context).role === 'admin') team.pending.add(account.id)
  else throw forbidden('You must be an owner of the organization to invite somebody.')
  return ok(showMembership(context, team, account.id, active))
}

function removeMember(context: Context): Reply {
  const account = findAccount(context.state, context.params['username'] ?? '')
  const team = visibleTeam(context)
  // Everybody may leave.
  if (asker(context).id !== account?.id) maintained(context)
  if (!account || (!team.members.has(account.id) && !team.pending.has(account.id))) throw notFound()
  team.members.delete(account.id)
  team.pending.delete(account.id)
  return noContent()
}

/** The team, if the asker may change it: owners of the organization, its maintainers, Apps. */
function maintained(context: Context): Team {
  const team = visibleTeam(context)
  const account = asker(context)
  const may =
    context.actor?.kind === 'app' || account.role === 'admin' || team.members.get(account.id) === 'maintainer'
  if (!may) throw forbidden('Must be an organization owner or a maintainer of the team.')
  return team
}

function isBelow({ state }: Context, team: Team, above: Team): boolean {
  for (
    let one: Team | undefined = team;
    one;
    one = one.parent === null ? undefined : state.teams.get(one.parent)
  ) {
    if (one === above) return true
  }
  return false
}

/** Undefined: not asked for. */
function parentFrom(context: Context): number | null | undefined {
  const id = context.body['parent_team_id']
  if (id === undefined || id === null) return id
  const parent = typeof id === 'number' ? context.state.teams.get(id) : undefined
  if (!parent || (context.actor && !mayNest(context, parent))) {
    throw invalid({ resource: 'Team', field: 'parent_team_id', code: 'invalid' })
  }
  return parent.id
}

// A team under another one gets all that the other may do: its maintainers must want that.
function mayNest({ actor, state }: Context, parent: Team): boolean {
  if (actor?.kind !== 'user') return true
  if (state.accounts.get(actor.account)?.role === 'admin') return true
  return isMember(state, parent, actor.account) && parent.members.get(actor.account) === 'maintainer'
}

function privacyFrom(context: Context, parent: number | null | undefined): Team['privacy'] | null {
  const privacy = optionalText(context, 'privacy', 'Team')
  if (privacy === null) return null
  if (
    (privacy !== 'closed' && privacy !== 'secret') ||
    (privacy === 'secret' && typeof parent === 'number')
  ) {
    throw invalid({ resource: 'Team', field: 'privacy', code: 'invalid' })
  }
  return privacy
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
}
