import { organizationOf } from '../access.ts'
import { forbidden, notFound, notForIntegration } from '../error.ts'
import { listed } from '../paging.ts'
import { noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import { showAccount, type Shape } from '../shapes/account.ts'
import { showInstallation } from '../shapes/app.ts'
import { showOrganization, showOrganizationSettings, showWholeOrganization } from '../shapes/organization.ts'
import { findAccount, type Account, type App } from '../state.ts'

/** The organization, its members and the Apps that are installed on it. */
export const organizationRoutes: readonly Route[] = [
  { method: 'GET', path: '/orgs/{org}', operation: 'orgs/get', kind: 'read', handle: get },
  {
    method: 'GET',
    path: '/orgs/{org}/members',
    operation: 'orgs/list-members',
    kind: 'read',
    needs: ['members', 'read'],
    handle: listMembers
  },
  {
    method: 'GET',
    path: '/orgs/{org}/members/{username}',
    operation: 'orgs/check-membership-for-user',
    kind: 'read',
    needs: ['members', 'read'],
    handle: checkMember
  },
  {
    method: 'GET',
    path: '/orgs/{org}/memberships/{username}',
    operation: 'orgs/get-membership-for-user',
    kind: 'read',
    needs: ['members', 'read'],
    handle: getMembership
  },
  {
    method: 'GET',
    path: '/orgs/{org}/installations',
    operation: 'orgs/list-app-installations',
    kind: 'read',
    needs: ['organization_administration', 'read'],
    handle: listInstallations
  }
]

function get(context: Context): Reply {
  const { actor, state } = context
  const account = state.accounts.get(state.organization)
  if (account?.login.toLowerCase() !== (context.params['org'] ?? '').toLowerCase()) throw notFound()
  // Settings are for owners, and for Apps that may administer the organization.
  const app = actor?.kind === 'app' ? state.apps.get(actor.app) : undefined
  const seesAll = app
    ? mayAdminister(app)
    : actor !== null && state.accounts.get(actor.account)?.role === 'admin'
  return ok({ ...showWholeOrganization(context), ...(seesAll ? showOrganizationSettings(context) : {}) })
}

function mayAdminister({ permissions }: App): boolean {
  return permissions === null || permissions['organization_administration'] !== undefined
}

function membersOf(context: Context): readonly Account[] {
  return [...context.state.accounts.values()]
    .filter(({ role }) => role !== null)
    .toSorted((a, b) => a.id - b.id)
}

function listMembers(context: Context): Reply {
  organizationOf(context)
  const role = context.query.get('role') ?? 'all'
  const members = membersOf(context).filter((one) => role === 'all' || one.role === role)
  return listed(context, members, ({ id }) => showAccount(context, id))
}

function checkMember(context: Context): Reply {
  organizationOf(context)
  memberOf(context)
  return noContent()
}

/** The member of a route's `{username}`. */
function memberOf(context: Context): Account {
  const account = findAccount(context.state, context.params['username'] ?? '')
  if (!account || account.role === null) throw notFound()
  return account
}

function getMembership(context: Context): Reply {
  organizationOf(context)
  const account = memberOf(context)
  const organization = showOrganization(context)
  const shown: Shape = {
    url: `${String(organization['url'])}/memberships/${account.login}`,
    state: 'active',
    role: account.role,
    organization_url: organization['url'],
    organization,
    user: showAccount(context, account.id)
  }
  return ok(shown)
}

function listInstallations(context: Context): Reply {
  organizationOf(context)
  const { actor, state } = context
  if (actor?.kind === 'user' && state.accounts.get(actor.account)?.role !== 'admin') {
    throw forbidden('You must be an admin of the organization to list its installations.')
  }
  if (!actor) throw notForIntegration()
  return listed(
    context,
    [...state.apps.values()],
    (app) => showInstallation(context, app),
    (installations, total) => ({ total_count: total, installations })
  )
}
