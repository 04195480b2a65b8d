import type { Context } from '../route.ts'

/** What a shape is made from. */
export type Scene = Pick<Context, 'forge' | 'state'>

/** An answer, or a part of one. */
export type Shape = Readonly<Record<string, unknown>>

/** GitHub's opaque id of a thing: kind and number, in its old form. */
export function nodeId(kind: string, id: number): string {
  return Buffer.from(`0${kind.length}:${kind}${id}`).toString('base64')
}

/** An account as it stands inside other answers (`simple-user`); null: there is none, or it is gone. */
export function showAccount(scene: Scene, id: number | null): Shape | null {
  const account = id === null ? undefined : scene.state.accounts.get(id)
  return account ? accountFields(scene, account.id, account.login, account.type) : null
}

/** The same where GitHub never says null: its account `ghost` stands in for those that are gone. */
export function showActor(scene: Scene, id: number | null): Shape {
  return showAccount(scene, id) ?? accountFields(scene, 10_137, 'ghost', 'User')
}

function accountFields({ forge }: Scene, id: number, login: string, type: string): Shape {
  const url = `${forge.api}/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: nodeId(type, id),
    avatar_url: `${forge.web}/avatars/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: pageOf(forge.web, login),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false
  }
}

function pageOf(web: string, login: string): string {
  const app = /^(.*)\[bot\]$/u.exec(login)?.[1]
  return app === undefined ? `${web}/${login}` : `${web}/apps/${app}`
}
