import { writeInstant } from '../../../book/instant.ts'
import { includes, isMember } from '../access.ts'
import type { Permission } from '../permission.ts'
import type { Account, ForgeState, Team } from '../state.ts'
import { nodeId, type Scene, type Shape } from './account.ts'
import { showWholeOrganization } from './organization.ts'

const MADE = writeInstant(Date.UTC(2020, 0, 1))

/** The API's words for what a team may do: `push` for write. */
export const TEAM_PERMISSION = {
  none: 'pull',
  read: 'pull',
  triage: 'triage',
  write: 'push',
  maintain: 'maintain',
  admin: 'admin'
} as const

/** A team as it stands inside other answers, without its parent (`team-simple`). */
export function showSimpleTeam({ forge, state }: Scene, team: Team, held: Permission = 'read'): Shape {
  const url = `${forge.api}/organizations/${state.organization}/team/${team.id}`
  const organization = state.accounts.get(state.organization)?.login ?? ''
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    url,
    html_url: `${forge.web}/orgs/${organization}/teams/${team.slug}`,
    name: team.name,
    slug: team.slug,
    description: team.description,
    privacy: team.privacy,
    notification_setting: 'notifications_enabled',
    permission: TEAM_PERMISSION[held],
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    organization_id: state.organization
  }
}

/** A team as it is listed (`team`). */
export function showTeam(scene: Scene, team: Team, held: Permission = 'read'): Shape {
  const parent = team.parent === null ? undefined : scene.state.teams.get(team.parent)
  return { ...showSimpleTeam(scene, team, held), parent: parent ? showSimpleTeam(scene, parent) : null }
}

/** A team as it stands alone (`team-full`). */
export function showWholeTeam(scene: Scene, team: Team): Shape {
  return {
    ...showTeam(scene, team),
    members_count: membersOf(scene.state, team).length,
    repos_count: [...scene.state.repositories.values()].filter((one) => one.teams.has(team.id)).length,
    created_at: MADE,
    updated_at: MADE,
    organization: showWholeOrganization(scene)
  }
}

/** Active members of a team and of its child teams, by number. */
export function membersOf(state: ForgeState, team: Team): readonly Account[] {
  return [...state.accounts.values()]
    .filter((account) => isMember(state, team, account.id))
    .toSorted((a, b) => a.id - b.id)
}

/** `permissions` of a repository as the asker or a team holds them. */
export function showPermissions(held: Permission): Shape {
  return {
    admin: includes(held, 'admin'),
    maintain: includes(held, 'maintain'),
    push: includes(held, 'write'),
    triage: includes(held, 'triage'),
    pull: includes(held, 'read')
  }
}
