import { expect, test } from 'vitest'
import { BASE, at, entitlement, grant, grantPath } from '../support/book.ts'
import { inScene, told } from '../support/scene.ts'

const ON_CALL = 'emergency: {approvers: ["@acme/on-call"], maxDuration: 2h}\n'
const FILES = {
  ...BASE,
  'grants/systems/aws-prod/billing-read/entitlement.yaml': `${entitlement('billing-read')}${ON_CALL}`
}
const EMERGENCY = 'grants/emergency/aws-prod/billing-read/alice.yaml'

test('an emergency grant beyond its limit is not issued, and waiting does not make it short enough', async () => {
  await inScene(
    { ...FILES, [EMERGENCY]: grant('2026-11-20T11:30:00Z', 'incident: INC-1\n') },
    async (scene) => {
      const ran = await scene.apply()
      expect([ran.status, told(ran), scene.writes()]).toEqual([
        1,
        ['refused grant emergency/aws-prod/billing-read/alice'],
        []
      ])
      expect(scene.repository.events(EMERGENCY).map(({ event, code }) => [event, code])).toEqual([
        ['refused', 'emergency-too-long']
      ])
      scene.sandbox.clock.set(at('2026-11-20T10:00:00Z'))
      expect([told(await scene.apply()), scene.writes()]).toEqual([
        ['refused grant emergency/aws-prod/billing-read/alice'],
        []
      ])
      scene.repository.commit({ ...FILES, [EMERGENCY]: grant('2026-11-20T11:59:00Z', 'incident: INC-1\n') })
      expect(told(await scene.apply())).toEqual(['done grant emergency/aws-prod/billing-read/alice'])
      expect(scene.mayAssume('alice', 'billing-read', at('2026-11-20T11:59:00Z'))).toBe(false)
    }
  )
})

test('an ordinary grant likewise', async () => {
  const path = grantPath('billing-read', 'alice')
  await inScene({ ...BASE, [path]: grant('2027-06-30') }, async (scene) => {
    expect((await scene.plan()).refused.map(({ code }) => code)).toEqual(['expires-too-far'])
    expect((await scene.apply()).status).toBe(1)
    scene.sandbox.clock.set(at('2027-05-01T00:00:00Z'))
    const later = await scene.apply()
    expect([later.status, told(later), scene.writes()]).toEqual([
      0,
      ['refused grant aws-prod/billing-read/alice'],
      []
    ])
  })
})

test('an emergency beside an ordinary grant has its own end, and takes the other’s nothing', async () => {
  const path = grantPath('billing-read', 'alice')
  await inScene(
    {
      ...FILES,
      [path]: grant('2026-11-20T10:00:00Z'),
      [EMERGENCY]: grant('2026-11-20T11:00:00Z', 'incident: INC-1\n')
    },
    async (scene) => {
      expect((await scene.apply()).status).toBe(0)
      const holds = (instant: string) => scene.mayAssume('alice', 'billing-read', at(instant))
      expect([holds('2026-11-20T10:59:59Z'), holds('2026-11-20T11:00:00Z')]).toEqual([true, false])
      scene.sandbox.clock.set(at('2026-11-20T10:30:00Z'))
      expect(told(await scene.apply())).toEqual([
        'unchanged grant emergency/aws-prod/billing-read/alice',
        'done revoke aws-prod/billing-read/alice'
      ])
      expect(holds('2026-11-20T10:59:59Z')).toBe(true)
    }
  )
})
