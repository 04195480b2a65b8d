import { ok, type Route } from '../route.ts'

/** What the API says of itself. */
export const metaRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    operation: 'meta/root',
    kind: 'read',
    handle: ({ forge }) => ok(root(forge.api))
  },
  {
    method: 'GET',
    path: '/meta',
    operation: 'meta/get',
    kind: 'read',
    handle: () =>
      ok({ verifiable_password_authentication: false, hooks: [], web: [], api: [], git: [], actions: [] })
  },
  {
    method: 'GET',
    path: '/rate_limit',
    operation: 'rate-limit/get',
    kind: 'read',
    handle: ({ actor, forge, now, state }) => {
      const core = forge.limits.show(state, actor, now)
      return ok({ resources: { core, search: core }, rate: core })
    }
  }
]

function root(api: string): object {
  return {
    current_user_url: `${api}/user`,
    emojis_url: `${api}/emojis`,
    rate_limit_url: `${api}/rate_limit`,
    repository_url: `${api}/repos/{owner}/{repo}`,
    user_url: `${api}/users/{user}`
  }
}
