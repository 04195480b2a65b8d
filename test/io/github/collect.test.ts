import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PullFacts } from '../../../src/approval/facts.ts'
import { collectFacts, type FactsOptions } from '../../../src/io/github/collect-facts.ts'
import type { Reading } from '../../../src/io/github/github.ts'
import { Repository } from '../../support/repository.ts'
import { Fake, listing, user } from './fake.ts'

const fake = new Fake()
const repository = new Repository()
const REPO = '/repos/acme/access'
const ZERO = '0'.repeat(40)
const GRANT = 'grants/systems/aws-prod/billing-read/alice.yaml'
const ids: Record<string, string> = {}

/** A commit on whatever is checked out. */
function commit(name: string, files: Record<string, string>, message = name): string {
  const made = repository.commit(files, message)
  ids[name] = made
  return made
}

function id(name: string): string {
  const found = ids[name]
  if (found === undefined) throw new RangeError(`no commit ${name}`)
  return found
}

beforeAll(async () => {
  await fake.start()
  commit('base', { 'grants/grantbook.yaml': 'a', 'README.md': 'a' })
  repository.git('checkout', '-q', '-b', 'alice')
  commit('first', { 'grants/grantbook.yaml': 'a', 'README.md': 'a', [GRANT]: '1' })
  repository.git('checkout', '-q', 'main')
  commit('later', { 'grants/grantbook.yaml': 'b', 'README.md': 'a' })
  repository.git('checkout', '-q', 'alice')
  repository.git('merge', '-q', '--no-edit', 'main')
  ids['updated'] = repository.git('rev-parse', 'HEAD').trim()
  commit(
    'head',
    { 'grants/grantbook.yaml': 'b', 'README.md': 'z', [GRANT]: '2' },
    'Ask for it\n\nCo-authored-by: Bob <BOB@acme.example>\nco-authored-by: GitHub <noreply@github.com>\n'
  )
  repository.git('checkout', '-q', '--detach', 'main')
  repository.git('merge', '-q', '--no-ff', '--no-edit', 'alice')
  ids['merge'] = repository.git('rev-parse', 'HEAD').trim()
  repository.git('checkout', '-q', '--detach', 'main')
  commit('squash', { 'grants/grantbook.yaml': 'b', 'README.md': 'z', [GRANT]: '2' })
  repository.git('checkout', '-q', '--detach', 'main')
  commit('rebased-1', { 'grants/grantbook.yaml': 'b', 'README.md': 'a', [GRANT]: '1' })
  commit('rebased-2', { 'grants/grantbook.yaml': 'b', 'README.md': 'z', [GRANT]: '2' })
})
afterAll(async () => {
  repository.remove()
  await fake.stop()
})

interface Over {
  readonly pull?: object
  readonly reviews?: readonly unknown[]
  readonly timeline?: readonly unknown[]
  readonly activity?: readonly unknown[]
  /** Activity of the default branch. */
  readonly main?: readonly unknown[]
  readonly tip?: string
}

const push = (before: string, after: string, hour: number, over: object = {}): object => ({
  before,
  after,
  ref: 'refs/heads/alice',
  timestamp: `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`,
  activity_type: 'push',
  actor: user('alice-acme', 1),
  ...over
})

const ALICE = { login: 'alice-acme', id: 1, type: 'User' }
const at = (hour: number): number => Date.UTC(2026, 10, 20, hour)

function record(): object[] {
  return [
    push(id('updated'), id('head'), 4),
    push(id('first'), id('updated'), 3, { actor: user('dave-acme', 4) }),
    push(id('base'), id('first'), 2),
    push(ZERO, id('base'), 1, { activity_type: 'branch_creation', actor: user('erin-acme', 5) })
  ]
}

function answer({
  pull = {},
  reviews = [],
  timeline = [],
  activity,
  main = [],
  tip = id('later')
}: Over = {}): void {
  fake
    .on(`GET ${REPO}/pulls/12`, { body: body(pull) })
    .on(`GET ${REPO}/pulls/12/reviews`, listing(fake, `${REPO}/pulls/12/reviews`, reviews))
    .on(`GET ${REPO}/issues/12/timeline`, listing(fake, `${REPO}/issues/12/timeline`, timeline))
    .on(`GET ${REPO}/activity`, (query, ...rest) =>
      query.get('ref') === 'refs/heads/main'
        ? { body: main }
        : listing(fake, `${REPO}/activity`, activity ?? record())(query, ...rest)
    )
    .on(`GET ${REPO}/branches/main`, { body: { commit: { sha: tip } } })
}

function body(over: object): object {
  return {
    number: 12,
    title: 'Give Alice billing-read',
    user: user('alice-acme', 1),
    state: 'open',
    merged: false,
    merged_at: null,
    merge_commit_sha: null,
    commits: 3,
    head: { ref: 'alice', sha: id('head'), repo: { full_name: 'acme/access' } },
    base: { ref: 'main', sha: id('base'), repo: { full_name: 'acme/access', default_branch: 'main' } },
    ...over
  }
}

function collect(options: Partial<FactsOptions> = {}): Promise<Reading<PullFacts>> {
  return collectFacts(fake.open(), repository.root, 12, { app: 'grantbook-acme', ...options })
}

async function facts(options: Partial<FactsOptions> = {}): Promise<PullFacts> {
  const read = await collect(options)
  if (!read.ok) throw new Error(read.gap.why)
  return read.value
}

const blob = (text: string): string => repository.git('rev-parse', text).trim()
const merged = (sha: string): object => ({
  state: 'closed',
  merged: true,
  merged_at: '2026-11-20T10:00:00Z',
  merge_commit_sha: sha
})

beforeEach(() => fake.reset())

describe('the facts of a pull request', () => {
  it('are all that GitHub and git say', async () => {
    answer({
      reviews: [
        {
          id: 7,
          user: user('carol-acme', 3),
          state: 'APPROVED',
          commit_id: id('first'),
          submitted_at: '2026-11-20T05:00:00Z'
        }
      ],
      timeline: [{ event: 'reviewed', id: 7, state: 'approved' }]
    })
    const grant = (text: string) => ({
      path: GRANT,
      before: null,
      after: { mode: '100644', blob: blob(text) }
    })
    const two = grant(`${id('head')}:${GRANT}`)
    const one = grant(`${id('first')}:${GRANT}`)
    const found = await facts()
    expect(found).toEqual({
      repository: 'acme/access',
      number: 12,
      title: 'Give Alice billing-read',
      author: ALICE,
      sameRepository: true,
      into: 'main',
      defaultBranch: 'main',
      branch: 'alice',
      open: true,
      merged: false,
      head: id('head'),
      content: { commit: id('head'), base: id('later'), differences: [two] },
      others: ['README.md'],
      landed: null,
      reviews: [
        {
          id: 7,
          author: { login: 'carol-acme', id: 3, type: 'User' },
          state: 'APPROVED',
          commit: id('first'),
          at: at(5)
        }
      ],
      dismissals: [],
      retargeted: [],
      pushes: [
        {
          by: { login: 'erin-acme', id: 5, type: 'User' },
          at: at(1),
          kind: 'branch_creation',
          before: ZERO,
          after: id('base')
        },
        { by: ALICE, at: at(2), kind: 'push', before: id('base'), after: id('first') },
        {
          by: { login: 'dave-acme', id: 4, type: 'User' },
          at: at(3),
          kind: 'push',
          before: id('first'),
          after: id('updated')
        },
        { by: ALICE, at: at(4), kind: 'push', before: id('updated'), after: id('head') }
      ],
      contributions: [
        { commit: id('first'), emails: ['alice@acme.example'] },
        { commit: id('head'), emails: ['alice@acme.example', 'bob@acme.example'] }
      ].toSorted((a, b) => (a.commit < b.commit ? -1 : 1)),
      reviewed: new Map([
        [id('first'), { commit: id('first'), base: id('base'), differences: [one] }],
        [id('head'), { commit: id('head'), base: id('later'), differences: [two] }],
        [id('updated'), { commit: id('updated'), base: id('later'), differences: [one] }],
        [id('base'), { commit: id('base'), base: id('base'), differences: [] }]
      ]),
      shown: new Map([[7, [{ commit: id('first'), base: id('base'), differences: [one] }]]]),
      requesterTrailer: null,
      gaps: []
    })
    expect(fake.paths()).toHaveLength(7)
  })

  describe('what it showed when it was approved', () => {
    const review = (reviewed: string, hour: number) => ({
      id: 7,
      user: user('carol-acme', 3),
      state: 'APPROVED',
      commit_id: reviewed,
      submitted_at: `2026-11-20T0${hour}:30:00Z`
    })
    const move = (before: string, after: string, hour: number) =>
      push(before, after, hour, { ref: 'refs/heads/main' })

    it('is compared with where the default branch stood then', async () => {
      const main = [move(id('base'), id('later'), 5), move(ZERO, id('base'), 1)]
      answer({ reviews: [review(id('updated'), 4)], main })
      const [view] = (await facts()).shown.get(7) ?? []
      expect([view?.base, view?.differences?.map(({ path }) => path)]).toEqual([
        id('base'),
        ['grants/grantbook.yaml', GRANT]
      ])
      expect((await facts()).reviewed.get(id('updated'))?.differences?.map(({ path }) => path)).toEqual([
        GRANT
      ])
    })

    it.each([
      ['pr_merge', [[GRANT]]],
      ['push', [['grants/grantbook.yaml', GRANT], [GRANT]]]
    ])('in the second in which it moved by %s: what rests on a merge came after it', async (kind, shown) => {
      const main = [
        push(id('base'), id('later'), 5, { ref: 'refs/heads/main', activity_type: kind }),
        move(ZERO, id('base'), 1)
      ]
      const same = { ...review(id('updated'), 5), submitted_at: '2026-11-20T05:00:00Z' }
      answer({ reviews: [same], main })
      const views = (await facts()).shown.get(7) ?? []
      const paths = views.map(({ differences }) => differences?.map(({ path }) => path) ?? [])
      expect(paths.toSorted((a, b) => b.length - a.length)).toEqual(shown)
    })

    it('is read no farther back than the oldest approval', async () => {
      const main = [move(id('base'), id('later'), 5), move(ZERO, id('base'), 1)]
      answer({ reviews: [review(id('head'), 4)] })
      fake.on(`GET ${REPO}/activity`, (query) =>
        query.get('ref') === 'refs/heads/main'
          ? { body: main, headers: { link: `<${fake.url}${REPO}/activity?after=x>; rel="next"` } }
          : { body: record() }
      )
      const found = await facts()
      expect([found.gaps, found.shown.size]).toEqual([[], 1])
    })

    it('stops the proof where the record can’t be read', async () => {
      answer({ reviews: [review(id('head'), 4)] })
      fake.on(`GET ${REPO}/activity`, (query) =>
        query.get('ref') === 'refs/heads/main' ? { status: 403, body: { message: 'No' } } : { body: record() }
      )
      expect((await facts()).gaps).toEqual([
        { what: 'activity of branch main', why: '403, No', passing: true }
      ])
    })
  })

  it('leave nothing in the clone but objects', async () => {
    answer()
    const before = repository.git('for-each-ref')
    await facts()
    expect(repository.git('for-each-ref')).toBe(before)
  })

  it('are a gap if the number is an issue’s', async () => {
    expect(await collect()).toEqual({
      ok: false,
      gap: {
        what: 'pull request #12',
        why: 'there is no such thing, or the token may not see it (404)',
        passing: true
      }
    })
  })

  it('keep who is gone as nobody', async () => {
    answer({
      pull: { user: null },
      activity: record().map((entry) => ({ ...entry, actor: null })),
      reviews: [
        { id: 7, user: null, state: 'APPROVED', commit_id: null, submitted_at: '2026-11-20T05:00:00Z' }
      ]
    })
    const found = await facts()
    expect(found.author).toBeNull()
    expect(found.pushes.map(({ by }) => by)).toEqual([null, null, null, null])
    expect(found.reviews.map(({ author, commit: of }) => [author, of])).toEqual([[null, null]])
    expect(found.gaps).toEqual([])
  })
})

describe('what makes facts incomplete', () => {
  const gap = (what: string, why: string, passing = true) => ({ what, why, passing })

  it('a head that moves while it is read', async () => {
    answer()
    fake.on(`GET ${REPO}/pulls/12`, (_, times) => ({
      body: body(
        times === 0 ? {} : { head: { ref: 'alice', sha: id('updated'), repo: { full_name: 'acme/access' } } }
      )
    }))
    expect((await facts()).gaps).toEqual([gap('pull request #12', 'it was changed while it was read')])
  })

  it('a base that is changed while it is read', async () => {
    answer()
    const moved = {
      ref: 'other',
      sha: id('base'),
      repo: { full_name: 'acme/access', default_branch: 'main' }
    }
    fake.on(`GET ${REPO}/pulls/12`, (_, times) => ({ body: body(times === 0 ? {} : { base: moved }) }))
    expect((await facts()).gaps).toEqual([gap('pull request #12', 'it was changed while it was read')])
  })

  it.each([
    ['reviews', `${REPO}/pulls/12/reviews`, 'reviews of #12'],
    ['timeline', `${REPO}/issues/12/timeline`, 'timeline of #12'],
    ['activity', `${REPO}/activity`, 'activity of branch alice'],
    ['tip', `${REPO}/branches/main`, 'tip of branch main']
  ])('%s that can’t be read', async (_, path, what) => {
    for (const status of [403, 404, 500]) {
      fake.reset()
      answer()
      fake.on(`GET ${path}`, { status, body: { message: 'No' } })
      expect((await facts()).gaps).toEqual([
        gap(
          what,
          status === 404 ? 'there is no such thing, or the token may not see it (404)' : `${status}, No`
        )
      ])
    }
  })

  it('a review that only the timeline tells of', async () => {
    answer({ timeline: [{ event: 'reviewed', id: 8, state: 'changes_requested' }] })
    expect((await facts()).gaps).toEqual([
      gap('reviews of #12', 'the timeline tells of one that isn’t listed')
    ])
  })

  it.each([
    ['doesn’t have the head yet', () => record().slice(1), () => id('head')],
    ['has lost a push in the middle', () => record().filter((_, n) => n !== 1), () => id('updated')],
    ['doesn’t reach the branch’s beginning', () => record().slice(0, 3), () => id('base')],
    ['is empty', () => [], () => id('head')]
  ])('a record of pushes that %s', async (_, activity, lost) => {
    answer({ activity: activity() })
    expect((await facts()).gaps).toEqual([
      gap('activity of branch alice', `nobody is recorded as having pushed ${lost().slice(0, 12)}`)
    ])
  })

  it('histories that cross, so that there is no one merge base', async () => {
    repository.git('checkout', '-q', '--detach', id('later'))
    repository.git('merge', '-q', '--no-ff', '--no-edit', '-s', 'ours', id('first'))
    const tip = repository.git('rev-parse', 'HEAD').trim()
    answer({ tip })
    const found = await facts()
    expect(found.content).toEqual({ commit: id('head'), base: null, differences: null })
    expect(found.gaps).toEqual([
      gap(
        `commit ${id('head').slice(0, 12)}`,
        'it has no one merge base with the default branch: bring its branch up to date',
        false
      )
    ])
  })

  it('commits that git can’t fetch', async () => {
    answer({ tip: 'f'.repeat(40) })
    const found = await facts()
    expect(found.content).toEqual({ commit: id('head'), base: null, differences: null })
    expect(found.gaps).toHaveLength(1)
    expect(found.gaps[0]).toMatchObject({ what: 'commits of #12', passing: true })
  })
})

describe('pushes', () => {
  it('of an earlier branch of that name count only if they held one of its commits', async () => {
    const mallory = { actor: user('mallory-acme', 9) }
    answer({
      activity: [
        ...record(),
        push(id('squash'), ZERO, 0, { activity_type: 'branch_deletion', ...mallory }),
        push(id('first'), id('squash'), 0, mallory),
        push(ZERO, id('first'), 0, { activity_type: 'branch_creation', ...mallory })
      ]
    })
    const found = await facts()
    expect(found.gaps).toEqual([])
    expect(found.pushes.map(({ by, after }) => [by?.login, after])).toEqual([
      ['mallory-acme', id('first')],
      ['erin-acme', id('base')],
      ['alice-acme', id('first')],
      ['dave-acme', id('updated')],
      ['alice-acme', id('head')]
    ])
  })

  it('in one second may be told in either order', async () => {
    const [last = {}, ...others] = record()
    const [update = {}, first = {}, begin = {}] = others
    answer({
      activity: [update, last, begin, first].map((entry) => ({ ...entry, timestamp: '2026-11-20T04:00:00Z' }))
    })
    expect((await facts()).gaps).toEqual([])
  })

  it('forth and back again are a chain as well', async () => {
    answer({
      activity: [
        push(id('first'), id('head'), 5, { activity_type: 'force_push' }),
        push(id('head'), id('first'), 5, { activity_type: 'force_push' }),
        ...record()
      ]
    })
    const found = await facts()
    expect([found.gaps, found.pushes.length]).toEqual([[], 6])
  })

  it('of a fork aren’t ours to read', async () => {
    answer({ pull: { head: { ref: 'alice', sha: id('head'), repo: { full_name: 'mallory/access' } } } })
    const found = await facts()
    expect([found.sameRepository, found.pushes]).toEqual([false, []])
    expect(fake.paths()).not.toContain(`GET ${REPO}/activity`)
  })

  it('of a fork that is gone neither', async () => {
    answer({ pull: { head: { ref: 'alice', sha: id('head'), repo: null } } })
    expect((await facts()).sameRepository).toBe(false)
  })
})

describe('what landed', () => {
  const landedDifference = () => [
    { path: GRANT, before: null, after: { mode: '100644', blob: blob(`${id('head')}:${GRANT}`) } }
  ]

  it.each([
    ['merge', 1],
    ['squash', 2]
  ])('by %s is one commit, however it looks', async (way) => {
    answer({ pull: merged(id(way)), tip: id(way) })
    const brought = { body: way === 'merge' ? [] : [body({ number: 11, ...merged(id('later')) })] }
    fake.on(`GET ${REPO}/commits/${id('later')}/pulls`, brought)
    const found = await facts()
    expect(found.gaps).toEqual([])
    expect(found.landed).toEqual({
      commits: [id(way)],
      parent: id('later'),
      at: at(10),
      differences: landedDifference()
    })
    expect(found.content.base).toBe(id('later'))
  })

  it('by rebase is several commits', async () => {
    answer({ pull: { ...merged(id('rebased-2')), commits: 3 }, tip: id('rebased-2') })
    fake.on(`GET ${REPO}/commits/${id('rebased-1')}/pulls`, { body: [body(merged(id('rebased-2')))] })
    fake.on(`GET ${REPO}/commits/${id('later')}/pulls`, { body: [] })
    const found = await facts()
    expect(found.landed).toEqual({
      commits: [id('rebased-1'), id('rebased-2')],
      parent: id('later'),
      at: at(10),
      differences: landedDifference()
    })
  })

  it('is taken from whoever went along the default branch', async () => {
    answer({ pull: merged(id('merge')) })
    const landing = { commits: [id('merge')], parent: id('later') }
    const found = await facts({ landing })
    expect(found.landed?.differences).toEqual(landedDifference())
    expect(fake.paths()).not.toContain(`GET ${REPO}/branches/main`)
  })

  it('on a line that doesn’t hold the merge is a gap', async () => {
    answer({ pull: merged(id('squash')), tip: id('merge') })
    const found = await facts()
    expect([found.landed, found.gaps[0]?.what]).toEqual([null, 'merge of #12'])
  })

  it('is nothing if GitHub says that it isn’t merged', async () => {
    answer()
    const found = await facts({ landing: { commits: [id('merge')], parent: id('later') } })
    expect([found.landed, found.gaps[0]?.why]).toEqual([null, 'GitHub says that it is not merged'])
  })

  it('stays known after the head branch was deleted', async () => {
    answer({
      pull: merged(id('merge')),
      tip: id('merge'),
      activity: [push(id('head'), ZERO, 11, { activity_type: 'branch_deletion' }), ...record()]
    })
    const found = await facts()
    expect([found.gaps, found.pushes.length]).toEqual([[], 4])
  })
})

describe('our App’s pull requests', () => {
  const bot = user('grantbook-acme[bot]', 50, 'Bot')
  const asked = (text: string): string => `Ask for access\n\nGrantbook-Requester: ${text}\n`

  async function trailer(author: object, pushes: readonly [string, object][]): Promise<string | null> {
    const chain: object[] = []
    let before = ZERO
    for (const [name, actor] of pushes) {
      chain.unshift(push(before, id(name), chain.length, { actor }))
      before = id(name)
    }
    const head = pushes.at(-1)?.[0] ?? ''
    answer({
      pull: { user: author, head: { ref: 'alice', sha: id(head), repo: { full_name: 'acme/access' } } },
      activity: chain
    })
    const found = await facts()
    expect(found.gaps).toEqual([])
    return found.requesterTrailer
  }

  beforeAll(() => {
    repository.git('checkout', '-q', '--detach', id('later'))
    commit('by-app', { 'grants/grantbook.yaml': 'b', [GRANT]: '1' }, asked('alice'))
    commit('by-bob', { 'grants/grantbook.yaml': 'b', [GRANT]: '3' }, asked('zoe'))
  })

  it('name who asked, in the App’s own commit', async () => {
    expect(await trailer(bot, [['by-app', bot]])).toBe('alice')
  })

  it('don’t believe what others push', async () => {
    expect(
      await trailer(bot, [
        ['by-app', bot],
        ['by-bob', user('bob-acme', 2)]
      ])
    ).toBe('alice')
  })

  it('are known by their author: anybody can write a trailer', async () => {
    expect(await trailer(user('alice-acme', 1), [['by-app', user('alice-acme', 1)]])).toBeNull()
    expect(await trailer(user('grantbook-acme', 1), [['by-app', bot]])).toBeNull()
    expect(await trailer(user('other[bot]', 51, 'Bot'), [['by-app', bot]])).toBeNull()
  })
})
