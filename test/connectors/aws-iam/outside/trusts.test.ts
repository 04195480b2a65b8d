import { describe, expect, test } from 'vitest'
import { admitted } from '../../../../src/connectors/aws-iam/outside/admitted.ts'
import { isExplained } from '../../../../src/connectors/aws-iam/outside/runs.ts'
import { ACCOUNT } from '../support.ts'
import { arn, github, trusting } from './support.ts'

const HOST = 'token.actions.githubusercontent.com'
const EKS = 'oidc.eks.eu-central-1.amazonaws.com/id/ABCDEF'
const SA = 'system:serviceaccount:shop:stream'
const PROD = 'repo:acme/billing:environment:prod'
const ROLE = arn('role/agents/bot')

/** Who isn't explained, of a trust, by one place of execution. */
function strangers(trust: object, kind: string, ref: string): readonly string[] | undefined {
  const issuers = {
    account: ACCOUNT,
    isKnown: (provider: string) => provider === arn(`oidc-provider/${EKS}`)
  }
  return admitted(JSON.stringify(trust))
    ?.filter((one) => !isExplained(one, [{ kind, ref }], issuers))
    .map(({ who }) => who)
}

const web = (provider: string, conditions: object) =>
  trusting({ Federated: arn(`oidc-provider/${provider}`) }, conditions, 'sts:AssumeRoleWithWebIdentity')
const inCluster = (host: string, subject: string) =>
  web(host, { StringEquals: { [`${host}:sub`]: subject, [`${host}:aud`]: 'sts.amazonaws.com' } })
const sub = (operator: string, value: string) =>
  web(HOST, {
    StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' },
    [operator]: { [`${HOST}:sub`]: value }
  })

describe('explained by `runs`', () => {
  test.each<[string, object, string, string]>([
    ['a job of GitHub', github(PROD), 'github-actions', PROD],
    [
      'any job of a repository, where the file says so',
      sub('StringLike', 'repo:acme/billing:*'),
      'github-actions',
      'repo:acme/billing:*'
    ],
    ['one of any, where the file says any', github(PROD), 'github-actions', 'repo:acme/billing:*'],
    ['a service account of a known cluster', inCluster(EKS, SA), 'kubernetes', SA],
    ['the same in short', inCluster(EKS, SA), 'kubernetes', 'shop:stream'],
    ['a role', trusting({ AWS: ROLE }), 'aws-role', ROLE],
    [
      'a role by condition',
      trusting({ AWS: arn('root') }, { ArnEquals: { 'aws:PrincipalArn': ROLE } }),
      'aws-role',
      ROLE
    ],
    ['a service', trusting({ Service: 'ec2.amazonaws.com' }), 'other', 'ec2.amazonaws.com'],
    ['somebody who was deleted', trusting({ AWS: 'AROAABCDEFGHIJKLMNOPQ' }), 'other', 'x'],
    ['nobody, because it only tags', trusting({ AWS: '*' }, undefined, 'sts:TagSession'), 'other', 'x'],
    [
      'nobody, because it denies',
      { Statement: [{ ...trusting('*').Statement[0], Effect: 'Deny' }] },
      'other',
      'x'
    ]
  ])('%s', (_what, trust, kind, ref) => {
    expect(strangers(trust, kind, ref)).toEqual([])
  })
})

describe('not explained', () => {
  test.each<[string, object, string, string, string]>([
    [
      'another repository',
      github('repo:evil/x:ref:refs/heads/main'),
      'github-actions',
      PROD,
      `${HOST}:repo:evil/x:ref:refs/heads/main`
    ],
    [
      'more of the repository',
      sub('StringLike', 'repo:acme/billing:*'),
      'github-actions',
      PROD,
      `${HOST}:repo:acme/billing:*`
    ],
    [
      'another repository that begins alike',
      github('repo:acme/billing-evil:environment:prod'),
      'github-actions',
      PROD,
      `${HOST}:repo:acme/billing-evil:environment:prod`
    ],
    [
      'no subject at all',
      web(HOST, { StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' } }),
      'github-actions',
      PROD,
      `${HOST}:*`
    ],
    [
      'a subject only if there is one',
      sub('StringEqualsIfExists', PROD),
      'github-actions',
      PROD,
      `${HOST}:*`
    ],
    ['all of no subjects', sub('ForAllValues:StringEquals', PROD), 'github-actions', PROD, `${HOST}:*`],
    [
      'a variable',
      github(`\${aws:PrincipalTag/repo}`),
      'github-actions',
      '*',
      `${HOST}:\${aws:PrincipalTag/repo}`
    ],
    ['no audience', github(PROD, null), 'github-actions', PROD, `${HOST}:${PROD}`],
    [
      'another issuer with the same subject',
      inCluster('evil.example', PROD),
      'github-actions',
      PROD,
      `evil.example:${PROD}`
    ],
    [
      'another account’s provider',
      JSON.parse(JSON.stringify(github(PROD)).replaceAll(ACCOUNT, '999999999999')),
      'github-actions',
      PROD,
      `${HOST}:${PROD}`
    ],
    [
      'a cluster that nobody named',
      inCluster('oidc.eks.eu-central-1.amazonaws.com/id/EVIL', SA),
      'kubernetes',
      SA,
      `oidc.eks.eu-central-1.amazonaws.com/id/EVIL:${SA}`
    ],
    [
      'another service account',
      inCluster(EKS, 'system:serviceaccount:shop:other'),
      'kubernetes',
      SA,
      `${EKS}:system:serviceaccount:shop:other`
    ],
    ['the whole account', trusting({ AWS: ACCOUNT }), 'aws-role', ROLE, ACCOUNT],
    [
      'a folder of roles',
      trusting({ AWS: arn('root') }, { ArnLike: { 'aws:PrincipalArn': arn('role/agents/*') } }),
      'aws-role',
      ROLE,
      arn('role/agents/*')
    ],
    ['anybody', trusting('*'), 'other', '*', '*'],
    [
      'anybody else',
      { Statement: [{ Effect: 'Allow', NotPrincipal: { AWS: ROLE }, Action: '*' }] },
      'aws-role',
      ROLE,
      '*'
    ],
    [
      'another service',
      trusting({ Service: 'lambda.amazonaws.com' }),
      'other',
      'ec2.amazonaws.com',
      'lambda.amazonaws.com'
    ],
    [
      'a SAML provider',
      trusting({ Federated: arn('saml-provider/x') }, undefined, 'sts:AssumeRoleWithSAML'),
      'other',
      arn('saml-provider/x'),
      arn('saml-provider/x')
    ]
  ])('%s', (_what, trust, kind, ref, who) => {
    expect(strangers(trust, kind, ref)).toEqual([who])
  })

  test('roles that trust each other in a circle are told one by one', () => {
    expect(strangers(trusting({ AWS: [arn('role/b'), arn('role/c')] }), 'aws-role', arn('role/b'))).toEqual([
      arn('role/c')
    ])
  })

  test('what is no trust is no list of nobody', () => {
    expect(admitted('nonsense')).toBeNull()
  })
})
