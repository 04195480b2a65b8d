import { writeInstant } from '../../../book/instant.ts'
import { showAccount, nodeId, type Scene, type Shape } from './account.ts'

const FOUNDED = writeInstant(Date.UTC(2020, 0, 1))

/** The organization as it stands inside other answers (`organization-simple`). */
export function showOrganization(scene: Scene): Shape {
  const { forge, state } = scene
  const login = state.accounts.get(state.organization)?.login ?? ''
  const url = `${forge.api}/orgs/${login}`
  return {
    login,
    id: state.organization,
    node_id: nodeId('Organization', state.organization),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: showAccount(scene, state.organization)?.['avatar_url'],
    description: null
  }
}

/** The organization as it stands alone, without what only its owners see. */
export function showWholeOrganization(scene: Scene): Shape {
  const { forge, state } = scene
  const simple = showOrganization(scene)
  const login = state.accounts.get(state.organization)?.login ?? ''
  return {
    ...simple,
    name: state.accounts.get(state.organization)?.name ?? login,
    is_verified: false,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: [...state.repositories.values()].filter((one) => !one.private).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${forge.web}/${login}`,
    created_at: FOUNDED,
    updated_at: FOUNDED,
    archived_at: null,
    type: 'Organization'
  }
}

/** What an owner sees besides. */
export function showOrganizationSettings({ state }: Scene): Shape {
  return {
    total_private_repos: [...state.repositories.values()].filter((one) => one.private).length,
    default_repository_permission: state.settings.basePermission,
    members_can_create_repositories: false,
    members_allowed_repository_creation_type: 'none',
    two_factor_requirement_enabled: true,
    members_can_create_teams: state.settings.membersMayCreateTeams
  }
}
