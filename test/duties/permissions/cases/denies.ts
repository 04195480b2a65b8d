import { allow, deny, policy, statement, user } from '../build.ts'
import { POLICIES, ROLES, CREATE, VERSION, ONLY, dated, mfa, plain, type Case } from './case.ts'

/** Denies. */
export const denies: readonly Case[] = [
  plain('denied', [allow(CREATE), deny(CREATE)], []),
  plain('denied by a wildcard', [allow(CREATE), deny('iam:*')], []),
  plain('denied with everything', [allow('*'), deny('*')], []),
  plain('another action denied', [allow(CREATE), deny('iam:DeletePolicyVersion')], VERSION),
  plain('denied by another source', [policy('a', allow(CREATE)), policy('b', deny(CREATE))], []),
  plain('denied on every policy', [allow(CREATE), deny(CREATE, 'arn:*:iam::*:policy/*')], []),
  plain('denied on what is allowed', [allow(CREATE, `${POLICIES}x`), deny(CREATE, POLICIES)], []),
  plain('denied on another kind', [allow(CREATE), deny(CREATE, ROLES)], VERSION),
  plain(
    'denied elsewhere',
    [allow(CREATE, 'arn:aws:iam::1:policy/a*'), deny(CREATE, 'arn:aws:iam::1:policy/b*')],
    [`version unsure: ${ONLY(CREATE, 'arn:aws:iam::1:policy/a*')}`]
  ),
  plain(
    'denied in part',
    [allow(CREATE), deny(CREATE, `${POLICIES}x`)],
    [`version unsure: policy p denies ${CREATE} for some of it`]
  ),
  plain(
    'denied under a condition',
    [allow(CREATE), deny(CREATE, '*', mfa)],
    [
      `version unsure: policy p denies ${CREATE} under conditions on aws:MultiFactorAuthPresent, so it may not hold`
    ]
  ),
  plain(
    'denied under a date',
    [allow(CREATE), deny(CREATE, '*', dated())],
    [`version unsure: policy p denies ${CREATE} under conditions on aws:CurrentTime, so it may not hold`]
  ),
  plain(
    'denied on a variable',
    [allow(CREATE), deny(CREATE, '${aws:username}')],
    [`version unsure: policy p denies ${CREATE} for some of it`]
  ),
  plain(
    'everything but it denied',
    [allow(CREATE), statement('Deny', { notActions: 'iam:Create*', resources: '*' })],
    VERSION
  ),
  plain(
    'everything but others denied',
    [allow(CREATE), statement('Deny', { notActions: 's3:*', resources: '*' })],
    []
  ),
  plain(
    'denied on all but another kind',
    [allow(CREATE), statement('Deny', { actions: '*', notResources: ROLES })],
    []
  ),
  plain(
    'denied on all but some',
    [allow(CREATE), statement('Deny', { actions: '*', notResources: POLICIES })],
    [`version unsure: policy p denies ${CREATE} for some of it`]
  ),
  plain(
    'denied on all but what is allowed',
    [allow(CREATE, `${POLICIES}x`), statement('Deny', { actions: '*', notResources: POLICIES })],
    [`version unsure: ${ONLY(CREATE, `${POLICIES}x`)}`]
  ),
  plain('one of a pair denied', [allow(['iam:PassRole', 'lambda:*']), deny('iam:PassRole')], []),
  {
    name: 'another identity’s Deny',
    start: [user([allow(CREATE)]), user([deny('*')], { name: 'user/b' })],
    told: VERSION
  }
]
