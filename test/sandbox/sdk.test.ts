import {
  GetAccountAuthorizationDetailsCommand,
  GetAccountSummaryCommand,
  GetUserPolicyCommand,
  ListRolesCommand,
  ListUsersCommand
} from '@aws-sdk/client-iam'
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/start.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { ACCOUNT, iamClient, keysOf, OTHER, stsClient, world } from './world.ts'

const ROLE = `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-read`
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox(world)
})
afterAll(() => sandbox.close())

async function identity(account: string, user?: string): Promise<unknown> {
  const sts = stsClient(sandbox, keysOf(sandbox, account, user))
  const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({}))
  return { Account, Arn }
}

describe('the unmodified SDK', () => {
  test('the access key decides who and in which account one is', async () => {
    expect(await identity(ACCOUNT)).toEqual({ Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:root` })
    expect(await identity(ACCOUNT, 'bob')).toEqual({
      Account: ACCOUNT,
      Arn: `arn:aws:iam::${ACCOUNT}:user/staff/bob`
    })
    expect(await identity(OTHER, 'zoe')).toEqual({ Account: OTHER, Arn: `arn:aws:iam::${OTHER}:user/zoe` })
  })

  test('a dated statement lets alice in until its date and not a second longer', async () => {
    const sts = stsClient(sandbox, keysOf(sandbox, ACCOUNT, 'alice'))
    const assume = () => sts.send(new AssumeRoleCommand({ RoleArn: ROLE, RoleSessionName: 'alice' }))
    const { AssumedRoleUser, Credentials: issued } = await assume()
    expect(AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/billing-read/alice`)
    expect(issued?.Expiration?.toISOString()).toBe('2026-11-20T10:00:00.000Z')
    const session = iamClient(
      sandbox,
      { accessKeyId: issued?.AccessKeyId ?? '', secretAccessKey: issued?.SecretAccessKey ?? '' },
      issued?.SessionToken
    )
    expect((await session.send(new ListUsersCommand({}))).Users?.map((user) => user.UserName)).toEqual([
      'alice',
      'bob'
    ])
    sandbox.clock.set(Date.UTC(2026, 10, 20, 23, 59, 59))
    await expect(session.send(new ListUsersCommand({}))).rejects.toMatchObject({ name: 'ExpiredToken' })
    await assume()
    sandbox.clock.set(Date.UTC(2026, 10, 21))
    await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } })
  })

  test('account details, session lengths and quotas are read and decoded', async () => {
    const iam = iamClient(sandbox, keysOf(sandbox, ACCOUNT))
    const details = await iam.send(
      new GetAccountAuthorizationDetailsCommand({ Filter: ['User', 'Role', 'Group', 'LocalManagedPolicy'] })
    )
    expect(details.UserDetailList?.map((one) => [one.UserName, one.GroupList, one.Tags])).toEqual([
      ['alice', [], [{ Key: 'team', Value: 'billing' }]],
      ['bob', ['auditors'], undefined]
    ])
    expect(
      JSON.parse(decodeURIComponent(details.GroupDetailList?.[0]?.GroupPolicyList?.[0]?.PolicyDocument ?? ''))
    ).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['iam:Get*', 'iam:List*'], Resource: '*' }]
    })
    expect(details.Policies?.map((one) => [one.PolicyName, one.AttachmentCount])).toEqual([['limits', 0]])
    expect(details.IsTruncated).toBe(false)
    const roles = await iam.send(new ListRolesCommand({}))
    expect(roles.Roles?.map((one) => [one.RoleName, one.MaxSessionDuration])).toEqual([
      ['billing-read', 3600]
    ])
    const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}))
    expect(SummaryMap).toMatchObject({ Users: 2, PoliciesQuota: 1500, UserPolicySizeQuota: 2048 })
  })

  test('errors carry code and status', async () => {
    const iam = iamClient(sandbox, keysOf(sandbox, ACCOUNT))
    await expect(
      iam.send(new GetUserPolicyCommand({ UserName: 'nobody', PolicyName: 'x' }))
    ).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      $metadata: { httpStatusCode: 404 }
    })
  })
})
