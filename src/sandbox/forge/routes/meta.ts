import type { Forge } from '../forge.ts'
import { ok, type Route } from '../route.ts'

/** What the API says of itself. */
export const metaRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    operation: 'meta/root',
    kind: 'read',
    handle: ({ forge }) => ok(root(forge))
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

/** Where everything is, as far as GitHub says it at its root. */
const PLACES = {
  current_user_url: 'user',
  current_user_repositories_url: 'user/repos{?type,page,per_page,sort}',
  authorizations_url: 'authorizations',
  code_search_url: 'search/code?q={query}{&page,per_page,sort,order}',
  commit_search_url: 'search/commits?q={query}{&page,per_page,sort,order}',
  emails_url: 'user/emails',
  emojis_url: 'emojis',
  events_url: 'events',
  feeds_url: 'feeds',
  followers_url: 'user/followers',
  following_url: 'user/following{/target}',
  gists_url: 'gists{/gist_id}',
  issue_search_url: 'search/issues?q={query}{&page,per_page,sort,order}',
  issues_url: 'issues',
  keys_url: 'user/keys',
  label_search_url: 'search/labels?q={query}&repository_id={repository_id}{&page,per_page}',
  notifications_url: 'notifications',
  organization_url: 'orgs/{org}',
  organization_repositories_url: 'orgs/{org}/repos{?type,page,per_page,sort}',
  organization_teams_url: 'orgs/{org}/teams',
  public_gists_url: 'gists/public',
  rate_limit_url: 'rate_limit',
  repository_url: 'repos/{owner}/{repo}',
  repository_search_url: 'search/repositories?q={query}{&page,per_page,sort,order}',
  starred_url: 'user/starred{/owner}{/repo}',
  starred_gists_url: 'gists/starred',
  user_url: 'users/{user}',
  user_organizations_url: 'user/orgs',
  user_repositories_url: 'users/{user}/repos{?type,page,per_page,sort}',
  user_search_url: 'search/users?q={query}{&page,per_page,sort,order}'
} as const

function root({ api, web }: Forge): object {
  return {
    ...Object.fromEntries(Object.entries(PLACES).map(([name, place]) => [name, `${api}/${place}`])),
    current_user_authorizations_html_url: `${web}/settings/connections/applications{/client_id}`
  }
}
