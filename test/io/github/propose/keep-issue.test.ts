import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { keepIssue, type KeptIssue, type WantedIssue } from '../../../../src/io/github/propose/keep-issue.ts'
import { ownIssues, type OwnIssue } from '../../../../src/io/github/propose/own-issues.ts'
import { propose } from '../../../../src/io/github/propose/propose.ts'
import { ForgeScene, REPOSITORY, type Moment } from '../../../support/forge-scene.ts'
import { APP, FILES, callsOf, deskOf, githubOf, proposalOf, putBack } from './stand.ts'

let scene: ForgeScene
let begin: Moment

beforeAll(async () => {
  scene = await ForgeScene.open({ files: FILES, genesis: false })
  begin = scene.save()
})
afterEach(() => putBack(scene, begin))
afterAll(() => scene.close())

const ISSUE: WantedIssue = {
  key: 'notice/alice',
  title: 'Access of alice ends soon',
  body: 'billing-read ends.',
  assignees: ['alice-acme'],
  labels: ['grantbook'],
  open: true
}

async function listed(): Promise<readonly OwnIssue[]> {
  const read = await ownIssues(githubOf(scene), APP, 'grantbook')
  if (!read.ok) throw new Error(read.gap.why)
  return read.value
}

async function keep(over: Partial<WantedIssue> = {}): Promise<KeptIssue> {
  const kept = await keepIssue(deskOf(scene), await listed(), { ...ISSUE, ...over })
  if (!kept.ok) throw new Error(kept.gap.why)
  return kept.value
}

interface Seen {
  readonly number: number
  readonly state: string
  readonly title: string
  readonly body: string
}

async function seen(): Promise<readonly Seen[]> {
  const { value } = await scene.call('frank', 'GET', `/repos/${REPOSITORY}/issues?state=all&direction=asc`)
  return value as Seen[]
}

it('is made, with a marker that nobody sees', async () => {
  expect(await keep()).toEqual({ number: 1, state: 'opened' })
  expect(await seen()).toMatchObject([
    {
      state: 'open',
      title: ISSUE.title,
      body: 'billing-read ends.\n\n<!-- grantbook:about notice/alice -->',
      assignees: [{ login: 'alice-acme' }],
      labels: [{ name: 'grantbook' }]
    }
  ])
})

it('that stands costs the listing alone', async () => {
  await keep()
  scene.sandbox.clearCalls()
  expect(await keep()).toEqual({ number: 1, state: 'unchanged' })
  expect(callsOf(scene)).toEqual(['issues/list-for-repo', 'issues/list-for-repo'])
})

it('is edited in place, where it differs', async () => {
  await keep()
  expect(await keep({ body: 'Two end.' })).toEqual({ number: 1, state: 'updated' })
  await scene.api('bob', 'PATCH', '/issues/1', { title: 'Mine', labels: [] })
  expect(await keep({ body: 'Two end.' })).toEqual({ number: 1, state: 'updated' })
  expect(await seen()).toMatchObject([{ title: ISSUE.title, labels: [{ name: 'grantbook' }] }])
})

it('is closed when nothing is left to say, and opened again when there is', async () => {
  await keep()
  expect(await keep({ open: false })).toEqual({ number: 1, state: 'closed' })
  expect(await keep({ open: false })).toEqual({ number: 1, state: 'unchanged' })
  expect(await keep({ body: 'Again.' })).toEqual({ number: 1, state: 'reopened' })
  expect(await seen()).toMatchObject([{ state: 'open', state_reason: 'reopened' }])
  expect(await keep({ key: 'notice/bob', title: 'Other', open: false })).toEqual({
    number: null,
    state: 'none'
  })
})

it('that somebody closed by hand is opened again; who took himself off stays off', async () => {
  await keep()
  await scene.api('alice', 'PATCH', '/issues/1', { assignees: [] })
  expect(await keep()).toEqual({ number: 1, state: 'unchanged' })
  await scene.api('alice', 'PATCH', '/issues/1', { state: 'closed' })
  expect(await keep()).toEqual({ number: 1, state: 'reopened' })
})

it('is one for each key, and a key that begins like another is another', async () => {
  await keep()
  expect(await keep({ key: 'notice/ali', title: 'Other' })).toEqual({ number: 2, state: 'opened' })
  expect(await keep({ key: 'notice/alice' })).toEqual({ number: 1, state: 'unchanged' })
  expect(await keep({ key: 'notice/ali', title: 'Other' })).toEqual({ number: 2, state: 'unchanged' })
})

it('isn’t taken for ours because somebody else wrote our marker, or from a pull request of ours', async () => {
  const body = '<!-- grantbook:about notice/alice -->'
  await scene.api('mallory', 'POST', '/issues', { title: ISSUE.title, body, labels: ['grantbook'] })
  await propose(deskOf(scene), await proposalOf(scene, { body, title: ISSUE.title }))
  expect(await keep()).toEqual({ number: 3, state: 'opened' })
})

it('whose marker somebody took out is known by its title', async () => {
  await keep()
  await scene.api('bob', 'PATCH', '/issues/1', { body: 'nothing' })
  expect(await keep()).toEqual({ number: 1, state: 'updated' })
  expect(await seen()).toHaveLength(1)
})

it('of which there are two becomes one again', async () => {
  await keep()
  await keepIssue(deskOf(scene), [], ISSUE)
  expect((await seen()).map(({ state }) => state)).toEqual(['open', 'open'])
  expect(await keep()).toEqual({ number: 1, state: 'unchanged' })
  expect((await seen()).map(({ state }) => state)).toEqual(['open', 'closed'])
  expect(await keep()).toEqual({ number: 1, state: 'unchanged' })
})

it('is made although somebody can’t be assigned', async () => {
  expect(await keep({ assignees: ['alice-acme', 'nobody-here'] })).toEqual({ number: 1, state: 'opened' })
  expect(await keep({ assignees: ['alice-acme', 'nobody-here'] })).toEqual({ number: 1, state: 'unchanged' })
  await keep({ open: false })
  expect(await keep({ assignees: ['nobody-here'] })).toEqual({ number: 1, state: 'reopened' })
})

it.each(['a b', 'a-->b', '', 'a--b', 'x'.repeat(201)])('%j is no key', async (key) => {
  expect(await keepIssue(deskOf(scene), [], { ...ISSUE, key })).toMatchObject({
    ok: false,
    gap: { passing: false }
  })
})

it('isn’t made a second time because the listing could not be read', async () => {
  await keep()
  scene.sandbox.setFaults([{ service: 'forge', kind: 'denied', operation: 'issues/list-for-repo', call: 2 }])
  expect(await ownIssues(githubOf(scene), APP, 'grantbook')).toMatchObject({ ok: false })
})

it('stays within GitHub’s limits with its marker', async () => {
  const long = { title: `a\n${'x'.repeat(400)}`, body: 'ü'.repeat(80_000) }
  expect(await keep(long)).toEqual({ number: 1, state: 'opened' })
  expect(await keep(long)).toEqual({ number: 1, state: 'unchanged' })
  const [issue] = await seen()
  expect(issue?.body.length).toBeLessThanOrEqual(65_536)
  expect(issue?.body).toContain('<!-- grantbook:about notice/alice -->')
})
