import { IAM } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at } from '../support/book.ts'
import type { ForgeScene, Moment } from '../support/forge-scene.ts'
import { fileAbout, kinds, nightOf, openOutsideScene, policy, problemsOf, userOf } from './outside-scene.ts'
import { as, fileOn, personal, pullsIn, shown } from './person-scene.ts'

const ALICE = fileAbout('alice')
const WORDS = ['--expires', '30d', '--reason', 'The migration still needs it', '--format', 'json']

let scene: ForgeScene
let gone: Moment
let id: string
beforeAll(async () => {
  scene = await openOutsideScene('revoke', [{ name: 'alice', inline: { job: policy('Allow', 's3:*') } }])
  await nightOf(scene)
  scene.sandbox.clock.set(at('2026-11-28T02:17:00Z'))
  const night = await nightOf(scene)
  if (userOf(scene, 'alice').inline.length > 0) throw new Error(night.err)
  id = String(scene.events(ALICE).find(({ event }) => event === 'saved')?.['id'])
  gone = scene.save()
})
beforeEach(() => scene.restore(gone))
afterAll(() => scene.close())

/** The command of somebody who may do anything in the account, and has a token of her own. */
function putBack(who: string, ...more: readonly string[]) {
  const { AWS_ENDPOINT_URL_IAM, AWS_ENDPOINT_URL_STS, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } =
    scene.environment()
  const environment = {
    ...personal(scene, who),
    AWS_ENDPOINT_URL_IAM,
    AWS_ENDPOINT_URL_STS,
    AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY
  }
  return scene.runWith({ environment }, 'restore', id, '--put-back', '--format', 'json', ...more)
}

async function asked(): Promise<number> {
  const ran = await as(scene, 'bob', 'restore', id, ...WORDS)
  if (ran.status !== 0) throw new Error(ran.err)
  return (JSON.parse(ran.out) as { pull: number }).pull
}

async function approved(pull: number, approver: string): Promise<void> {
  scene.wait(1)
  await scene.review(approver, pull)
  scene.wait(1)
  await scene.merge('frank', pull)
  scene.wait(1)
  await scene.apply()
}

const inline = () => userOf(scene, 'alice').inline.map(({ name }) => name)

function administrator(): IAM {
  const { AWS_ENDPOINT_URL_IAM, AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = scene.environment()
  return new IAM({
    endpoint: AWS_ENDPOINT_URL_IAM ?? '',
    region: 'us-east-1',
    credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }
  })
}

describe('grantbook restore', () => {
  test('asks first; once approved, gives back just what was taken; then it ends again', async () => {
    const pull = await asked()
    const { title, body } = await shown(scene, pull)
    expect(title).toBe(`Restore ${id} in aws-prod until 2026-12-28T02:17:00Z`)
    expect(body).toContain('inline policy job')
    expect(await fileOn(scene, `restore/${id}`, ALICE)).toContain('decision: tolerate\nowner: bob')
    // Nobody has approved it: nothing comes back.
    const early = await putBack('frank')
    expect([early.status, early.err, inline()]).toEqual([
      1,
      expect.stringContaining('Nobody has approved'),
      []
    ])
    await approved(pull, 'carol')
    expect(inline()).toEqual([])
    // The night doesn't take the file for settled while it waits.
    expect((await nightOf(scene)).pulls.filter(({ state }) => state === 'opened')).toEqual([])
    const given = await putBack('frank')
    expect([given.status, JSON.parse(given.out), inline()]).toEqual([
      0,
      { branch: null, format: 1, ok: true, pull: null, restored: true },
      ['job']
    ])
    const night = await nightOf(scene)
    expect([night.status, inline()]).toEqual([0, ['job']])
    expect(kinds(scene, ALICE)).toEqual([
      'discovered',
      'saved',
      'revoked',
      'requested',
      'approved',
      'tolerated',
      'restored'
    ])
    expect(await problemsOf(scene)).toEqual([])
    const told = await scene.run('explain', ALICE, '--evidence', 'refs/grantbook/evidence')
    expect(told.out).toContain('Stands again, as its approved file allows: inline:job.')
    scene.sandbox.clock.set(at('2026-12-29T02:17:00Z'))
    await nightOf(scene)
    expect(inline()).toEqual([])
    expect(await problemsOf(scene)).toEqual([])
  })

  test('gives nothing to a newcomer of the same name, and nothing for approval by whoever has it', async () => {
    const pull = await asked()
    await approved(pull, 'alice')
    const own = await putBack('frank')
    expect([own.status, own.err]).toEqual([1, expect.stringContaining('Nobody has approved')])
    await scene.restore(gone)
    await approved(await asked(), 'carol')
    const iam = administrator()
    await iam.deleteUser({ UserName: 'alice' })
    await iam.createUser({ UserName: 'alice' })
    const newcomer = await putBack('frank')
    expect([newcomer.status, newcomer.err, inline()]).toEqual([
      1,
      expect.stringContaining('it was deleted and made again'),
      []
    ])
  })

  test('brings back only what the record says was found, word for word', async () => {
    await asked()
    const text = await fileOn(scene, `restore/${id}`, ALICE)
    for (const [name, wider] of [
      ['id', text.replace('inline:job', 'inline:other')],
      ['date', text.replace('firstSeen: 2026-11-20', 'firstSeen: 2026-11-27')],
      ['maker', text.replace('by: "unknown"', 'by: "arn:aws:iam::123456789012:user/bob"')]
    ] as const) {
      await scene.branch('bob', `wider-${name}`, { [ALICE]: wider })
      const pull = await scene.pull('bob', `wider-${name}`)
      await scene.review('carol', pull)
      const ran = await scene.run('approvals', '--format', 'json', '--pull', String(pull))
      expect([name, JSON.parse(ran.out)]).toEqual([
        name,
        expect.objectContaining({
          state: 'refused',
          why: expect.stringContaining('is written by our App alone')
        })
      ])
    }
  })

  test('says what it doesn’t know, and what is missing', async () => {
    const before = await pullsIn(scene)
    const unknown = await as(scene, 'bob', 'restore', '000000000000', ...WORDS)
    expect([unknown.status, unknown.err]).toEqual([2, expect.stringContaining('Nothing was saved under')])
    const mute = await as(scene, 'bob', 'restore', id, '--expires', '30d')
    expect([mute.status, mute.err]).toEqual([2, expect.stringContaining('--reason is missing')])
    const long = await as(
      scene,
      'bob',
      'restore',
      id,
      '--expires',
      '400d',
      '--reason',
      'Long ago and far away'
    )
    expect([long.status, long.out]).toEqual([1, expect.stringContaining('toleration-too-long')])
    expect(await pullsIn(scene)).toBe(before)
  })
})
