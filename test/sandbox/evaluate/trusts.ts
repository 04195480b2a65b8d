import {
  NOW,
  ROLE_OF_SESSION,
  ROOT,
  SESSION,
  TARGET,
  USER,
  assume,
  deny,
  gated,
  mayAssume,
  no,
  yes,
  type Case
} from './case.ts'
import { ACCOUNT, OTHER, allow, policy, trust } from '../world.ts'

export const trusts: readonly Case[] = [
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
