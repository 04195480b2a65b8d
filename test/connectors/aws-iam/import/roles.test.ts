import { describe, expect, test } from 'vitest'
import { ACCOUNT, entitlementRole, roleArn } from '../support.ts'
import { arn, explained, github, policy, revoking, trusting } from '../outside/support.ts'
import { guessed, inShort, world } from './support.ts'

const HOST = 'token.actions.githubusercontent.com'
const CLUSTER = arn('oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/ABC')
const inCluster = (subject: string) =>
  trusting(
    { Federated: CLUSTER },
    {
      StringEquals: {
        [`${CLUSTER.split('oidc-provider/')[1]}:sub`]: subject,
        [`${CLUSTER.split('oidc-provider/')[1]}:aud`]: 'sts.amazonaws.com'
      }
    },
    'sts:AssumeRoleWithWebIdentity'
  )

/** One trust each, and what the role seems to be. */
const CASES: readonly (readonly [name: string, trust: object, want: string])[] = [
  ['lambda', trusting({ Service: 'lambda.amazonaws.com' }), 'workload high other lambda.amazonaws.com'],
  [
    'pipeline',
    github('repo:acme/billing:environment:prod'),
    'workload high github-actions repo:acme/billing:environment:prod'
  ],
  ['any-branch', github('repo:acme/billing:*'), 'workload medium github-actions repo:acme/billing:*'],
  ['foreign', github('repo:mallory/billing:environment:prod'), 'workload low'],
  ['look-alike', github('repo:acme-evil/billing:environment:prod'), 'workload low'],
  ['any-repository', github('repo:acme/*:environment:prod'), 'workload low'],
  ['no-audience', github('repo:acme/billing:environment:prod', null), 'workload low'],
  [
    'numbered',
    github('repo:acme@12/billing@34:environment:prod'),
    'workload high github-actions repo:acme@12/billing@34:environment:prod'
  ],
  ['own-role', trusting({ AWS: arn('role/lambda') }), `workload high aws-role ${arn('role/lambda')}`],
  ['own-user', trusting({ AWS: arn('user/alice') }), 'workload low'],
  ['root', trusting({ AWS: arn('root') }), 'workload low'],
  ['other-account', trusting({ AWS: 'arn:aws:iam::999999999999:role/x' }), 'workload low'],
  ['anybody', trusting('*'), 'workload low'],
  [
    'saml',
    trusting({ Federated: arn('saml-provider/corp') }, undefined, 'sts:AssumeRoleWithSAML'),
    'workload low'
  ],
  ['unknown-cluster', inCluster('system:serviceaccount:jobs:export'), 'workload low'],
  [
    'mixed',
    {
      Version: '2012-10-17',
      Statement: [
        trusting({ Service: 'ec2.amazonaws.com' }).Statement,
        trusting({ AWS: '999999999999' }).Statement
      ].flat()
    },
    'workload medium other ec2.amazonaws.com'
  ]
]

describe('a role is a workload only by what its trust lets in', () => {
  test('what a file may name stands under its runs, and nothing else ever does', async () => {
    const roles = CASES.map(([name, trust]) => ({ name, trust: trust as Record<string, unknown> }))
    const { subjects } = await guessed(
      world({
        roles,
        users: [{ name: 'alice' }],
        oidcProviders: [{ url: `https://${HOST}`, clients: ['sts.amazonaws.com'] }]
      })
    )
    const byName = new Map(subjects.map((subject) => [subject.name, inShort(subject)]))
    expect(CASES.map(([name]) => `${name}: ${byName.get(name) ?? ''}`)).toEqual(
      CASES.map(([name, , want]) => `${name}: ${want}`)
    )
  })

  test('a service account counts where the system knows its cluster', async () => {
    const start = world({
      roles: [{ name: 'export', trust: inCluster('system:serviceaccount:jobs:export') }]
    })
    const { subjects } = await guessed(start, explained({}), revoking([CLUSTER]))
    expect(subjects.map(inShort)).toEqual(['workload high kubernetes system:serviceaccount:jobs:export'])
  })

  test('every branch of one repository is told, and is less sure', async () => {
    const trust = trusting(
      { Federated: arn(`oidc-provider/${HOST}`) },
      {
        StringLike: { [`${HOST}:sub`]: 'repo:acme/billing:*' },
        StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' }
      },
      'sts:AssumeRoleWithWebIdentity'
    )
    const { subjects } = await guessed(world({ roles: [{ name: 'export', trust }] }))
    expect(subjects.map(inShort)).toEqual(['workload medium github-actions repo:acme/billing:*'])
  })

  test('AWS’s own, the system’s own and known ones are nobody', async () => {
    const service = trusting({ Service: 'ec2.amazonaws.com' })
    const roles = [
      { name: 'AWSServiceRoleForX', path: '/aws-service-role/x.amazonaws.com/', trust: service },
      { name: 'AWSReservedSSO_Admin', path: '/aws-reserved/sso.amazonaws.com/', trust: service },
      { name: 'read', path: '/grantbook/', trust: service },
      { name: 'terraform', trust: service },
      { name: 'job', trust: service }
    ]
    const context = revoking(['role/terraform'], { readRole: `arn:aws:iam::${ACCOUNT}:role/grantbook/read` })
    const { subjects, risks } = await guessed(world({ roles }), explained({}), context)
    expect(subjects.map(({ principal }) => principal)).toEqual(['role/job'])
    expect(risks).toEqual([])
  })

  test('a role that is as entitlement roles must be is one, and no workload; others are not', async () => {
    const roles = [
      entitlementRole('billing-read', {
        inline: { work: policy('Allow', 's3:GetObject', 'arn:aws:s3:::b/*') }
      }),
      entitlementRole('long', { maxSessionDuration: 7200 }),
      // It lets the roles of its own folder in: two of them could keep each other alive for ever.
      entitlementRole('chained', {
        trust: trusting({ AWS: arn('root') }, { ArnLike: { 'aws:PrincipalArn': arn('role/entitlements/*') } })
      })
    ]
    const { entitlements, subjects } = await guessed(world({ roles }))
    expect(entitlements.map(({ target, risk }) => [target, risk])).toEqual([
      [{ assumeRole: roleArn('billing-read') }, 'medium']
    ])
    expect(subjects.map((one) => `${one.name}: ${inShort(one)}`)).toEqual([
      'chained: workload low',
      'long: workload low'
    ])
  })
})
