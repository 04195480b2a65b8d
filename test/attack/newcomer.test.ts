import type { IAM } from '@aws-sdk/client-iam'
import { expect, test } from 'vitest'
import { BASE, grant, grantPath } from '../support/book.ts'
import { inScene, told } from '../support/scene.ts'
import { applyBoth, TWO, twoAccounts } from './two-accounts.ts'

const PATH = grantPath('billing-read', 'alice')
const BOTH = grantPath('both', 'alice')

async function remove(iam: IAM, UserName: string): Promise<void> {
  for (const PolicyName of (await iam.listUserPolicies({ UserName })).PolicyNames ?? [])
    await iam.deleteUserPolicy({ UserName, PolicyName })
  for (const { AccessKeyId } of (await iam.listAccessKeys({ UserName })).AccessKeyMetadata ?? [])
    await iam.deleteAccessKey({ UserName, AccessKeyId })
  await iam.deleteUser({ UserName })
}

test('a run between the deletion of a user and its return does not make the newcomer an heir', async () => {
  await inScene({ ...BASE, [PATH]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    const iam = scene.iam()
    await remove(iam, 'alice')
    expect(told(await scene.apply())).toEqual([
      'refused grant aws-prod/billing-read/alice',
      'unchanged revoke aws-prod/billing-read/alice'
    ])
    await iam.createUser({ UserName: 'alice' })
    scene.writes()
    const ran = await scene.apply()
    expect([ran.status, told(ran), scene.writes()]).toEqual([
      1,
      ['held grant aws-prod/billing-read/alice'],
      []
    ])
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
    expect((await scene.apply()).status).toBe(0)

    scene.repository.commit({ ...BASE, [PATH]: grant('2026-12-14', 'ticket: OPS-1\n') })
    expect(told(await scene.apply())).toEqual(['done grant aws-prod/billing-read/alice'])
    iam.destroy()
  })
})

test('a suspension does not wash off whose the grant was', async () => {
  const files = { ...BASE, [PATH]: grant('2026-12-14') }
  await inScene(files, async (scene) => {
    await scene.apply()
    scene.repository.commit({ ...files, 'grants/suspensions/alice.yaml': 'reason: Laptop stolen\n' })
    expect(told(await scene.apply())).toEqual(['done revoke aws-prod/billing-read/alice'])
    const iam = scene.iam()
    await remove(iam, 'alice')
    await iam.createUser({ UserName: 'alice' })
    scene.repository.commit(files)
    expect(told(await scene.apply())).toEqual(['held grant aws-prod/billing-read/alice'])
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
    iam.destroy()
  })
})

test('what a bundle gives in another account makes nobody forget who the newcomer is', async () => {
  await inScene(
    { ...TWO, [BOTH]: grant('2026-12-14') },
    async (scene) => {
      expect(told(await applyBoth(scene))).toEqual([
        'done grant aws-prod/both/alice',
        'done grant aws-prod/both/alice'
      ])
      const iam = scene.iam()
      await remove(iam, 'alice')
      await iam.createUser({ UserName: 'alice' })
      expect((await applyBoth(scene)).status).toBe(1)
      // Something else is recorded of the same grant in the other account.
      scene.repository.commit({
        ...TWO,
        [BOTH]: grant('2026-12-14'),
        'grants/systems/aws-west/mail-read/entitlement.yaml': (
          TWO['grants/systems/aws-west/mail-read/entitlement.yaml'] ?? ''
        ).replace('ses:GetAccount', 'ses:GetConfigurationSet')
      })
      const changed = await applyBoth(scene)
      expect([changed.status, told(changed)]).toEqual([
        0,
        ['held grant aws-prod/both/alice', 'done update aws-prod/both/alice']
      ])
      const again = await applyBoth(scene)
      expect([again.status, again.calls.write, scene.mayAssume('alice', 'billing-read')]).toEqual([
        0,
        0,
        false
      ])
      iam.destroy()
    },
    twoAccounts()
  )
})

test('refused in two accounts for two reasons, it is news once', async () => {
  const world = twoAccounts()
  const [first, second] = world.aws ?? []
  await inScene(
    { ...TWO, [BOTH]: grant('2026-12-14') },
    async (scene) => {
      const states: number[] = []
      for (let run = 0; run < 3; run++) states.push((await applyBoth(scene)).status)
      expect(states).toEqual([1, 0, 0])
      expect(scene.repository.events(BOTH).map(({ code }) => code)).toEqual([
        'role-missing',
        'principal-missing'
      ])
    },
    {
      ...world,
      aws: [...(first ? [{ ...first, roles: [] }] : []), ...(second ? [{ ...second, users: [] }] : [])]
    }
  )
})
