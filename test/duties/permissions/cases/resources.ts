import { ACCOUNT, ALICE, allow, statement, user } from '../build.ts'
import { POLICIES, ROLES, CREATE, VERSION, ONLY, plain, type Case } from './case.ts'

/** Which resources a statement is about, and whether that is all of them. */
export const resources: readonly Case[] = [
  plain('all resources of its own account', [allow(CREATE, POLICIES)], VERSION),
  plain('all of any account', [allow(CREATE, 'arn:aws:iam::*:policy/*')], VERSION),
  plain(
    'no whole ARN: whether its star runs over colons isn’t said',
    [allow(CREATE, 'arn:*')],
    [`version unsure: ${ONLY(CREATE, 'arn:*')}`]
  ),
  plain('stars in a row for all', [allow(CREATE, '**')], VERSION),
  plain(
    'one folder',
    [allow(CREATE, `arn:aws:iam::${ACCOUNT}:policy/dev/*`)],
    [`version unsure: ${ONLY(CREATE, `arn:aws:iam::${ACCOUNT}:policy/dev/*`)}`]
  ),
  plain(
    'one resource',
    [allow(CREATE, `arn:aws:iam::${ACCOUNT}:policy/x`)],
    [`version unsure: ${ONLY(CREATE, `arn:aws:iam::${ACCOUNT}:policy/x`)}`]
  ),
  plain(
    'another account’s',
    [allow(CREATE, 'arn:aws:iam::999999999999:policy/*')],
    [`version unsure: ${ONLY(CREATE, 'arn:aws:iam::999999999999:policy/*')}`]
  ),
  plain('another kind of resource', [allow(CREATE, ROLES)], []),
  plain('another service', [allow(CREATE, 'arn:aws:s3:::policy/*')], []),
  plain('a kind in other case', [allow(CREATE, `arn:aws:iam::${ACCOUNT}:Policy/*`)], []),
  plain('all and one', [allow(CREATE, [POLICIES, `arn:aws:iam::${ACCOUNT}:policy/x`])], VERSION),
  plain(
    'one of each kind',
    [allow(CREATE, [ROLES, `arn:aws:iam::${ACCOUNT}:policy/x`])],
    [`version unsure: ${ONLY(CREATE, `arn:aws:iam::${ACCOUNT}:policy/x`)}`]
  ),
  plain('no resource', [allow(CREATE, [])], []),
  plain('an action about no resource needs the star', [allow('s3:ListAllMyBuckets', 'arn:aws:s3:::*')], []),
  plain('an action about no resource, any', [allow('s3:ListAllMyBuckets')], ['buckets sure']),
  plain(
    'several kinds, one of them',
    [allow('ssm:StartSession', 'arn:aws:ec2:*:*:instance/*')],
    [`session unsure: ${ONLY('ssm:StartSession', 'arn:aws:ec2:*:*:instance/*')}`]
  ),
  plain(
    'more than three',
    [
      allow(
        CREATE,
        ['a', 'b', 'c', 'd', 'e'].map((x) => `arn:aws:iam::1:policy/${x}`)
      )
    ],
    [
      `version unsure: ${ONLY(CREATE, 'arn:aws:iam::1:policy/a, arn:aws:iam::1:policy/b, arn:aws:iam::1:policy/c and 2 more')}`
    ]
  ),
  plain(
    'a policy variable',
    [allow(CREATE, 'arn:aws:iam::*:policy/${aws:username}')],
    [
      `version unsure: policy p allows ${CREATE} on arn:aws:iam::*:policy/\${aws:username}, and what its variables stand for isn't known`
    ]
  ),
  plain(
    'a variable for all',
    [allow('s3:ListAllMyBuckets', '${aws:PrincipalTag/what}')],
    [
      "buckets unsure: policy p allows s3:ListAllMyBuckets on ${aws:PrincipalTag/what}, and what its variables stand for isn't known"
    ]
  ),
  plain('a variable in another kind', [allow(CREATE, 'arn:aws:s3:::${aws:username}')], []),
  plain(
    'NotResource that leaves all',
    [statement('Allow', { actions: CREATE, notResources: ROLES })],
    VERSION
  ),
  plain(
    'NotResource that takes all',
    [statement('Allow', { actions: CREATE, notResources: 'arn:*:iam::*:policy/*' })],
    []
  ),
  plain(
    'NotResource that takes some',
    [statement('Allow', { actions: CREATE, notResources: `${POLICIES.slice(0, -1)}x` })],
    [`version unsure: policy p allows ${CREATE} on everything but arn:aws:iam::${ACCOUNT}:policy/x`]
  ),
  plain(
    'NotResource of the own account',
    [statement('Allow', { actions: CREATE, notResources: POLICIES })],
    [`version unsure: policy p allows ${CREATE} on everything but ${POLICIES}`]
  ),
  plain(
    'NotResource with a variable',
    [statement('Allow', { actions: CREATE, notResources: '${aws:username}' })],
    [`version unsure: policy p allows ${CREATE} on everything but \${aws:username}`]
  ),
  {
    name: 'the account isn’t known',
    start: [user([allow(CREATE, POLICIES)], { name: 'user/alice' })],
    told: [`version unsure: ${ONLY(CREATE, POLICIES)}`]
  },
  {
    name: 'another partition',
    start: [user([allow(CREATE, POLICIES)], { name: ALICE.replace('aws', 'aws-cn') })],
    told: [`version unsure: ${ONLY(CREATE, POLICIES)}`]
  }
]
