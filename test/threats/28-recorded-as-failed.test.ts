import { expect, test } from 'vitest'
import { BASE, grant, grantPath } from '../support/book.ts'
import { inScene, told } from '../support/scene.ts'

const PATH = grantPath('billing-read', 'alice')
const BOB = grantPath('billing-read', 'bob')

test('a revocation that AWS refuses is told and recorded as failed, until it is seen to be gone', async () => {
  await inScene({ ...BASE, [PATH]: grant('2026-12-14'), [BOB]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    scene.repository.commit(BASE)
    scene.sandbox.setFaults([{ service: 'iam', operation: 'DeleteUserPolicy', kind: 'denied' }])
    const ran = await scene.apply()
    expect([ran.status, told(ran)]).toEqual([
      1,
      ['failed revoke aws-prod/billing-read/alice', 'done revoke aws-prod/billing-read/bob']
    ])
    const events = () => scene.repository.events(PATH).map(({ event, code }) => code ?? event)
    expect([scene.mayAssume('alice', 'billing-read'), events()]).toEqual([true, ['issued', 'AccessDenied']])

    expect(told(await scene.apply())).toEqual(['done revoke aws-prod/billing-read/alice'])
    expect([scene.mayAssume('alice', 'billing-read'), events()]).toEqual([
      false,
      ['issued', 'AccessDenied', 'revoked']
    ])
  })
})
