import { CreatePolicyVersionCommand, IAMClient, SetDefaultPolicyVersionCommand } from '@aws-sdk/client-iam'
import { expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import {
  ACCOUNT,
  entitlementRole,
  goal,
  holding,
  inSandbox,
  open,
  pieces,
  ports,
  roleArn,
  world
} from '../connectors/aws-iam/support.ts'

const roles = Array.from({ length: 12 }, (_, n) => entitlementRole(`r${n}`))
const many = (count: number) => pieces(...Array.from({ length: count }, (_, n) => holding(`r${n}`)))
const start = world([{ name: 'alice' }], roles)
const allowed = (sandbox: Sandbox, n: number): boolean =>
  sandbox.can({
    account: ACCOUNT,
    principal: 'user/alice',
    action: 'sts:AssumeRole',
    resource: roleArn(`r${n}`)
  }).allowed

test('a removal that is refused is a failure, with what still stands', async () => {
  await inSandbox(start, async (sandbox) => {
    const session = await open(sandbox)
    await session.converge(goal('user/alice', many(1)), await session.read())
    sandbox.setFaults([{ service: 'iam', operation: 'DeleteUserPolicy', kind: 'denied' }])
    const outcome = await session.converge(goal('user/alice', []), await session.read())
    expect({ state: outcome.state, code: outcome.error?.code, left: outcome.pieces?.length }).toEqual({
      state: 'failed',
      code: 'AccessDenied',
      left: 1
    })
  })
})

test('a removal that IAM confirms but doesn’t show is no success', async () => {
  await inSandbox(start, async (sandbox) => {
    const session = await open(sandbox)
    await session.converge(goal('user/alice', many(1)), await session.read())
    const live = await session.read()
    sandbox.setFaults([
      { service: 'iam', operation: 'ListUserPolicies', kind: 'stale', times: 1000 },
      { service: 'iam', operation: 'GetUserPolicy', kind: 'stale', times: 1000 }
    ])
    const outcome = await session.converge(goal('user/alice', []), live)
    expect({ state: outcome.state, code: outcome.error?.code }).toEqual({
      state: 'failed',
      code: 'not-shown'
    })
  })
})

test('after a revocation there is no old version to bring back', async () => {
  await inSandbox(start, async (sandbox) => {
    const session = await open(sandbox)
    await session.converge(goal('user/alice', many(12)), await session.read())
    const before = [...Array(12).keys()].filter((n) => allowed(sandbox, n))
    expect(before.length).toBe(12)
    await session.converge(goal('user/alice', many(2)), await session.read())
    for (const policy of sandbox.snapshot(ACCOUNT).policies) expect(policy.versions.length).toBe(1)
    expect([...Array(12).keys()].filter((n) => allowed(sandbox, n))).toEqual([0, 1])
  })
})

test('a version that somebody else made, or made the default, is gone after the next run', async () => {
  await inSandbox(start, async (sandbox) => {
    const session = await open(sandbox)
    await session.converge(goal('user/alice', many(12)), await session.read())
    const { environment } = ports(sandbox)
    const credentials = {
      accessKeyId: String(environment['AWS_ACCESS_KEY_ID']),
      secretAccessKey: String(environment['AWS_SECRET_ACCESS_KEY'])
    }
    const iam = new IAMClient({ endpoint: sandbox.aws.iam, region: 'us-east-1', credentials })
    const PolicyArn = sandbox.snapshot(ACCOUNT).policies[0]?.arn
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }]
    })
    const { PolicyVersion: version } = await iam.send(
      new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument })
    )

    const sleeping = await session.read()
    expect(
      sleeping.principals.get('user/alice')?.alien.map(({ what }) => what.replace(/AIDA\w+/u, 'ID'))
    ).toEqual(['grantbook-test-ID-1: old version v2'])
    await iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: version?.VersionId }))
    iam.destroy()
    const awake = await session.read()
    expect(awake.principals.get('user/alice')?.alien.length).toBe(2)
    expect((await session.converge(goal('user/alice', many(12)), awake)).state).toBe('done')
    expect((await session.read()).principals.get('user/alice')?.alien).toEqual([])
    expect(
      sandbox.can({
        account: ACCOUNT,
        principal: 'user/alice',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::b/k'
      }).allowed
    ).toBe(false)
  })
})
