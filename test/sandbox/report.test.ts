import { IAM } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { ACCOUNT, allow, keysOf, policy, trust } from './world.ts'

let sandbox: Sandbox
let iam: IAM
let key: string

beforeAll(async () => {
  sandbox = await startSandbox({
    now: '2026-11-20T09:00:00Z',
    aws: [
      {
        account: ACCOUNT,
        users: [
          {
            name: 'alice',
            created: '2025-01-01',
            keys: [{ created: '2025-06-01', lastUsed: '2026-11-01' }],
            password: true,
            mfa: true
          },
          { name: 'bob', created: '2025-01-02', keys: [{ created: '2025-06-01', status: 'Inactive' }] }
        ],
        roles: [
          {
            name: 'AWSServiceRoleForSupport',
            path: '/aws-service-role/support.amazonaws.com/',
            trust: trust({ Service: 'support.amazonaws.com' })
          },
          { name: 'plain', trust: trust({ AWS: ACCOUNT }), description: 'a & b <c> "d"' }
        ]
      }
    ]
  })
  iam = new IAM({
    endpoint: sandbox.aws.iam,
    region: 'us-east-1',
    credentials: keysOf(sandbox, ACCOUNT),
    maxAttempts: 1
  })
  key = keysOf(sandbox, ACCOUNT, 'alice').accessKeyId
})
afterAll(() => sandbox.close())

async function report(): Promise<string> {
  return new TextDecoder().decode((await iam.getCredentialReport({})).Content)
}

async function used(): Promise<string | undefined> {
  const { AccessKeyLastUsed } = await iam.getAccessKeyLastUsed({ AccessKeyId: key })
  return AccessKeyLastUsed?.LastUsedDate?.toISOString()
}

describe('keys, passwords and devices', () => {
  test('the credential report is made on demand and then kept for four hours', async () => {
    await expect(iam.getCredentialReport({})).rejects.toMatchObject({
      name: 'CredentialReportNotPresentException'
    })
    expect((await iam.generateCredentialReport({})).State).toBe('STARTED')
    const first = await report()
    const cells = first.split('\n').map((line) => line.split(','))
    expect(cells.map((line) => line.length)).toEqual([22, 22, 22, 22])
    const at = (user: number, column: string): string | undefined =>
      cells[user + 1]?.[cells[0]?.indexOf(column) ?? -1]
    expect([
      at(1, 'user'),
      at(1, 'password_enabled'),
      at(1, 'mfa_active'),
      at(1, 'access_key_1_last_used_date')
    ]).toEqual(['alice', 'true', 'true', '2026-11-01T00:00:00+00:00'])
    expect([
      at(2, 'user'),
      at(2, 'password_enabled'),
      at(2, 'access_key_1_active'),
      at(2, 'access_key_1_last_used_date')
    ]).toEqual(['bob', 'false', 'false', 'N/A'])
    await iam.createUser({ UserName: 'dora' })
    expect((await iam.generateCredentialReport({})).State).toBe('COMPLETE')
    expect(await report()).toBe(first)
    sandbox.clock.set(Date.UTC(2026, 10, 20, 13))
    await expect(report()).rejects.toMatchObject({ name: 'CredentialReportExpiredException' })
    await iam.generateCredentialReport({})
    expect(await report()).toContain('\ndora,')
  })

  test('using a key is noted', async () => {
    expect(await used()).toBe('2026-11-01T00:00:00.000Z')
    const alice = new IAM({
      endpoint: sandbox.aws.iam,
      region: 'eu-west-1',
      credentials: keysOf(sandbox, ACCOUNT, 'alice'),
      maxAttempts: 1
    })
    await alice.listUsers({}).catch(() => null)
    expect(await used()).toBe('2026-11-20T13:00:00.000Z')
  })

  test('MFA devices are listed, enabled once and taken off', async () => {
    const serial = `arn:aws:iam::${ACCOUNT}:mfa/alice`
    expect(
      (await iam.listMFADevices({ UserName: 'alice' })).MFADevices?.map((one) => one.SerialNumber)
    ).toEqual([serial])
    const bob = { UserName: 'bob', SerialNumber: serial }
    await expect(
      iam.enableMFADevice({ ...bob, AuthenticationCode1: '111111', AuthenticationCode2: '222222' })
    ).rejects.toMatchObject({ name: 'EntityAlreadyExistsException' })
    await iam.deactivateMFADevice({ UserName: 'alice', SerialNumber: serial })
    await iam.enableMFADevice({ ...bob, AuthenticationCode1: '111111', AuthenticationCode2: '222222' })
    expect((await iam.listMFADevices({ UserName: 'bob' })).MFADevices).toHaveLength(1)
  })
})

describe('answers', () => {
  test('roles of AWS services cannot be changed', async () => {
    const which = { RoleName: 'AWSServiceRoleForSupport' }
    const document = JSON.stringify(policy(allow('s3:GetObject')))
    for (const change of [
      iam.putRolePolicy({ ...which, PolicyName: 'p', PolicyDocument: document }),
      iam.attachRolePolicy({ ...which, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
      iam.deleteRole(which),
      iam.updateRole({ ...which, MaxSessionDuration: 3600 })
    ]) {
      await expect(change).rejects.toMatchObject({ name: 'UnmodifiableEntityException' })
    }
  })

  test('text with markup survives XML', async () => {
    expect((await iam.getRole({ RoleName: 'plain' })).Role?.Description).toBe('a & b <c> "d"')
  })

  test('documents are percent-encoded whole', async () => {
    const trusted = (await iam.getRole({ RoleName: 'plain' })).Role?.AssumeRolePolicyDocument ?? ''
    expect(trusted).toMatch(/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+$/u)
    expect(JSON.parse(decodeURIComponent(trusted))).toEqual(trust({ AWS: ACCOUNT }))
  })

  test('AWS policies can be read and not be changed', async () => {
    const arn = 'arn:aws:iam::aws:policy/AdministratorAccess'
    const { PolicyVersion } = await iam.getPolicyVersion({ PolicyArn: arn, VersionId: 'v1' })
    expect(JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? ''))).toEqual(policy(allow(['*'])))
    await expect(iam.deletePolicy({ PolicyArn: arn })).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  test('an unknown operation, an unknown marker and too large a page are refused', async () => {
    await expect(iam.listUsers({ Marker: 'bm9uc2Vuc2U=' })).rejects.toMatchObject({ name: 'ValidationError' })
    await expect(iam.listUsers({ MaxItems: 1001 })).rejects.toMatchObject({ name: 'ValidationError' })
    await expect(iam.listServerCertificates({})).rejects.toMatchObject({ name: 'InvalidAction' })
  })
})
