import { IAM } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AccountSnapshot } from '../../src/sandbox/iam/snapshot.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import type { World } from '../../src/sandbox/world.ts'
import { ACCOUNT, allow, keysOf, OTHER, policy, trust, world } from './world.ts'

let sandbox: Sandbox
let iam: IAM
let begin: AccountSnapshot

beforeAll(async () => {
  sandbox = await startSandbox(world)
  iam = new IAM({
    endpoint: sandbox.aws.iam,
    region: 'us-east-1',
    credentials: keysOf(sandbox, ACCOUNT),
    maxAttempts: 1
  })
  begin = sandbox.snapshot(ACCOUNT)
})
beforeEach(() => sandbox.restore(ACCOUNT, begin))
afterAll(() => sandbox.close())

async function makeDora(): Promise<string | undefined> {
  return (await iam.createUser({ UserName: 'dora' })).User?.UserId
}

const statement = (n: number): object => ({
  Sid: `g${String(n).padStart(16, '0')}x1`,
  ...allow('sts:AssumeRole', `arn:aws:iam::${ACCOUNT}:role/entitlements/e${n % 15}`, {
    DateLessThan: { 'aws:CurrentTime': '2026-12-15T00:00:00Z' }
  })
})

const inline = (n: number) => ({
  'grantbook-1a2b3c4d': policy(...[0, 1, 2, 3].map((k) => statement(n * 4 + k)))
})

describe('snapshot and restore', () => {
  test('a snapshot is plain JSON, and no later write changes it', async () => {
    const before = JSON.stringify(begin)
    expect(JSON.parse(before)).toEqual(begin)
    await iam.putUserPolicy({
      UserName: 'alice',
      PolicyName: 'x',
      PolicyDocument: JSON.stringify(policy(allow('*')))
    })
    await iam.createUser({ UserName: 'dora' })
    expect(JSON.stringify(begin)).toBe(before)
    expect(JSON.stringify(sandbox.snapshot(ACCOUNT))).not.toBe(before)
    sandbox.restore(ACCOUNT, begin)
    expect(JSON.stringify(sandbox.snapshot(ACCOUNT))).toBe(before)
  })

  test('documents stand byte for byte', () => {
    const [alice] = begin.users
    expect(alice?.inline).toEqual([
      { name: 'reader', document: JSON.stringify(world.aws?.[0]?.users?.[0]?.inline?.['reader']) }
    ])
  })

  test('a restored account gives out the same ids again: runs can be compared', async () => {
    const first = await makeDora()
    sandbox.restore(ACCOUNT, begin)
    expect(await makeDora()).toBe(first)
    expect(first).toMatch(/^AIDA[A-Z2-7]{17}$/u)
  })

  test('two sandboxes of one world are alike, and another account differs', async () => {
    const second = await startSandbox(world)
    expect(second.snapshot(ACCOUNT)).toEqual(begin)
    expect(second.aws.accounts).toEqual(sandbox.aws.accounts)
    const ids = new Set([...begin.users, ...second.snapshot(OTHER).users].map((one) => one.id))
    expect(ids.size).toBe(3)
    await second.close()
  })
})

describe('unique ids', () => {
  test('a user deleted and made again is another one', async () => {
    const old = begin.users.find((one) => one.name === 'alice')
    await iam.deleteUserPolicy({ UserName: 'alice', PolicyName: 'reader' })
    for (const key of old?.keys ?? []) await iam.deleteAccessKey({ UserName: 'alice', AccessKeyId: key.id })
    await iam.deleteUser({ UserName: 'alice' })
    const { User } = await iam.createUser({ UserName: 'alice' })
    expect(User?.Arn).toBe(`arn:aws:iam::${ACCOUNT}:user/alice`)
    expect(User?.UserId).not.toBe(old?.id)
  })

  test('a trust follows the user, not the name', async () => {
    await iam.createUser({ UserName: 'dora' })
    const dora = `arn:aws:iam::${ACCOUNT}:user/dora`
    const { User } = await iam.getUser({ UserName: 'dora' })
    await iam.updateAssumeRolePolicy({
      RoleName: 'billing-read',
      PolicyDocument: JSON.stringify(trust({ AWS: dora }))
    })
    const question = {
      account: ACCOUNT,
      principal: 'user/dora',
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-read`
    }
    expect(sandbox.can(question)).toEqual({ allowed: true, why: 'allowed' })
    await iam.deleteUser({ UserName: 'dora' })
    const { Role } = await iam.getRole({ RoleName: 'billing-read' })
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(
      JSON.stringify(trust({ AWS: User?.UserId }))
    )
    await iam.createUser({ UserName: 'dora' })
    expect(sandbox.can(question)).toEqual({ allowed: false, why: 'no-trust' })
  })
})

function asks(principal: string): string {
  const resource = `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-read`
  return sandbox.can({ account: ACCOUNT, principal, action: 'sts:AssumeRole', resource }).why
}

describe('a renamed user', () => {
  test('stays trusted, and the trust shows the new name', async () => {
    await makeDora()
    const [dora, eve] = ['dora', 'eve'].map((name) => `arn:aws:iam::${ACCOUNT}:user/${name}`)
    await iam.updateAssumeRolePolicy({
      RoleName: 'billing-read',
      PolicyDocument: JSON.stringify(trust({ AWS: dora }))
    })
    await iam.updateUser({ UserName: 'dora', NewUserName: 'eve' })
    await makeDora()
    expect([asks('user/eve'), asks('user/dora')]).toEqual(['allowed', 'no-trust'])
    const { Role } = await iam.getRole({ RoleName: 'billing-read' })
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(JSON.stringify(trust({ AWS: eve })))
  })
})

describe('a large account', () => {
  const large: World = {
    now: '2026-11-20T09:00:00Z',
    aws: [
      {
        account: ACCOUNT,
        users: Array.from({ length: 4000 }, (_, n) => ({ name: `user-${n}`, inline: inline(n) })),
        roles: Array.from({ length: 1015 }, (_, n) => ({
          name: n < 15 ? `e${n}` : `role-${n}`,
          path: n < 15 ? '/entitlements/' : '/ci/',
          trust: trust({ AWS: `arn:aws:iam::${ACCOUNT}:root` }),
          inline: n < 15 ? {} : inline(n + 4000)
        }))
      }
    ]
  }

  test('is read in as few pages as it has thousands, each entity once', async () => {
    const big = await startSandbox(large)
    const client = new IAM({ endpoint: big.aws.iam, region: 'us-east-1', credentials: keysOf(big, ACCOUNT) })
    const seen = new Set<string>()
    let statements = 0
    let marker: string | undefined
    do {
      const page = await client.getAccountAuthorizationDetails({
        Filter: ['User', 'Role', 'Group', 'LocalManagedPolicy'],
        MaxItems: 1000,
        ...(marker === undefined ? {} : { Marker: marker })
      })
      for (const user of page.UserDetailList ?? []) seen.add(user.UserName ?? '')
      for (const role of page.RoleDetailList ?? []) seen.add(role.RoleName ?? '')
      for (const one of [
        ...(page.UserDetailList ?? []).map((user) => user.UserPolicyList),
        ...(page.RoleDetailList ?? []).map((role) => role.RolePolicyList)
      ]) {
        for (const found of one ?? [])
          statements += decodeURIComponent(found.PolicyDocument ?? '').split('"Sid"').length - 1
      }
      marker = page.IsTruncated === true ? page.Marker : undefined
    } while (marker !== undefined)
    expect([seen.size, statements, big.calls().length]).toEqual([5015, 20_000, 6])
    const { SummaryMap } = await client.getAccountSummary({})
    expect([SummaryMap?.['Users'], SummaryMap?.['RolesQuota']]).toEqual([4000, 1015])
    client.destroy()
    await big.close()
  })
})
