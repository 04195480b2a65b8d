import { describe, expect, test } from 'vitest'
import { entitlementRole, roleArn } from '../support.ts'
import { arn, aws, policy } from '../outside/support.ts'
import { guessed, world } from './support.ts'

const two = (...statements: { Statement: readonly unknown[] }[]) => ({
  Version: '2012-10-17',
  Statement: statements.flatMap((one) => one.Statement)
})
const READ = policy('Allow', ['s3:GetObject'], 'arn:aws:s3:::x/*')
const ASSUME = policy('Allow', 'sts:AssumeRole', roleArn('billing-read'))

/** One inline policy each: the target that it becomes, or why it is none. */
const TARGETS: readonly (readonly [name: string, document: object | string, want: unknown])[] = [
  ['plain', READ, { statements: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::x/*'] }] }],
  ['denies', two(READ, policy('Deny', 's3:*')), 'it contains a Deny'],
  [
    'not-action',
    { Version: '2012-10-17', Statement: { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' } },
    'it says what it is not about (NotAction, NotResource)'
  ],
  [
    'passes',
    policy('Allow', 'iam:PassRole'),
    '"iam:PassRole" allows iam:PassRole, whose effect outlives any date.'
  ],
  [
    'any-role',
    policy('Allow', 'sts:AssumeRole'),
    '"sts:AssumeRole" allows sts:AssumeRole, whose effect outlives any date.'
  ],
  [
    'dated',
    {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: '*',
        Condition: { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }
      }
    },
    '"DateLessThan" compares dates; the grant’s own window is the only date a statement may have (a list of dates would mean "any of them").'
  ],
  ['assumes', ASSUME, { assumeRole: roleArn('billing-read') }],
  // What is about a role without assuming it isn’t lost beside what assumes it.
  ['looks-at', two(ASSUME, policy('Allow', 'iam:GetRole', roleArn('billing-read'))), null],
  ['half', two(ASSUME, policy('Allow', 'iam:PassRole')), { assumeRole: roleArn('billing-read') }]
]

const LOOKS = [
  { statements: [{ actions: ['iam:GetRole'], resources: [roleArn('billing-read')] }] },
  { assumeRole: roleArn('billing-read') }
]

describe('policies become targets whole, or not at all', () => {
  test('each in an account with all the others', async () => {
    const users = TARGETS.map(([name, document]) => ({
      name,
      inline: { work: document as Record<string, unknown> }
    }))
    const roles = [entitlementRole('billing-read')]
    const { entitlements, holdings, unsaid } = await guessed(world({ users, roles }))
    const targets = new Map(entitlements.map(({ key, target }) => [key, target]))
    const found = TARGETS.map(([name]) => ({
      name,
      held: holdings.flatMap((one) =>
        one.principal === `user/${name}` ? [targets.get(one.entitlement)] : []
      ),
      why: unsaid.flatMap((one) => (one.principal === arn(`user/${name}`) ? [one.why] : []))
    }))
    const passes = '"iam:PassRole" allows iam:PassRole, whose effect outlives any date.'
    expect(found).toEqual(
      TARGETS.map(([name, , want]) => ({
        name,
        held: typeof want === 'string' ? [] : want === null ? LOOKS : [want],
        why: typeof want === 'string' ? [want] : name === 'half' ? [passes] : []
      }))
    )
  })

  test('the same policy in other words is the same entitlement, and a group is what its members hold', async () => {
    const again = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Resource: ['arn:aws:s3:::x/*'], Action: 's3:GetObject' }]
    }
    const { entitlements, holdings } = await guessed(
      world({
        users: [
          { name: 'alice', inline: { one: READ }, groups: ['readers'] },
          { name: 'bob', attached: ['two'] }
        ],
        groups: [{ name: 'readers', attached: [aws('ReadOnlyAccess')] }],
        policies: [{ name: 'two', document: again }]
      })
    )
    expect(entitlements.map(({ name }) => name)).toEqual(['alice-one', 'readers'])
    expect(holdings.map(({ principal, how, ids }) => [principal, how, ids])).toEqual([
      ['user/alice', 'had the inline policy one', ['inline:one']],
      ['user/alice', 'was a member of group readers', ['member:readers']],
      ['user/bob', 'had the policy two attached', [`attached:${arn('policy/two')}`]]
    ])
  })
})

/** What a group’s policy allows, and the tier that it is guessed to be of. */
const TIERS: readonly (readonly [what: string, document: object, risk: string])[] = [
  ['everything', policy('Allow', '*'), 'critical'],
  ['writing policy', policy('Allow', 'iam:PutUserPolicy'), 'critical'],
  ['handing out roles', policy('Allow', 'iam:PassRole'), 'critical'],
  [
    'all but',
    { Version: '2012-10-17', Statement: { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' } },
    'critical'
  ],
  [
    'one key of KMS',
    policy('Allow', 'kms:ScheduleKeyDeletion', 'arn:aws:kms:eu-central-1:123456789012:key/1'),
    'high'
  ],
  [
    'reading secrets',
    policy('Allow', 'secretsmanager:Get*', 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:x'),
    'high'
  ],
  ['everything of a service', policy('Allow', 's3:*', 'arn:aws:s3:::x'), 'high'],
  ['changing anything there is', policy('Allow', 'ec2:TerminateInstances'), 'high'],
  ['changing one thing', policy('Allow', 's3:PutObject', 'arn:aws:s3:::x/*'), 'medium'],
  ['reading', policy('Allow', ['s3:Get*', 'ec2:Describe*']), 'medium']
]

describe('a tier is never guessed too mild', () => {
  test('each as the policy of a group', async () => {
    const groups = TIERS.map(([, document], n) => ({
      name: `group${n + 10}`,
      inline: { work: document as Record<string, unknown> }
    }))
    const { entitlements } = await guessed(world({ groups }))
    expect(entitlements.map((one, n) => [TIERS[n]?.[0], one.risk])).toEqual(
      TIERS.map(([what, , risk]) => [what, risk])
    )
  })

  test('the worst of several policies counts', async () => {
    const groups = [{ name: 'team', inline: { a: READ, b: policy('Allow', 'iam:*'), c: READ } }]
    expect((await guessed(world({ groups }))).entitlements.map((one) => one.risk)).toEqual(['critical'])
  })
})

test('what is dangerous is told of everybody, worst or not', async () => {
  const { risks } = await guessed(
    world({
      users: [
        {
          name: 'mallory',
          created: '2026-11-01',
          keys: [{ created: '2026-01-01', lastUsed: '2026-11-19' }],
          attached: [aws('AdministratorAccess')]
        },
        { name: 'no-mfa', created: '2026-11-01', password: true },
        { name: 'gone', created: '2025-01-01', keys: [{ created: '2025-01-01', lastUsed: '2025-02-01' }] }
      ],
      roles: [
        {
          name: 'partner',
          created: '2026-11-01',
          trust: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'sts:AssumeRole' }]
          }
        }
      ]
    })
  )
  expect(risks.map(({ principal, risk }) => `${principal} ${risk}`)).toEqual([
    'role/partner other-account',
    'user/gone old-key',
    'user/gone unused',
    'user/mallory administrator',
    'user/mallory old-key',
    'user/no-mfa no-mfa'
  ])
})

test('guessing twice gives the same, and writes nothing', async () => {
  const start = world({
    users: [
      { name: 'bob', inline: { x: READ } },
      { name: 'alice', inline: { x: READ } }
    ]
  })
  const [first, second] = [await guessed(start), await guessed(start)]
  const plain = ({ subjects, entitlements, holdings, unsaid }: Awaited<ReturnType<typeof guessed>>) => ({
    subjects,
    entitlements,
    holdings,
    unsaid
  })
  expect(plain(first)).toEqual(plain(second))
})
