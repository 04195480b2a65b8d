import { describe, expect, test } from 'vitest'
import { awsIamCore as core } from '../../../src/connectors/aws-iam/core.ts'
import { ACCOUNT, roleArn, system } from './support.ts'

const target = (value: unknown) =>
  core.checkTarget(value, system()).map(({ pointer, message }) => `${pointer.join('.')}: ${message}`)
const statement = (over: object) => ({
  statements: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::b/*'], ...over }]
})

describe('targets', () => {
  test.each([
    { assumeRole: roleArn('billing-read') },
    { group: 'auditors' },
    statement({}),
    statement({ resources: ['*', 'arn:aws:s3:::home/${aws:username}/*'] }),
    statement({
      conditions: {
        StringLike: { 's3:prefix': ['a/*', 'b/*'] },
        Bool: { 'aws:MultiFactorAuthPresent': 'true' }
      }
    }),
    statement({
      conditions: {
        'ForAnyValue:StringEqualsIfExists': { 'aws:TagKeys': 'team' },
        Null: { 'aws:TokenIssueTime': 'false' }
      }
    })
  ])('%j is one', (value) => {
    expect(target(value)).toEqual([])
  })

  test('a role of another account, with a wildcard, or of no role', () => {
    expect(target({ assumeRole: 'arn:aws:iam::210987654321:role/x' })).toEqual([
      `assumeRole: The role belongs to account 210987654321; this system is account ${ACCOUNT}.`
    ])
    for (const text of [
      roleArn('*'),
      roleArn('a?'),
      `arn:aws:iam::${ACCOUNT}:user/alice`,
      `arn:aws:iam::*:role/x`,
      '*',
      roleArn('${aws:username}')
    ]) {
      expect([text, ...target({ assumeRole: text }).map((line) => line.split(':')[0])]).toEqual([
        text,
        'assumeRole'
      ])
    }
  })

  test('one misspelt key is one problem, two branches at once are one, nothing is one', () => {
    expect(core.checkTarget({ asumeRole: roleArn('x') }, system()).length).toBe(1)
    expect(core.checkTarget({ assumeRole: roleArn('x'), group: 'g' }, system()).length).toBe(1)
    expect(core.checkTarget({}, system()).length).toBe(1)
    expect(core.checkTarget('auditors', system()).length).toBe(1)
    expect(core.checkTarget(statement({ resource: ['*'] }), system()).length).toBe(1)
  })

  test.each([
    'iam:PassRole',
    'IAM:passrole',
    'iam:*',
    'iam:Pass*',
    'iam:?assRole',
    'sts:AssumeRole',
    'sts:*',
    'STS:ASSUME*',
    'sts:Assume??le'
  ])('%s may not be allowed directly', (action) => {
    expect(
      core
        .checkTarget(statement({ actions: ['s3:GetObject', action] }), system())
        .map(({ pointer }) => pointer)
    ).toEqual([['statements', 0, 'actions', 1]])
  })

  test.each(['iam:PassRoles', 'sts:AssumeRoleWithSAML', 'sts:GetCallerIdentity', 'iam:Get*'])(
    '%s may',
    (action) => {
      expect(target(statement({ actions: [action] }))).toEqual([])
    }
  )

  test.each(['NotAction', 'NotResource', 'Effect', 'Principal', 'Sid'])(
    '%s is not a part of a statement',
    (key) => {
      expect(core.checkTarget(statement({ [key]: ['*'] }), system()).map(({ pointer }) => pointer)).toEqual([
        ['statements', 0, key]
      ])
    }
  )

  test.each([
    ['DateLessThan', 'aws:CurrentTime'],
    ['dategreaterthan', 'aws:CurrentTime'],
    ['DateLessThanIfExists', 'aws:TokenIssueTime'],
    ['ForAnyValue:DateEquals', 's3:x'],
    ['NumericLessThan', 'aws:EpochTime'],
    ['NumericLessThanIfExists', 'AWS:epochtime'],
    ['StringLike', 'aws:currentTIME'],
    ['Null', 'aws:CurrentTime'],
    ['StringLikes', 'aws:username'],
    ['stringlike', 'aws:username'],
    ['NullIfExists', 'aws:username'],
    ['ForAllValues:Null', 'aws:username']
  ])('the condition %s %s', (operator, key) => {
    const problems = core.checkTarget(statement({ conditions: { [operator]: { [key]: 'x' } } }), system())
    expect(problems.length).toBe(1)
  })

  test('a key twice in different cases, an operator without keys, a value that isn’t text', () => {
    expect(
      target(statement({ conditions: { StringLike: { 'aws:username': 'a', 'AWS:UserName': 'b' } } }))
    ).toEqual([
      'statements.0.conditions.StringLike.AWS:UserName: "AWS:UserName" stands twice below "StringLike"; IAM doesn’t tell keys apart by case.'
    ])
    expect(target(statement({ conditions: { Bool: {} } }))).toEqual([
      'statements.0.conditions.Bool: "Bool" compares nothing.'
    ])
    expect(
      core.checkTarget(statement({ conditions: { Bool: { 'aws:SecureTransport': true } } }), system()).length
    ).toBe(1)
  })

  test('keys that JavaScript gives a meaning of its own are none of IAM’s', () => {
    const proto = JSON.parse('{"__proto__": {"__proto__": "x"}}') as unknown
    expect(core.checkTarget(statement({ conditions: proto }), system()).length).toBeGreaterThan(0)
    expect(
      core.checkTarget(
        statement({ conditions: JSON.parse('{"StringLike": {"__proto__": "x"}}') as unknown }),
        system()
      ).length
    ).toBeGreaterThan(0)
  })
})

describe('settings and accounts', () => {
  test('settings name roles of their own account', () => {
    expect(core.checkSettings(system().entry.data.settings)).toEqual([])
    expect(
      core.checkSettings({
        account: ACCOUNT,
        region: 'eu-central-1',
        writeRole: 'arn:aws:iam::210987654321:role/grantbook/write'
      })
    ).toEqual([
      {
        pointer: ['writeRole'],
        message: `The role belongs to account 210987654321; this system is account ${ACCOUNT}.`,
        fix: 'Name a role of this account.'
      }
    ])
    expect(core.checkSettings({ account: 123456789012, region: 'eu-central-1' }).length).toBe(1)
    expect(core.checkSettings({ account: ACCOUNT }).length).toBe(1)
  })

  test('an account is a user or a role, by path and name', () => {
    expect(core.checkAccount({ user: 'alice' }, system())).toEqual([])
    expect(core.checkAccount({ role: 'ci/exporter' }, system())).toEqual([])
    for (const wrong of [
      { user: '/alice' },
      { user: '' },
      { user: 'a', role: 'b' },
      { usr: 'a' },
      { user: 'a*' },
      { user: '../x/' },
      null
    ]) {
      expect([wrong, core.checkAccount(wrong, system()).length]).toEqual([wrong, 1])
    }
    expect(core.principalOf({ role: 'ci/exporter' })).toBe('role/ci/exporter')
    expect([{ user: 'Alice' }, { user: 'alice' }].map((account) => core.uniqueNameOf(account))).toEqual([
      'user/alice',
      'user/alice'
    ])
    expect(
      [{ role: 'ci/Exporter' }, { role: 'exporter' }].map((account) => core.uniqueNameOf(account))
    ).toEqual(['role/exporter', 'role/exporter'])
    expect(core.identityOf(system().entry.data.settings)).toBe(ACCOUNT)
  })

  test('a role can’t join a group', () => {
    expect(core.mismatch({ group: 'auditors' }, { role: 'ci/x' })?.message).toBe(
      'Role "ci/x" can’t join group "auditors": IAM groups have users only.'
    )
    expect(core.mismatch({ group: 'auditors' }, { user: 'alice' })).toBeNull()
    expect(core.mismatch({ grup: 'auditors' }, { role: 'ci/x' })).toBeNull()
    expect(core.mismatch({ assumeRole: roleArn('x') }, { role: 'ci/x' })).toBeNull()
    expect([core.enforcementOf({ group: 'g' }), core.enforcementOf({ assumeRole: roleArn('x') })]).toEqual([
      'job',
      'target'
    ])
  })
})
