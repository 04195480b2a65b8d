import { expect, test } from 'vitest'
import { BASE, grant, grantPath } from '../support/book.ts'
import { inScene, told } from '../support/scene.ts'

const PATH = grantPath('billing-read', 'alice')

test('a user that is deleted and made again inherits nothing, now or later, until the grant is requested anew', async () => {
  await inScene({ ...BASE, [PATH]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    const iam = scene.iam()
    const [policy = ''] = (await iam.listUserPolicies({ UserName: 'alice' })).PolicyNames ?? []
    const { PolicyDocument = '' } = await iam.getUserPolicy({ UserName: 'alice', PolicyName: policy })
    await iam.deleteUserPolicy({ UserName: 'alice', PolicyName: policy })
    for (const { AccessKeyId } of (await iam.listAccessKeys({ UserName: 'alice' })).AccessKeyMetadata ?? []) {
      await iam.deleteAccessKey({ UserName: 'alice', AccessKeyId })
    }
    await iam.deleteUser({ UserName: 'alice' })
    await iam.createUser({ UserName: 'alice' })
    scene.writes()

    expect((await scene.plan()).refused.map(({ grant: path, code }) => [path, code])).toEqual([
      [PATH, 'principal-recreated']
    ])
    const ran = await scene.apply()
    expect([ran.status, told(ran), scene.writes()]).toEqual([
      1,
      ['held grant aws-prod/billing-read/alice', 'unchanged revoke aws-prod/billing-read/alice'],
      []
    ])
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
    const events = scene.repository.events(PATH).map(({ event, why }) => [event, why])
    expect(events.map(([event]) => event)).toEqual(['issued', 'held', 'revoked'])

    // Listed from now on, no news; and held although evidence knows nothing of hers any more.
    const again = await scene.apply()
    expect([again.status, told(again), scene.writes()]).toEqual([
      0,
      ['held grant aws-prod/billing-read/alice'],
      []
    ])

    // Somebody puts our own policy back by hand: it is taken off.
    await iam.putUserPolicy({
      UserName: 'alice',
      PolicyName: policy,
      PolicyDocument: decodeURIComponent(PolicyDocument)
    })
    expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
    scene.writes()
    const cleaned = await scene.apply()
    expect([cleaned.status, scene.writes()]).toEqual([0, ['DeleteUserPolicy']])
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)

    // Requested anew, approved anew: hers.
    scene.repository.commit({ ...BASE, [PATH]: grant('2026-12-14', 'ticket: OPS-1\n') })
    const renewed = await scene.apply()
    expect([renewed.status, told(renewed)]).toEqual([0, ['done grant aws-prod/billing-read/alice']])
    iam.destroy()
  })
})
