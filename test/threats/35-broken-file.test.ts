import { expect, test } from 'vitest'
import { BASE, at, grant, grantPath } from '../support/book.ts'
import { inScene, told } from '../support/scene.ts'

const ROLE = grantPath('billing-read', 'alice')
const GROUP = grantPath('auditors', 'alice')
const BROKEN = 'reason: Month-end reconciliation\nexpires: never\n'

test('a broken file keeps what stands to the date it has, and not a second longer', async () => {
  await inScene({ ...BASE, [ROLE]: grant('2026-12-14'), [GROUP]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    scene.writes()
    scene.repository.commit({ ...BASE, [ROLE]: BROKEN, [GROUP]: BROKEN })
    const ran = await scene.apply()
    expect([ran.status, told(ran), scene.writes()]).toEqual([
      1,
      ['refused grant aws-prod/auditors/alice', 'refused grant aws-prod/billing-read/alice'],
      []
    ])
    expect(scene.mayAssume('alice', 'billing-read', at('2026-12-14T23:59:59Z'))).toBe(true)
    expect(scene.mayAssume('alice', 'billing-read', at('2026-12-15T00:00:00Z'))).toBe(false)

    scene.sandbox.clock.set(at('2026-12-15T00:00:00Z'))
    const later = await scene.apply()
    expect(told(later)).toEqual([
      'refused grant aws-prod/auditors/alice',
      'done revoke aws-prod/auditors/alice',
      'refused grant aws-prod/billing-read/alice',
      'done revoke aws-prod/billing-read/alice'
    ])
    expect(scene.writes()).toEqual(['RemoveUserFromGroup', 'DeleteUserPolicy'])
  })
})

test('breaking the file and stretching the date by hand gains nothing', async () => {
  await inScene({ ...BASE, [ROLE]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    const iam = scene.iam()
    const [policy = ''] = (await iam.listUserPolicies({ UserName: 'alice' })).PolicyNames ?? []
    const { PolicyDocument = '' } = await iam.getUserPolicy({ UserName: 'alice', PolicyName: policy })
    const stretched = decodeURIComponent(PolicyDocument).replace('2026-12-15', '2029-12-15')
    await iam.putUserPolicy({ UserName: 'alice', PolicyName: policy, PolicyDocument: stretched })
    scene.repository.commit({ ...BASE, [ROLE]: BROKEN })
    const ran = await scene.apply()
    expect(told(ran)).toEqual([
      'refused grant aws-prod/billing-read/alice',
      'done revoke aws-prod/billing-read/alice'
    ])
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
    iam.destroy()
  })
})
