import { writeInstant } from '../../../book/instant.ts'
import { asker } from '../access.ts'
import { notForIntegration, notFound } from '../error.ts'
import { listed } from '../paging.ts'
import { ok, type Context, type Reply, type Route } from '../route.ts'
import { nodeId, showAccount, type Shape } from '../shapes/account.ts'
import { findAccount, type Account } from '../state.ts'

const JOINED = writeInstant(Date.UTC(2020, 0, 1))

/** Accounts. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/user', operation: 'users/get-authenticated', kind: 'read', handle: getOwn },
  {
    method: 'GET',
    path: '/user/{account_id}',
    operation: 'users/get-by-id',
    kind: 'read',
    handle: getByNumber
  },
  { method: 'GET', path: '/users', operation: 'users/list', kind: 'read', handle: list },
  { method: 'GET', path: '/users/{username}', operation: 'users/get-by-username', kind: 'read', handle: get }
]

function getOwn(context: Context): Reply {
  const account = asker(context)
  if (context.actor?.kind === 'app') throw notForIntegration()
  return ok({ ...showWhole(context, account), ...PRIVATE })
}

function getByNumber(context: Context): Reply {
  const account = context.state.accounts.get(Number(context.params['account_id']))
  if (!account) throw notFound()
  return ok(showWhole(context, account))
}

function get(context: Context): Reply {
  const account = findAccount(context.state, context.params['username'] ?? '')
  if (!account) throw notFound()
  return ok(showWhole(context, account))
}

// In the order of their numbers, from one number on.
function list(context: Context): Reply {
  const since = Number(context.query.get('since') ?? 0)
  const accounts = [...context.state.accounts.values()]
    .filter(({ id }) => id > since)
    .toSorted((a, b) => a.id - b.id)
  return listed(context, accounts, ({ id }) => showAccount(context, id))
}

const PRIVATE = {
  private_gists: 0,
  total_private_repos: 0,
  owned_private_repos: 0,
  disk_usage: 0,
  collaborators: 0,
  two_factor_authentication: true
} as const

function showWhole(context: Context, account: Account): Shape {
  return {
    ...showAccount(context, account.id),
    node_id: nodeId(account.type, account.id),
    name: account.name,
    company: null,
    blog: '',
    location: null,
    email: account.email,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: JOINED,
    updated_at: JOINED
  }
}
