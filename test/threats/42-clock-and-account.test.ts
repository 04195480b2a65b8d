import { expect, test } from 'vitest'
import { MINUTE } from '../../src/book/duration.ts'
import { BASE, grant, grantPath, NOW } from '../support/book.ts'
import { environmentOf } from '../support/repository.ts'
import { inScene, told, worldOf } from '../support/scene.ts'

const PATH = grantPath('billing-read', 'alice')
const ONE = { ...BASE, [PATH]: grant('2026-12-14') }

test.each([
  ['five minutes behind', -5 * MINUTE, 0],
  ['five minutes ahead', 5 * MINUTE, 0],
  ['more behind', -5 * MINUTE - 1000, 2],
  ['more ahead', 5 * MINUTE + 1000, 2]
])('our clock is %s of the account’s', async (_, apart, status) => {
  await inScene(ONE, async (scene) => {
    const ran = await scene.applyWith({ now: NOW + apart })
    expect(ran.status).toBe(status)
    expect(scene.writes()).toEqual(status === 0 ? ['PutUserPolicy'] : [])
    expect(ran.err.includes('5 minutes apart, more than five. Nothing was written.')).toBe(status !== 0)
    expect(scene.repository.events(PATH)).toHaveLength(status === 0 ? 1 : 0)
  })
})

test('keys of another account: nothing is read there, nothing is written', async () => {
  const world = worldOf()
  const two = {
    ...world,
    aws: [...(world.aws ?? []), { account: '210987654321', users: [{ name: 'alice' }] }]
  }
  await inScene(
    ONE,
    async (scene) => {
      const ran = await scene.applyWith({ environment: environmentOf(scene.sandbox, 1) })
      expect([ran.status, ran.out]).toEqual([2, ''])
      expect(ran.err).toContain(
        'The credentials belong to account 210987654321, but the system is account 123456789012'
      )
      expect(scene.sandbox.calls().filter(({ service }) => service === 'iam')).toEqual([])
    },
    two
  )
})

test('throttled for long, an error after the effect, a dropped answer, stale reads: one record, one policy, then nothing to do', async () => {
  await inScene(ONE, async (scene) => {
    scene.sandbox.setFaults([
      { service: 'iam', operation: 'GetAccountAuthorizationDetails', times: 6, kind: 'throttle' },
      { service: 'iam', operation: 'PutUserPolicy', times: 1, kind: 'error-after' },
      { service: 'iam', operation: 'GetUserPolicy', times: 1, kind: 'stale' },
      { service: 'iam', operation: 'ListUserPolicies', times: 1, kind: 'drop-after' }
    ])
    const ran = await scene.apply()
    expect([ran.status, told(ran)]).toEqual([0, ['done grant aws-prod/billing-read/alice']])
    expect(scene.repository.events(PATH).map(({ event }) => event)).toEqual(['issued'])
    scene.writes()
    expect((await scene.apply()).calls.write).toBe(0)
  })
})
