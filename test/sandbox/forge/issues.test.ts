import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCESS, NOW, openPull, putBack, refusal, startAcme, type Acme } from './acme.ts'

let acme: Acme
let pull: { number: number; head: string }

beforeAll(async () => {
  acme = await startAcme()
  pull = await openPull(acme.as('alice-acme'), 'request', { 'free/x': '1\n' })
})
afterAll(async () => {
  await acme.sandbox.close()
})

const one = () => ({ ...ACCESS, issue_number: pull.number })
const comment = (name: string | null, body = 'Hello') =>
  acme.as(name).issues.createComment({ ...one(), body })

describe('comments', () => {
  test('an App’s are marked with the App, a person’s are not', async () => {
    putBack(acme)
    const { data: ours } = await comment('grantbook-acme')
    expect([ours.user?.login, ours.user?.type, ours.performed_via_github_app?.slug]).toEqual([
      'grantbook-acme[bot]',
      'Bot',
      'grantbook-acme'
    ])
    const { data: hers } = await comment('alice-acme')
    expect([hers.user?.login, hers.performed_via_github_app]).toEqual(['alice-acme', null])
  })

  test('whoever may write changes anybody’s, and it still shows as the App’s', async () => {
    putBack(acme)
    const { data } = await comment('grantbook-acme', 'Waiting')
    const change = (name: string) =>
      acme.as(name).issues.updateComment({ ...ACCESS, comment_id: data.id, body: 'Ready to merge' })
    expect((await refusal(change('erin-acme'))).status).toBe(403)
    const { data: after } = await change('alice-acme')
    expect([after.body, after.performed_via_github_app?.slug]).toEqual(['Ready to merge', 'grantbook-acme'])
  })

  test('a reader comments and changes his own alone', async () => {
    putBack(acme)
    const { data } = await comment('erin-acme')
    const own = { ...ACCESS, comment_id: data.id }
    expect((await acme.as('erin-acme').issues.updateComment({ ...own, body: 'Bye' })).data.body).toBe('Bye')
    await acme.as('erin-acme').issues.deleteComment(own)
    expect((await refusal(acme.as('erin-acme').issues.getComment(own))).status).toBe(404)
  })

  test('65,536 characters are taken, one more is not, nor none', async () => {
    putBack(acme)
    expect((await comment('alice-acme', 'x'.repeat(65_536))).status).toBe(201)
    expect((await refusal(comment('alice-acme', 'x'.repeat(65_537)))).status).toBe(422)
    expect((await refusal(comment('alice-acme', ' '))).status).toBe(422)
  })

  test('nobody from outside, no App without the permission', async () => {
    expect((await refusal(comment('mallory'))).status).toBe(404)
    expect((await refusal(comment(null))).status).toBe(404)
    expect((await refusal(comment('reader'))).status).toBe(403)
  })
})

describe('labels', () => {
  test('who may only read sets none', async () => {
    const add = acme.as('erin-acme').issues.addLabels({ ...one(), labels: ['bug'] })
    expect((await refusal(add)).status).toBe(403)
    const make = acme.as('erin-acme').issues.createLabel({ ...ACCESS, name: 'x' })
    expect((await refusal(make)).status).toBe(403)
  })

  test('setting adds what is new and takes off the rest; the timeline tells who', async () => {
    putBack(acme)
    const app = acme.as('grantbook-acme')
    const names = (data: { name: string }[]) => data.map(({ name }) => name)
    expect(names((await app.issues.setLabels({ ...one(), labels: ['waiting', 'BUG'] })).data)).toEqual([
      'bug',
      'waiting'
    ])
    expect(names((await app.issues.setLabels({ ...one(), labels: ['ready'] })).data)).toEqual(['ready'])
    expect(await refusal(app.issues.removeLabel({ ...one(), name: 'bug' }))).toEqual({
      status: 404,
      why: 'Label does not exist'
    })
    const { data } = await app.issues.listEventsForTimeline(one())
    const told = data.flatMap((event) =>
      'label' in event && 'event' in event ? [[event.event, event.label.name, event.actor.login]] : []
    )
    const bot = 'grantbook-acme[bot]'
    expect(told).toEqual([
      ['labeled', 'waiting', bot],
      ['labeled', 'bug', bot],
      ['unlabeled', 'bug', bot],
      ['unlabeled', 'waiting', bot],
      ['labeled', 'ready', bot]
    ])
  })
})

describe('issues', () => {
  test('who may only read opens one, but its labels are dropped', async () => {
    putBack(acme)
    const { data } = await acme.as('erin-acme').issues.create({ ...ACCESS, title: 'Help', labels: ['bug'] })
    expect([data.number, data.labels, data.pull_request]).toEqual([2, [], undefined])
    const close = (name: string) =>
      acme.as(name).issues.update({ ...ACCESS, issue_number: 2, state: 'closed' })
    expect((await refusal(close('frank-acme'))).status).toBe(403)
    expect((await close('erin-acme')).data).toMatchObject({ state: 'closed', state_reason: 'completed' })
  })

  test('nothing is made if somebody can’t be assigned, or the words are too long', async () => {
    putBack(acme)
    const app = acme.as('grantbook-acme')
    const make = (more: object) => app.issues.create({ ...ACCESS, title: 'Help', ...more })
    expect(await refusal(make({ assignees: ['mallory'] }))).toEqual({
      status: 422,
      why: 'Validation Failed | assignees: invalid'
    })
    expect((await refusal(make({ title: 'x'.repeat(257) }))).status).toBe(422)
    expect((await refusal(make({ body: 'x'.repeat(65_537) }))).status).toBe(422)
    const { data } = await make({
      assignees: ['alice-acme'],
      title: 'x'.repeat(256),
      body: 'x'.repeat(65_536)
    })
    expect([data.number, data.assignees?.map(({ login }) => login)]).toEqual([2, ['alice-acme']])
    const change = (more: object) => app.issues.update({ ...ACCESS, issue_number: 2, ...more })
    expect((await refusal(change({ body: 'x'.repeat(65_537) }))).status).toBe(422)
  })

  test('a pull request’s words have the same limits', async () => {
    putBack(acme)
    const at = { ...ACCESS, pull_number: pull.number }
    const { pulls } = acme.as('alice-acme')
    expect(await refusal(pulls.update({ ...at, title: 'x'.repeat(257) }))).toEqual({
      status: 422,
      why: 'Validation Failed | title: custom'
    })
    expect((await refusal(pulls.update({ ...at, title: ' ' }))).status).toBe(422)
    expect((await refusal(pulls.update({ ...at, body: 'x'.repeat(65_537) }))).status).toBe(422)
    expect((await pulls.update({ ...at, title: 'x'.repeat(256), body: 'x'.repeat(65_536) })).status).toBe(200)
  })

  test('are searched by what they are, and only where the asker may read', async () => {
    putBack(acme)
    await acme.as('alice-acme').issues.create({ ...ACCESS, title: 'Help', labels: ['bug'] })
    const found = async (name: string, q: string) =>
      (await acme.as(name).search.issuesAndPullRequests({ q: `repo:acme/access ${q}` })).data.items.map(
        ({ number }) => number
      )
    expect(await found('alice-acme', 'is:pr is:open')).toEqual([1])
    expect(await found('alice-acme', 'is:issue label:bug')).toEqual([2])
    expect(await found('alice-acme', 'is:pr author:bob-acme')).toEqual([])
    expect(await found('alice-acme', 'is:pr head:request base:main')).toEqual([1])
    expect(await found('mallory', 'is:pr')).toEqual([])
  })
})

describe('the timeline', () => {
  test('tells all that happened, in its order', async () => {
    putBack(acme)
    const alice = acme.as('alice-acme')
    const at = { ...ACCESS, pull_number: pull.number }
    await alice.git.createRef({
      ...ACCESS,
      ref: 'refs/heads/other',
      sha: acme.repository().refs.get('refs/heads/main') ?? ''
    })
    await acme.as('carol-acme').pulls.createReview({ ...at, event: 'APPROVE' })
    await alice.pulls.update({ ...at, base: 'other' })
    await comment('bob-acme')
    acme.sandbox.clock.set(NOW + 60_000)
    await alice.pulls.update({ ...at, title: 'Another' })
    await alice.pulls.update({ ...at, state: 'closed' })
    await alice.pulls.update({ ...at, state: 'open' })
    const { data } = await acme.as('grantbook-acme').issues.listEventsForTimeline(one())
    expect(data.map((event) => ('event' in event ? event.event : ''))).toEqual([
      'committed',
      'reviewed',
      'base_ref_changed',
      'commented',
      'renamed',
      'closed',
      'reopened'
    ])
    expect(data[1]).toMatchObject({ state: 'approved', commit_id: pull.head, user: { login: 'carol-acme' } })
    expect(data[4]).toMatchObject({
      rename: { from: 'Change request', to: 'Another' },
      created_at: '2026-11-20T09:01:00Z'
    })
    const paged = await acme
      .as('grantbook-acme')
      .paginate(acme.as('grantbook-acme').issues.listEventsForTimeline, { ...one(), per_page: 2 })
    expect(paged).toEqual(data)
  })

  test('a pending review isn’t in it', async () => {
    putBack(acme)
    await acme.as('carol-acme').pulls.createReview({ ...ACCESS, pull_number: pull.number, body: 'later' })
    const { data } = await acme.as('carol-acme').issues.listEventsForTimeline(one())
    expect(data.map((event) => ('event' in event ? event.event : ''))).toEqual(['committed'])
  })
})

test('every answer was as GitHub describes it', () => {
  expect([...acme.watch.problems]).toEqual([])
})
