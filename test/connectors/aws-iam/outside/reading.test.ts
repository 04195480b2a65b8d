import { IAM } from '@aws-sdk/client-iam'
import { describe, expect, test } from 'vitest'
import { MOST_LOOKUPS } from '../../../../src/connectors/aws-iam/io/outside/trail.ts'
import { openSession } from '../../../../src/connectors/aws-iam/io/session.ts'
import type { Fault, Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { inSandbox, NOW, ports, world } from '../support.ts'
import {
  arn,
  aws,
  explained,
  foundIn,
  opened,
  policy,
  portsWithTrail,
  revoking,
  trusting
} from './support.ts'

const HOUR = 3_600_000
const NOTHING = explained({})
const root = (sandbox: Sandbox, credentials = sandbox.aws.accounts[0]?.root): IAM => {
  if (!credentials) throw new Error('no account')
  return new IAM({ endpoint: sandbox.aws.iam, region: 'us-east-1', credentials })
}
const byOperation = (sandbox: Sandbox) => {
  const counts: Record<string, number> = {}
  for (const { operation } of sandbox.calls()) counts[operation] = (counts[operation] ?? 0) + 1
  return counts
}

describe('who made it', () => {
  test('CloudTrail tells of each kind of thing, when and by whom', async () => {
    const start = world([{ name: 'bob', keys: 1, attached: [aws('IAMFullAccess')] }], [], {
      groups: [{ name: 'admins' }]
    })
    await inSandbox(start, async (sandbox) => {
      const iam = root(sandbox, sandbox.aws.accounts[0]?.users['bob'])
      const minute = (n: number): void => sandbox.clock.set(NOW + n * 60_000)
      const UserName = 'Mallory'
      minute(1)
      await iam.createUser({ UserName })
      minute(2)
      await iam.attachUserPolicy({ UserName, PolicyArn: aws('IAMFullAccess') })
      await iam.putUserPolicy({
        UserName,
        PolicyName: 'p',
        PolicyDocument: JSON.stringify(policy('Allow', '*'))
      })
      minute(3)
      await iam.addUserToGroup({ UserName, GroupName: 'admins' })
      await iam.createLoginProfile({ UserName, Password: 'x'.repeat(20) })
      minute(4)
      await iam.createAccessKey({ UserName })
      minute(5)
      await iam.createAccessKey({ UserName })
      await iam.createRole({
        RoleName: 'r',
        AssumeRolePolicyDocument: JSON.stringify(trusting({ AWS: arn('root') }))
      })
      minute(6)
      await iam.updateAssumeRolePolicy({
        RoleName: 'r',
        PolicyDocument: JSON.stringify(trusting({ AWS: '*' }))
      })
      await iam.createSAMLProvider({ Name: 's', SAMLMetadataDocument: 'x'.repeat(1000) })
      await iam.createOpenIDConnectProvider({ Url: 'https://evil.example', ClientIDList: ['a'] })
      const { found, unread } = await foundIn(sandbox, explained({ people: ['bob'] }))
      expect(unread).toEqual([])
      const told = found.flatMap(({ name, items }) =>
        items
          .filter(({ by }) => by !== null)
          .map(({ id, by, since }) => [
            `${name} ${id.replace(/AKIA\w+/u, 'AKIA')}`,
            by,
            ((since ?? 0) - NOW) / 60_000
          ])
      )
      expect(told.every(([, by]) => by === arn('user/bob'))).toBe(true)
      expect(told.map(([what, , at]) => `${at} ${what}`).toSorted()).toEqual([
        '1 user/Mallory principal',
        `2 user/Mallory attached:${aws('IAMFullAccess')}`,
        '2 user/Mallory inline:p',
        '3 user/Mallory login',
        '3 user/Mallory member:admins',
        '4 user/Mallory key:AKIA',
        '5 role/r principal',
        '5 user/Mallory key:AKIA',
        '6 oidc-provider/evil.example provider:oidc-provider/evil.example',
        '6 role/r trust:*',
        '6 saml-provider/s provider:saml-provider/s'
      ])
    })
  })

  test('is not asked of what is on file, nor of what is older than CloudTrail remembers', async () => {
    const start = world([
      { name: 'old', created: '2025-01-01' },
      { name: 'filed', created: '2026-11-19' }
    ])
    await inSandbox(start, async (sandbox) => {
      const onFile = (principal: string) => principal === arn('user/filed')
      await foundIn(sandbox, explained({ onFile }))
      expect(byOperation(sandbox)['LookupEvents']).toBeUndefined()
      await foundIn(sandbox, NOTHING)
      expect(byOperation(sandbox)['LookupEvents']).toBe(1)
    })
  })

  test('is asked by operation, twice a second, whatever the number of things', async () => {
    const users = Array.from({ length: 300 }, (_, n) => ({
      name: `u${n}`,
      inline: { a: policy('Allow', 's3:*') }
    }))
    await inSandbox(world(users), async (sandbox) => {
      const slept: number[] = []
      const sleep = (ms: number): Promise<void> => {
        slept.push(ms)
        return Promise.resolve()
      }
      const session = await openSession(revoking(), portsWithTrail(sandbox, { purpose: 'read', sleep }))
      await session.outside(await session.read(), NOTHING)
      expect(byOperation(sandbox)['LookupEvents']).toBe(2)
      expect(slept).toEqual([500])
    })
  })

  test.each<[string, Fault]>([
    ['denied', { service: 'cloudtrail', kind: 'denied', times: 99 }],
    ['throttled', { service: 'cloudtrail', kind: 'throttle', times: 999 }],
    ['broken', { service: 'cloudtrail', kind: 'error-before', times: 999 }]
  ])('%s, it is unread and everything is found all the same', async (_what, fault) => {
    await inSandbox(world([{ name: 'mallory' }]), async (sandbox) => {
      const whole = await foundIn(sandbox, NOTHING)
      sandbox.setFaults([fault])
      const { found, unread } = await foundIn(sandbox, NOTHING)
      expect(found).toEqual(whole.found)
      expect(unread).toEqual([{ ids: [], why: expect.stringContaining('by CloudTrail') }])
    })
  })

  test('a stand-in for IAM without CloudTrail is never mixed with the real one', async () => {
    await inSandbox(world([{ name: 'mallory' }]), async (sandbox) => {
      const session = await openSession(revoking(), ports(sandbox, { purpose: 'read' }))
      const { found, unread } = await session.outside(await session.read(), NOTHING)
      expect(found.length).toBe(1)
      expect(unread).toEqual([{ ids: [], why: expect.stringContaining('no CloudTrail beside this IAM') }])
    })
  })

  test('its budget is a limit, and said', () => {
    expect(MOST_LOOKUPS * 500).toBe(120_000)
  })
})

describe('what is read', () => {
  test('the credential report is used again, for four hours', async () => {
    await inSandbox(world([{ name: 'alice' }]), async (sandbox) => {
      const explains = explained({ people: ['alice'] })
      await foundIn(sandbox, explains)
      await foundIn(sandbox, explains)
      expect(byOperation(sandbox)['GenerateCredentialReport']).toBe(1)
      sandbox.clock.set(NOW + 4 * HOUR)
      await foundIn(sandbox, explains)
      expect(byOperation(sandbox)['GenerateCredentialReport']).toBe(2)
    })
  })

  test('a user younger than the report, or made again, is asked after by itself', async () => {
    await inSandbox(world([{ name: 'again' }]), async (sandbox) => {
      await foundIn(sandbox, NOTHING)
      sandbox.clock.set(NOW + HOUR)
      const iam = root(sandbox)
      await iam.deleteUser({ UserName: 'again' })
      for (const UserName of ['again', 'young']) {
        await iam.createUser({ UserName })
        await iam.createAccessKey({ UserName })
        await iam.createLoginProfile({ UserName, Password: 'x'.repeat(20) })
      }
      sandbox.clearCalls()
      const { found } = await foundIn(sandbox, NOTHING)
      expect(found.map(({ items }) => items.map(({ id }) => id.split(':')[0]))).toEqual([
        ['key', 'login', 'mfa-missing', 'principal'],
        ['key', 'login', 'mfa-missing', 'principal']
      ])
      expect(byOperation(sandbox)).toMatchObject({ ListAccessKeys: 2, GetLoginProfile: 2, ListMFADevices: 2 })
    })
  })

  test('a key’s last use is asked for only where the report doesn’t tell', async () => {
    const start = world([
      { name: 'alice', keys: [{ created: '2025-06-01', lastUsed: '2026-11-01' }] },
      { name: 'bob', keys: [{ created: '2025-06-01', lastUsed: '2026-11-02' }, { created: '2025-06-01' }] }
    ])
    await inSandbox(start, async (sandbox) => {
      const { found } = await foundIn(sandbox, explained({ people: ['alice', 'bob'] }))
      const days = found.flatMap(({ items }) =>
        items.map(({ lastUsed }) => (lastUsed === null ? null : new Date(lastUsed).getUTCDate()))
      )
      expect(days.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([null, 1, 2])
      expect(byOperation(sandbox)).toMatchObject({ ListAccessKeys: 2, GetAccessKeyLastUsed: 2 })
    })
  })

  test('what can’t be read is said, with the ids that may be missing, and hides nothing else', async () => {
    const start = world([{ name: 'mallory', keys: 1, attached: [aws('IAMFullAccess')] }], [], {
      samlProviders: ['s']
    })
    await inSandbox(start, async (sandbox) => {
      sandbox.setFaults([
        { service: 'iam', operation: 'GetCredentialReport', kind: 'denied', times: 9 },
        { service: 'iam', operation: 'ListSAMLProviders', kind: 'denied', times: 9 },
        { service: 'iam', operation: 'GetPolicy', kind: 'denied', times: 9 }
      ])
      const { found, unread } = await foundIn(sandbox, NOTHING)
      expect(unread.map(({ ids }) => ids)).toEqual([[], ['key:', 'login', 'mfa-missing'], ['provider:']])
      expect(found.flatMap(({ items }) => items.map(({ id, why }) => [id, why]))).toEqual([
        [`attached:${aws('IAMFullAccess')}`, 'Its document can’t be read.'],
        ['principal', 'Of a policy on it: Its document can’t be read.']
      ])
    })
  })

  test('reads follow pages, distinct AWS policies and users with keys, not principals', async () => {
    const count = async (size: number): Promise<number> => {
      const users = Array.from({ length: size }, (_, n) => ({
        name: `u${n}`,
        attached: [aws('ReadOnlyAccess'), aws('SecurityAudit')],
        password: true,
        keys: n < 7 ? 1 : 0
      }))
      return inSandbox(world(users, [], { quotas: { users: 6000 } }), async (sandbox) => {
        const session = await opened(sandbox)
        const live = await session.read()
        const before = session.calls().read
        sandbox.clearCalls()
        const outside = await session.outside(live, explained({ onFile: () => true }))
        expect(outside.found.length).toBe(size)
        expect(session.calls().write).toBe(0)
        expect(session.calls().read - before).toBe(sandbox.calls().length)
        await session.outside(live, explained({ onFile: () => true }))
        return session.calls().read - before
      })
    }
    // Two policies of AWS's, two calls each, once; then twice: the report, two lists of providers, seven users with keys.
    // The first time, the report is asked for, made and fetched.
    const want = 2 * 2 + (3 + 2 + 7) + (1 + 2 + 7)
    expect([await count(20), await count(2500)]).toEqual([want, want])
  })
})
