import { describe, expect, test } from 'vitest'
import type { Explained } from '../../../../src/connectors/connector.ts'
import type { WorldRole, WorldUser } from '../../../../src/sandbox/world.ts'
import { entitlementRole, INSTANCE, roleArn, TRUST, world } from '../support.ts'
import { arn, aws, explained, foundInWorld, github, lines, policy, revoking, trusting } from './support.ts'

interface Case {
  readonly what: string
  readonly users?: readonly WorldUser[]
  readonly roles?: readonly WorldRole[]
  readonly more?: object
  readonly explains: Explained
  readonly known?: readonly string[]
  readonly settings?: Record<string, unknown>
  readonly want: readonly string[]
}

const DENY = 'It contains a Deny: without it, more would be allowed.'
const ROLE_STAYS = 'A role is deleted by hand: services and instances may run as it.'
const BY_HAND = 'A trust is narrowed by hand: whoever stands in it may be in use.'
const PROD = 'repo:acme/billing:environment:prod'
const HOST = 'token.actions.githubusercontent.com'
const S3 = policy('Allow', 's3:GetObject', 'arn:aws:s3:::x/*')
const exporter = (trust: object, over: Partial<WorldRole> = {}): WorldRole => ({
  name: 'exporter',
  path: '/ci/',
  trust: trust as Record<string, unknown>,
  ...over
})
const runsInGithub = explained({ workloads: { 'ci/exporter': [{ kind: 'github-actions', ref: PROD }] } })
const alice = explained({ people: ['alice'] })

const CASES: readonly Case[] = [
  {
    what: 'a user that no file names',
    users: [{ name: 'mallory' }],
    explains: alice,
    want: ['user/mallory: principal']
  },
  { what: 'a user that a file names', users: [{ name: 'alice' }], explains: alice, want: [] },
  {
    what: 'names that differ by case or path are other names',
    users: [{ name: 'Alice' }, { name: 'bob', path: '/staff/' }],
    explains: explained({ people: ['alice', 'bob'] }),
    want: ['user/Alice: principal', 'user/staff/bob: principal']
  },
  {
    what: 'managed policies attached directly, AWS’s and the account’s',
    users: [{ name: 'alice', attached: [aws('AdministratorAccess'), 'own'] }],
    more: { policies: [{ name: 'own', path: '/team/', document: S3 }] },
    explains: alice,
    want: [
      `user/alice: attached:${arn('policy/team/own')}`,
      `user/alice: attached:${aws('AdministratorAccess')} !`
    ]
  },
  {
    what: 'inline policies that aren’t ours; ours is ours by its exact name',
    users: [{ name: 'alice', inline: { [INSTANCE]: S3, [`${INSTANCE}x`]: S3, mine: S3 } }],
    explains: alice,
    want: [`user/alice: inline:${INSTANCE}x`, 'user/alice: inline:mine']
  },
  {
    what: 'a quarantine is found, and never taken away',
    users: [
      {
        name: 'alice',
        inline: { quarantine: policy('Deny', '*') },
        attached: [aws('AWSCompromisedKeyQuarantineV3')]
      }
    ],
    explains: alice,
    want: [
      `user/alice: attached:${aws('AWSCompromisedKeyQuarantineV3')} (${DENY})`,
      `user/alice: inline:quarantine (${DENY})`
    ]
  },
  {
    what: 'one Deny among Allows holds the whole document, and its user',
    users: [
      {
        name: 'mallory',
        inline: {
          mixed: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: 's3:*', Resource: '*' },
              { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }
            ]
          }
        }
      }
    ],
    explains: alice,
    want: [`user/mallory: inline:mixed (${DENY})`, `user/mallory: principal (Of a policy on it: ${DENY})`]
  },
  {
    what: 'memberships that evidence doesn’t own, and policies of groups on the group',
    users: [{ name: 'alice', groups: ['admins', 'auditors', 'jail'] }],
    more: {
      groups: [
        { name: 'admins', attached: [aws('AdministratorAccess')] },
        { name: 'auditors', attached: [aws('SecurityAudit')] },
        { name: 'jail', inline: { no: policy('Deny', '*') } },
        { name: 'empty' }
      ]
    },
    explains: explained({
      people: ['alice'],
      groups: ['auditors'],
      owned: { 'user/alice': ['group/auditors'] }
    }),
    want: [
      `group/admins: attached:${aws('AdministratorAccess')} !`,
      `group/jail: inline:no (${DENY})`,
      'user/alice: member:admins !',
      `user/alice: member:jail (Of a policy of the group: ${DENY})`
    ]
  },
  {
    what: 'a membership of a target’s group is found where evidence doesn’t own it',
    users: [{ name: 'alice', groups: ['auditors'] }],
    more: { groups: [{ name: 'auditors' }] },
    explains: explained({ people: ['alice'], groups: ['auditors'] }),
    want: ['user/alice: member:auditors']
  },
  {
    what: 'a group’s policy in our name is nobody’s of ours',
    more: { groups: [{ name: 'g', inline: { [INSTANCE]: S3 } }] },
    explains: alice,
    want: [`group/g: inline:${INSTANCE}`]
  },
  {
    what: 'a managed policy on our path that we would not have made',
    users: [{ name: 'alice', attached: ['back-door'] }],
    more: { policies: [{ name: 'back-door', path: `/${INSTANCE}/`, document: S3 }] },
    explains: alice,
    want: [`user/alice: attached:${arn(`policy/${INSTANCE}/back-door`)}`]
  },
  {
    what: 'a boundary is no access; attached as a policy, too, it stays',
    users: [
      { name: 'alice', boundary: 'limit', attached: ['limit'] },
      { name: 'eve', boundary: 'limit' }
    ],
    more: { policies: [{ name: 'limit', document: S3 }] },
    explains: alice,
    want: [
      `user/alice: attached:${arn('policy/limit')} (It is the permissions boundary, too.)`,
      'user/eve: principal (It has a permissions boundary.)'
    ]
  },
  {
    what: 'a login profile, and without MFA that as well',
    users: [
      { name: 'alice', password: true, mfa: true },
      { name: 'bob', password: true },
      { name: 'carol', mfa: true }
    ],
    explains: explained({ people: ['alice', 'bob', 'carol'] }),
    want: [
      'user/alice: login',
      'user/bob: login',
      'user/bob: mfa-missing (A device can only be added, by the user. Taking the login profile away mends it, too.)'
    ]
  },
  {
    what: 'what is known, ours, AWS’s or a target’s is no finding',
    users: [{ name: 'robot', keys: 1, attached: [aws('AdministratorAccess')] }],
    roles: [
      { name: 'terraform', trust: trusting({ AWS: arn('root') }), attached: [aws('AdministratorAccess')] },
      {
        name: 'AWSServiceRoleForX',
        path: '/aws-service-role/x.amazonaws.com/',
        trust: trusting({ Service: 'x' })
      },
      {
        name: 'AWSReservedSSO_x',
        path: '/aws-reserved/sso.amazonaws.com/',
        trust: trusting({ Service: 'x' })
      },
      { name: 'read', path: '/grantbook/', trust: trusting({ AWS: arn('root') }), inline: { own: S3 } },
      entitlementRole('billing-read', { inline: { work: S3 } })
    ],
    more: { groups: [{ name: 'ops', attached: [aws('IAMFullAccess')] }] },
    explains: explained({ roles: ['billing-read'] }),
    known: ['user/robot', arn('role/terraform'), 'group/ops'],
    settings: { readRole: arn('role/grantbook/read') },
    want: []
  },
  {
    what: 'names in `known` are exact',
    users: [{ name: 'robot2' }, { name: 'robot', path: '/x/' }],
    explains: alice,
    known: ['user/robot', 'robot2', 'user/*'],
    want: ['user/robot2: principal', 'user/x/robot: principal']
  },
  {
    what: 'a role that no file names, and whom it lets in',
    roles: [
      {
        name: 'lambda',
        trust: trusting({ Service: 'lambda.amazonaws.com' }),
        attached: [aws('IAMFullAccess')]
      }
    ],
    explains: alice,
    want: [
      `role/lambda: attached:${aws('IAMFullAccess')} !`,
      `role/lambda: principal ! (${ROLE_STAYS})`,
      `role/lambda: trust:lambda.amazonaws.com ! (${BY_HAND})`
    ]
  },
  {
    what: 'a workload’s trust as its `runs` say',
    roles: [exporter(github(PROD))],
    more: { oidcProviders: [{ url: `https://${HOST}` }] },
    explains: runsInGithub,
    want: []
  },
  {
    what: 'a workload’s trust that admits more',
    roles: [
      exporter({
        Version: '2012-10-17',
        Statement: [
          github([PROD, 'repo:acme/billing:*', 'repo:evil/x:ref:refs/heads/main']).Statement[0],
          trusting({ AWS: [arn('root'), '999999999999'] }).Statement[0],
          trusting('*').Statement[0]
        ]
      })
    ],
    explains: runsInGithub,
    want: [
      `role/ci/exporter: trust:* ! (${BY_HAND})`,
      `role/ci/exporter: trust:999999999999 (${BY_HAND})`,
      `role/ci/exporter: trust:${arn('root')} (${BY_HAND})`,
      `role/ci/exporter: trust:${HOST}:repo:acme/billing:* (${BY_HAND})`,
      `role/ci/exporter: trust:${HOST}:repo:evil/x:ref:refs/heads/main (${BY_HAND})`
    ]
  },
  {
    what: 'a token for anything, or for something else',
    roles: [exporter(github(PROD, null)), exporter(github(PROD, 'other'), { name: 'second' })],
    explains: explained({
      workloads: {
        'ci/exporter': [{ kind: 'github-actions', ref: PROD }],
        'ci/second': [{ kind: 'github-actions', ref: PROD }]
      }
    }),
    want: [
      `role/ci/exporter: trust:${HOST}:${PROD} (${BY_HAND})`,
      `role/ci/second: trust:${HOST}:${PROD} (${BY_HAND})`
    ]
  },
  {
    what: 'identity providers that nothing explained needs',
    more: {
      samlProviders: ['okta'],
      oidcProviders: [
        { url: `https://${HOST}` },
        { url: 'https://cluster.example' },
        { url: 'https://known.example' }
      ]
    },
    roles: [exporter(github('repo:evil/x:*'))],
    explains: runsInGithub,
    known: ['oidc-provider/known.example'],
    want: [
      `oidc-provider/cluster.example: provider:oidc-provider/cluster.example (${PROVIDER_STAYS()})`,
      `oidc-provider/${HOST}: provider:oidc-provider/${HOST} (${PROVIDER_STAYS()})`,
      `role/ci/exporter: trust:${HOST}:repo:evil/x:* (${BY_HAND})`,
      `saml-provider/okta: provider:saml-provider/okta (${PROVIDER_STAYS()})`
    ]
  },
  {
    what: 'an entitlement role’s trust that grants by itself',
    users: [{ name: 'alice' }],
    roles: [entitlementRole('a'), entitlementRole('b', { trust: trusting({ AWS: arn('user/alice') }) })],
    explains: explained({ people: ['alice'], roles: ['a', 'b'] }),
    want: [`role/entitlements/b: trust (${BY_HAND})`]
  },
  {
    what: 'what reaches an entitlement role with what is granted',
    users: [{ name: 'alice', groups: ['auditors'] }],
    roles: [
      entitlementRole('a', { trust: trusting({ AWS: arn('root') }) }),
      entitlementRole('b', { inline: { chain: policy('Allow', 'sts:*', roleArn('*')) } })
    ],
    more: { groups: [{ name: 'auditors', inline: { on: policy('Allow', 'sts:AssumeRole', roleArn('b')) } }] },
    explains: explained({
      people: ['alice'],
      roles: ['a', 'b'],
      groups: ['auditors'],
      owned: { 'user/alice': ['group/auditors'] }
    }),
    want: [
      `group/auditors: reach:${roleArn('b')} (It comes with what is granted: take sts:AssumeRole on ${roleArn('b')} out of the policies here.)`,
      `role/entitlements/a: trust (${BY_HAND})`,
      `role/entitlements/b: reach:${roleArn('a')} (It comes with what is granted: take sts:AssumeRole on ${roleArn('a')} out of the policies here.)`
    ]
  },
  {
    what: 'hostile names stay apart',
    users: [
      { name: '+=,.@-_', path: '/a,b/c"d/', inline: { '+=,.@-_': S3 }, keys: 0, password: true, mfa: true }
    ],
    more: { groups: [{ name: 'a,b', attached: [aws('AmazonS3FullAccess')] }] },
    explains: alice,
    want: [
      `group/a,b: attached:${aws('AmazonS3FullAccess')}`,
      'user/a,b/c"d/+=,.@-_: inline:+=,.@-_',
      'user/a,b/c"d/+=,.@-_: login',
      'user/a,b/c"d/+=,.@-_: principal'
    ]
  }
]

function PROVIDER_STAYS(): string {
  return 'An identity provider is deleted by hand: everybody who signs in through it would be out.'
}

describe('what is found', () => {
  test.each(CASES)(
    '$what',
    async ({ users = [], roles = [], more = {}, explains, known, settings, want }) => {
      const outside = await foundInWorld(world(users, roles, more), explains, revoking(known, settings))
      expect(lines(outside).toSorted()).toEqual(want.toSorted())
      expect(outside.unread).toEqual([])
    }
  )
})

describe('what is said of it', () => {
  test('policies in IAM’s words, with the roles that they open past the grants', async () => {
    const start = world(
      [
        {
          name: 'alice',
          attached: [aws('PowerUserAccess')],
          inline: { narrow: policy('Allow', 'sts:AssumeRole', roleArn('b')) }
        },
        { name: 'bob', inline: { all: policy('Allow', ['s3:*', 'ec2:*', 'sqs:*', 'sns:*']) } }
      ],
      [entitlementRole('a'), entitlementRole('b'), entitlementRole('c', { trust: noUsers() })]
    )
    const { found } = await foundInWorld(
      start,
      explained({ people: ['alice', 'bob'], roles: ['a', 'b', 'c'] })
    )
    expect(found.flatMap(({ items }) => items.map(({ what }) => what))).toEqual([
      'PowerUserAccess attached directly: allows all but iam:*, organizations:*, account:* on *; allows iam:CreateServiceLinkedRole, iam:DeleteServiceLinkedRole, iam:ListRoles and 2 more on *; may assume a, b without a grant',
      'inline policy narrow: allows sts:AssumeRole on arn:aws:iam::123456789012:role/entitlements/b; may assume b without a grant',
      'inline policy all: allows s3:*, ec2:*, sqs:* and 1 more on *'
    ])
  })

  test('the root user’s keys are found, as an administrator’s, and stay', async () => {
    const context = revoking()
    const data = { ...context.entry.data, known: [] }
    const outside = await foundInWorld(world([]), alice, { ...context, entry: { ...context.entry, data } })
    expect(lines(outside)).toEqual([
      'root: key:root-1 ! (Nothing of the root user’s is ever taken away automatically.)',
      'root: mfa-missing ! (Nothing of the root user’s is ever taken away automatically.)'
    ])
  })

  test('keys with age and last use, never a secret', async () => {
    const keys = [
      { created: '2025-06-01', lastUsed: '2026-11-01' },
      { created: '2025-06-02', status: 'Inactive' as const }
    ]
    const { found } = await foundInWorld(world([{ name: 'alice', created: '2025-01-01', keys }]), alice)
    const items = found[0]?.items ?? []
    const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)
    const told = items.map(({ what, since, lastUsed }) => [what.replace(/AKIA\w+/u, 'AKIA'), since, lastUsed])
    expect(told.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['access key AKIA, active, last used with iam', day('2025-06-01'), day('2026-11-01')],
      ['access key AKIA, inactive', day('2025-06-02'), null]
    ])
    expect(items.every(({ id }) => /^key:AKIA[A-Z2-7]{16}$/u.test(id))).toBe(true)
  })
})

function noUsers(): Record<string, unknown> {
  const [statement] = TRUST.Statement
  const condition = { ArnLike: { 'aws:PrincipalArn': [arn('role/ci/*')] } }
  return { Version: '2012-10-17', Statement: [{ ...statement, Condition: condition }] }
}
