import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openSession } from '../../../../src/connectors/aws-iam/io/session.ts'
import type { SessionPorts } from '../../../../src/connectors/connector.ts'
import type { Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { ROOT } from '../../../../scripts/house/root.ts'
import { ACCOUNT, inSandbox, world } from '../support.ts'
import { arn, aws, explained, policy, portsWithTrail, revoking, trusting } from './support.ts'

const read = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(`${ROOT}docs/aws/${name}.json`, 'utf8')) as Record<string, unknown>

const settings = Object.fromEntries(
  ['read', 'write', 'remediate'].map((name) => [`${name}Role`, arn(`role/grantbook/${name}`)])
)
const context = revoking(['user/operator'], settings)
const explains = explained({})

async function account() {
  const roles = await Promise.all(
    ['read', 'write', 'remediate'].map(async (name) => ({
      name,
      path: '/grantbook/',
      trust: trusting({ AWS: arn('user/operator') }),
      inline: { policy: await read(`${name}-role`) }
    }))
  )
  const mallory = {
    name: 'mallory',
    keys: 2,
    password: true,
    groups: ['admins'],
    attached: [aws('AdministratorAccess')],
    inline: { one: policy('Allow', '*') }
  }
  const groups = [{ name: 'admins', inline: { all: policy('Allow', '*') }, attached: [aws('IAMFullAccess')] }]
  return world([{ name: 'operator', keys: 1 }, mallory], roles, { groups, samlProviders: ['x'] })
}

function asOperator(sandbox: Sandbox, purpose: SessionPorts['purpose']) {
  const keys = sandbox.aws.accounts[0]?.users['operator']
  const environment = { AWS_ACCESS_KEY_ID: keys?.accessKeyId, AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey }
  return openSession(context, portsWithTrail(sandbox, { purpose, environment }))
}

test('each shipped role is enough to find everything, and the remediate role to take it away', async () => {
  await inSandbox(await account(), async (sandbox) => {
    const seen = []
    for (const purpose of ['read', 'write', 'remediate'] as const) {
      const session = await asOperator(sandbox, purpose)
      const { found, unread } = await session.outside(await session.read(), explains)
      expect([purpose, unread]).toEqual([purpose, []])
      seen.push(found.map(({ principal, items }) => [principal, items.map(({ id, digest }) => [id, digest])]))
    }
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
    const session = await asOperator(sandbox, 'remediate')
    const { found } = await session.outside(await session.read(), explains)
    for (const { principal, items } of found) {
      const removals = await session.remediate(principal, items, explains, () => Promise.resolve())
      expect(removals.filter(({ state }) => state === 'failed')).toEqual([])
    }
    const after = await session.outside(await session.read(), explains)
    expect(after.found.map(({ principal }) => principal)).toEqual([arn('saml-provider/x')])
  })
})

test('the remediate role gives nothing, and touches neither the tool nor what lets people in', async () => {
  await inSandbox(await account(), async (sandbox) => {
    const can = (action: string, resource: string): boolean =>
      sandbox.can({ account: ACCOUNT, principal: 'role/grantbook/remediate', action, resource }).allowed
    const user = arn('user/mallory')
    expect(
      ['DeleteLoginProfile', 'DeleteUser', 'DeleteAccessKey'].map((name) => can(`iam:${name}`, user))
    ).toEqual([true, true, true])
    for (const [action, resource] of [
      ['CreateLoginProfile', user],
      ['UpdateLoginProfile', user],
      ['CreateAccessKey', user],
      ['DeactivateMFADevice', user],
      ['DeleteUserPermissionsBoundary', user],
      ['DeleteRole', arn('role/x')],
      ['DeleteRolePolicy', arn('role/grantbook/read')],
      ['DetachRolePolicy', arn('role/entitlements/a')],
      ['UpdateAssumeRolePolicy', arn('role/x')],
      ['DeleteSAMLProvider', arn('saml-provider/x')],
      ['DeleteOpenIDConnectProvider', arn('oidc-provider/x')],
      ['AddClientIDToOpenIDConnectProvider', arn('oidc-provider/x')]
    ] as const)
      expect([action, can(`iam:${action}`, resource)]).toEqual([action, false])
  })
})
