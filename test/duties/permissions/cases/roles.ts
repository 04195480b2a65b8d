import { ALICE, allow, deny, grant, policy, role, roleArn, statement, user } from '../build.ts'
import { APART, CREATE, FUNCTIONS, IF, mfa, ONLY, ROLES, UNREAD, VERSION, type Case } from './case.ts'
const toRole = (name: string) => allow('sts:AssumeRole', roleArn(name))
const admin = role('admin', [allow(CREATE)])

/** From identity to role, and from role to role. */
export const roles: readonly Case[] = [
  {
    name: 'an exact role is no escalation as such',
    start: [user([grant('x', toRole('empty'))])],
    roles: [role('empty', [])],
    told: []
  },
  {
    name: 'a role’s own actions',
    start: [user([grant('x', toRole('admin'))])],
    roles: [admin],
    told: ['version sure by g/x.yaml']
  },
  {
    name: 'a role by leave alone',
    start: [user([], { assumes: [{ role: roleArn('admin'), grant: 'g/x.yaml' }] })],
    roles: [admin],
    told: ['version sure by g/x.yaml']
  },
  {
    name: 'a role by leave of nobody’s grant',
    start: [user([], { assumes: [{ role: roleArn('admin'), grant: null }] })],
    roles: [admin],
    told: VERSION
  },
  {
    name: 'a role that doesn’t trust',
    start: [user([toRole('shut')])],
    roles: [role('shut', [allow('*')], () => false)],
    told: []
  },
  {
    name: 'a role whose trust can’t be told',
    start: [user([toRole('fog')])],
    roles: [role('fog', [allow(CREATE)], () => null)],
    told: [`version unsure: whether ${roleArn('fog')} lets ${ALICE} assume it isn't known`]
  },
  {
    name: 'a role of which nothing is known',
    start: [user([grant('x', toRole('dark'))])],
    told: [`unknown ${roleArn('dark')} by g/x.yaml: the documents of ${roleArn('dark')} aren't known`]
  },
  { name: 'assuming is denied', start: [user([toRole('admin'), deny('sts:*')])], roles: [admin], told: [] },
  {
    name: 'assuming is bounded away',
    start: [user([toRole('admin')], { boundary: [allow('iam:*')] })],
    roles: [admin],
    told: []
  },
  {
    name: 'assuming under a condition',
    start: [user([allow('sts:AssumeRole', roleArn('admin'), mfa)])],
    roles: [admin],
    told: [`version unsure: ${IF('sts:AssumeRole', 'aws:MultiFactorAuthPresent')}`]
  },
  { name: 'no role’s ARN', start: [user([allow('sts:AssumeRole', ALICE)])], told: [] },
  {
    name: 'from role to role',
    start: [user([toRole('first')])],
    roles: [role('first', [toRole('admin')]), admin],
    told: VERSION
  },
  {
    name: 'in a circle',
    start: [user([toRole('a')])],
    roles: [role('a', [toRole('b')]), role('b', [toRole('a'), allow(CREATE)])],
    told: VERSION
  },
  { name: 'to itself', start: [user([toRole('a')])], roles: [role('a', [toRole('a')])], told: [] },
  {
    name: 'each step with its grant',
    start: [user([grant('x', toRole('first'))])],
    roles: [
      role('first', [], () => true, { assumes: [{ role: roleArn('admin'), grant: 'g/y.yaml' }] }),
      admin
    ],
    told: ['version sure by g/x.yaml, g/y.yaml']
  },
  {
    name: 'trusted only as a role',
    start: [user([toRole('first'), toRole('last')])],
    roles: [
      role('first', [toRole('last')]),
      role('last', [allow(CREATE)], (who) => who === roleArn('first'))
    ],
    told: VERSION
  },
  {
    name: 'a pattern of roles',
    start: [user([allow('sts:AssumeRole', ROLES)])],
    told: ["assume unsure: which roles it reaches isn't known"]
  },
  {
    name: 'a pattern of some roles',
    start: [user([allow('sts:AssumeRole', `${ROLES}x`)])],
    told: [`assume unsure: ${ONLY('sts:AssumeRole', `${ROLES}x`)} | which roles it reaches isn't known`]
  },
  {
    name: 'a pattern reaches a known role',
    start: [user([allow('sts:AssumeRole', `${ROLES}min`)])],
    roles: [admin],
    told: [
      'version sure',
      `assume unsure: ${ONLY('sts:AssumeRole', `${ROLES}min`)} | which roles it reaches isn't known`
    ]
  },
  {
    name: 'a pattern misses a known role',
    start: [user([allow('sts:AssumeRole', `${ROLES}x`)])],
    roles: [admin],
    told: [`assume unsure: ${ONLY('sts:AssumeRole', `${ROLES}x`)} | which roles it reaches isn't known`]
  },
  {
    name: 'all roles but one',
    start: [user([statement('Allow', { actions: 'sts:AssumeRole', notResources: roleArn('admin') })])],
    roles: [admin],
    told: [
      `assume unsure: policy p allows sts:AssumeRole on everything but ${roleArn('admin')} | which roles it reaches isn't known`
    ]
  },
  {
    name: 'an exact role as half of a pair',
    start: [user([toRole('empty'), allow('iam:AttachRolePolicy')])],
    roles: [role('empty', [])],
    told: [`attach-assume unsure: ${ONLY('sts:AssumeRole', roleArn('empty'))}`]
  },
  {
    name: 'a pair over two roles',
    start: [user([toRole('a'), toRole('b')])],
    roles: [role('a', [allow('iam:PassRole')]), role('b', [allow('lambda:CreateFunction')])],
    told: [`function unsure: ${APART(`${roleArn('a')}, ${roleArn('b')}`)}`]
  },
  {
    name: 'a pair over two roles, and within one',
    start: [user([toRole('a'), toRole('b')])],
    roles: [
      role('a', [allow('iam:PassRole'), allow('lambda:CreateFunction', FUNCTIONS)]),
      role('b', [allow('lambda:CreateFunction', '*', mfa)])
    ],
    told: ['function sure']
  },
  {
    name: 'a pair within two roles, each unsure of another half',
    start: [user([toRole('a'), toRole('b')])],
    roles: [
      role('a', [policy('pa', allow('iam:PassRole'), allow('lambda:CreateFunction', '*', mfa))]),
      role('b', [policy('pb', allow('iam:PassRole', '*', mfa), allow('lambda:CreateFunction'))])
    ],
    told: [
      'function unsure: pa allows lambda:CreateFunction under conditions on aws:MultiFactorAuthPresent | pb allows iam:PassRole under conditions on aws:MultiFactorAuthPresent'
    ]
  },
  {
    name: 'documents of a role unread',
    start: [user([grant('x', toRole('a'))])],
    roles: [role('a', [], () => true, UNREAD)],
    told: [`unknown ${roleArn('a')} by g/x.yaml: documents of ${roleArn('a')} were not read: policy q`]
  },
  {
    name: 'a role where one starts anyway',
    start: [user([grant('x', toRole('job'))]), user([allow(CREATE)], { name: roleArn('job') })],
    roles: [role('job', [allow(CREATE)])],
    told: VERSION
  }
]
