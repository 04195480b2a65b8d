import { withImplied } from '../../../src/sandbox/forge/implied.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '../../../src/sandbox/start.ts'
import { checkWorld, type World } from '../../../src/sandbox/world.ts'
import { HERE, Stage, WORLD } from './stage.ts'

const users = [{ login: 'alice-acme' }, { login: 'bob-acme' }]

/** What the start says. */
async function begin(world: unknown): Promise<string> {
  try {
    const sandbox = await startSandbox(checkWorld(world))
    await sandbox.close()
    return 'started'
  } catch (error) {
    return String(error)
  }
}

describe('a world that can’t be is refused, and the entity is named', () => {
  test.each<[string, Partial<World>, string]>([
    [
      'teams that hold each other',
      {
        teams: [
          { slug: 'a', parent: 'b' },
          { slug: 'b', parent: 'a' }
        ]
      },
      'Team a is its own parent. Correct "parent".'
    ],
    [
      'a login twice',
      { users: [...users, { login: 'Alice-ACME' }] },
      'User Alice-ACME: its login or id is in the world twice (alice-acme).'
    ],
    [
      'an id twice',
      {
        users: [
          { login: 'a', id: 7 },
          { login: 'b', id: 7 }
        ]
      },
      'User b: its login or id is in the world twice (a).'
    ],
    [
      'a token twice',
      {
        users: [
          { login: 'a', token: 'ghp_12345678' },
          { login: 'b', token: 'ghp_12345678' }
        ]
      },
      'One token is in the world twice. Give each its own.'
    ],
    [
      'an unknown team in a repository',
      { repositories: [{ name: 'r', write: ['nobody'] }] },
      'The world’s repository r names "nobody", which is not among its users. Add it or correct the name.'
    ],
    [
      'a folder that isn’t there',
      { repositories: [{ name: 'r', from: '/nowhere/at/all' }] },
      'The world’s repository r is to come from /nowhere/at/all, which is not a folder.'
    ],
    [
      'a fork of nothing',
      { repositories: [{ name: 'r', fork: 'acme/x' }] },
      'The world’s repository r is a fork of "acme/x", which must stand before it.'
    ],
    [
      'a repository twice',
      { repositories: [{ name: 'r' }, { name: 'R' }] },
      'Repository acme/R is in the world twice. Take one away.'
    ]
  ])('%s', async (_what, fields, message) => {
    expect(await begin({ organization: 'acme', users, ...fields })).toBe(`UsageError: ${message}`)
  })
})

describe('a world that can be', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.start({
      ...WORLD,
      repositories: [
        {
          name: 'access',
          from: 'book',
          write: ['finance'],
          collaborators: { eve: 'read' },
          protection: {
            reviews: 2,
            codeOwners: true,
            dismissStale: true,
            lastPush: true,
            bypass: ['grantbook-acme', 'billing', 'bob-acme']
          }
        }
      ]
    })
  })
  afterAll(() => stage.close())

  test('is the same at every start: ids, tokens, commits', async () => {
    const again = await Stage.start({
      ...WORLD,
      repositories: [{ name: 'access', from: 'book', write: ['finance'] }]
    })
    try {
      expect(again.sandbox.github?.tokens).toEqual(stage.sandbox.github?.tokens)
      expect(again.tip('main')).toBe(stage.tip('main'))
      expect([...again.forge.state.accounts.keys()]).toEqual([...stage.forge.state.accounts.keys()])
      expect(Object.keys(again.sandbox.github?.tokens ?? {})).toEqual([
        'alice-acme',
        'bob-acme',
        'carol-acme',
        'dave-acme',
        'olga-acme',
        'eve',
        'grantbook-acme',
        'reader'
      ])
    } finally {
      await again.close()
    }
  })

  test('keeps what the file says of protection', () => {
    const billing = [...stage.forge.state.teams.values()].find(({ slug }) => slug === 'billing')?.id
    const app = [...stage.forge.state.apps.values()].find(({ slug }) => slug === 'grantbook-acme')?.id
    expect(stage.repository.protection.get('main')?.reviews).toEqual({
      count: 2,
      codeOwners: true,
      dismissStale: true,
      lastPush: true,
      dismissal: null,
      bypass: { users: [101], teams: [billing], apps: [app] }
    })
  })

  test('gives a child team what its parent has', async () => {
    const { data } = await stage.kit('bob-acme').repos.get(HERE)
    expect(data.permissions).toEqual({ admin: false, maintain: false, push: true, triage: true, pull: true })
    expect((await stage.kit('eve').repos.get(HERE)).data.permissions).toMatchObject({
      push: false,
      pull: true
    })
  })

  test('takes all branches and tags of a folder that is a repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'grantbook-from-'))
    try {
      await stage.git('init', '-q', '-b', 'main', folder)
      writeFileSync(join(folder, 'a'), 'a')
      await stage.git('-C', folder, 'add', 'a')
      await stage.git('-C', folder, 'commit', '-q', '-m', 'A')
      await stage.git('-C', folder, 'branch', 'side')
      await stage.git('-C', folder, 'tag', 'v1')
      const { out } = await stage.git('-C', folder, 'rev-parse', 'HEAD')
      const other = await Stage.start({ ...WORLD, repositories: [{ name: 'access', from: folder }] })
      expect([...other.repository.refs]).toEqual([
        ['refs/heads/main', out],
        ['refs/heads/side', out],
        ['refs/tags/v1', out]
      ])
      await other.close()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

test('a world of AWS alone has no forge', async () => {
  const sandbox = await startSandbox({ now: '2026-11-20T09:00:00Z' })
  expect([sandbox.github, sandbox.forge]).toEqual([null, null])
  await sandbox.close()
})

test('whoever a team names exists, and so does the team that it names as its parent', () => {
  const world: World = {
    organization: 'acme',
    users: [{ login: 'alice-acme', id: 583231 }],
    teams: [
      { slug: 'billing', parent: 'finance', members: ['carol-acme', 'ALICE-acme'], pending: ['dave-acme'] }
    ]
  }
  const implied = withImplied(world)
  expect(implied.users?.map(({ login }) => login)).toEqual(['alice-acme', 'carol-acme', 'dave-acme'])
  expect(implied.teams?.map(({ slug }) => slug)).toEqual(['billing', 'finance'])
})
