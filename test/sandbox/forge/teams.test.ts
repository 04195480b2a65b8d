import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCESS, putBack, refusal, startAcme, type Acme } from './acme.ts'

let acme: Acme

beforeAll(async () => {
  acme = await startAcme()
})
afterAll(async () => {
  await acme.sandbox.close()
})

const team = (slug: string) => ({ org: 'acme', team_slug: slug })
const membership = (asker: string, slug: string, username: string) =>
  acme.as(asker).teams.getMembershipForUserInOrg({ ...team(slug), username })

describe('membership', () => {
  test.each([
    ['billing', 'carol-acme', 'active', 'member'],
    ['billing', 'CAROL-ACME', 'active', 'member'],
    ['billing', 'bob-acme', 'active', 'maintainer'],
    ['finance', 'carol-acme', 'active', 'member'],
    ['billing', 'dave-acme', 'pending', 'member']
  ])('in %s %s is %s, as %s', async (slug, login, state, role) => {
    const { data } = await membership('grantbook-acme', slug, login)
    expect([data.state, data.role]).toEqual([state, role])
  })

  test.each([
    ['billing', 'grace-acme', 'the parent team’s members are not the child’s'],
    ['billing', 'mallory', 'an outsider is in no team'],
    ['billing', 'nobody', 'there is no such account'],
    ['unheard', 'carol-acme', 'there is no such team'],
    ['billing', 'olga-acme', 'an owner of the organization is in no team by that']
  ])('in %s %s is none: %s', async (slug, login) => {
    expect(await refusal(membership('grantbook-acme', slug, login))).toEqual({
      status: 404,
      why: 'Not Found'
    })
  })

  test('members of child teams are listed with the parent’s; who is only invited isn’t', async () => {
    const { data } = await acme.as('grantbook-acme').teams.listMembersInOrg(team('finance'))
    expect(data.map(({ login }) => login)).toEqual(['bob-acme', 'carol-acme', 'grace-acme'])
    const billing = await acme.as('grantbook-acme').teams.listMembersInOrg(team('billing'))
    expect(billing.data.map(({ login }) => login)).toEqual(['bob-acme', 'carol-acme'])
  })

  test('an App without members: read learns nothing, nor does an outsider or who brings no token', async () => {
    expect(await refusal(membership('reader', 'billing', 'carol-acme'))).toEqual({
      status: 403,
      why: 'Resource not accessible by integration'
    })
    expect((await refusal(membership('mallory', 'billing', 'carol-acme'))).status).toBe(404)
    const call = acme.as(null).teams.getMembershipForUserInOrg({ ...team('billing'), username: 'carol-acme' })
    expect((await refusal(call)).status).toBe(401)
  })

  test('a secret team is there for its members, owners and Apps alone', async () => {
    expect((await refusal(acme.as('alice-acme').teams.getByName(team('hidden')))).status).toBe(404)
    const seen = async (name: string) =>
      (await acme.as(name).teams.list({ org: 'acme' })).data.map(({ slug }) => slug)
    expect(await seen('alice-acme')).not.toContain('hidden')
    expect(await seen('frank-acme')).toContain('hidden')
    expect(await seen('olga-acme')).toContain('hidden')
    expect(await seen('grantbook-acme')).toContain('hidden')
  })
})

describe('changing teams', () => {
  const add = (asker: string, slug: string, username: string) =>
    acme.as(asker).teams.addOrUpdateMembershipForUserInOrg({ ...team(slug), username })

  test('owners and maintainers add members; nobody adds himself', async () => {
    putBack(acme)
    expect((await refusal(add('alice-acme', 'billing', 'alice-acme'))).status).toBe(403)
    expect((await refusal(add('carol-acme', 'billing', 'alice-acme'))).status).toBe(403)
    expect((await add('bob-acme', 'billing', 'alice-acme')).data.state).toBe('active')
    expect((await add('olga-acme', 'billing', 'mallory')).data.state).toBe('pending')
    expect((await refusal(membership('olga-acme', 'finance', 'mallory'))).status).toBe(404)
  })

  test('members make no teams where that is off, and hang none under another they don’t maintain', async () => {
    putBack(acme)
    const make = (asker: string, more = {}) =>
      acme.as(asker).teams.create({ org: 'acme', name: 'x', ...more })
    expect((await refusal(make('alice-acme'))).status).toBe(403)
    acme.forge.state.settings.membersMayCreateTeams = true
    const billing = [...acme.forge.state.teams.values()].find(({ slug }) => slug === 'billing')?.id ?? 0
    expect((await refusal(make('alice-acme', { parent_team_id: billing }))).status).toBe(422)
    expect((await make('alice-acme')).data.privacy).toBe('secret')
    expect((await refusal(make('bob-acme'))).status).toBe(422)
  })

  test('a renamed team has another slug, and whoever takes the old one is another team', async () => {
    putBack(acme)
    const olga = acme.as('olga-acme')
    const { data: before } = await olga.teams.getByName(team('billing'))
    await olga.teams.updateInOrg({ ...team('billing'), name: 'Invoices' })
    expect((await refusal(olga.teams.getByName(team('billing')))).status).toBe(404)
    expect((await olga.teams.getByName(team('invoices'))).data.id).toBe(before.id)
    const { data: taken } = await olga.teams.create({ org: 'acme', name: 'billing' })
    expect(taken.id).not.toBe(before.id)
  })
})

describe('a team’s own access', () => {
  const check = (slug: string, accept?: string) =>
    acme.as('grantbook-acme').teams.checkPermissionsForRepoInOrg({
      ...team(slug),
      ...ACCESS,
      ...(accept === undefined ? {} : { headers: { accept } })
    })
  const WHOLE = 'application/vnd.github.v3.repository+json'

  test('204 without the media type of repositories; with it what the team may do', async () => {
    expect((await check('billing')).status).toBe(204)
    const { data } = await check('billing', WHOLE)
    expect(data.permissions).toEqual({ admin: false, maintain: false, push: true, triage: true, pull: true })
    expect((await check('readers', WHOLE)).data).toMatchObject({
      permissions: { push: false, pull: true },
      role_name: 'read'
    })
  })

  test('404 for a team that has none, whatever its members may do by themselves', async () => {
    putBack(acme)
    acme.repository().collaborators.set(16, 'admin')
    expect((await refusal(check('hidden', WHOLE))).status).toBe(404)
  })

  test('a child team has its parent’s access, not the other way round', async () => {
    putBack(acme)
    expect((await refusal(check('finance'))).status).toBe(404)
    const finance = [...acme.forge.state.teams.values()].find(({ slug }) => slug === 'finance')?.id ?? 0
    acme.repository().teams.set(finance, 'admin')
    expect((await check('billing', WHOLE)).data).toMatchObject({ permissions: { admin: true } })
  })
})

describe('people', () => {
  test('the permission of a collaborator is the most that anything gives', async () => {
    const permission = async (username: string) => {
      const { data } = await acme
        .as('olga-acme')
        .repos.getCollaboratorPermissionLevel({ ...ACCESS, username })
      return [data.permission, data.role_name]
    }
    expect(await permission('carol-acme')).toEqual(['write', 'write'])
    expect(await permission('erin-acme')).toEqual(['read', 'read'])
    expect(await permission('olga-acme')).toEqual(['admin', 'admin'])
    expect(await permission('mallory')).toEqual(['none', 'none'])
  })

  test('nobody raises his own access', async () => {
    const raise = acme
      .as('carol-acme')
      .repos.addCollaborator({ ...ACCESS, username: 'carol-acme', permission: 'admin' })
    expect((await refusal(raise)).status).toBe(403)
    const team1 = acme
      .as('bob-acme')
      .teams.addOrUpdateRepoPermissionsInOrg({ ...team('billing'), ...ACCESS, permission: 'admin' })
    expect((await refusal(team1)).status).toBe(403)
  })

  test('who may create teams is told to owners and Apps that administer, to nobody else', async () => {
    const told = async (name: string | null) =>
      (await acme.as(name).orgs.get({ org: 'acme' })).data.members_can_create_teams
    expect(await told('olga-acme')).toBe(false)
    expect(await told('grantbook-acme')).toBe(false)
    expect(await told('alice-acme')).toBeUndefined()
    expect(await told('reader')).toBeUndefined()
    expect(await told(null)).toBeUndefined()
  })

  test('a renamed account keeps its number; the old name may be somebody else’s', async () => {
    putBack(acme)
    const account = acme.forge.state.accounts.get(13)
    const bob = acme.forge.state.accounts.get(12)
    if (account) account.login = 'carola'
    if (bob) bob.login = 'carol-acme'
    const olga = acme.as('olga-acme')
    expect((await olga.users.getByUsername({ username: 'carol-acme' })).data.id).toBe(12)
    expect((await olga.request('GET /user/{account_id}', { account_id: 13 })).data.login).toBe('carola')
  })
})

test('every answer was as GitHub describes it', () => {
  expect([...acme.watch.problems]).toEqual([])
})
