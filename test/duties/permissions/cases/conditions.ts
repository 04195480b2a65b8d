import { allow, grant, policy } from '../build.ts'
import { POLICIES, CREATE, VERSION, ONLY, IF, dated, ip, mfa, plain, type Case } from './case.ts'

/** Conditions of Allows. */
export const conditions: readonly Case[] = [
  plain('a condition', [allow(CREATE, '*', ip)], [`version unsure: ${IF(CREATE, 'aws:SourceIp')}`]),
  plain(
    'two conditions',
    [allow(CREATE, '*', { ...ip, ...mfa })],
    [`version unsure: ${IF(CREATE, 'aws:MultiFactorAuthPresent, aws:SourceIp')}`]
  ),
  plain(
    'a condition and a part',
    [allow(CREATE, `${POLICIES}x`, mfa)],
    [`version unsure: ${ONLY(CREATE, `${POLICIES}x`)} | ${IF(CREATE, 'aws:MultiFactorAuthPresent')}`]
  ),
  plain('once with and once without', [allow(CREATE, '*', ip), allow(CREATE)], VERSION),
  plain(
    'two ways, each with its reason',
    [policy('a', allow(CREATE, '*', ip)), policy('b', allow(CREATE, '*', mfa))],
    [
      `version unsure: a allows ${CREATE} under conditions on aws:SourceIp | b allows ${CREATE} under conditions on aws:MultiFactorAuthPresent`
    ]
  ),
  plain(
    'what is surely allowed needs no reason, however else it may be',
    [policy('a', allow(['iam:PassRole', 'lambda:*'], '*', mfa)), policy('b', allow('iam:PassRole'))],
    ['function unsure: a allows lambda:CreateFunction under conditions on aws:MultiFactorAuthPresent']
  ),
  plain('a grant’s own dates', [grant('x', allow(CREATE, '*', dated()))], ['version sure by g/x.yaml']),
  plain(
    'a grant’s own dates in other case',
    [grant('x', allow(CREATE, '*', dated('AWS:currenttime')))],
    ['version sure by g/x.yaml']
  ),
  plain(
    'somebody else’s dates',
    [allow(CREATE, '*', dated())],
    [`version unsure: ${IF(CREATE, 'aws:CurrentTime')}`]
  ),
  plain(
    'dates and another key',
    [grant('x', allow(CREATE, '*', { ...dated(), ...ip }))],
    [`version unsure by g/x.yaml: aws/x allows ${CREATE} under conditions on aws:SourceIp`]
  ),
  plain(
    'another operator of dates',
    [grant('x', allow(CREATE, '*', { DateEquals: { 'aws:CurrentTime': ['2026-12-01'] } }))],
    [`version unsure by g/x.yaml: aws/x allows ${CREATE} under conditions on aws:CurrentTime`]
  ),
  plain(
    'an operator without keys',
    [allow(CREATE, '*', { StringLike: {} })],
    [`version unsure: ${IF(CREATE, 'StringLike')}`]
  ),
  plain(
    'a key named __proto__',
    [allow(CREATE, '*', { Bool: JSON.parse('{"__proto__":["x"]}') })],
    [`version unsure: ${IF(CREATE, '__proto__')}`]
  )
]
