import { ALICE, allow, deny, statement, user } from '../build.ts'
import { POLICIES, ROLES, CREATE, VERSION, mfa, type Case } from './case.ts'

/** Permissions boundaries. */
export const boundaries: readonly Case[] = [
  {
    name: 'a boundary that allows it',
    start: [user([allow(CREATE)], { boundary: [allow('iam:*')] })],
    told: VERSION
  },
  {
    name: 'a boundary that doesn’t',
    start: [user([allow(CREATE)], { boundary: [allow('s3:*')] })],
    told: []
  },
  { name: 'an empty boundary', start: [user([allow('*')], { boundary: [] })], told: [] },
  {
    name: 'a boundary that denies',
    start: [user([allow(CREATE)], { boundary: [allow('*'), deny('iam:*')] })],
    told: []
  },
  { name: 'a boundary allows nothing by itself', start: [user([], { boundary: [allow('*')] })], told: [] },
  {
    name: 'a boundary of a part',
    start: [user([allow(CREATE)], { boundary: [allow('*', `${POLICIES}x`)] })],
    told: [`version unsure: the permissions boundary of ${ALICE} allows ${CREATE} for some of it only`]
  },
  {
    name: 'a boundary of the own account',
    start: [user([allow(CREATE)], { boundary: [allow('*', POLICIES)] })],
    told: VERSION
  },
  {
    name: 'a boundary of another kind',
    start: [user([allow(CREATE)], { boundary: [allow('*', ROLES)] })],
    told: []
  },
  {
    name: 'a boundary with conditions',
    start: [user([allow(CREATE)], { boundary: [allow('*', '*', mfa)] })],
    told: [
      `version unsure: the permissions boundary of ${ALICE} allows ${CREATE} under conditions on aws:MultiFactorAuthPresent`
    ]
  },
  {
    name: 'a boundary that denies a part',
    start: [user([allow(CREATE)], { boundary: [allow('*'), deny('*', `${POLICIES}x`)] })],
    told: [`version unsure: the permissions boundary of ${ALICE} denies ${CREATE} for some of it`]
  },
  {
    name: 'a boundary with NotResource',
    start: [user([allow(CREATE)], { boundary: [statement('Allow', { actions: '*', notResources: ROLES })] })],
    told: VERSION
  },
  {
    name: 'a boundary with NotAction',
    start: [
      user([allow(CREATE)], { boundary: [statement('Allow', { notActions: 'iam:*', resources: '*' })] })
    ],
    told: []
  },
  {
    name: 'an unread boundary',
    start: [user([allow(CREATE)], { boundary: 'unread' })],
    told: [`version unsure: the permissions boundary of ${ALICE} was not read`]
  },
  {
    name: 'an unread boundary and a Deny',
    start: [user([allow(CREATE), deny('iam:*')], { boundary: 'unread' })],
    told: []
  }
]
