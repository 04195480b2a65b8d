import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AT, HERE, NONE, Stage, WORLD } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await Stage.start()
})
afterEach(() => stage.close())

const moves = () =>
  stage.repository.activity.map(({ actor, after, at, before, ref, type }) => [
    type,
    ref,
    before,
    after,
    actor,
    at
  ])

describe('git over HTTP', () => {
  test('clones, pushes a branch, fetches a commit by its id', async () => {
    expect(await stage.clone()).toMatchObject({ status: 0, err: '' })
    const commit = await stage.commit('grants/b.yaml', 'b: 1\n')
    await stage.inClone('push', '-q', 'origin', 'HEAD:refs/heads/request')
    expect(stage.tip('request')).toBe(commit)
    expect(moves()).toEqual([['branch_creation', 'refs/heads/request', NONE, commit, 583_231, AT]])
    await stage.git('init', '-q', 'other')
    const fetched = await stage.git(
      '-C',
      'other',
      'fetch',
      '-q',
      stage.forge.url('acme/access', 'carol-acme'),
      commit
    )
    expect(fetched).toMatchObject({ status: 0, err: '' })
    expect((await stage.git('-C', 'other', 'cat-file', '-p', `${commit}:grants/b.yaml`)).out).toBe('b: 1')
  })

  test('records who pushed, forced, deleted', async () => {
    await stage.clone('bob-acme')
    const start = stage.tip('main')
    const one = await stage.commit('x', '1')
    await stage.inClone('push', '-q', 'origin', 'HEAD:b')
    const two = await stage.commit('x', '2')
    await stage.inClone('push', '-q', 'origin', 'HEAD:b')
    await stage.inClone('reset', '-q', '--hard', start)
    const other = await stage.commit('x', '3')
    await stage.inClone('push', '-q', '--force', 'origin', 'HEAD:b')
    await stage.inClone('push', '-q', 'origin', ':b')
    expect(moves()).toEqual([
      ['branch_creation', 'refs/heads/b', NONE, one, 101, AT],
      ['push', 'refs/heads/b', one, two, 101, AT],
      ['force_push', 'refs/heads/b', two, other, 101, AT],
      ['branch_deletion', 'refs/heads/b', other, NONE, 101, AT]
    ])
    expect((await stage.inClone('ls-remote', 'origin', 'refs/heads/*')).split('\n')).toHaveLength(1)
  })

  test('several refs in one push, one of them out of date', async () => {
    await stage.clone()
    await stage.commit('x', '1')
    await stage.inClone('push', '-q', 'origin', 'HEAD:b')
    await stage.inClone('reset', '-q', '--hard', 'origin/main')
    const commit = await stage.commit('x', '2')
    const ran = await stage.git('-C', 'clone', 'push', 'origin', 'HEAD:b', 'HEAD:c')
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('[rejected]')
    expect(stage.tip('c')).toBe(commit)
    expect(stage.tip('b')).not.toBe(commit)
  })

  test('a large push arrives whole', async () => {
    await stage.clone()
    const noise = Array.from({ length: 60_000 }, (_, n) => (n * 2_654_435_761) % 4_294_967_296).join('\n')
    const commit = await stage.commit('large', `${noise}\n${noise.split('').toReversed().join('')}`)
    await stage.inClone('-c', 'http.postBuffer=65536', 'push', '-q', 'origin', 'HEAD:large')
    expect(stage.tip('large')).toBe(commit)
  })

  test('the first push into an empty repository', async () => {
    await stage.close()
    stage = await Stage.start({ ...WORLD, repositories: [{ name: 'access', write: ['billing'] }] })
    await stage.clone()
    const commit = await stage.commit('x', '1')
    await stage.inClone('push', '-q', 'origin', 'HEAD:main')
    expect(stage.tip('main')).toBe(commit)
  })
})

describe('who may', () => {
  test.each([
    ['nobody', undefined, 128, 'could not read Username'],
    ['an outsider', 'eve', 128, 'Repository not found.'],
    ['a pending member of a team', 'dave-acme', 128, 'Repository not found.']
  ])('%s can’t clone', async (_who, name, status, why) => {
    const ran = await stage.git('ls-remote', stage.forge.url('acme/access', name))
    expect(ran.status).toBe(status)
    expect(ran.err).toContain(why)
  })

  test('a wrong token is no token', async () => {
    const url = stage.forge.url('acme/access').replace('://', '://x:ghp_wrong@')
    const ran = await stage.git('ls-remote', url)
    expect(ran.err).toContain('Authentication failed')
  })

  test('the user name may be any, or the token itself', async () => {
    const token = stage.forge.token('alice-acme')
    const url = stage.forge.url('acme/access')
    for (const who of [`alice-acme:${token}`, `${token}:`, `x-access-token:${token}`]) {
      expect((await stage.git('ls-remote', url.replace('://', `://${who}@`))).status).toBe(0)
    }
  })

  test('an App with contents: read clones, but doesn’t push', async () => {
    await stage.clone('reader')
    await stage.commit('x', '1')
    const ran = await stage.git('-C', 'clone', 'push', 'origin', 'HEAD:b')
    expect(ran.status).toBe(128)
    expect(ran.err).toContain('Permission to acme/access.git denied to reader[bot].')
    expect(stage.repository.refs.has('refs/heads/b')).toBe(false)
  })

  test('the forge’s own refs of pull requests can be fetched and not pushed', async () => {
    const number = await stage.pull('request')
    await stage.clone()
    await stage.inClone('fetch', '-q', 'origin', `refs/pull/${number}/head`)
    expect(await stage.inClone('rev-parse', 'FETCH_HEAD')).toBe(stage.tip('request'))
    const ran = await stage.git('-C', 'clone', 'push', 'origin', `HEAD:refs/pull/${number}/head`)
    expect(ran.err).toContain('deny updating a hidden ref')
  })
})

describe('protected branches', () => {
  const protect = async (protection: object): Promise<void> => {
    await stage.close()
    stage = await Stage.start({
      ...WORLD,
      repositories: [
        {
          name: 'access',
          from: 'book',
          write: ['finance'],
          admin: ['olga-acme'],
          protection,
          protections: { evidence: {} }
        }
      ]
    })
  }

  test('a push to main is refused, other refs of it go on', async () => {
    await protect({ reviews: 1 })
    const before = stage.tip('main')
    await stage.clone()
    await stage.commit('x', '1')
    const ran = await stage.git('-C', 'clone', 'push', 'origin', 'HEAD:main', 'HEAD:side')
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('GH006: Protected branch update failed for refs/heads/main.')
    expect(ran.err).toContain('Changes must be made through a pull request.')
    expect(stage.tip('main')).toBe(before)
    expect(moves().map(([type, ref]) => [type, ref])).toEqual([['branch_creation', 'refs/heads/side']])
  })

  test('forcing and deleting are refused where plain pushes aren’t', async () => {
    await protect({})
    await stage.clone()
    const commit = await stage.commit('x', '1')
    const first = await stage.inClone('rev-parse', 'HEAD~1')
    await stage.inClone('push', '-q', 'origin', 'HEAD:main', 'HEAD~1:refs/heads/evidence')
    await stage.inClone('commit', '-q', '--amend', '-m', 'Other')
    const forced = await stage.git('-C', 'clone', 'push', '--force', 'origin', 'HEAD:main')
    expect(forced.err).toContain('Cannot force-push to this branch')
    const deleted = await stage.git('-C', 'clone', 'push', 'origin', ':evidence')
    expect(deleted.err).toContain('Cannot delete this branch')
    expect(stage.tip('evidence')).toBe(first)
    expect(stage.tip('main')).toBe(commit)
  })

  test('an administrator passes where rules don’t bind him, an App never does by being one', async () => {
    await protect({ reviews: 1 })
    await stage.clone('grantbook-acme')
    await stage.commit('x', '1')
    expect((await stage.git('-C', 'clone', 'push', '-q', 'origin', 'HEAD:main')).status).toBe(1)
    const url = stage.forge.url('acme/access', 'olga-acme')
    expect((await stage.git('-C', 'clone', 'push', '-q', url, 'HEAD:main')).status).toBe(0)
    expect(moves().map(([type, , , , actor]) => [type, actor])).toEqual([['push', 104]])
  })

  test('the API refuses the same moves', async () => {
    await protect({ reviews: 1 })
    const kit = stage.kit('alice-acme')
    const commit = await stage.branch('b')
    const call = kit.git.updateRef({ ...HERE, ref: 'heads/main', sha: commit })
    await expect(call).rejects.toMatchObject({ status: 422 })
    await expect(
      kit.repos.createOrUpdateFileContents({
        ...HERE,
        path: 'x',
        branch: 'main',
        message: 'x',
        content: 'eA=='
      })
    ).rejects.toMatchObject({ status: 409 })
  })
})

test('closing leaves no folder behind', async () => {
  const directory = stage.forge.directory('acme/access')
  await stage.clone()
  expect(existsSync(directory)).toBe(true)
  await stage.sandbox.close()
  expect(existsSync(directory)).toBe(false)
  await stage.close().catch(() => undefined)
  stage = await Stage.start()
})
