import { allow, policy, statement } from '../build.ts'
import { CREATE, VERSION, EVERYTHING, plain, type Case } from './case.ts'

/** Which actions a statement is about. */
export const actions: readonly Case[] = [
  plain('nothing at all', [], []),
  plain('the action itself', [allow(CREATE)], VERSION),
  plain('another action', [allow('iam:CreatePolicy')], []),
  plain('a longer name', [allow('iam:CreatePolicyVersions')], []),
  plain('in other case', [allow('IAM:createpolicyversion')], VERSION),
  plain('a star at the end', [allow('iam:CreatePolicy*')], VERSION),
  plain('a star in the middle', [allow('iam:Create*Version')], VERSION),
  plain('stars in a row', [allow('iam:***Version')], VERSION),
  plain('a star that must match a letter', [allow('iam:CreatePolicy?ersion')], VERSION),
  plain('a question mark too many', [allow('iam:CreatePolicyVersion?')], []),
  plain('a star that may match nothing', [allow('iam:CreatePolicyVersion*')], VERSION),
  plain('every action', [allow('*')], EVERYTHING),
  plain('every action of every service', [allow('*:*')], EVERYTHING),
  plain('one half of a pair', [allow('iam:PassRole')], []),
  plain('the other half', [allow('lambda:CreateFunction')], []),
  plain('both halves in one', [allow(['iam:PassRole', 'lambda:CreateFunction'])], ['function sure']),
  plain('both halves in two', [allow('iam:PassRole'), allow('lambda:*')], ['function sure']),
  plain(
    'both halves in two policies',
    [policy('a', allow('iam:PassRole')), policy('b', allow('lambda:*'))],
    ['function sure']
  ),
  plain('an empty list', [allow([])], []),
  plain('a wildcard of the path, one of its actions', [allow('kms:PutKeyPolicy')], ['any-key sure']),
  plain(
    'NotAction that leaves it',
    [statement('Allow', { notActions: 'iam:Get*', resources: '*' })],
    EVERYTHING
  ),
  plain(
    'NotAction that takes it',
    [statement('Allow', { notActions: ['*:C*', 's3:*', 'sts:*', 'ssm:*', 'kms:*'], resources: '*' })],
    []
  ),
  plain(
    'NotAction in other case',
    [statement('Allow', { notActions: ['IAM:*', 'S3:*', 'STS:*', 'SSM:*', 'KMS:*'], resources: '*' })],
    []
  ),
  plain('NotAction of everything', [statement('Allow', { notActions: '*', resources: '*' })], [])
]
