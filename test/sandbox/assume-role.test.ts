import { IAM } from '@aws-sdk/client-iam'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AccountSnapshot } from '../../src/sandbox/iam/snapshot.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { DENIED, OPEN, assume, guarded, iamAs, role } from './guarded.ts'
import { ACCOUNT, allow, keysOf, policy, stsClient } from './world.ts'

let sandbox: Sandbox
let begin: AccountSnapshot

beforeAll(async () => {
  sandbox = await startSandbox(guarded)
  begin = sandbox.snapshot(ACCOUNT)
})
beforeEach(() => {
  sandbox.restore(ACCOUNT, begin)
  sandbox.clock.set(Date.UTC(2026, 10, 20, 9))
})
afterAll(() => sandbox.close())

async function until(seconds?: number): Promise<string | undefined> {
  const length = seconds === undefined ? {} : { DurationSeconds: seconds }
  const issued = await assume(sandbox, 'free', { RoleArn: role('long'), ...length })
  return issued.Expiration?.toISOString()
}

describe('AssumeRole', () => {
  test('within the boundary and not outside', async () => {
    await assume(sandbox, 'bounded', { RoleArn: role('entitlements/e1') })
    await expect(assume(sandbox, 'bounded', { RoleArn: role('long') })).rejects.toMatchObject(DENIED)
  })

  test('a role that does not exist is denied, like one that may not be assumed', async () => {
    await expect(assume(sandbox, 'free', { RoleArn: role('none') })).rejects.toMatchObject(DENIED)
  })

  test('its path is part of its name', async () => {
    await expect(assume(sandbox, 'free', { RoleArn: role('e1') })).rejects.toMatchObject(DENIED)
  })

  test('the account root may not assume roles', async () => {
    const sts = stsClient(sandbox, keysOf(sandbox, ACCOUNT))
    await expect(
      sts.send(new AssumeRoleCommand({ RoleArn: role('long'), RoleSessionName: 'root' }))
    ).rejects.toMatchObject(DENIED)
  })

  test('as long as the role allows, one hour by default', async () => {
    expect(await until()).toBe('2026-11-20T10:00:00.000Z')
    expect(await until(7200)).toBe('2026-11-20T11:00:00.000Z')
    await expect(until(7201)).rejects.toMatchObject({ name: 'ValidationError' })
    await expect(until(899)).rejects.toMatchObject({ name: 'ValidationError' })
  })

  test('at most one hour for a role assumed from a role', async () => {
    const first = await assume(sandbox, 'free', { RoleArn: role('long') })
    const second = await assume(sandbox, first, { RoleArn: role('entitlements/e1') })
    expect(second.Expiration?.toISOString()).toBe('2026-11-20T10:00:00.000Z')
    await expect(
      assume(sandbox, first, { RoleArn: role('entitlements/e1'), DurationSeconds: 3601 })
    ).rejects.toMatchObject({ name: 'ValidationError' })
  })

  test('a session outlives the policy that let it in, until it expires', async () => {
    const issued = await assume(sandbox, 'free', { RoleArn: role('writer') })
    const root = new IAM({
      endpoint: sandbox.aws.iam,
      region: 'us-east-1',
      credentials: keysOf(sandbox, ACCOUNT)
    })
    await root.deleteUserPolicy({ UserName: 'free', PolicyName: 'all' })
    await expect(assume(sandbox, 'free', { RoleArn: role('writer') })).rejects.toMatchObject(DENIED)
    await iamAs(sandbox, issued).listUsers({})
    sandbox.clock.set(Date.UTC(2026, 10, 20, 10))
    await expect(iamAs(sandbox, issued).listUsers({})).rejects.toMatchObject({ name: 'ExpiredToken' })
  })

  test('a session dies with its role, also if the role is made again', async () => {
    const issued = await assume(sandbox, 'free', { RoleArn: role('writer') })
    const root = new IAM({
      endpoint: sandbox.aws.iam,
      region: 'us-east-1',
      credentials: keysOf(sandbox, ACCOUNT)
    })
    await root.deleteRolePolicy({ RoleName: 'writer', PolicyName: 'write' })
    await root.deleteRole({ RoleName: 'writer' })
    await root.createRole({ RoleName: 'writer', AssumeRolePolicyDocument: JSON.stringify(OPEN) })
    await expect(iamAs(sandbox, issued).listUsers({})).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
  })

  test('a session policy narrows', async () => {
    const narrow = JSON.stringify(policy(allow('iam:ListUsers')))
    const iam = iamAs(sandbox, await assume(sandbox, 'free', { RoleArn: role('writer'), Policy: narrow }))
    await iam.listUsers({})
    await expect(iam.listRoles({})).rejects.toMatchObject(DENIED)
  })

  test('session tags and a source identity need the trust, and reach the policies', async () => {
    const extra = { Tags: [{ Key: 'team', Value: 'free' }], SourceIdentity: 'alice@acme.example' }
    await expect(assume(sandbox, 'free', { RoleArn: role('writer'), ...extra })).rejects.toMatchObject(DENIED)
    const iam = iamAs(sandbox, await assume(sandbox, 'free', { RoleArn: role('tagged'), ...extra }))
    await iam.getUser({ UserName: 'free' })
    await expect(iam.getUser({ UserName: 'bounded' })).rejects.toMatchObject(DENIED)
  })
})
