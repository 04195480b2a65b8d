import { describe, expect, test } from 'vitest'
import { isDead } from '../../../src/connectors/aws-iam/boundary.ts'
import { trustFault } from '../../../src/connectors/aws-iam/trust.ts'
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
} from './support.ts'
import type { World } from '../../../src/sandbox/world.ts'

const [statement] = TRUST.Statement
const users = `arn:aws:iam::${ACCOUNT}:user/*`
const admitted = `arn:aws:iam::${ACCOUNT}:user/alice`

/** What is wrong with the usual trust, changed so. */
function fault(over: object, more: object[] = []): string | null {
  const judged = trustFault(
    JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, ...over }, ...more] }),
    ACCOUNT,
    [roleArn('billing-read')]
  )
  return 'fault' in judged ? judged.fault.why : null
}
const principals = (value: unknown, operator = 'ArnLike', key = 'aws:PrincipalArn') => ({
  Condition: { [operator]: { [key]: value } }
})

describe('the trust of an entitlement role', () => {
  test('the usual one, with further conditions, and the account by its number, is safe', () => {
    expect(fault({})).toBeNull()
    expect(fault({ Principal: { AWS: ACCOUNT } })).toBeNull()
    expect(fault(principals(users, 'ArnLike', 'AWS:principalarn'))).toBeNull()
    expect(
      fault({
        Condition: { ArnLike: { 'aws:PrincipalArn': users }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
      })
    ).toBeNull()
  })

  test.each([
    ['no condition', { Condition: undefined }, 'it needs a condition ArnLike on aws:PrincipalArn'],
    [
      'only if present',
      principals(users, 'ArnLikeIfExists'),
      'it needs a condition ArnLike on aws:PrincipalArn'
    ],
    ['another operator', principals(users, 'StringLike'), 'it needs a condition ArnLike on aws:PrincipalArn'],
    ['everybody', principals('*'), 'its condition lets entitlement roles in ("*")'],
    [
      'every role',
      principals([users, `arn:aws:iam::${ACCOUNT}:role/*`]),
      `its condition lets entitlement roles in ("arn:aws:iam::${ACCOUNT}:role/*")`
    ],
    [
      'a neighbour',
      principals([users, roleArn('other')]),
      `its condition lets entitlement roles in ("${roleArn('other')}")`
    ],
    [
      'a variable',
      principals(`arn:aws:iam::${ACCOUNT}:user/\${aws:username}`),
      `its condition lets entitlement roles in ("arn:aws:iam::${ACCOUNT}:user/\${aws:username}")`
    ],
    [
      'a user by name',
      { Principal: { AWS: admitted } },
      'its only principal must be the root of this account'
    ],
    [
      'root and a user',
      { Principal: { AWS: [`arn:aws:iam::${ACCOUNT}:root`, admitted] } },
      'its only principal must be the root of this account'
    ],
    [
      'another account',
      { Principal: { AWS: '210987654321' } },
      'its only principal must be the root of this account'
    ],
    [
      'a service',
      { Principal: { AWS: ACCOUNT, Service: 'ec2.amazonaws.com' } },
      'its only principal must be the root of this account'
    ],
    ['anybody', { Principal: '*' }, 'its only principal must be the root of this account'],
    [
      'all but',
      { Principal: undefined, NotPrincipal: { AWS: admitted } },
      'its statement must be an Allow with a Principal'
    ],
    [
      'more actions',
      { Action: ['sts:AssumeRole', 'sts:TagSession'] },
      'it must allow sts:AssumeRole and nothing else'
    ],
    ['any action', { Action: 'sts:*' }, 'it must allow sts:AssumeRole and nothing else'],
    ['NotAction', { Action: undefined, NotAction: 'iam:*' }, 'it must allow sts:AssumeRole and nothing else'],
    ['a Deny', { Effect: 'Deny' }, 'its statement must be an Allow with a Principal']
  ])('%s', (_, over, why) => {
    expect(fault(over)).toBe(why)
  })

  test('a second statement, or no document at all', () => {
    expect(
      fault({}, [{ Effect: 'Allow', Principal: { Federated: 'x' }, Action: 'sts:AssumeRoleWithSAML' }])
    ).toBe('it must have exactly one statement')
    expect(trustFault('', ACCOUNT, [])).toEqual({ fault: { why: 'it must have exactly one statement' } })
  })
})

describe('a permissions boundary', () => {
  const role = pieces(holding('billing-read'))[0] ?? { body: '' }
  const direct = pieces(
    holding('x', { target: { statements: [{ actions: ['s3:Get*'], resources: ['arn:aws:s3:::b/*'] }] } })
  )[0] ?? { body: '' }
  const boundary = (...statements: object[]): string =>
    JSON.stringify({ Version: '2012-10-17', Statement: statements })
  const allow = (Action: unknown, Resource: unknown = '*', more = {}) => ({
    Effect: 'Allow',
    Action,
    Resource,
    ...more
  })
  const deny = (Action: unknown, Resource: unknown = '*', more = {}) => ({
    Effect: 'Deny',
    Action,
    Resource,
    ...more
  })

  test.each([
    ['allows the folder', boundary(allow('sts:AssumeRole', roleArn('*'))), false, true],
    ['allows all', boundary(allow('*')), false, false],
    ['allows in other case', boundary(allow('STS:assumerole')), false, true],
    ['allows a part of the direct one', boundary(allow('s3:GetObject', 'arn:aws:s3:::b/c')), true, false],
    ['allows another bucket', boundary(allow('s3:*', 'arn:aws:s3:::c/*')), true, true],
    ['allows all but sts', boundary({ Effect: 'Allow', NotAction: 'sts:*', Resource: '*' }), true, false],
    ['denies the role', boundary(allow('*'), deny('sts:*', roleArn('*'))), true, false],
    [
      'denies it sometimes',
      boundary(allow('*'), deny('sts:*', '*', { Condition: { Bool: { 'aws:ViaAWSService': 'true' } } })),
      false,
      false
    ],
    ['denies a part', boundary(allow('*'), deny('s3:GetObject')), false, false],
    [
      'denies all but one',
      boundary(allow('*'), { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }),
      true,
      false
    ],
    ['has a variable', boundary(allow('s3:*', 'arn:aws:s3:::${aws:username}/*')), true, false],
    ['is unreadable', '{', true, true],
    ['is nothing', boundary(), true, true]
  ])('%s', (_, text, deadRole, deadDirect) => {
    expect([isDead(role, text), isDead(direct, text)]).toEqual([deadRole, deadDirect])
  })

  test('that doesn’t exist lets nothing through', () => {
    expect(isDead(role, null)).toBe(true)
  })
})

describe('judging an account', () => {
  const wanted = goal('user/alice', pieces(holding('billing-read')))
  const codes = async (start: World, wish = wanted): Promise<readonly [string, string][]> =>
    inSandbox(start, async (sandbox) => {
      const session = await open(sandbox, { purpose: 'read' })
      return (await session.judge(await session.read(), [wish])).map(({ code, why }) => [code, why])
    })

  test('a good one refuses nothing', async () => {
    expect(await codes(world([{ name: 'alice' }], [entitlementRole('billing-read')]))).toEqual([])
  })

  test('a role that is missing, too patient, or trusts too much', async () => {
    expect(await codes(world([{ name: 'alice' }]))).toEqual([
      [
        'role-missing',
        `Role ${roleArn('billing-read')} doesn’t exist. Create it with the trust in docs/aws/entitlement-role-trust.json, or correct the entitlement’s target.`
      ]
    ])
    expect(
      await codes(world([{ name: 'alice' }], [entitlementRole('billing-read', { maxSessionDuration: 7200 })]))
    ).toEqual([
      [
        'role-session',
        `Sessions of ${roleArn('billing-read')} may last too long (MaxSessionDuration 7200 s): a session outlives the grant’s end. Set it to 3600.`
      ]
    ])
    const unguarded = { ...TRUST, Statement: [{ ...statement, Condition: undefined }] }
    expect(
      await codes(world([{ name: 'alice' }], [entitlementRole('billing-read', { trust: unguarded })]))
    ).toEqual([
      [
        'role-trust',
        `The trust of ${roleArn('billing-read')} is not safe: it needs a condition ArnLike on aws:PrincipalArn. Set it as docs/aws/entitlement-role-trust.json shows.`
      ]
    ])
  })

  test('a trust that keeps the subject itself out', async () => {
    const trust = {
      ...TRUST,
      Statement: [{ ...statement, ...principals(`arn:aws:iam::${ACCOUNT}:user/staff/*`) }]
    }
    expect(await codes(world([{ name: 'alice' }], [entitlementRole('billing-read', { trust })]))).toEqual([
      [
        'role-trust',
        `The trust of ${roleArn('billing-read')} doesn’t let ${admitted} in. Set it as docs/aws/entitlement-role-trust.json shows.`
      ]
    ])
  })

  test('a grant outside the boundary is dead, also outside one of AWS’s own', async () => {
    const policies = [
      {
        name: 'limit',
        document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }
      }
    ]
    expect(
      await codes(
        world([{ name: 'alice', boundary: 'limit' }], [entitlementRole('billing-read')], { policies })
      )
    ).toEqual([
      [
        'boundary',
        `The permissions boundary of user/alice (arn:aws:iam::${ACCOUNT}:policy/limit) lets nothing of it through, or can’t be read, so the grant would have no effect. Widen the boundary, or use an entitlement inside it.`
      ]
    ])
    expect(
      await codes(
        world([{ name: 'alice', boundary: 'AdministratorAccess' }], [entitlementRole('billing-read')])
      )
    ).toEqual([])
  })

  test('a role that grants are for can’t hold one', async () => {
    const wish = goal('role/entitlements/billing-read', pieces(holding('other'), holding('billing-read')))
    const [first] = await codes(world([], [entitlementRole('billing-read'), entitlementRole('other')]), wish)
    expect(first?.[0]).toBe('principal-is-entitlement')
  })

  test('no room for another managed policy in the account', async () => {
    const many = goal('user/alice', pieces(...Array.from({ length: 9 }, (_, n) => holding(`r${n}`))))
    const roles = Array.from({ length: 9 }, (_, n) => entitlementRole(`r${n}`))
    const refused = await codes(world([{ name: 'alice' }], roles, { quotas: { policies: 0 } }), many)
    expect(new Set(refused.map(([code]) => code))).toEqual(new Set(['quota-exceeded']))
    expect(refused[0]?.[1]).toBe(
      'user/alice needs 1 more managed policies, but the account has room for 0 (PoliciesQuota). Delete unused policies or have the quota raised.'
    )
  })

  test('what stands is not judged again, nor what is only shortened', async () => {
    await inSandbox(world([{ name: 'alice' }], [entitlementRole('billing-read')]), async (sandbox) => {
      const session = await open(sandbox)
      await session.converge(wanted, await session.read())
      const broken = sandbox.snapshot(ACCOUNT)
      sandbox.restore(ACCOUNT, { ...broken, roles: [] })
      const live = await session.read()
      expect(await session.judge(live, [wanted])).toEqual([])
      const shorter = pieces(holding('billing-read', { until: at('2026-11-25T00:00:00Z') }))
      expect(await session.judge(live, [goal('user/alice', shorter)])).toEqual([])
      const longer = pieces(holding('billing-read', { until: at('2026-12-25T00:00:00Z') }))
      expect((await session.judge(live, [goal('user/alice', longer)])).map(({ code }) => code)).toEqual([
        'role-missing'
      ])
    })
  })
})
