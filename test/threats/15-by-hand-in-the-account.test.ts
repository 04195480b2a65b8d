import { IAM } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCOUNT, at, grant, grantPath } from '../support/book.ts'
import type { ForgeScene } from '../support/forge-scene.ts'
import {
  doneTo,
  fileAbout,
  nightOf,
  openOutsideScene,
  policy,
  problemsOf,
  userOf
} from '../commands/outside-scene.ts'

const ALICE = grantPath('billing-read', 'alice')
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'

let scene: ForgeScene
beforeAll(async () => {
  scene = await openOutsideScene('report', [])
  await scene.request('alice', 'ask', { [ALICE]: grant('2026-12-14') }, ['carol'])
  const { status, err } = await scene.apply()
  if (status !== 0) throw new Error(err)
})
afterAll(() => scene.close())

interface Issue {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly state: string
  readonly assignees: readonly { readonly login: string }[]
  readonly pull_request?: unknown
}

async function issues(): Promise<readonly Issue[]> {
  const all = (await scene.api('frank', 'GET', '/issues?state=all&per_page=100')) as readonly Issue[]
  return all.filter(({ pull_request, title }) => pull_request === undefined && title.startsWith('aws-prod:'))
}

test('in a system that only reports: our own policy is put back; what was attached is told at once and every night, and stays', async () => {
  const { AWS_ENDPOINT_URL_IAM, AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = scene.environment()
  const iam = new IAM({
    endpoint: AWS_ENDPOINT_URL_IAM ?? '',
    region: 'us-east-1',
    credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }
  })
  const [own] = userOf(scene, 'alice').inline
  if (!own) throw new Error('nothing issued')
  await iam.putUserPolicy({
    UserName: 'alice',
    PolicyName: own.name,
    PolicyDocument: JSON.stringify(policy('Allow', '*'))
  })
  await iam.attachUserPolicy({ UserName: 'dave', PolicyArn: ADMIN })
  await iam.putUserPolicy({
    UserName: 'erin',
    PolicyName: 'side',
    PolicyDocument: JSON.stringify(policy('Allow', 'sqs:*'))
  })

  scene.wait(60)
  // At once: whoever can give himself anything. The rest has time.
  const first = await nightOf(scene)
  expect([first.status, userOf(scene, 'alice').inline]).toEqual([0, [own]])
  const [told, ...more] = await issues()
  expect([told?.title, more.length]).toEqual(['aws-prod: 1 thing found outside can’t wait', 0])
  expect(told?.body).toContain('It is `carol-acme` who answers for it.')
  expect(told?.body).toContain('AdministratorAccess attached directly')
  expect(told?.body).not.toMatch(/(?<!`)@carol|inline policy side/u)
  expect(told?.assignees.map(({ login }) => login)).toEqual(['carol-acme'])
  expect(first.issues.filter(({ system }) => system !== null)).toEqual([
    { issue: told?.number, person: null, system: 'aws-prod', state: 'opened' }
  ])

  // Overdue: the same issue, every night anew, and nothing is taken away.
  scene.sandbox.clock.set(at('2026-11-30T02:17:00Z'))
  const second = await nightOf(scene)
  expect(second.issues.map(({ state }) => state)).toEqual(['updated'])
  expect(doneTo(second.outcomes)).toEqual([])
  const [later] = await issues()
  expect(later?.title).toBe('aws-prod: 2 things found outside can’t wait')
  expect(later?.body).toContain(
    '2 things are overdue, the oldest for 2 days; 1 thing lets somebody give himself anything.'
  )
  // The most dangerous first.
  expect(later?.body).toMatch(/AdministratorAccess[\s\S]+inline policy side/u)
  expect((await nightOf(scene)).issues.map(({ state }) => state)).toEqual(['unchanged'])
  expect([userOf(scene, 'dave').attached.length, userOf(scene, 'erin').inline.length]).toEqual([1, 1])

  // Taken away by hand, it closes by itself.
  await iam.detachUserPolicy({ UserName: 'dave', PolicyArn: ADMIN })
  await iam.deleteUserPolicy({ UserName: 'erin', PolicyName: 'side' })
  expect((await nightOf(scene)).issues.map(({ state }) => state)).toEqual(['closed'])
  expect((await issues()).map(({ state }) => state)).toEqual(['closed'])
  expect(scene.events(fileAbout('dave'))).toMatchObject([
    { event: 'discovered', principal: `arn:aws:iam::${ACCOUNT}:user/dave` }
  ])
  expect(await problemsOf(scene)).toEqual([])
})
