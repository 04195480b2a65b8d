import { describe, expect, test } from 'vitest'
import { Scales } from '../../../../src/connectors/aws-iam/outside/weigh.ts'
import { ACCOUNT, roleArn } from '../support.ts'
import { arn } from './support.ts'

const ROLES = [roleArn('a'), roleArn('b')]
const weigh = (...statements: object[]) =>
  new Scales(ACCOUNT, ROLES).weigh(JSON.stringify({ Version: '2012-10-17', Statement: statements }))
const allow = (
  Action: string | readonly string[],
  Resource: string | readonly string[] = '*',
  more: object = {}
) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more
})
const deny = (Action: string, Resource = '*', more: object = {}) => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...more
})

describe('administrators', () => {
  test.each<[string, object[]]>([
    ['everything', [allow('*')]],
    ['all of IAM', [allow('iam:*')]],
    ['in any case', [allow('IAM:putUSERpolicy')]],
    ['policy on one role', [allow('iam:AttachRolePolicy', arn('role/x'))]],
    ['policy on oneself', [allow('iam:PutUserPolicy', `arn:aws:iam::*:user/\${aws:username}`)]],
    ['another version of a policy', [allow('iam:SetDefaultPolicyVersion', arn('policy/p'))]],
    ['all but something else', [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }]],
    ['everywhere but elsewhere', [{ Effect: 'Allow', Action: 'iam:*', NotResource: 'arn:aws:s3:::x' }]],
    ['keys of everybody', [allow('iam:CreateAccessKey', arn('user/*'))]],
    ['any group', [allow('iam:AddUserToGroup')]],
    ['even with MFA', [allow('*', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })]],
    ['although something else is denied', [allow('*'), deny('s3:*')]],
    [
      'although it is denied sometimes',
      [allow('iam:*'), deny('iam:*', '*', { Condition: { Bool: { x: 'true' } } })]
    ]
  ])('%s', (_what, statements) => {
    expect(weigh(...statements).administrator).toBe(true)
  })

  test.each<[string, object[]]>([
    ['reading', [allow(['iam:Get*', 'iam:List*'])]],
    ['everything on a bucket', [allow('*', 'arn:aws:s3:::x/*')]],
    ['all but IAM', [{ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' }]],
    ['own keys', [allow('iam:*AccessKey*', `arn:aws:iam::*:user/\${aws:username}`)]],
    ['keys of one path', [allow('iam:CreateAccessKey', arn('user/robots/*'))]],
    [
      'policy under a boundary',
      [allow('iam:PutUserPolicy', '*', { Condition: { StringEquals: { 'iam:PermissionsBoundary': 'x' } } })]
    ],
    ['everything, with IAM denied', [allow('*'), deny('iam:*')]],
    ['a Deny of everything', [deny('*')]]
  ])('not: %s', (_what, statements) => {
    expect(weigh(...statements).administrator).toBe(false)
  })
})

describe('reach', () => {
  test.each<[string, object[], readonly string[]]>([
    ['everything', [allow('*')], ROLES],
    ['all but IAM', [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], ROLES],
    ['one exactly', [allow('sts:AssumeRole', roleArn('b'))], [roleArn('b')]],
    ['by wildcard', [allow('sts:Assume*', arn('role/entitlements/?'))], ROLES],
    [
      'by a variable',
      [allow('sts:AssumeRole', `arn:aws:iam::\${aws:PrincipalAccount}:role/entitlements/a`)],
      [roleArn('a')]
    ],
    ['elsewhere', [allow('sts:AssumeRole', arn('role/other'))], []],
    ['another way in', [allow('sts:AssumeRoleWithSAML')], []],
    ['all but these', [{ Effect: 'Allow', Action: 'sts:*', NotResource: arn('role/entitlements/*') }], []],
    ['denied', [allow('*'), deny('sts:*')], []],
    ['denied on one alone', [allow('*'), deny('sts:*', roleArn('a'))], ROLES]
  ])('%s', (_what, statements, want) => {
    expect(weigh(...statements).reaches).toEqual(want)
  })
})

describe('what is never taken away', () => {
  test.each<[string, string | null]>([
    ['unread', null],
    ['no JSON', '{'],
    ['no policy', '[]'],
    ['an unknown effect', '{"Statement":[{"Effect":"Maybe","Action":"*","Resource":"*"}]}'],
    ['a Deny', '{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}'],
    [
      'a Deny behind a doubled key',
      '{"Statement":{"Effect":"Deny"},"Statement":{"Effect":"Allow","Action":"*"}}'
    ],
    [
      'a Deny by NotAction',
      '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","NotAction":"s3:*","Resource":"*"}]}'
    ]
  ])('%s', (_what, document) => {
    expect(new Scales(ACCOUNT, ROLES).weigh(document).why).not.toBeNull()
  })

  test('but purely Allow may be', () => {
    expect(weigh(allow('*'), { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }).why).toBeNull()
  })
})
