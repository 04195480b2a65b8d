import { throttling } from '@octokit/plugin-throttling'
import { Octokit } from '@octokit/rest'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../../src/sandbox/sandbox.ts'
import { AT, HERE, refusal, Stage, WORLD } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await Stage.start()
})
beforeEach(() => stage.reset())
afterAll(() => stage.close())

const ask = (path: string, name?: string, headers: Record<string, string> = {}) =>
  fetch(`${stage.api}${path}`, {
    headers: {
      ...(name === undefined ? {} : { authorization: `Bearer ${stage.forge.token(name)}` }),
      ...headers
    }
  })

describe('who asks', () => {
  test('a wrong token is a 401 everywhere, also where none is needed', async () => {
    const answer = await fetch(`${stage.api}/rate_limit`, { headers: { authorization: 'token ghp_wrong' } })
    expect([answer.status, await answer.json()]).toEqual([
      401,
      { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' }
    ])
  })

  test.each([
    ['nobody', undefined, 404],
    ['an outsider', 'eve', 404],
    ['a pending member', 'dave-acme', 404],
    ['a member of a child team', 'bob-acme', 200],
    ['an App', 'reader', 200]
  ])('%s asking for a private repository', async (_who, name, status) => {
    expect((await ask('/repos/acme/access', name)).status).toBe(status)
  })

  test('what an App lacks is a 403 with GitHub’s words', async () => {
    const call = stage.kit('reader').git.createRef({ ...HERE, ref: 'refs/heads/x', sha: stage.tip('main') })
    expect(await refusal(call)).toEqual({ status: 403, message: 'Resource not accessible by integration' })
    expect(stage.repository.refs.has('refs/heads/x')).toBe(false)
  })

  test('there is no route where GitHub’s isn’t imitated', async () => {
    const answer = await ask('/repos/acme/access/traffic/views', 'alice-acme')
    expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([
      404,
      'Not Found'
    ])
  })

  test('what isn’t JSON, and what is of the wrong type', async () => {
    const post = (body: string) =>
      fetch(`${stage.api}/repos/acme/access/git/refs`, {
        method: 'POST',
        body,
        headers: { authorization: `token ${stage.forge.token('alice-acme')}` }
      })
    expect((await post('{')).status).toBe(400)
    expect((await post('7')).status).toBe(400)
    expect((await post('{"ref": 1, "sha": "x"}')).status).toBe(422)
  })
})

describe('pages', () => {
  test('link to each other with GitHub’s relations', async () => {
    const kit = stage.kit('alice-acme')
    for (let n = 0; n < 5; n++)
      await kit.git.createRef({ ...HERE, ref: `refs/heads/b${n}`, sha: stage.tip('main') })
    const first = await ask('/repos/acme/access/branches?per_page=4', 'alice-acme')
    const at = `${stage.api}/repos/acme/access/branches?per_page=4`
    expect(first.headers.get('link')).toBe(`<${at}&page=2>; rel="next", <${at}&page=2>; rel="last"`)
    const second = await ask('/repos/acme/access/branches?per_page=4&page=2', 'alice-acme')
    expect(second.headers.get('link')).toBe(`<${at}&page=1>; rel="prev", <${at}&page=1>; rel="first"`)
    expect((await ask('/repos/acme/access/branches', 'alice-acme')).headers.get('link')).toBeNull()
    const all = await kit.paginate(kit.repos.listBranches, { ...HERE, per_page: 2 })
    expect(all.map(({ name }) => name)).toEqual(['b0', 'b1', 'b2', 'b3', 'b4', 'main'])
  })

  test('the activity goes by cursor and by ref', async () => {
    for (let n = 0; n < 5; n++) await stage.branch('b', `f${n}`)
    await stage.branch('other')
    const kit = stage.kit('alice-acme')
    const walk = (direction: 'asc' | 'desc') =>
      kit.paginate(kit.repos.listActivities, { ...HERE, ref: 'refs/heads/b', per_page: 2, direction })
    const newest = await walk('desc')
    expect(newest.map(({ activity_type: type }) => type)).toEqual([
      'push',
      'push',
      'push',
      'push',
      'push',
      'branch_creation'
    ])
    expect(newest[0]).toMatchObject({
      after: stage.tip('b'),
      actor: { id: 583_231 },
      timestamp: '2026-11-20T09:00:00Z'
    })
    expect((await walk('asc')).map(({ id }) => id)).toEqual(newest.map(({ id }) => id).toReversed())
  })

  test('a short page still leads to the rest', async () => {
    const kit = stage.kit('alice-acme')
    for (let n = 0; n < 5; n++)
      await kit.git.createRef({ ...HERE, ref: `refs/heads/b${n}`, sha: stage.tip('main') })
    stage.sandbox.setFaults([{ service: 'forge', operation: 'repos/list-branches', kind: 'short', times: 9 }])
    expect((await kit.repos.listBranches({ ...HERE, per_page: 4 })).data).toHaveLength(2)
    const all = await kit.paginate(kit.repos.listBranches, { ...HERE, per_page: 4 })
    expect(all.map(({ name }) => name)).toContain('main')
  })
})

test('an answer that hasn’t changed costs nothing', async () => {
  const first = await ask('/repos/acme/access', 'alice-acme')
  const again = await ask('/repos/acme/access', 'alice-acme', {
    'if-none-match': first.headers.get('etag') ?? ''
  })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect(again.headers.get('x-ratelimit-used')).toBe('1')
  stage.repository.archived = true
  const changed = await ask('/repos/acme/access', 'alice-acme', {
    'if-none-match': first.headers.get('etag') ?? ''
  })
  expect(changed.status).toBe(200)
})

describe('limits', () => {
  test('so many requests an hour, by the sandbox’s clock', async () => {
    const small = await Stage.start({
      ...WORLD,
      limits: { requests: 2 },
      repositories: [{ name: 'access', write: ['billing'] }]
    })
    try {
      const kit = small.kit('alice-acme')
      const { headers } = await kit.repos.get(HERE)
      expect(headers).toMatchObject({
        'x-ratelimit-limit': '2',
        'x-ratelimit-remaining': '1',
        'x-ratelimit-reset': String(AT / 1000 + 3600),
        'x-ratelimit-used': '1'
      })
      await kit.repos.get(HERE)
      expect(await refusal(kit.repos.get(HERE))).toEqual({
        status: 403,
        message: 'API rate limit exceeded for user ID 583231.'
      })
      expect((await kit.rateLimit.get()).data.rate).toMatchObject({ limit: 2, remaining: 0 })
      await small.kit('bob-acme').repos.get(HERE)
      small.sandbox.clock.set(AT + 3_600_000)
      await kit.repos.get(HERE)
    } finally {
      await small.close()
    }
  })

  test('80 content-creating requests a minute', async () => {
    const kit = stage.kit('alice-acme')
    const create = (n: number) =>
      kit.git.createRef({ ...HERE, ref: `refs/heads/n${n}`, sha: stage.tip('main') })
    for (let n = 0; n < 80; n++) await create(n)
    stage.sandbox.clock.set(AT + 20_000)
    const error = await create(80).catch((one: unknown) => one)
    expect(error).toMatchObject({ status: 403, response: { headers: { 'retry-after': '40' } } })
    await kit.repos.get(HERE)
    stage.sandbox.clock.set(AT + 60_000)
    await create(80)
  })

  test('the throttling plugin sees them as GitHub’s', async () => {
    const seen: string[] = []
    const kit = new (Octokit.plugin(throttling))({
      auth: stage.forge.token('alice-acme'),
      baseUrl: stage.api,
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
      throttle: {
        onRateLimit: () => {
          seen.push('primary')
          return false
        },
        onSecondaryRateLimit: () => {
          seen.push('secondary')
          return false
        }
      }
    })
    stage.sandbox.setFaults([
      { service: 'forge', operation: 'repos/get', kind: 'throttle' },
      { service: 'forge', operation: 'repos/get', kind: 'throttle', code: 'primary', call: 2 }
    ])
    await refusal(kit.repos.get(HERE))
    await refusal(kit.repos.get(HERE))
    expect(seen).toEqual(['secondary', 'primary'])
  })
})

describe('faults', () => {
  const create = () =>
    stage.kit('alice-acme').git.createRef({ ...HERE, ref: 'refs/heads/x', sha: stage.tip('main') })

  test.each<[Fault['kind'], number, boolean]>([
    ['throttle', 403, false],
    ['denied', 403, false],
    ['error-before', 500, false],
    ['error-after', 500, true],
    ['drop-before', 500, false],
    ['drop-after', 500, true]
  ])('%s of a call of the API', async (kind, status, effect) => {
    stage.sandbox.setFaults([{ service: 'forge', operation: 'git/create-ref', kind }])
    expect(await refusal(create())).toMatchObject({ status })
    expect(stage.repository.refs.has('refs/heads/x')).toBe(effect)
    const calls = stage.sandbox.calls()
    expect(calls).toEqual([
      {
        service: 'forge',
        operation: 'git/create-ref',
        account: null,
        kind: 'write',
        at: AT,
        status: kind.startsWith('drop') ? 0 : status
      }
    ])
  })

  test('an error may have another status', async () => {
    stage.sandbox.setFaults([
      { service: 'forge', operation: 'git/create-ref', kind: 'error-before', code: '502' }
    ])
    expect(await refusal(create())).toMatchObject({ status: 502 })
  })

  test.each<[Fault['kind'], boolean]>([
    ['throttle', false],
    ['denied', false],
    ['error-before', false],
    ['error-after', true],
    ['drop-before', false],
    ['drop-after', true]
  ])('%s of a push', async (kind, effect) => {
    await stage.clone()
    await stage.commit('x', '1')
    stage.sandbox.setFaults([{ service: 'forge', operation: 'git-receive-pack', kind }])
    const ran = await stage.git('-C', 'clone', 'push', '-q', 'origin', 'HEAD:x')
    expect(ran.status).not.toBe(0)
    expect(stage.repository.refs.has('refs/heads/x')).toBe(effect)
  })

  test('a fetch may fail too', async () => {
    stage.sandbox.setFaults([{ service: 'forge', operation: 'git-upload-pack', kind: 'drop-before' }])
    expect((await stage.clone()).status).not.toBe(0)
    expect((await stage.clone()).status).toBe(0)
  })

  test('a stale read shows what stood before the last writes, refs included', async () => {
    const kit = stage.kit('alice-acme')
    const before = stage.tip('main')
    stage.sandbox.setFaults([{ service: 'forge', operation: 'git/get-ref', kind: 'stale' }])
    await stage.branch('main', 'new')
    const ref = () => kit.git.getRef({ ...HERE, ref: 'heads/main' })
    expect((await ref()).data.object.sha).toBe(before)
    expect((await ref()).data.object.sha).toBe(stage.tip('main'))
  })

  test('git may be stale too', async () => {
    const before = stage.tip('main')
    stage.sandbox.setFaults([{ service: 'forge', operation: 'git-upload-pack', kind: 'stale', times: 1 }])
    await stage.branch('main', 'new')
    const list = () => stage.git('ls-remote', stage.forge.url('acme/access', 'alice-acme'), 'refs/heads/main')
    expect((await list()).out.split('\t')[0]).toBe(before)
    expect((await list()).out.split('\t')[0]).toBe(stage.tip('main'))
  })
})

test('observers hear of each call before and after its effect, and what they throw is told at the end', async () => {
  const other = await Stage.start({
    ...WORLD,
    repositories: [{ name: 'access', from: 'book', write: ['billing'] }]
  })
  const heard: string[] = []
  other.sandbox.observe((phase, { operation, service }) => {
    heard.push(`${phase} ${service} ${operation} ${other.repository.refs.has('refs/heads/x')}`)
    if (operation === 'repos/get') throw new Error('an invariant is broken')
  })
  const kit = other.kit('alice-acme')
  await kit.git.createRef({ ...HERE, ref: 'refs/heads/x', sha: other.tip('main') })
  await kit.repos.get(HERE)
  expect(heard).toEqual([
    'before forge git/create-ref false',
    'after forge git/create-ref true',
    'before forge repos/get true',
    'after forge repos/get true'
  ])
  await expect(other.close()).rejects.toThrow('an invariant is broken')
})
