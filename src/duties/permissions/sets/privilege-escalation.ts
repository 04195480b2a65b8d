import type { ActionSet } from '../types.ts'
import { ESCALATION_BY_SERVICES } from './escalation-by-services.ts'
import { pathsOf } from './paths.ts'

/** Where the paths are published. Facts are taken from there (which actions a path needs), no text. */
export const ESCALATION_SOURCE = {
  home: 'https://pathfinding.cloud/paths/',
  repository: 'https://github.com/DataDog/pathfinding.cloud',
  commit: '84dd65c97fc21dee54f4587be6dfd5b7b5fe320c',
  date: '2025-12-17',
  /** How many paths the list has at that commit. */
  count: 65
} as const

/**
 * Ways to rights that one was not given, published by pathfinding.cloud. One action is needed where the list's own name
 * and description ask for one though a convenience stands beside it (ec2instanceconnect-003 lists `ec2:DescribeInstances`,
 * which only finds the instance); all that is required is needed where the name leaves something out (bedrock-001).
 */
export const PRIVILEGE_ESCALATION: ActionSet = {
  id: 'privilege-escalation',
  title: 'Ways to rights that one was not given',
  paths: pathsOf(ESCALATION_SOURCE.home, [
    ...ESCALATION_BY_SERVICES,
    ['policy-version', 'iam-001', 'iam:CreatePolicyVersion', 'rewrite a managed policy'],
    ['access-key', 'iam-002', 'iam:CreateAccessKey', 'make an access key for another user'],
    [
      'access-key-replace',
      'iam-003',
      'iam:CreateAccessKey iam:DeleteAccessKey',
      'replace an access key of another user'
    ],
    ['login-create', 'iam-004', 'iam:CreateLoginProfile', 'give another user a password'],
    ['role-policy-put', 'iam-005', 'iam:PutRolePolicy', 'write a policy into a role'],
    ['login-update', 'iam-006', 'iam:UpdateLoginProfile', 'change another user’s password'],
    ['user-policy-put', 'iam-007', 'iam:PutUserPolicy', 'write a policy into a user'],
    ['user-policy-attach', 'iam-008', 'iam:AttachUserPolicy', 'attach any policy to a user'],
    ['role-policy-attach', 'iam-009', 'iam:AttachRolePolicy', 'attach any policy to a role'],
    ['group-policy-attach', 'iam-010', 'iam:AttachGroupPolicy', 'attach any policy to a group'],
    ['group-policy-put', 'iam-011', 'iam:PutGroupPolicy', 'write a policy into a group'],
    ['trust-update', 'iam-012', 'iam:UpdateAssumeRolePolicy', 'make a role trust oneself'],
    ['group-join', 'iam-013', 'iam:AddUserToGroup', 'join any group'],
    [
      'role-policy-attach-assume',
      'iam-014',
      'iam:AttachRolePolicy sts:AssumeRole',
      'attach any policy to a role and assume it'
    ],
    [
      'user-policy-attach-key',
      'iam-015',
      'iam:AttachUserPolicy iam:CreateAccessKey',
      'attach any policy to another user and make a key for them'
    ],
    [
      'policy-version-assume',
      'iam-016',
      'iam:CreatePolicyVersion sts:AssumeRole',
      'rewrite a role’s managed policy and assume the role'
    ],
    [
      'role-policy-put-assume',
      'iam-017',
      'iam:PutRolePolicy sts:AssumeRole',
      'write a policy into a role and assume it'
    ],
    [
      'user-policy-put-key',
      'iam-018',
      'iam:PutUserPolicy iam:CreateAccessKey',
      'write a policy into another user and make a key for them'
    ],
    [
      'role-policy-attach-trust',
      'iam-019',
      'iam:AttachRolePolicy iam:UpdateAssumeRolePolicy',
      'attach any policy to a role and make it trust oneself'
    ],
    [
      'policy-version-trust',
      'iam-020',
      'iam:CreatePolicyVersion iam:UpdateAssumeRolePolicy',
      'rewrite a role’s managed policy and make the role trust oneself'
    ],
    [
      'role-policy-put-trust',
      'iam-021',
      'iam:PutRolePolicy iam:UpdateAssumeRolePolicy',
      'write a policy into a role and make it trust oneself'
    ],
    ['role-assume', 'sts-001', 'sts:AssumeRole', 'assume roles that nobody named']
  ])
}
