import { expect, test } from 'vitest'
import { BASE, grant, grantPath } from '../support/book.ts'
import { inScene, told, worldOf } from '../support/scene.ts'

const ALICE = grantPath('billing-read', 'alice')
const BOB = grantPath('billing-read', 'bob')

test('a permissions boundary that can’t be read holds up what is new under it, and nobody’s revocation', async () => {
  const users = [
    { name: 'alice', boundary: 'arn:aws:iam::aws:policy/PowerUserAccess' },
    { name: 'bob' },
    { name: 'carol' }
  ]
  await inScene(
    { ...BASE, [BOB]: grant('2026-12-14') },
    async (scene) => {
      await scene.apply()
      scene.writes()
      scene.repository.commit({ ...BASE, [ALICE]: grant('2026-12-14') })
      scene.sandbox.setFaults([{ service: 'iam', operation: 'GetPolicy', kind: 'denied', times: 100 }])
      const ran = await scene.apply()
      expect([ran.status, told(ran)]).toEqual([
        1,
        ['refused grant aws-prod/billing-read/alice', 'done revoke aws-prod/billing-read/bob']
      ])
      expect(ran.err).toContain('PowerUserAccess can’t be read')
      expect([scene.mayAssume('alice', 'billing-read'), scene.mayAssume('bob', 'billing-read')]).toEqual([
        false,
        false
      ])
    },
    worldOf([], { users })
  )
})
