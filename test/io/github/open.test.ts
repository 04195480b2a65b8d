import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isLocalGitHub, openGitHub } from '../../../src/io/github/open.ts'
import { readRepository } from '../../../src/io/github/repository.ts'
import { send } from '../../../src/io/github/read.ts'
import { VERSION } from '../../../src/version.ts'
import { Fake, TOKEN } from './fake.ts'

const fake = new Fake()
const HERE = 'GET /repos/acme/access'
const REPOSITORY = { full_name: 'acme/access', default_branch: 'main', private: true }

beforeAll(() => fake.start())
beforeEach(() => fake.reset())
afterAll(() => fake.stop())

const ports = {
  clock: () => 0,
  sleep: () => Promise.resolve(),
  random: () => 0.5,
  signal: new AbortController().signal,
  log: () => {}
}

describe('the environment', () => {
  it.each([
    [
      { GITHUB_REPOSITORY: '' },
      'GITHUB_REPOSITORY is not set: it must hold owner and name of the governed repository.'
    ],
    [{ GITHUB_REPOSITORY: 'access' }, 'GITHUB_REPOSITORY must be owner and name, such as acme/access.'],
    [{ GITHUB_REPOSITORY: 'acme/..' }, 'GITHUB_REPOSITORY must be owner and name, such as acme/access.'],
    [{ GITHUB_REPOSITORY: 'acme/a/b' }, 'GITHUB_REPOSITORY must be owner and name, such as acme/access.'],
    [{ GITHUB_TOKEN: ' ' }, 'GITHUB_TOKEN is not set: it must hold an installation token of the GitHub App.'],
    [{ GITHUB_API_URL: 'file:///x' }, 'GITHUB_API_URL must be an http or https URL without credentials.'],
    [
      { GITHUB_API_URL: 'https://a:b@api.github.com' },
      'GITHUB_API_URL must be an http or https URL without credentials.'
    ],
    [
      { GITHUB_API_URL: 'http://forge.acme.example' },
      'GITHUB_API_URL must be an https URL: the token is sent to it.'
    ],
    [
      { GITHUB_SERVER_URL: 'http://forge.acme.example' },
      'GITHUB_SERVER_URL must be an https URL: the token is sent to it.'
    ]
  ])('%o is refused', (over, message) => {
    expect(() => openGitHub(fake.environment(over), ports)).toThrow(message)
  })

  it('says where git reaches the repository', () => {
    const { remote, owner, repo } = openGitHub(
      fake.environment({ GITHUB_SERVER_URL: 'https://github.com/' }),
      ports
    )
    expect({ remote, owner, repo }).toEqual({
      remote: { url: 'https://github.com/acme/access.git', token: TOKEN },
      owner: 'acme',
      repo: 'access'
    })
  })

  it.each([
    [{}, true],
    [{ GITHUB_API_URL: 'https://api.github.com' }, false],
    [{ GITHUB_SERVER_URL: '' }, false]
  ])('is on this machine only if both halves are: %o', (over, local) => {
    expect(isLocalGitHub(fake.environment(over))).toBe(local)
  })
})

describe('a call', () => {
  it('says who asks, and for which version', async () => {
    fake.on(HERE, { body: REPOSITORY })
    expect(await readRepository(fake.open())).toEqual({
      ok: true,
      value: { name: 'acme/access', defaultBranch: 'main' }
    })
    const [call] = fake.calls
    expect(call?.url).toBe('/repos/acme/access')
    expect(call?.headers['user-agent']).toContain(`grantbook/${VERSION}`)
    expect(call?.headers['x-github-api-version']).toBe('2022-11-28')
    expect(call?.headers.authorization).toBe(`token ${TOKEN}`)
  })

  it('is tried again after a server error, and counted each time', async () => {
    fake.on(HERE, (_, times) => (times < 2 ? { status: 502, text: 'bad gateway' } : { body: REPOSITORY }))
    const github = fake.open()
    expect((await readRepository(github)).ok).toBe(true)
    expect(github.calls()).toEqual({ read: 3, write: 0 })
    expect(fake.slept).toEqual([100, 400])
  })

  it('doesn’t wait because an earlier one was answered with 404 or was tried again', async () => {
    fake.on(HERE, (_, times) =>
      times === 0 ? { status: 404, body: {} } : times === 1 ? { status: 502, text: '' } : { body: REPOSITORY }
    )
    const github = fake.open()
    const seen = [await readRepository(github), await readRepository(github), await readRepository(github)]
    expect(seen.map(({ ok }) => ok)).toEqual([false, true, true])
    expect(fake.slept).toEqual([100])
  })

  it.each([
    ['breaks off', { body: REPOSITORY, drop: true }],
    ['is no JSON', { text: '{"full_name": "acme/acc' }],
    ['is empty', { text: '' }]
  ])('whose answer %s is tried again, and then a gap', async (_, answer) => {
    fake.on(HERE, answer)
    const github = fake.open()
    const read = await readRepository(github)
    expect(read).toMatchObject({ ok: false, gap: { what: 'repository acme/access', passing: true } })
    expect(github.calls().read).toBe(4)
  })

  it.each([
    [401, 'Bad credentials', 1],
    [403, 'Resource not accessible by integration', 1],
    [422, 'Validation Failed', 1],
    [500, 'Server Error', 4]
  ])('that is answered %i is a gap', async (status, message, calls) => {
    fake.on(HERE, { status, body: { message } })
    const github = fake.open()
    expect(await readRepository(github)).toEqual({
      ok: false,
      gap: { what: 'repository acme/access', why: `${status}, ${message}`, passing: true }
    })
    expect(github.calls().read).toBe(calls)
  })

  it('never tells the token, even if GitHub does', async () => {
    fake.on(HERE, { status: 403, body: { message: `${TOKEN} may not` } })
    expect(JSON.stringify(await readRepository(fake.open()))).not.toContain(TOKEN)
  })

  it('can’t end a line or start a command in what it says', async () => {
    fake.on(HERE, { status: 403, body: { message: 'no\n::error::x' } })
    const read = await readRepository(fake.open())
    expect(read.ok ? '' : read.gap.why).not.toContain('\n')
  })
})

describe('limits', () => {
  const secondary = (seconds: string) => ({
    status: 403,
    body: { message: 'You have exceeded a secondary rate limit.' },
    headers: { 'retry-after': seconds }
  })

  it('a secondary one is waited for', async () => {
    fake.on(HERE, (_, times) => (times === 0 ? secondary('60') : { body: REPOSITORY }))
    expect((await readRepository(fake.open())).ok).toBe(true)
    expect(fake.slept).toEqual([60_000])
    expect(fake.logged).toEqual(['GitHub asks to wait 60 s (secondary rate limit).'])
  })

  it('one that doesn’t pass is a gap after two more attempts', async () => {
    fake.on(HERE, secondary('60'))
    const github = fake.open()
    expect(await readRepository(github)).toMatchObject({ ok: false, gap: { passing: true } })
    expect(github.calls().read).toBe(3)
  })

  it('one that lasts longer than a run may wait is a gap at once', async () => {
    fake.on(HERE, secondary('3600'))
    const github = fake.open()
    expect(await readRepository(github)).toMatchObject({ ok: false, gap: { passing: true } })
    expect([github.calls().read, fake.slept]).toEqual([1, []])
  })

  it('the primary one ends when GitHub’s clock says so, whatever ours says', async () => {
    const now = Date.UTC(2030, 0, 1) / 1000
    const limited = {
      status: 403,
      body: { message: 'API rate limit exceeded for installation.' },
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(now + 30),
        date: new Date(now * 1000).toUTCString()
      }
    }
    fake.on(HERE, (_, times) => (times === 0 ? limited : { body: REPOSITORY }))
    expect((await readRepository(fake.open())).ok).toBe(true)
    expect(fake.slept).toHaveLength(1)
    expect(fake.slept[0]).toBeGreaterThanOrEqual(30_000)
    expect(fake.slept[0]).toBeLessThanOrEqual(33_000)
  })

  it('all waiting of a run together ends', async () => {
    fake.on(HERE, secondary('300'))
    const github = fake.open()
    expect((await readRepository(github)).ok).toBe(false)
    expect(fake.slept).toEqual([300_000])
    fake.on(HERE, { status: 500, body: {} })
    expect((await readRepository(github)).ok).toBe(false)
    expect(fake.slept).toEqual([300_000])
    const before = github.calls().read
    expect(await readRepository(github)).toMatchObject({
      ok: false,
      gap: { why: expect.stringContaining('as long as one run may wait'), passing: true }
    })
    expect(github.calls().read).toBe(before)
  })
})

describe('a write', () => {
  it('that makes something is not sent again after a server error', async () => {
    fake.on('POST /repos/acme/access/labels', { status: 502, text: 'bad gateway' })
    const github = fake.open()
    const sent = await send(github, 'label', 'POST /repos/{owner}/{repo}/labels', { name: 'x' })
    expect(sent).toMatchObject({ ok: false, gap: { what: 'label', passing: true } })
    expect(github.calls()).toEqual({ read: 0, write: 1 })
  })

  it('is sent again after a limit, because nothing was done', async () => {
    const limited = {
      status: 429,
      body: { message: 'secondary rate limit' },
      headers: { 'retry-after': '2' }
    }
    fake.on('POST /repos/acme/access/labels', (_, times) =>
      times === 0 ? limited : { status: 201, body: {} }
    )
    expect((await send(fake.open(), 'label', 'POST /repos/{owner}/{repo}/labels', { name: 'x' })).ok).toBe(
      true
    )
    expect(fake.slept).toEqual([2000])
  })
})
