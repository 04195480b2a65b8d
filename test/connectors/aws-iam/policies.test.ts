import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '../../../src/connectors/aws-iam/io/session.ts'
import { trustFault } from '../../../src/connectors/aws-iam/trust.ts'
import { instanceOf } from '../../../src/connectors/aws-iam/names.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../../src/sandbox/start.ts'
import { ROOT } from '../../../scripts/house/root.ts'
import { ACCOUNT, goal, holding, pieces, ports, roleArn, system, world } from './support.ts'

const read = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(`${ROOT}docs/aws/${name}.json`, 'utf8')) as Record<string, unknown>
const [boundary, trust, reader, writer, remediator, sealedTrust, sealedUser, alarm] = await Promise.all(
  [
    'boundary',
    'entitlement-role-trust',
    'read-role',
    'write-role',
    'remediate-role',
    'break-glass-role-trust',
    'break-glass-user',
    'break-glass-alarm'
  ].map(read)
)
const here = system({
  instance: undefined,
  writeRole: `arn:aws:iam::${ACCOUNT}:role/grantbook/write`,
  readRole: `arn:aws:iam::${ACCOUNT}:role/grantbook/read`
})
const INSTANCE = instanceOf(here)
const arn = (resource: string): string => `arn:aws:iam::${ACCOUNT}:${resource}`
const LIMIT = arn('policy/grantbook-boundary')
/** The sandbox can't be GitHub's OIDC: its operator opens the tool's roles instead. */
const operator = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: arn('user/operator') }, Action: 'sts:AssumeRole' }]
}
const tool = (name: string, policy: unknown) => ({
  name,
  path: '/grantbook/',
  trust: operator,
  inline: { policy: policy as Record<string, unknown> }
})
const entitlement = (name: string) => ({ name, path: '/entitlements/', trust: trust ?? {} })

const ANYTHING = { Effect: 'Allow', Action: 'sts:*', Resource: '*' }

let sandbox: Sandbox
beforeAll(async () => {
  const users = [
    { name: 'operator', keys: 1 },
    { name: 'alice', boundary: 'grantbook-boundary' },
    { name: 'free', inline: { all: { Version: '2012-10-17', Statement: [ANYTHING] } } },
    { name: 'break-glass', path: '/sealed/', inline: { own: sealedUser ?? {} } }
  ]
  const workload = { name: 'exporter', path: '/ci/', boundary: 'grantbook-boundary', trust: operator }
  const roles = [
    tool('read', reader),
    tool('write', writer),
    tool('remediate', remediator),
    workload,
    { name: 'break-glass', path: '/sealed/', trust: sealedTrust ?? {} },
    ...Array.from({ length: 9 }, (_, n) => entitlement(`r${n}`))
  ]
  const policies = [{ name: 'grantbook-boundary', document: boundary ?? {} }]
  sandbox = await startSandbox(
    world(users, roles, { policies, groups: [{ name: 'auditors' }, { name: 'admins' }] })
  )
})
afterAll(() => sandbox.close())

const can = (role: string, action: string, resource: string, context: Record<string, string> = {}): boolean =>
  sandbox.can({ account: ACCOUNT, principal: `role/grantbook/${role}`, action, resource, context }).allowed

describe('the write role', () => {
  const under = { 'iam:PermissionsBoundary': LIMIT }
  const ours = { 'iam:PolicyARN': arn(`policy/${INSTANCE}/AIDA/x`) }
  test.each([
    ['iam:PutUserPolicy', arn('user/alice'), under],
    ['iam:DeleteRolePolicy', arn('role/ci/x'), under],
    ['iam:CreatePolicy', arn(`policy/${INSTANCE}/AIDA/x`), {}],
    ['iam:DeletePolicyVersion', arn(`policy/${INSTANCE}/AIDA/x`), {}],
    ['iam:AttachUserPolicy', arn('user/alice'), { ...under, ...ours }],
    ['iam:DetachGroupPolicy', arn('group/admins'), ours],
    ['iam:AddUserToGroup', arn('group/auditors'), {}],
    ['iam:GetAccountAuthorizationDetails', '*', {}]
  ])('may %s', (action, resource, context) => {
    expect(can('write', action, resource, context)).toBe(true)
  })

  test.each([
    ['iam:PutUserPolicy', arn('user/alice'), {}],
    ['iam:PutUserPolicy', arn('user/alice'), { 'iam:PermissionsBoundary': arn('policy/other') }],
    ['iam:PutRolePolicy', arn('role/grantbook/write'), under],
    ['iam:PutRolePolicy', arn('role/entitlements/r0'), under],
    ['iam:PutGroupPolicy', arn('group/auditors'), under],
    [
      'iam:AttachUserPolicy',
      arn('user/alice'),
      { ...under, 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' }
    ],
    ['iam:AttachUserPolicy', arn('user/alice'), ours],
    ['iam:AttachGroupPolicy', arn('group/admins'), { ...under, ...ours }],
    ['iam:CreatePolicyVersion', LIMIT, {}],
    ['iam:DeletePolicy', arn('policy/other'), {}],
    ['iam:SetDefaultPolicyVersion', arn(`policy/${INSTANCE}/AIDA/x`), {}],
    ['iam:AddUserToGroup', arn('group/admins'), {}],
    ['iam:CreateAccessKey', arn('user/alice'), {}],
    ['iam:UpdateLoginProfile', arn('user/alice'), {}],
    ['iam:UpdateAssumeRolePolicy', arn('role/entitlements/r0'), {}],
    ['iam:DeleteUserPermissionsBoundary', arn('user/alice'), under],
    ['iam:PutUserPermissionsBoundary', arn('user/alice'), under],
    [
      'iam:UpdateOpenIDConnectProviderThumbprint',
      arn('oidc-provider/token.actions.githubusercontent.com'),
      {}
    ],
    ['iam:PassRole', arn('role/entitlements/r0'), {}],
    ['sts:AssumeRole', roleArn('r0'), {}],
    ['s3:GetObject', 'arn:aws:s3:::b/k', {}]
  ])('may not %s on %s', (action, resource, context) => {
    expect(can('write', action, resource, context)).toBe(false)
  })
})

describe('the other roles', () => {
  test('the read role reads and nothing else', () => {
    expect(can('read', 'iam:GetUserPolicy', arn('user/alice'))).toBe(true)
    for (const action of [
      'iam:PutUserPolicy',
      'iam:CreatePolicy',
      'iam:DeleteUserPolicy',
      'sts:AssumeRole',
      'iam:CreateAccessKey'
    ]) {
      expect([action, can('read', action, '*', { 'iam:PermissionsBoundary': LIMIT })]).toEqual([
        action,
        false
      ])
    }
  })

  test('the remediate role takes away and never creates', () => {
    expect(can('remediate', 'iam:DeleteAccessKey', arn('user/alice'))).toBe(true)
    expect(can('remediate', 'iam:DetachUserPolicy', arn('user/free'))).toBe(true)
    expect(can('remediate', 'iam:DetachRolePolicy', arn('role/grantbook/write'))).toBe(false)
    for (const action of [
      'iam:CreateAccessKey',
      'iam:PutUserPolicy',
      'iam:AttachUserPolicy',
      'iam:CreateUser',
      'iam:AddUserToGroup'
    ]) {
      expect([action, can('remediate', action, arn('user/alice'))]).toEqual([action, false])
    }
  })
})

/** Whatever gives a secret to whoever calls it: no role of the tool's may, so none can be read or stored. */
test.each(['read', 'write', 'remediate'])('the %s role can read no secret, nor make one', (role) => {
  const secrets = [
    'secretsmanager:GetSecretValue',
    'ssm:GetParameter',
    'kms:Decrypt',
    's3:GetObject',
    'iam:CreateAccessKey',
    'iam:CreateLoginProfile',
    'iam:CreateServiceSpecificCredential',
    'iam:ResetServiceSpecificCredential',
    'iam:CreateVirtualMFADevice',
    'sts:GetFederationToken',

    'sts:AssumeRole',
    'ec2:GetPasswordData',
    'redshift:GetClusterCredentials',
    'ecr:GetAuthorizationToken'
  ]
  expect(secrets.filter((action) => can(role, action, '*'))).toEqual([])
})

describe('the sealed role', () => {
  const opens = (user: string, context: Record<string, string>): boolean =>
    sandbox.can({
      account: ACCOUNT,
      principal: `user/${user}`,
      action: 'sts:AssumeRole',
      resource: arn('role/sealed/break-glass'),
      context
    }).allowed
  const fresh = { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '899' }

  test('opens to the sealed user alone, with a fresh second factor', () => {
    expect(opens('sealed/break-glass', fresh)).toBe(true)
    expect([
      opens('sealed/break-glass', {}),
      opens('sealed/break-glass', { ...fresh, 'aws:MultiFactorAuthPresent': 'false' }),
      opens('sealed/break-glass', { ...fresh, 'aws:MultiFactorAuthAge': '900' }),
      opens('free', fresh)
    ]).toEqual([false, false, false, false])
  })

  test('the sealed user can do nothing else', () => {
    const may = (action: string, resource: string): boolean =>
      sandbox.can({
        account: ACCOUNT,
        principal: 'user/sealed/break-glass',
        action,
        resource,
        context: fresh
      }).allowed
    expect([may('iam:ListUsers', '*'), may('sts:AssumeRole', roleArn('r0'))]).toEqual([false, false])
  })

  test('the alarm names that user and that role', () => {
    const text = JSON.stringify(alarm)
    expect([
      text.includes(arn('user/sealed/break-glass')),
      text.includes(arn('role/sealed/break-glass'))
    ]).toEqual([true, true])
  })
})

describe('the boundary and the trust', () => {
  test('the shipped trust is one that the connector accepts, for users and workloads', () => {
    const judged = trustFault(JSON.stringify(trust), ACCOUNT, [roleArn('r0')])
    if ('fault' in judged) throw new Error(judged.fault.why)
    expect(
      [
        arn('user/alice'),
        arn('role/ci/exporter'),
        arn('role/entitlements/r1'),
        arn('role/grantbook/write')
      ].map(judged.admits)
    ).toEqual([true, true, false, false])
  })

  test('a grant works through the boundary; IAM writes never do, whatever else is attached', async () => {
    const session = await openSession(here, withOperator('write'))
    const outcome = await session.converge(
      goal('user/alice', pieces(...Array.from({ length: 9 }, (_, n) => holding(`r${n}`)))),
      await session.read()
    )
    expect({ state: outcome.state, error: outcome.error }).toEqual({ state: 'done', error: null })
    const alice = (action: string, resource: string): boolean =>
      sandbox.can({ account: ACCOUNT, principal: 'user/alice', action, resource }).allowed
    expect([alice('sts:AssumeRole', roleArn('r0')), alice('iam:CreateAccessKey', arn('user/alice'))]).toEqual(
      [true, false]
    )
  })

  test('without the boundary the write role can’t issue, and says so', async () => {
    const session = await openSession(here, withOperator('write'))
    const outcome = await session.converge(goal('user/free', pieces(holding('r0'))), await session.read())
    expect({ state: outcome.state, code: outcome.error?.code, pieces: outcome.pieces }).toEqual({
      state: 'failed',
      code: 'AccessDenied',
      pieces: []
    })
  })

  test('the read role is enough for a plan', async () => {
    const session = await openSession(here, withOperator('read'))
    const live = await session.read()
    expect((await session.judge(live, [goal('user/free', pieces(holding('r0')))])).length).toBe(0)
  })
})

function withOperator(purpose: 'read' | 'write') {
  const keys = sandbox.aws.accounts[0]?.users['operator']
  const usual = ports(sandbox)
  const environment = {
    ...usual.environment,
    AWS_ACCESS_KEY_ID: keys?.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey
  }
  return { ...usual, purpose, environment }
}
