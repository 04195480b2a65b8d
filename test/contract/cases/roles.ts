import {
  BOUNDARY,
  GOOD,
  POLICY,
  ROLE,
  TRUST,
  alice,
  arn,
  document,
  fails,
  made,
  role,
  step,
  type Scenario
} from './step.ts'

export const roles: readonly Scenario[] = [
  {
    name: 'a role is made, changed and read',
    steps: [
      role,
      step('getRole', ROLE, {
        Role: {
          RoleName: 'exporter',
          Path: '/ci/',
          Arn: arn('role', 'ci/exporter'),
          MaxSessionDuration: 7200,
          AssumeRolePolicyDocument: encodeURIComponent(TRUST)
        }
      }),
      step('updateRole', { ...ROLE, MaxSessionDuration: 3600, Description: 'exports' }),
      step(
        'listRoles',
        { PathPrefix: '/ci/' },
        { Roles: [{ RoleName: 'exporter', MaxSessionDuration: 3600 }] }
      ),
      step('updateAssumeRolePolicy', {
        ...ROLE,
        PolicyDocument: document({
          Effect: 'Allow',
          Principal: { Service: 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole'
        })
      }),
      step('deleteRole', ROLE),
      fails('getRole', ROLE, 'NoSuchEntityException')
    ]
  },
  {
    name: 'a role with a policy stays',
    steps: [
      role,
      step('putRolePolicy', { ...ROLE, PolicyName: 'p', PolicyDocument: GOOD }),
      fails('deleteRole', ROLE, 'DeleteConflictException')
    ]
  },
  {
    name: 'a role with an attached policy stays',
    steps: [
      role,
      made,
      step('attachRolePolicy', { ...ROLE, PolicyArn: POLICY }),
      fails('deleteRole', ROLE, 'DeleteConflictException')
    ]
  },
  {
    name: 'a boundary is put and taken off, and its policy stays meanwhile',
    steps: [
      made,
      role,
      step('putRolePermissionsBoundary', { ...ROLE, ...BOUNDARY }),
      step('getRole', ROLE, { Role: { PermissionsBoundary: { PermissionsBoundaryArn: POLICY } } }),
      step('deleteRolePermissionsBoundary', ROLE)
    ]
  },
  {
    name: 'a boundary of a user',
    motoGap: 'answers with a web page',
    steps: [
      made,
      alice,
      step('putUserPermissionsBoundary', { UserName: 'alice', ...BOUNDARY }),
      step(
        'getUser',
        { UserName: 'alice' },
        { User: { PermissionsBoundary: { PermissionsBoundaryArn: POLICY } } }
      ),
      step('deleteUserPermissionsBoundary', { UserName: 'alice' })
    ]
  },
  {
    name: 'a policy that is a boundary stays',
    motoGap: 'boundaries are not counted',
    steps: [
      made,
      role,
      step('putRolePermissionsBoundary', { ...ROLE, ...BOUNDARY }),
      fails('deletePolicy', { PolicyArn: POLICY }, 'DeleteConflictException')
    ]
  },
  {
    name: 'a session length out of bounds',
    motoGap: 'other code',
    steps: [
      fails(
        'createRole',
        { ...ROLE, AssumeRolePolicyDocument: TRUST, MaxSessionDuration: 60 },
        'ValidationError'
      )
    ]
  },
  {
    name: 'a trust of somebody who does not exist',
    motoGap: 'principals are not looked up',
    steps: [
      fails(
        'createRole',
        {
          ...ROLE,
          AssumeRolePolicyDocument: document({
            Effect: 'Allow',
            Principal: { AWS: arn('user', 'nobody') },
            Action: 'sts:AssumeRole'
          })
        },
        'MalformedPolicyDocumentException'
      )
    ]
  }
]
