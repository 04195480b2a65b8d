import { writeInstant } from '../../../book/instant.ts'
import type { App } from '../state.ts'
import { nodeId, showAccount, type Scene, type Shape } from './account.ts'

const MADE = writeInstant(Date.UTC(2020, 0, 1))
const EVERYTHING = {
  actions: 'write',
  administration: 'write',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  members: 'write',
  metadata: 'read',
  pull_requests: 'write',
  statuses: 'write'
} as const

/** An App as it stands inside other answers (`integration`); null: there is none. */
export function showApp(scene: Scene, id: number | null): Shape | null {
  const app = id === null ? undefined : scene.state.apps.get(id)
  if (!app) return null
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('Integration', app.id),
    client_id: `Iv1.${app.id.toString(16).padStart(16, '0')}`,
    owner: showAccount(scene, scene.state.organization),
    name: app.slug,
    description: '',
    external_url: `${scene.forge.web}/apps/${app.slug}`,
    html_url: `${scene.forge.web}/apps/${app.slug}`,
    created_at: MADE,
    updated_at: MADE,
    permissions: permissionsOf(app),
    events: ['check_run', 'pull_request', 'pull_request_review']
  }
}

/** An App's installation on the organization. */
export function showInstallation(scene: Scene, app: App): Shape {
  const { forge, state } = scene
  const login = state.accounts.get(state.organization)?.login ?? ''
  return {
    id: app.installation,
    account: showAccount(scene, state.organization),
    repository_selection: 'all',
    access_tokens_url: `${forge.api}/app/installations/${app.installation}/access_tokens`,
    repositories_url: `${forge.api}/installation/repositories`,
    html_url: `${forge.web}/organizations/${login}/settings/installations/${app.installation}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: state.organization,
    target_type: 'Organization',
    permissions: permissionsOf(app),
    events: ['check_run', 'pull_request', 'pull_request_review'],
    created_at: MADE,
    updated_at: MADE,
    single_file_name: null,
    suspended_by: null,
    suspended_at: null
  }
}

function permissionsOf(app: App): Readonly<Record<string, string>> {
  return app.permissions === null ? EVERYTHING : { ...app.permissions, metadata: 'read' }
}
