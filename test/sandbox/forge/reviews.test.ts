import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCESS, commitFile, openPull, putBack, refusal, startAcme, type Acme } from './acme.ts'

let acme: Acme
let pull: { number: number; head: string }

const GRANT = { 'grants/systems/aws-prod/billing-read/alice.yaml': 'until: 2026-12-31\n' }

beforeAll(async () => {
  acme = await startAcme()
  pull = await openPull(acme.as('alice-acme'), 'request', GRANT)
})
afterAll(async () => {
  await acme.sandbox.close()
})

const at = () => ({ ...ACCESS, pull_number: pull.number })
const approve = (login: string) => acme.as(login).pulls.createReview({ ...at(), event: 'APPROVE' })
const merge = (login: string) => acme.as(login).pulls.merge(at())
const passCheck = (head = pull.head) =>
  acme
    .as('grantbook-acme')
    .checks.create({ ...ACCESS, name: 'grantbook', head_sha: head, conclusion: 'success' })

describe('giving a review', () => {
  test('nobody approves or objects to his own pull request, but he may comment', async () => {
    putBack(acme)
    expect(await refusal(approve('alice-acme'))).toEqual({
      status: 422,
      why: 'Unprocessable Entity | Can not approve your own pull request'
    })
    const objecting = acme
      .as('alice-acme')
      .pulls.createReview({ ...at(), event: 'REQUEST_CHANGES', body: 'no' })
    expect((await refusal(objecting)).status).toBe(422)
    const { data } = await acme
      .as('alice-acme')
      .pulls.createReview({ ...at(), event: 'COMMENT', body: 'Look' })
    expect(data.state).toBe('COMMENTED')
  })

  test('an App does not approve its own pull request', async () => {
    putBack(acme)
    const own = await openPull(acme.as('grantbook-acme'), 'nightly', { 'free/x': '1' })
    const call = acme
      .as('grantbook-acme')
      .pulls.createReview({ ...ACCESS, pull_number: own.number, event: 'APPROVE' })
    expect((await refusal(call)).status).toBe(422)
  })

  test('an outsider does not even see a private pull request', async () => {
    expect(await refusal(approve('mallory'))).toEqual({ status: 404, why: 'Not Found' })
    expect((await refusal(acme.as(null).pulls.listReviews(at()))).status).toBe(404)
  })

  test('an App without the permission is refused', async () => {
    expect(await refusal(approve('other-ci'))).toEqual({
      status: 403,
      why: 'Resource not accessible by integration'
    })
  })

  test('objections and comments need words, events must be known, and commits must be there', async () => {
    const create = (more: object) =>
      refusal(
        acme
          .as('carol-acme')
          .request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', { ...at(), ...more })
      )
    expect((await create({ event: 'REQUEST_CHANGES' })).why).toContain('Body can not be blank')
    expect((await create({ event: 'COMMENT' })).status).toBe(422)
    expect((await create({ event: 'MERGE' })).status).toBe(422)
    expect((await create({ event: 'APPROVE', commit_id: 'f'.repeat(40) })).status).toBe(422)
    expect((await create({ event: 'APPROVE', commit_id: 'main' })).status).toBe(422)
  })

  test('reviews are listed oldest first, page by page', async () => {
    putBack(acme)
    for (const body of ['1', '2', '3']) {
      await acme.as('carol-acme').pulls.createReview({ ...at(), event: 'COMMENT', body })
    }
    const page = await acme.as('carol-acme').pulls.listReviews({ ...at(), per_page: 2 })
    expect(page.data.map(({ body }) => body)).toEqual(['1', '2'])
    expect(page.headers.link).toContain('rel="next"')
    const all = await acme
      .as('carol-acme')
      .paginate(acme.as('carol-acme').pulls.listReviews, { ...at(), per_page: 2 })
    expect(all.map(({ body }) => body)).toEqual(['1', '2', '3'])
  })

  test('a pending review is its author’s alone until it is submitted, and there is one at a time', async () => {
    putBack(acme)
    const carol = acme.as('carol-acme')
    const { data } = await carol.pulls.createReview({ ...at(), body: 'later' })
    expect([data.state, data.submitted_at]).toEqual(['PENDING', undefined])
    expect((await acme.as('bob-acme').pulls.listReviews(at())).data).toEqual([])
    const one = { ...at(), review_id: data.id }
    expect((await refusal(acme.as('bob-acme').pulls.getReview(one))).status).toBe(404)
    expect((await refusal(carol.pulls.createReview(at()))).why).toContain('one pending review')
    expect((await refusal(acme.as('bob-acme').pulls.submitReview({ ...one, event: 'APPROVE' }))).status).toBe(
      404
    )
    const submitted = await carol.pulls.submitReview({ ...one, event: 'APPROVE' })
    expect([submitted.data.state, submitted.data.commit_id]).toEqual(['APPROVED', pull.head])
    expect((await refusal(carol.pulls.deletePendingReview(one))).status).toBe(422)
  })

  test('nobody submits an approval of his own pull request by way of a pending review', async () => {
    putBack(acme)
    const alice = acme.as('alice-acme')
    const { data } = await alice.pulls.createReview(at())
    const submit = alice.pulls.submitReview({ ...at(), review_id: data.id, event: 'APPROVE' })
    expect((await refusal(submit)).status).toBe(422)
  })
})

describe('what counts for a merge', () => {
  const why = async () => (await refusal(merge('alice-acme'))).why

  test('an approval by a code owner who may write, and the App’s own check', async () => {
    putBack(acme)
    expect(await why()).toMatch(/At least 1 approving review is required/u)
    await approve('carol-acme')
    expect(await why()).toMatch(/Required status check "grantbook" is expected/u)
    await passCheck()
    expect((await merge('alice-acme')).data.merged).toBe(true)
  })

  test('not: somebody who may only read, though he is in the organization', async () => {
    putBack(acme)
    await passCheck()
    await approve('erin-acme')
    expect(await why()).toMatch(/At least 1 approving review is required by reviewers with write access/u)
  })

  test('not: who is only invited to the owning team', async () => {
    putBack(acme)
    await passCheck()
    await approve('dave-acme')
    expect(await why()).toMatch(/At least 1 approving review/u)
    acme.repository().collaborators.set(14, 'write')
    expect(await why()).toMatch(/Waiting on code owner review from acme\/billing/u)
  })

  test('not: who may write but owns nothing of it', async () => {
    putBack(acme)
    await passCheck()
    await acme.as('olga-acme').pulls.createReview({ ...at(), event: 'APPROVE' })
    expect(await why()).toMatch(/Waiting on code owner review from acme\/billing/u)
  })

  test('a member of the parent team alone is no owner; of a child team he is', async () => {
    putBack(acme)
    await passCheck()
    // Grace is in finance, the parent of billing: that makes nobody a member of billing.
    await approve('grace-acme')
    expect(await why()).toMatch(/Waiting on code owner review/u)
    // But a member of a child team of billing is one.
    const { state } = acme.forge
    const billing = [...state.teams.values()].find(({ slug }) => slug === 'billing')
    state.teams.set(9999, {
      id: 9999,
      slug: 'invoices',
      name: 'invoices',
      description: '',
      privacy: 'closed',
      parent: billing?.id ?? 0,
      members: new Map([[17, 'member']]),
      pending: new Set()
    })
    expect((await merge('alice-acme')).data.merged).toBe(true)
  })

  test('who has left the team no longer', async () => {
    putBack(acme)
    await passCheck()
    await approve('carol-acme')
    const gone = { org: 'acme', team_slug: 'billing', username: 'carol-acme' }
    await acme.as('olga-acme').teams.removeMembershipForUserInOrg(gone)
    expect(await why()).toMatch(/At least 1 approving review/u)
  })

  test('an objection blocks until the same reviewer approves', async () => {
    putBack(acme)
    await passCheck()
    await approve('carol-acme')
    await acme.as('bob-acme').pulls.createReview({ ...at(), event: 'REQUEST_CHANGES', body: 'no' })
    expect(await why()).toMatch(/Changes have been requested/u)
    await acme.as('bob-acme').pulls.createReview({ ...at(), event: 'COMMENT', body: 'still' })
    expect(await why()).toMatch(/Changes have been requested/u)
    await approve('bob-acme')
    expect((await merge('alice-acme')).data.merged).toBe(true)
  })

  test('a check of the same name by another App or as a status is not the required one', async () => {
    putBack(acme)
    await approve('carol-acme')
    const check = { ...ACCESS, name: 'grantbook', head_sha: pull.head, conclusion: 'success' as const }
    await acme.as('other-ci').checks.create(check)
    await acme.as('alice-acme').repos.createCommitStatus({
      ...ACCESS,
      sha: pull.head,
      state: 'success',
      context: 'grantbook'
    })
    expect(await why()).toMatch(/Required status check "grantbook" is expected/u)
    await acme.as('grantbook-acme').checks.create({ ...check, conclusion: 'action_required' })
    expect(await why()).toMatch(/Required status check "grantbook" is failing/u)
  })

  test('a check of an older commit is not one of the head', async () => {
    putBack(acme)
    await approve('carol-acme')
    await passCheck()
    await commitFile(acme.as('alice-acme'), 'request', 'grants/systems/aws-prod/billing-read/bob.yaml', 'x\n')
    expect(await why()).toMatch(/Required status check "grantbook" is expected/u)
  })
})

describe('after a push', () => {
  const set = (more: object) => {
    const { reviews } = acme.repository().protection.get('main') ?? {}
    Object.assign(reviews ?? {}, more)
  }
  const states = async () =>
    (await acme.as('bob-acme').pulls.listReviews(at())).data.map(({ state }) => state)

  test('approvals stay, unless stale ones are to be dismissed; then it says so with the new head', async () => {
    putBack(acme)
    await approve('carol-acme')
    await commitFile(acme.as('alice-acme'), 'request', 'free/a', '1')
    expect(await states()).toEqual(['APPROVED'])
    set({ dismissStale: true })
    const head = await commitFile(acme.as('alice-acme'), 'request', 'free/b', '1')
    expect(await states()).toEqual(['DISMISSED'])
    const timeline = await acme
      .as('bob-acme')
      .issues.listEventsForTimeline({ ...ACCESS, issue_number: pull.number })
    const dismissed = timeline.data.find((one) => 'event' in one && one.event === 'review_dismissed')
    expect(dismissed).toMatchObject({
      actor: { login: 'alice-acme' },
      dismissed_review: { state: 'approved', dismissal_commit_id: head }
    })
  })

  test('bringing the branch up to date changes nothing that was approved: GitHub stamps it with the new head', async () => {
    putBack(acme)
    set({ dismissStale: true })
    await approve('carol-acme')
    await commitFile(acme.as('olga-acme'), 'main', 'elsewhere', '1')
    await acme.as('alice-acme').pulls.updateBranch(at())
    const { data } = await acme.as('bob-acme').pulls.listReviews(at())
    const head = (await acme.as('bob-acme').pulls.get(at())).data.head.sha
    expect(head).not.toBe(pull.head)
    expect(data.map(({ commit_id, state }) => [state, commit_id])).toEqual([['APPROVED', head]])
  })

  test('the last push must be approved by another than who pushed', async () => {
    putBack(acme)
    set({ lastPush: true })
    const head = await commitFile(acme.as('carol-acme'), 'request', 'free/a', '1')
    await passCheck(head)
    await approve('carol-acme')
    expect((await refusal(merge('alice-acme'))).why).toMatch(
      /approval from someone other than the last pusher/u
    )
    await approve('bob-acme')
    expect((await merge('alice-acme')).data.merged).toBe(true)
  })
})

describe('dismissing', () => {
  test('only those whom the protection names, with words, and it is told who', async () => {
    putBack(acme)
    const { data } = await approve('carol-acme')
    const one = { ...at(), review_id: data.id, message: 'outdated' }
    const dismiss = (login: string, more = {}) => acme.as(login).pulls.dismissReview({ ...one, ...more })
    expect((await refusal(dismiss('alice-acme'))).status).toBe(403)
    expect((await refusal(dismiss('erin-acme'))).status).toBe(403)
    expect((await refusal(dismiss('mallory'))).status).toBe(404)
    expect((await refusal(dismiss('grantbook-acme'))).status).toBe(403)
    expect((await refusal(dismiss('grace-acme', { message: '' }))).status).toBe(422)
    expect((await dismiss('grace-acme')).data.state).toBe('DISMISSED')
    expect((await refusal(dismiss('grace-acme'))).status).toBe(422)
    const { data: events } = await acme.as('bob-acme').issues.listEventsForTimeline({
      ...ACCESS,
      issue_number: pull.number
    })
    expect(events.filter((event) => 'event' in event && event.event === 'review_dismissed')).toMatchObject([
      {
        actor: { login: 'grace-acme', id: 17 },
        dismissed_review: { state: 'approved', review_id: data.id, dismissal_message: 'outdated' }
      }
    ])
  })

  test('without a restriction whoever may write dismisses', async () => {
    putBack(acme)
    const { data } = await approve('carol-acme')
    const { reviews } = acme.repository().protection.get('main') ?? {}
    if (reviews) reviews.dismissal = null
    const one = { ...at(), review_id: data.id, message: 'mine' }
    expect((await refusal(acme.as('erin-acme').pulls.dismissReview(one))).status).toBe(403)
    expect((await acme.as('alice-acme').pulls.dismissReview(one)).data.state).toBe('DISMISSED')
  })
})

test('every answer was as GitHub describes it', () => {
  expect([...acme.watch.problems]).toEqual([])
})
