import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readActivity } from '../../../src/io/github/activity.ts'
import { readCheckRuns } from '../../../src/io/github/check-runs.ts'
import type { GitHub, Reading } from '../../../src/io/github/github.ts'
import { readOpenPulls, readPull, readPullsOf } from '../../../src/io/github/pulls.ts'
import { readReviews } from '../../../src/io/github/reviews.ts'
import { readTip } from '../../../src/io/github/repository.ts'
import { readMayPush, readMembers, readMembership } from '../../../src/io/github/teams.ts'
import { readTimeline } from '../../../src/io/github/timeline.ts'
import { Fake, listing, TOKEN, user } from './fake.ts'

const fake = new Fake()
const REPO = '/repos/acme/access'
const HEAD = 'a'.repeat(40)
const BASE = 'b'.repeat(40)
const CAROL = { login: 'carol-acme', id: 3, type: 'User' }

beforeAll(() => fake.start())
beforeEach(() => fake.reset())
afterAll(() => fake.stop())

const review = (id: number, over: object = {}): object => ({
  id,
  user: user('carol-acme', 3),
  state: 'APPROVED',
  commit_id: HEAD,
  submitted_at: '2026-11-20T09:00:00Z',
  ...over
})

const pull = (over: object = {}): object => ({
  number: 12,
  title: 'Give Alice billing-read',
  user: user('alice-acme', 1),
  state: 'open',
  merged: false,
  merged_at: null,
  merge_commit_sha: null,
  commits: 1,
  head: { ref: 'alice', sha: HEAD, repo: { full_name: 'acme/access' } },
  base: { ref: 'main', sha: BASE, repo: { full_name: 'acme/access', default_branch: 'main' } },
  ...over
})

/** Every topic with one answer that is right, to be spoiled in the same ways. */
const TOPICS: readonly (readonly [string, string, unknown, (github: GitHub) => Promise<Reading<unknown>>])[] =
  [
    ['tip', `${REPO}/branches/main`, { commit: { sha: HEAD } }, (github) => readTip(github, 'main')],
    ['pull', `${REPO}/pulls/12`, pull(), (github) => readPull(github, 12)],
    ['pulls of a commit', `${REPO}/commits/${HEAD}/pulls`, [pull()], (github) => readPullsOf(github, HEAD)],
    ['open pulls', `${REPO}/pulls`, [pull()], (github) => readOpenPulls(github, 'main')],
    ['reviews', `${REPO}/pulls/12/reviews`, [review(1)], (github) => readReviews(github, 12)],
    ['timeline', `${REPO}/issues/12/timeline`, [{ event: 'labeled' }], (github) => readTimeline(github, 12)],
    [
      'activity',
      `${REPO}/activity`,
      [
        {
          before: BASE,
          after: HEAD,
          ref: 'refs/heads/alice',
          timestamp: '2026-11-20T08:00:00Z',
          activity_type: 'push',
          actor: user('alice-acme', 1)
        }
      ],
      (github) => readActivity(github, 'alice')
    ],
    [
      'members',
      '/orgs/acme/teams/billing/members',
      [user('carol-acme', 3)],
      (github) => readMembers(github, '@acme/billing')
    ],
    [
      'membership',
      '/orgs/acme/teams/billing/memberships/carol-acme',
      { state: 'active', role: 'member' },
      (github) => readMembership(github, { team: '@acme/billing', login: 'carol-acme' })
    ],
    [
      'access of a team',
      '/orgs/acme/teams/billing/repos/acme/access',
      { full_name: 'acme/access', permissions: { push: true } },
      (github) => readMayPush(github, '@acme/billing')
    ],
    [
      'check runs',
      `${REPO}/commits/${HEAD}/check-runs`,
      {
        total_count: 1,
        check_runs: [{ id: 5, name: 'grantbook', head_sha: HEAD, app: { slug: 'grantbook-acme' } }]
      },
      (github) => readCheckRuns(github, HEAD, 'grantbook')
    ]
  ]

describe.each(TOPICS)('%s', (name, path, right, read) => {
  it('is read', async () => {
    fake.on(`GET ${path}`, { body: right })
    expect(await read(fake.open())).toMatchObject({ ok: true })
  })

  it.each([
    ['403', { status: 403, body: { message: 'Resource not accessible by integration' } }],
    ['500', { status: 500, body: { message: 'Server Error' } }],
    ['a broken connection', { body: right, drop: true }],
    ['something else', { body: { message: 'Not what you asked' } }],
    ['text', { text: 'hello', headers: { 'content-type': 'text/html' } }],
    ['null', { text: 'null' }],
    ['a list of null', { text: '[null]' }],
    [
      'a secondary limit',
      { status: 403, body: { message: 'secondary rate limit' }, headers: { 'retry-after': '1' } }
    ]
  ])('answered by %s is a gap, never an answer', async (_, answer) => {
    fake.on(`GET ${path}`, answer)
    expect(await read(fake.open())).toMatchObject({ ok: false, gap: { passing: true } })
  })

  it('not found is no empty list', async () => {
    const found = await read(fake.open())
    const isAnswer = name === 'membership' || name === 'access of a team'
    expect(found).toMatchObject(isAnswer ? { ok: true, value: false } : { ok: false, gap: { passing: true } })
  })
})

describe('pages', () => {
  const path = `${REPO}/pulls/12/reviews`
  const reviews = (count: number): object[] => Array.from({ length: count }, (_, n) => review(n + 1))

  it.each([
    [0, 1],
    [99, 1],
    [100, 2],
    [101, 2],
    [250, 3],
    [300, 4]
  ])('%i reviews take %i calls', async (count, calls) => {
    fake.on(`GET ${path}`, listing(fake, path, reviews(count)))
    const github = fake.open()
    const read = await readReviews(github, 12)
    expect(read.ok && read.value.length).toBe(count)
    expect(github.calls().read).toBe(calls)
  })

  it('a link that was cut off is noticed: the page after a full one must be empty', async () => {
    const whole = listing(fake, path, reviews(250))
    fake.on(`GET ${path}`, (query, times, body) => {
      const { headers: _, ...answer } = whole(query, times, body)
      return answer
    })
    expect(await readReviews(fake.open(), 12)).toEqual({
      ok: false,
      gap: { what: 'reviews of #12', why: 'the listing breaks off after page 1', passing: true }
    })
  })

  it('a page that fails takes all of it away', async () => {
    const whole = listing(fake, path, reviews(250))
    fake.on(`GET ${path}`, (query, times, body) =>
      query.get('page') === '2' ? { status: 404, body: {} } : whole(query, times, body)
    )
    expect(await readReviews(fake.open(), 12)).toMatchObject({ ok: false, gap: { why: 'page 2 is missing' } })
  })

  it('a page of another shape takes all of it away', async () => {
    const whole = listing(fake, path, [...reviews(120), { id: 'x' }])
    fake.on(`GET ${path}`, whole)
    expect(await readReviews(fake.open(), 12)).toMatchObject({ ok: false, gap: { what: 'reviews of #12' } })
  })

  it('more than ten thousand is a gap that stays', async () => {
    fake.on(`GET ${path}`, listing(fake, path, reviews(10_001)))
    expect(await readReviews(fake.open(), 12)).toEqual({
      ok: false,
      gap: { what: 'reviews of #12', why: 'the listing goes on beyond 10000 entries', passing: false }
    })
  })

  it.each([
    ['another host', () => 'https://evil.example/steal?page=2'],
    ['no URL', () => 'page two'],
    ['a circle', () => `${fake.url}${path}?per_page=100&page=1`]
  ])('a link to %s is not followed with our token', async (_, link) => {
    fake.on(`GET ${path}`, (__, times) =>
      times > 5 ? { body: [] } : { body: reviews(100), headers: { link: `<${link()}>; rel="next"` } }
    )
    const github = fake.open()
    expect(await readReviews(github, 12)).toMatchObject({ ok: false })
    expect(fake.calls.every(({ headers }) => headers.authorization === `token ${TOKEN}`)).toBe(true)
    expect(github.calls().read).toBeLessThanOrEqual(2)
  })

  it('a page that comes twice counts once', async () => {
    fake.on(`GET ${path}`, { body: [review(1), review(2), review(1)] })
    const read = await readReviews(fake.open(), 12)
    expect(read.ok && read.value.map(({ id }) => id)).toEqual([1, 2])
  })
})

describe('reviews', () => {
  it('keep an account that is gone, a commit that is gone, and every state but the pending', async () => {
    fake.on(`GET ${REPO}/pulls/12/reviews`, {
      body: [
        review(4, { state: 'PENDING', submitted_at: null }),
        review(3, { user: null, commit_id: null }),
        review(2, { state: 'DISMISSED', submitted_at: '2026-11-20T08:00:00.900Z' })
      ]
    })
    expect(await readReviews(fake.open(), 12)).toEqual({
      ok: true,
      value: [
        { id: 2, author: CAROL, state: 'DISMISSED', commit: HEAD, at: Date.UTC(2026, 10, 20, 8) },
        { id: 3, author: null, state: 'APPROVED', commit: null, at: Date.UTC(2026, 10, 20, 9) }
      ]
    })
  })

  it.each([
    ['a state that nobody knows', { state: 'ENDORSED' }],
    ['no time', { submitted_at: null }],
    ['a time without zone', { submitted_at: '2026-11-20 09:00' }],
    ['a number that isn’t one', { user: { login: 'carol-acme', id: '3', type: 'User' } }],
    ['a commit that isn’t one', { commit_id: 'main' }]
  ])('with %s are not understood', async (_, over) => {
    fake.on(`GET ${REPO}/pulls/12/reviews`, { body: [review(1, over)] })
    expect(await readReviews(fake.open(), 12)).toMatchObject({ ok: false })
  })
})

describe('a pull request', () => {
  it.each([
    ['another number', { number: 13 }],
    ['merged without a time', { merged: true }],
    ['a time without being merged', { merged_at: '2026-11-20T09:00:00Z' }]
  ])('with %s contradicts itself', async (_, over) => {
    fake.on(`GET ${REPO}/pulls/12`, { body: pull(over) })
    expect(await readPull(fake.open(), 12)).toMatchObject({ ok: false, gap: { what: 'pull request #12' } })
  })

  it('of a repository that goes by another name now is not taken for ours', async () => {
    const base = { ref: 'main', sha: BASE, repo: { full_name: 'acme/renamed', default_branch: 'main' } }
    fake.on(`GET ${REPO}/pulls/12`, { body: pull({ base }) })
    expect(await readPull(fake.open(), 12)).toEqual({
      ok: false,
      gap: {
        what: 'pull request #12',
        why: 'it belongs to acme/renamed: correct GITHUB_REPOSITORY',
        passing: false
      }
    })
  })

  it('may have lost its author and its fork', async () => {
    fake.on(`GET ${REPO}/pulls/12`, {
      body: pull({ user: null, head: { ref: 'alice', sha: HEAD, repo: null } })
    })
    const read = await readPull(fake.open(), 12)
    expect(read.ok && [read.value.author, read.value.from]).toEqual([null, null])
  })
})

describe('the timeline', () => {
  it('tells dismissals, changes of the base by hand and by itself, and reviews', async () => {
    const at = (hour: number): string => `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`
    fake.on(`GET ${REPO}/issues/12/timeline`, {
      body: [
        { event: 'committed', sha: HEAD },
        { sha: HEAD },
        { event: 'reviewed', id: 7, state: 'approved' },
        { event: 'reviewed', id: 8, state: 'pending' },
        { event: 'automatic_base_change_succeeded', created_at: at(8) },
        { event: 'base_ref_changed', created_at: at(7) },
        {
          event: 'review_dismissed',
          actor: null,
          created_at: at(9),
          dismissed_review: { review_id: 7, state: 'approved' }
        }
      ]
    })
    expect(await readTimeline(fake.open(), 12)).toEqual({
      ok: true,
      value: {
        dismissals: [{ review: 7, by: null, at: Date.UTC(2026, 10, 20, 9), was: 'approved' }],
        retargeted: [Date.UTC(2026, 10, 20, 7), Date.UTC(2026, 10, 20, 8)],
        reviewed: [7],
        afterMerge: new Set()
      }
    })
  })

  it.each([
    [{ event: 'review_dismissed', actor: null, created_at: '2026-11-20T09:00:00Z' }],
    [{ event: 'base_ref_changed' }],
    [{ event: 'reviewed', id: null }]
  ])('with %o is not understood', async (entry) => {
    fake.on(`GET ${REPO}/issues/12/timeline`, { body: [entry] })
    expect(await readTimeline(fake.open(), 12)).toMatchObject({ ok: false, gap: { what: 'timeline of #12' } })
  })
})

describe('teams', () => {
  const asked = { team: '@acme/billing', login: 'carol-acme' }
  const path = 'GET /orgs/acme/teams/billing/memberships/carol-acme'

  it.each([
    [{ body: { state: 'active' } }, true],
    [{ body: { state: 'pending' } }, false],
    [{ status: 404, body: { message: 'Not Found' } }, false]
  ])('%o: %s', async (answer, value) => {
    fake.on(path, answer)
    expect(await readMembership(fake.open(), asked)).toEqual({ ok: true, value })
  })

  it('a state that nobody knows is a gap', async () => {
    fake.on(path, { body: { state: 'suspended' } })
    expect(await readMembership(fake.open(), asked)).toMatchObject({ ok: false })
  })

  it.each(['..', 'a/b', 'x?y', '', '-a'])('a login %o is never put into a URL', async (login) => {
    expect(await readMembership(fake.open(), { team: '@acme/billing', login })).toMatchObject({ ok: false })
    expect(fake.calls).toEqual([])
  })

  it.each([
    [{ body: { full_name: 'acme/access', permissions: { push: true } } }, true],
    [{ body: { full_name: 'acme/access', permissions: { pull: true, push: false } } }, false],
    [{ status: 404, body: {} }, false]
  ])('access %o: %s', async (answer, value) => {
    fake.on('GET /orgs/acme/teams/billing/repos/acme/access', answer)
    expect(await readMayPush(fake.open(), '@acme/billing')).toEqual({ ok: true, value })
  })

  it.each([
    ['an empty answer says only that there is some', { status: 204 }],
    ['one about another repository', { body: { full_name: 'acme/other', permissions: { push: true } } }]
  ])('access: %s', async (_, answer) => {
    fake.on('GET /orgs/acme/teams/billing/repos/acme/access', answer)
    expect(await readMayPush(fake.open(), '@acme/billing')).toMatchObject({ ok: false })
  })
})

describe('check runs', () => {
  const path = `GET ${REPO}/commits/${HEAD}/check-runs`

  it('of which fewer are listed than counted are a gap', async () => {
    fake.on(path, { body: { total_count: 2, check_runs: [{ id: 5, name: 'grantbook', head_sha: HEAD }] } })
    expect(await readCheckRuns(fake.open(), HEAD, 'grantbook')).toMatchObject({ ok: false })
  })

  it('name their App, and leave out other names', async () => {
    fake.on(path, {
      body: {
        total_count: 2,
        check_runs: [
          { id: 5, name: 'grantbook', head_sha: HEAD, app: null, external_id: '' },
          { id: 6, name: 'Grantbook', head_sha: HEAD, app: { slug: 'github-actions' } }
        ]
      }
    })
    expect(await readCheckRuns(fake.open(), HEAD, 'grantbook')).toEqual({
      ok: true,
      value: [
        {
          id: 5,
          name: 'grantbook',
          commit: HEAD,
          app: null,
          externalId: '',
          conclusion: null,
          startedAt: null,
          url: null
        }
      ]
    })
  })
})
