import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at } from '../support/book.ts'
import type { ForgeScene, Moment } from '../support/forge-scene.ts'
import {
  BRANCH,
  doneTo,
  fileAbout,
  kinds,
  nightOf,
  openOutsideScene,
  policy,
  problemsOf,
  pullAbout,
  userOf
} from './outside-scene.ts'
import { shown } from './person-scene.ts'

const ALICE = fileAbout('alice')
const MALLORY = fileAbout('mallory')

let scene: ForgeScene
let found: Moment
let pull: number
beforeAll(async () => {
  scene = await openOutsideScene('revoke', [
    { name: 'alice', inline: { job: policy('Allow', 's3:*') } },
    { name: 'carol', inline: { own: policy('Allow', 'sqs:*') } },
    { name: 'mallory', inline: { job: policy('Allow', 'ec2:*'), keep: policy('Deny', 's3:*') } }
  ])
  const first = await nightOf(scene)
  if (first.status !== 0) throw new Error(first.err)
  pull = await pullAbout(scene)
  found = scene.save()
})
beforeEach(() => scene.restore(found))
afterAll(() => scene.close())

/** Changes the file about somebody on our branch. */
async function decide(who: string, path: string, change: (text: string) => string): Promise<void> {
  await scene.git('frank', 'fetch', '-q', 'origin', '+refs/heads/*:refs/remotes/origin/*')
  await scene.git('frank', 'checkout', '-q', '--force', '-B', BRANCH, `origin/${BRANCH}`)
  const text = await scene.git('frank', 'show', `origin/${BRANCH}:${path}`)
  await scene.more(who, BRANCH, { [path]: change(text) }, 'Decide')
}

const tolerating = (expires: string) => (text: string) =>
  text
    .replace(/^expires: .*$/mu, `expires: ${expires}`)
    .replace(
      'decision: undecided',
      'decision: tolerate\nowner: dave\nreason: Vendor migration until December'
    )

async function judged(): Promise<{ readonly state: string; readonly why: string | null }> {
  const ran = await scene.run('approvals', '--format', 'json', '--pull', String(pull))
  return JSON.parse(ran.out) as { readonly state: string; readonly why: string | null }
}

async function approvedAndMerged(...approvers: readonly string[]): Promise<void> {
  scene.wait(1)
  for (const approver of approvers) await scene.review(approver, pull)
  scene.wait(1)
  await scene.merge('frank', pull)
  scene.wait(1)
}

async function close(who: string): Promise<void> {
  scene.wait(1)
  await scene.api(who, 'PATCH', `/pulls/${pull}`, { state: 'closed' })
  scene.wait(1)
}

describe('a decision to tolerate', () => {
  test('needs an owner of the files who has no part in it; then it stands until its date, and goes after it', async () => {
    await decide('dave', ALICE, tolerating('2026-12-20'))
    // Who has it, and who is to answer for it, don't count.
    for (const own of ['alice', 'dave']) await scene.review(own, pull)
    expect((await judged()).state).toBe('missing')
    // Grace governs; Carol owns the system, but what was found on her is among the files.
    await approvedAndMerged('grace')
    const apply = await scene.apply()
    expect([apply.status, kinds(scene, ALICE)]).toEqual([
      0,
      ['discovered', 'requested', 'approved', 'tolerated']
    ])
    expect(scene.events(ALICE).at(-1)).toMatchObject({
      owner: 'dave',
      until: '2026-12-21T00:00:00Z',
      items: [{ id: 'inline:job' }]
    })
    scene.sandbox.clock.set(at('2026-12-20T02:00:00Z'))
    const before = await nightOf(scene)
    expect(doneTo(before.outcomes).filter((one) => one.startsWith('user.alice'))).toEqual([])
    expect(userOf(scene, 'alice').inline.map(({ name }) => name)).toEqual(['job'])
    scene.sandbox.clock.set(at('2026-12-21T02:00:00Z'))
    const after = await nightOf(scene)
    expect(doneTo(after.outcomes).filter((one) => one.startsWith('user.alice'))).toEqual([
      'user.alice done inline:job'
    ])
    expect(userOf(scene, 'alice').inline).toEqual([])
    expect(kinds(scene, ALICE).slice(4)).toEqual(['saved', 'revoked'])
    expect(await problemsOf(scene)).toEqual([])
  })

  test('can’t be about anything but what was found', async () => {
    await decide('dave', ALICE, (text) =>
      tolerating('2026-12-20')(text).replace('inline:job', 'inline:other')
    )
    await scene.review('grace', pull)
    expect(await judged()).toMatchObject({
      state: 'refused',
      why: expect.stringContaining('is written by our App alone')
    })
  })
})

describe('a decision to revoke', () => {
  test('takes it away with the next apply, without any approval of ours', async () => {
    // All files first: Grace lets them in undecided.
    await approvedAndMerged('grace')
    await scene.apply()
    const text = await scene.git('frank', 'show', `origin/main:${ALICE}`)
    await scene.branch('dave', 'go', { [ALICE]: text.replace('undecided', 'revoke') })
    const other = await scene.pull('dave', 'go')
    await scene.merge('frank', other)
    scene.wait(1)
    const apply = await scene.apply()
    expect([apply.status, doneTo(apply.outcomes as never)]).toEqual([0, ['user.alice done inline:job']])
    expect(userOf(scene, 'alice').inline).toEqual([])
    expect(userOf(scene, 'mallory').inline.map(({ name }) => name)).toEqual(['job', 'keep'])
    expect(kinds(scene, ALICE).slice(-3)).toEqual(['reduced', 'saved', 'revoked'])
    scene.wait(1)
    const again = await scene.apply()
    expect([again.status, doneTo(again.outcomes as never), again.calls.write]).toEqual([0, [], 0])
    expect(await problemsOf(scene)).toEqual([])
  })
})

describe('our pull request, closed without merging it', () => {
  test('by an owner: everything goes with the next apply but what is his own, and what holds a Deny', async () => {
    await close('carol')
    const apply = await scene.apply()
    expect(apply.status).toBe(0)
    expect(doneTo(apply.outcomes as never).toSorted()).toEqual([
      'user.alice done inline:job',
      'user.mallory done inline:job'
    ])
    expect(scene.events(ALICE)[1]).toMatchObject({
      event: 'declined',
      person: 'carol',
      number: 103,
      as: '@carol-acme',
      pull: `acme/access#${pull}`
    })
    expect(kinds(scene, MALLORY)).toEqual(['discovered', 'declined', 'saved', 'revoked'])
    expect(kinds(scene, fileAbout('carol'))).toEqual(['discovered'])
    // What is still to be asked is asked again: Carol's own, and nothing of Alice's.
    const night = await nightOf(scene)
    expect(night.pulls.map(({ branch, state }) => [branch, state])).toEqual([[BRANCH, 'reopened']])
    expect((await shown(scene, pull)).body).not.toContain('user/alice')
    expect(await problemsOf(scene)).toEqual([])
  })

  test('by anybody else, or by deleting its branch: it is opened again, with the same dates', async () => {
    await close('dave')
    const apply = await scene.apply()
    expect(doneTo(apply.outcomes as never)).toEqual([])
    expect((await nightOf(scene)).pulls.map(({ state }) => state)).toEqual(['reopened'])
    expect(await pullAbout(scene)).toBe(pull)
    scene.wait(1)
    await scene.api('frank', 'DELETE', `/git/refs/heads/${BRANCH}`)
    scene.wait(1)
    expect(doneTo((await scene.apply()).outcomes as never)).toEqual([])
    const next = await nightOf(scene)
    expect(next.pulls.map(({ branch, state }) => [branch, state])).toEqual([[BRANCH, 'opened']])
    expect(kinds(scene, ALICE)).toEqual(['discovered'])
    expect(userOf(scene, 'alice').inline.map(({ name }) => name)).toEqual(['job'])
  })
})
