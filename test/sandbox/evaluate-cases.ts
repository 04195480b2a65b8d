import type { Decision } from '../../src/sandbox/iam/policy/request.ts'
import type { WorldDocument } from '../../src/sandbox/world.ts'
import { ACCOUNT, allow, OTHER, policy, trust } from './world.ts'

/** One question to the evaluator and its only right answer. */
export interface Case {
  readonly name: string
  readonly identity?: WorldDocument
  readonly boundary?: WorldDocument
  readonly session?: WorldDocument
  readonly trust?: WorldDocument
  /** ARNs of the trust that name the principal now asking; others are taken for deleted. */
  readonly same?: readonly string[]
  readonly as?: 'user' | 'session' | 'stranger'
  readonly action?: string
  readonly resource?: string
  readonly context?: Readonly<Record<string, string | readonly string[]>>
  readonly at?: string
  readonly want: Decision['why']
}

export const USER = `arn:aws:iam::${ACCOUNT}:user/alice`
export const ROLE_OF_SESSION = `arn:aws:iam::${ACCOUNT}:role/ci/exporter`
export const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/exporter/run-1`
export const TARGET = `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-read`
const ROOT = `arn:aws:iam::${ACCOUNT}:root`
const BUCKET = 'arn:aws:s3:::billing'
const KEY = 'arn:aws:s3:::billing/2026/invoice.csv'

const deny = (action: string | string[], resource: string | string[] = '*', condition?: object): object => ({
  ...allow(action, resource, condition),
  Effect: 'Deny'
})
const statement = (fields: object): WorldDocument => policy({ Effect: 'Allow', ...fields })
/** Reads an object if the condition holds. */
const when = (condition: object): WorldDocument => policy(allow('s3:GetObject', KEY, condition))
const yes = 'allowed'
const no = 'no-allow'

const plain: readonly Case[] = [
  { name: 'nothing allows nothing', want: no },
  { name: 'an exact action and resource', identity: policy(allow('s3:GetObject', KEY)), want: yes },
  {
    name: 'actions are compared without regard to case',
    identity: policy(allow('S3:getobject', KEY)),
    want: yes
  },
  { name: 'another action', identity: policy(allow('s3:PutObject', KEY)), want: no },
  { name: 'another resource', identity: policy(allow('s3:GetObject', `${KEY}x`)), want: no },
  {
    name: 'resources are compared with regard to case',
    identity: policy(allow('s3:GetObject', KEY.replace('invoice', 'INVOICE'))),
    want: no
  },
  { name: 'a star for the action', identity: policy(allow('*', KEY)), want: yes },
  { name: 'a star after the service', identity: policy(allow('s3:*', KEY)), want: yes },
  { name: 'a star within the action', identity: policy(allow('s3:Get*', KEY)), want: yes },
  { name: 'a star of another service', identity: policy(allow('ec2:*', KEY)), want: no },
  {
    name: 'a question mark is exactly one character',
    identity: policy(allow('s3:GetObjec?', KEY)),
    want: yes
  },
  { name: 'a question mark is not none', identity: policy(allow('s3:GetObject?', KEY)), want: no },
  {
    name: 'a star in the middle of a resource',
    identity: policy(allow('s3:GetObject', `${BUCKET}/*/invoice.csv`)),
    want: yes
  },
  { name: 'a star may stand for nothing', identity: policy(allow('s3:GetObject', `${KEY}*`)), want: yes },
  {
    name: 'one of several actions',
    identity: policy(allow(['s3:PutObject', 's3:GetObject'], KEY)),
    want: yes
  },
  { name: 'one of several resources', identity: policy(allow('s3:GetObject', [BUCKET, KEY])), want: yes },
  {
    name: 'NotAction allows every other action',
    identity: statement({ NotAction: 's3:PutObject', Resource: KEY }),
    want: yes
  },
  {
    name: 'NotAction allows not what it names',
    identity: statement({ NotAction: ['s3:Get*'], Resource: KEY }),
    want: no
  },
  {
    name: 'NotResource allows every other resource',
    identity: statement({ Action: 's3:GetObject', NotResource: BUCKET }),
    want: yes
  },
  {
    name: 'NotResource allows not what it names',
    identity: statement({ Action: 's3:GetObject', NotResource: `${BUCKET}/*` }),
    want: no
  },
  {
    name: 'a deny wins over an allow',
    identity: policy(allow('s3:*'), deny('s3:GetObject', KEY)),
    want: 'explicit-deny'
  },
  {
    name: 'a deny of something else is none',
    identity: policy(allow('s3:*'), deny('s3:PutObject')),
    want: yes
  },
  {
    name: 'a deny whose condition fails is none',
    identity: policy(allow('s3:*'), deny('s3:*', '*', { Bool: { 'aws:SecureTransport': 'false' } })),
    want: yes
  },
  {
    name: 'Deny NotAction strikes what it does not name',
    identity: policy(allow('*'), { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }),
    want: 'explicit-deny'
  }
]

const limits: readonly Case[] = [
  { name: 'a boundary alone allows nothing', boundary: policy(allow('*')), want: no },
  {
    name: 'a boundary that allows the action',
    identity: policy(allow('*')),
    boundary: policy(allow('s3:*')),
    want: yes
  },
  {
    name: 'a boundary that does not',
    identity: policy(allow('*')),
    boundary: policy(allow('sts:*')),
    want: 'boundary'
  },
  {
    name: 'a boundary that denies',
    identity: policy(allow('*')),
    boundary: policy(allow('*'), deny('s3:*')),
    want: 'explicit-deny'
  },
  { name: 'a session policy alone allows nothing', as: 'session', session: policy(allow('*')), want: no },
  {
    name: 'a session policy that allows',
    as: 'session',
    identity: policy(allow('*')),
    session: policy(allow('s3:*')),
    want: yes
  },
  {
    name: 'a session policy that does not',
    as: 'session',
    identity: policy(allow('*')),
    session: policy(allow('sts:*')),
    want: 'session-policy'
  },
  {
    name: 'a session policy that denies',
    as: 'session',
    identity: policy(allow('*')),
    session: policy(allow('*'), deny('s3:*')),
    want: 'explicit-deny'
  }
]

const NOW = 'aws:CurrentTime'
const dates: readonly Case[] = [
  {
    name: 'DateLessThan before',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20T09:00:01Z' } }),
    want: yes
  },
  {
    name: 'DateLessThan at that second',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20T09:00:00Z' } }),
    want: no
  },
  {
    name: 'DateLessThan after',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20T08:59:59Z' } }),
    want: no
  },
  {
    name: 'DateLessThanEquals at that second',
    identity: when({ DateLessThanEquals: { [NOW]: '2026-11-20T09:00:00Z' } }),
    want: yes
  },
  {
    name: 'DateGreaterThanEquals at that second',
    identity: when({ DateGreaterThanEquals: { [NOW]: '2026-11-20T09:00:00Z' } }),
    want: yes
  },
  {
    name: 'DateGreaterThan at that second',
    identity: when({ DateGreaterThan: { [NOW]: '2026-11-20T09:00:00Z' } }),
    want: no
  },
  {
    name: 'a window from start to end holds inside',
    identity: when({
      DateGreaterThanEquals: { [NOW]: '2026-11-20T00:00:00Z' },
      DateLessThan: { [NOW]: '2026-11-21T00:00:00Z' }
    }),
    want: yes
  },
  {
    name: 'a window does not hold before its start',
    identity: when({
      DateGreaterThanEquals: { [NOW]: '2026-11-20T00:00:00Z' },
      DateLessThan: { [NOW]: '2026-11-21T00:00:00Z' }
    }),
    at: '2026-11-19T23:59:59Z',
    want: no
  },
  {
    name: 'a window does not hold at its end',
    identity: when({
      DateGreaterThanEquals: { [NOW]: '2026-11-20T00:00:00Z' },
      DateLessThan: { [NOW]: '2026-11-21T00:00:00Z' }
    }),
    at: '2026-11-21T00:00:00Z',
    want: no
  },
  {
    name: 'an array of dates is an OR: the later one holds',
    identity: when({ DateLessThan: { [NOW]: ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'] } }),
    want: yes
  },
  {
    name: 'a plain day is its first second',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20' } }),
    want: no
  },
  {
    name: 'an offset is counted',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20T10:30:00+01:00' } }),
    want: yes
  },
  {
    name: 'an offset the other way',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20T09:30:00+01:00' } }),
    want: no
  },
  { name: 'DateEquals', identity: when({ DateEquals: { [NOW]: '2026-11-20T10:00:00+01:00' } }), want: yes },
  { name: 'DateNotEquals', identity: when({ DateNotEquals: { [NOW]: '2026-11-20T09:00:00Z' } }), want: no },
  {
    name: 'seconds since 1970 as a date',
    identity: when({ DateLessThan: { 'aws:EpochTime': '1795165201' } }),
    want: yes
  },
  {
    name: 'EpochTime by a numeric operator',
    identity: when({ NumericLessThan: { 'aws:EpochTime': '1795165200' } }),
    want: no
  },
  {
    name: 'a date key that is missing does not hold',
    identity: when({ DateLessThan: { 'aws:TokenIssueTime': '2099-01-01T00:00:00Z' } }),
    want: no
  },
  {
    name: 'IfExists lets a missing date key through',
    identity: when({ DateLessThanIfExists: { 'aws:TokenIssueTime': '2000-01-01T00:00:00Z' } }),
    want: yes
  },
  {
    name: 'IfExists still judges a date that is there',
    identity: when({ DateLessThanIfExists: { [NOW]: '2026-01-01T00:00:00Z' } }),
    want: no
  },
  {
    name: 'keys are compared without regard to case',
    identity: when({ DateLessThan: { 'AWS:currenttime': '2026-01-01T00:00:00Z' } }),
    want: no
  },
  {
    name: 'an expired allow does not hide a standing one',
    identity: policy(
      allow('s3:GetObject', KEY, { DateLessThan: { [NOW]: '2026-01-01' } }),
      allow('s3:GetObject', KEY, { DateLessThan: { [NOW]: '2027-01-01' } })
    ),
    want: yes
  },
  {
    name: 'a deny that ended strikes no more',
    identity: policy(allow('s3:*'), deny('s3:*', '*', { DateLessThan: { [NOW]: '2026-01-01' } })),
    want: yes
  }
]

const TEAM = 'aws:PrincipalTag/team'
const conditions: readonly Case[] = [
  { name: 'StringEquals', identity: when({ StringEquals: { [TEAM]: 'billing' } }), want: yes },
  { name: 'StringEquals is exact', identity: when({ StringEquals: { [TEAM]: 'Billing' } }), want: no },
  { name: 'StringEquals knows no star', identity: when({ StringEquals: { [TEAM]: 'bill*' } }), want: no },
  {
    name: 'StringEquals, one of several',
    identity: when({ StringEquals: { [TEAM]: ['ops', 'billing'] } }),
    want: yes
  },
  {
    name: 'StringNotEquals, none of several',
    identity: when({ StringNotEquals: { [TEAM]: ['ops', 'billing'] } }),
    want: no
  },
  {
    name: 'StringNotEquals holds for a missing key',
    identity: when({ StringNotEquals: { 'aws:PrincipalTag/none': 'x' } }),
    want: yes
  },
  {
    name: 'StringEqualsIgnoreCase',
    identity: when({ StringEqualsIgnoreCase: { [TEAM]: 'BILLING' } }),
    want: yes
  },
  {
    name: 'StringNotEqualsIgnoreCase',
    identity: when({ StringNotEqualsIgnoreCase: { [TEAM]: 'BILLING' } }),
    want: no
  },
  { name: 'StringLike', identity: when({ StringLike: { [TEAM]: 'b?ll*' } }), want: yes },
  { name: 'StringNotLike', identity: when({ StringNotLike: { [TEAM]: 'b*' } }), want: no },
  {
    name: 'two keys must both hold',
    identity: when({ StringEquals: { [TEAM]: 'billing', 'aws:username': 'bob' } }),
    want: no
  },
  {
    name: 'two operators must both hold',
    identity: when({ StringEquals: { [TEAM]: 'billing' }, Bool: { 'aws:SecureTransport': 'false' } }),
    want: no
  },
  { name: 'Bool', identity: when({ Bool: { 'aws:SecureTransport': true } }), want: yes },
  {
    name: 'Null true: the key is missing',
    identity: when({ Null: { 'aws:TokenIssueTime': 'true' } }),
    want: yes
  },
  {
    name: 'Null false: the key is there',
    identity: when({ Null: { 'aws:TokenIssueTime': 'false' } }),
    want: no
  },
  {
    name: 'NumericEquals',
    identity: when({ NumericEquals: { 's3:max-keys': 10 } }),
    context: { 's3:max-keys': '10' },
    want: yes
  },
  {
    name: 'NumericGreaterThanEquals',
    identity: when({ NumericGreaterThanEquals: { 's3:max-keys': '11' } }),
    context: { 's3:max-keys': '10' },
    want: no
  },
  {
    name: 'a number that is none',
    identity: when({ NumericLessThan: { 's3:max-keys': '11' } }),
    context: { 's3:max-keys': 'ten' },
    want: no
  },
  {
    name: 'IpAddress in a block',
    identity: when({ IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } }),
    want: yes
  },
  {
    name: 'IpAddress outside',
    identity: when({ IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '127.0.0.2'] } }),
    want: no
  },
  { name: 'NotIpAddress', identity: when({ NotIpAddress: { 'aws:SourceIp': '127.0.0.1/32' } }), want: no },
  {
    name: 'ArnLike',
    identity: when({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:user/*` } }),
    want: yes
  },
  {
    name: 'ArnLike: a star does not reach over a colon',
    identity: when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:*:user/alice' } }),
    want: no
  },
  {
    name: 'ArnEquals knows wildcards too',
    identity: when({ ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/alice' } }),
    want: yes
  },
  {
    name: 'ArnNotLike',
    identity: when({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/a*' } }),
    want: no
  },
  {
    name: 'ForAllValues holds for every value',
    identity: when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }),
    context: { 'aws:TagKeys': ['a', 'b'] },
    want: yes
  },
  {
    name: 'ForAllValues fails for one value',
    identity: when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }),
    context: { 'aws:TagKeys': ['a', 'c'] },
    want: no
  },
  {
    name: 'ForAllValues holds for a missing key',
    identity: when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } }),
    want: yes
  },
  {
    name: 'ForAnyValue holds for one value',
    identity: when({ 'ForAnyValue:StringLike': { 'aws:TagKeys': 'c*' } }),
    context: { 'aws:TagKeys': ['a', 'c'] },
    want: yes
  },
  {
    name: 'ForAnyValue fails for a missing key',
    identity: when({ 'ForAnyValue:StringLike': { 'aws:TagKeys': '*' } }),
    want: no
  },
  {
    name: 'StringEqualsIfExists without the key',
    identity: when({ StringEqualsIfExists: { 'aws:RequestedRegion': 'eu-central-1' } }),
    want: yes
  }
]

const variables: readonly Case[] = [
  {
    name: 'a variable in a resource',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${aws:username}/*`)),
    resource: `${BUCKET}/alice/x`,
    want: yes
  },
  {
    name: 'a variable of somebody else',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${aws:username}/*`)),
    resource: `${BUCKET}/bob/x`,
    want: no
  },
  {
    name: 'a variable in a string condition',
    identity: when({ StringEquals: { 'aws:userid': 'AIDAALICE', 'aws:username': '${aws:username}' } }),
    want: yes
  },
  {
    name: 'a variable without a value matches nothing',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${aws:SourceIdentity}*`)),
    resource: `${BUCKET}/x`,
    want: no
  },
  {
    name: 'a default for a variable',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${aws:SourceIdentity, 'guest'}/*`)),
    resource: `${BUCKET}/guest/x`,
    want: yes
  },
  {
    name: 'a star in a variable is a star, not a wildcard',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${aws:PrincipalTag/odd}/x`)),
    resource: `${BUCKET}/bob/x`,
    context: { 'aws:PrincipalTag/odd': '*' },
    want: no
  },
  {
    name: 'nor in an ARN condition',
    identity: when({
      ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:user/\${aws:PrincipalTag/odd}` }
    }),
    context: { 'aws:PrincipalTag/odd': '*' },
    want: no
  },
  {
    name: '${*} is a star',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${*}`)),
    resource: `${BUCKET}/*`,
    want: yes
  },
  {
    name: '${*} is nothing else',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${*}`)),
    resource: `${BUCKET}/x`,
    want: no
  }
]

const assume = { action: 'sts:AssumeRole', resource: TARGET } as const
const mayAssume = policy(allow('sts:AssumeRole', TARGET))
const gated = trust(
  { AWS: ROOT },
  { ArnLike: { 'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:user/*`, `arn:aws:iam::${ACCOUNT}:role/ci/*`] } }
)
const trusts: readonly Case[] = [
  { ...assume, name: 'a trust of the account alone is not enough', trust: trust({ AWS: ROOT }), want: no },
  {
    ...assume,
    name: 'a trust of the account and a policy',
    trust: trust({ AWS: ROOT }),
    identity: mayAssume,
    want: yes
  },
  {
    ...assume,
    name: 'the account by its number',
    trust: trust({ AWS: ACCOUNT }),
    identity: mayAssume,
    want: yes
  },
  {
    ...assume,
    name: 'a policy without a trust',
    trust: trust({ AWS: `arn:aws:iam::${OTHER}:root` }),
    identity: mayAssume,
    want: 'no-trust'
  },
  {
    ...assume,
    name: 'a trust of a service',
    trust: trust({ Service: 'ec2.amazonaws.com' }),
    identity: mayAssume,
    want: 'no-trust'
  },
  {
    ...assume,
    name: 'a trust that names the user grants by itself',
    trust: trust({ AWS: USER }),
    same: [USER],
    want: yes
  },
  {
    ...assume,
    name: 'and outlasts the end of the dated statement',
    trust: trust({ AWS: USER }),
    same: [USER],
    identity: policy(allow('sts:AssumeRole', TARGET, { DateLessThan: { [NOW]: '2026-01-01' } })),
    want: yes
  },
  {
    ...assume,
    name: 'even past a boundary',
    trust: trust({ AWS: USER }),
    same: [USER],
    boundary: policy(allow('s3:*')),
    want: yes
  },
  {
    ...assume,
    name: 'but not past a deny',
    trust: trust({ AWS: USER }),
    same: [USER],
    identity: policy(deny('sts:*')),
    want: 'explicit-deny'
  },
  {
    ...assume,
    name: 'a user made again under the trusted name is another one',
    trust: trust({ AWS: USER }),
    want: 'no-trust'
  },
  { ...assume, name: 'everyone of the account', trust: trust('*'), want: yes },
  {
    ...assume,
    name: 'a deny in the trust',
    trust: policy(
      { Effect: 'Allow', Principal: { AWS: ROOT }, Action: 'sts:AssumeRole' },
      { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' }
    ),
    identity: mayAssume,
    want: 'explicit-deny'
  },
  { ...assume, name: 'a trust with a condition that holds', trust: gated, identity: mayAssume, want: yes },
  {
    ...assume,
    name: 'a condition that keeps other roles out',
    as: 'session',
    trust: trust({ AWS: ROOT }, { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:user/*` } }),
    identity: mayAssume,
    want: 'no-trust'
  },
  {
    ...assume,
    name: 'the right external id',
    trust: trust({ AWS: ROOT }, { StringEquals: { 'sts:ExternalId': 'x1' } }),
    identity: mayAssume,
    context: { 'sts:ExternalId': 'x1' },
    want: yes
  },
  {
    ...assume,
    name: 'no external id',
    trust: trust({ AWS: ROOT }, { StringEquals: { 'sts:ExternalId': 'x1' } }),
    identity: mayAssume,
    want: 'no-trust'
  },
  {
    ...assume,
    name: 'a date in the trust',
    trust: trust({ AWS: USER }, { DateLessThan: { [NOW]: '2026-01-01' } }),
    same: [USER],
    want: 'no-trust'
  },
  {
    ...assume,
    name: 'role chaining: a workload role by the account and its policy',
    as: 'session',
    trust: gated,
    identity: mayAssume,
    want: yes
  },
  {
    ...assume,
    name: 'a trust that names the role grants its sessions',
    as: 'session',
    trust: trust({ AWS: ROLE_OF_SESSION }),
    same: [ROLE_OF_SESSION],
    want: yes
  },
  {
    ...assume,
    name: 'but only within the boundary of that role',
    as: 'session',
    trust: trust({ AWS: ROLE_OF_SESSION }),
    same: [ROLE_OF_SESSION],
    boundary: policy(allow('s3:*')),
    want: 'boundary'
  },
  {
    ...assume,
    name: 'and within the session policy',
    as: 'session',
    trust: trust({ AWS: ROLE_OF_SESSION }),
    same: [ROLE_OF_SESSION],
    session: policy(allow('s3:*')),
    want: 'session-policy'
  },
  {
    ...assume,
    name: 'a trust that names the session itself',
    as: 'session',
    trust: trust({ AWS: SESSION }),
    boundary: policy(allow('s3:*')),
    want: yes
  },
  {
    ...assume,
    name: 'a boundary limits who comes through the account',
    trust: trust({ AWS: ROOT }),
    identity: mayAssume,
    boundary: policy(allow('s3:*')),
    want: 'boundary'
  },
  {
    ...assume,
    name: 'across accounts the trust alone is not enough',
    as: 'stranger',
    trust: trust({ AWS: `arn:aws:iam::${OTHER}:root` }),
    want: no
  },
  {
    ...assume,
    name: 'not even if it names the user',
    as: 'stranger',
    trust: trust({ AWS: `arn:aws:iam::${OTHER}:user/zoe` }),
    same: [`arn:aws:iam::${OTHER}:user/zoe`],
    want: no
  },
  {
    ...assume,
    name: 'across accounts both sides',
    as: 'stranger',
    trust: trust({ AWS: `arn:aws:iam::${OTHER}:root` }),
    identity: mayAssume,
    want: yes
  },
  {
    ...assume,
    name: 'across accounts the policy alone is not enough',
    as: 'stranger',
    trust: trust({ AWS: ROOT }),
    identity: mayAssume,
    want: 'no-trust'
  },
  {
    ...assume,
    name: 'a policy on a path of roles',
    trust: trust({ AWS: ROOT }),
    identity: policy(allow('sts:AssumeRole', `arn:aws:iam::${ACCOUNT}:role/entitlements/*`)),
    want: yes
  }
]

export const CASES: readonly Case[] = [...plain, ...limits, ...dates, ...conditions, ...variables, ...trusts]
