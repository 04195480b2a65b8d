import { expect, test } from 'vitest'
import { at, BASE, grant, grantPath, person, TASK, workload, type Files } from '../support/book.ts'
import { inScene, told } from '../support/scene.ts'
import { applyBoth, OTHER, TWO, twoAccounts } from './two-accounts.ts'

const PATH = grantPath('billing-read', 'alice')
const SYSTEM = 'grants/systems/aws-prod/system.yaml'
const SETTINGS = 'grants/grantbook.yaml'

function broken(files: Files, path: string): Files {
  return { ...files, [path]: `${files[path] ?? ''}nonsense: true\n` }
}

test('a system’s file that somebody breaks ends no revocation there', async () => {
  const [member, lapsed] = [grantPath('auditors', 'alice'), grantPath('auditors', 'carol')]
  const files = {
    ...BASE,
    [PATH]: grant('2026-12-14'),
    [member]: grant('2026-12-14'),
    [lapsed]: grant('2026-11-21'),
    [grantPath('logs-read', 'bob')]: grant('2026-12-14')
  }
  await inScene(files, async (scene) => {
    await scene.apply()
    scene.writes()
    // Deleted, ended and suspended, while nobody can read the system's file; and one that asks for more.
    const { [PATH]: _gone, ...rest } = files
    scene.repository.commit({
      ...broken(rest, SYSTEM),
      'grants/suspensions/bob.yaml': 'reason: Laptop stolen\n',
      [member]: grant('2026-12-20'),
      [grantPath('billing-read', 'carol')]: grant('2026-12-14')
    })
    scene.sandbox.clock.set(at('2026-11-22T00:00:00Z'))
    const ran = await scene.apply()
    expect([ran.status, told(ran)]).toEqual([
      1,
      [
        'refused grant aws-prod/auditors/alice',
        'refused grant aws-prod/auditors/carol',
        'done revoke aws-prod/auditors/carol',
        'done revoke aws-prod/billing-read/alice',
        'refused grant aws-prod/billing-read/carol',
        'done revoke aws-prod/logs-read/bob',
        'failed system aws-prod'
      ]
    ])
    expect(scene.writes().toSorted()).toEqual(['DeleteUserPolicy', 'DeleteUserPolicy', 'RemoveUserFromGroup'])
    // What it must not do: nothing new, nothing longer, and what stands stays.
    expect(scene.mayAssume('carol', 'billing-read')).toBe(false)
    scene.sandbox.clock.set(at('2026-12-15T00:00:00Z'))
    expect(told(await scene.apply())).toContain('done revoke aws-prod/auditors/alice')
  })
})

test('an account number that is no number is no way out either', async () => {
  await inScene({ ...BASE, [PATH]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    scene.repository.commit({ ...BASE, [SYSTEM]: (BASE[SYSTEM] ?? '').replace('"123456789012"', '"1"') })
    const ran = await scene.apply()
    expect([ran.status, told(ran)]).toEqual([
      1,
      ['done revoke aws-prod/billing-read/alice', 'failed system aws-prod']
    ])
  })
})

test('a bundle over two accounts stands still while one of them can’t be read, and still ends', async () => {
  const BOTH = grantPath('both', 'alice')
  const files = { ...TWO, [BOTH]: grant('2026-12-14') }
  await inScene(
    files,
    async (scene) => {
      await applyBoth(scene)
      scene.repository.commit(broken(files, 'grants/systems/aws-west/system.yaml'))
      const still = await applyBoth(scene)
      expect([told(still), still.calls.write]).toEqual([
        ['refused grant aws-prod/both/alice', 'failed system aws-west'],
        0
      ])
      const { [BOTH]: _gone, ...rest } = files
      scene.repository.commit(broken(rest, 'grants/systems/aws-west/system.yaml'))
      expect(told(await applyBoth(scene))).toEqual([
        'done revoke aws-prod/both/alice',
        'done revoke aws-prod/both/alice',
        'failed system aws-west'
      ])
      const mail = { account: OTHER, principal: 'user/alice', action: 'ses:GetAccount', resource: '*' }
      expect(scene.sandbox.can(mail).allowed).toBe(false)
    },
    twoAccounts()
  )
})

test.each([
  ['the settings', SETTINGS],
  ['the person', 'grants/people/alice.yaml'],
  ['the entitlement', 'grants/systems/aws-prod/billing-read/entitlement.yaml']
])('a shortened date is kept although somebody broke %s', async (_what, path) => {
  await inScene({ ...BASE, [PATH]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    scene.repository.commit(broken({ ...BASE, [PATH]: grant('2026-11-25') }, path))
    const ran = await scene.applyPushed()
    expect([ran.status, ran.calls.write]).toEqual([1, 1])
    expect(told(ran)).toContain('done shorten aws-prod/billing-read/alice')
    scene.sandbox.clock.set(at('2026-11-26T00:00:00Z'))
    expect(told(await scene.applyPushed())).toContain('done revoke aws-prod/billing-read/alice')
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
  })
})

test('a statement that nobody issued is not kept by breaking the file that it names', async () => {
  const [first, second] = [grantPath('billing-read', 'alice'), grantPath('logs-read', 'bob')]
  await inScene({ ...BASE, [first]: grant('2026-12-14'), [second]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    const iam = scene.iam()
    const [policy = ''] = (await iam.listUserPolicies({ UserName: 'alice' })).PolicyNames ?? []
    const { PolicyDocument = '' } = await iam.getUserPolicy({ UserName: 'alice', PolicyName: policy })
    const document = decodeURIComponent(PolicyDocument).replace('2026-12-15', '2099-12-15')
    scene.repository.commit({ ...BASE, [second]: grant('2026-12-14') })
    await scene.apply()
    // The revoked grant comes back by hand, for ever, under a file that can't be judged.
    await iam.putUserPolicy({ UserName: 'alice', PolicyName: policy, PolicyDocument: document })
    scene.repository.commit({ ...BASE, [first]: 'x: [', [second]: grant('2026-12-14') })
    expect(told(await scene.apply())).toEqual([
      'refused grant aws-prod/billing-read/alice',
      'done revoke aws-prod/billing-read/alice',
      'unchanged grant aws-prod/logs-read/bob'
    ])
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
    iam.destroy()
  })
})

test('settings that can’t be read take no grace from anybody', async () => {
  const path = grantPath('logs-read', 'exporter')
  const files = {
    ...BASE,
    'grants/people/alice.yaml': person('alice', 'ends: 2026-11-21\n'),
    'grants/workloads/exporter.yaml': workload('exporter'),
    [path]: grant('2026-12-14', TASK)
  }
  await inScene(files, async (scene) => {
    await scene.apply()
    scene.sandbox.clock.set(at('2026-11-23T00:00:00Z'))
    scene.repository.commit(broken(files, SETTINGS))
    scene.writes()
    expect([told(await scene.applyPushed()), scene.writes()]).toEqual([
      ['refused update grantbook', 'unchanged grant aws-prod/logs-read/exporter'],
      []
    ])
  })
})
