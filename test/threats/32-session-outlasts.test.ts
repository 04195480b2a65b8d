import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import { awsIamCore as core } from '../../src/connectors/aws-iam/core.ts'
import {
  ACCOUNT,
  at,
  entitlementRole,
  goal,
  holding,
  inSandbox,
  open,
  pieces,
  roleArn,
  TRUST,
  world
} from '../connectors/aws-iam/support.ts'

const ROOT_ONLY = { ...TRUST, Statement: [{ ...TRUST.Statement[0], Condition: undefined }] }

test('two roles that may assume each other are refused, and so is one with long sessions', async () => {
  const juggling = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }]
  }
  const roles = ['a', 'b'].map((name) =>
    entitlementRole(name, { trust: ROOT_ONLY, inline: { other: juggling } })
  )
  await inSandbox(
    world([{ name: 'alice' }], [...roles, entitlementRole('long', { maxSessionDuration: 43_200 })]),
    async (sandbox) => {
      const session = await open(sandbox, { purpose: 'read' })
      const refused = await session.judge(await session.read(), [
        goal('user/alice', pieces(holding('a'), holding('b'), holding('long')))
      ])
      expect(new Map(refused.map(({ grant, code }) => [grant.split('/')[3], code]))).toEqual(
        new Map([
          ['a', 'role-trust'],
          ['b', 'role-trust'],
          ['long', 'role-session']
        ])
      )
    }
  )
})

test('an entitlement role’s session can’t open another, even with a policy for it', async () => {
  const juggling = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }]
  }
  await inSandbox(
    world(
      [{ name: 'alice', keys: 1 }],
      [entitlementRole('a', { inline: { other: juggling } }), entitlementRole('b')]
    ),
    async (sandbox) => {
      const session = await open(sandbox)
      await session.converge(goal('user/alice', pieces(holding('a'))), await session.read())
      const keys = sandbox.aws.accounts[0]?.users['alice'] ?? { accessKeyId: '', secretAccessKey: '' }
      const alice = new STSClient({ endpoint: sandbox.aws.sts, region: 'eu-central-1', credentials: keys })
      const { Credentials: a } = await alice.send(
        new AssumeRoleCommand({ RoleArn: roleArn('a'), RoleSessionName: 'session' })
      )
      const chained = new STSClient({
        endpoint: sandbox.aws.sts,
        region: 'eu-central-1',
        credentials: {
          accessKeyId: a?.AccessKeyId ?? '',
          secretAccessKey: a?.SecretAccessKey ?? '',
          sessionToken: a?.SessionToken ?? ''
        }
      })
      for (const role of ['a', 'b']) {
        await expect(
          chained.send(new AssumeRoleCommand({ RoleArn: roleArn(role), RoleSessionName: 'session' }))
        ).rejects.toThrow('not authorized')
      }
      sandbox.clock.set(at('2026-12-01T00:00:00Z'))
      await expect(
        alice.send(new AssumeRoleCommand({ RoleArn: roleArn('a'), RoleSessionName: 'session' }))
      ).rejects.toThrow('not authorized')
      alice.destroy()
      chained.destroy()
    }
  )
})

test('what may outlast the end is told: an hour for a role, nothing for a direct statement', () => {
  const direct = pieces(
    holding('x', { target: { statements: [{ actions: ['s3:GetObject'], resources: ['*'] }] } })
  )
  expect([...pieces(holding('a')), ...direct].map((piece) => core.sessionTail(piece))).toEqual([3_600_000, 0])
  expect(
    core.checkTarget(
      { statements: [{ actions: ['sts:AssumeRole'], resources: [roleArn('a')] }] },
      {
        id: 'aws-prod',
        repository: 'acme/access',
        entry: {
          id: '',
          path: '',
          blob: '',
          data: {
            title: '',
            connector: 'aws-iam',
            owner: '',
            outOfBand: 'report',
            settings: { account: ACCOUNT, region: 'eu-central-1' }
          }
        }
      }
    ).length
  ).toBe(1)
})
