import { instanceOf } from '../../src/connectors/aws-iam/names.ts'
import type { SystemContext } from '../../src/connectors/connector.ts'

/** What an adopter puts in the place of: the figures and names of the sample organisation. */
export const SAMPLE = {
  account: '123456789012',
  repository: 'acme/access',
  repositoryId: '712345678',
  environment: 'grantbook-apply',
  /** Folders of roles that workloads run as. */
  workloads: ['agents', 'ci', 'k8s', 'machines', 'services'],
  /** Groups that entitlements name. */
  groups: ['auditors'],
  /** What direct statements of entitlements use. */
  direct: [
    'ce:Get*',
    'logs:DescribeLogStreams',
    'logs:FilterLogEvents',
    'logs:GetLogEvents',
    's3:GetObject',
    's3:ListBucket'
  ]
} as const

function arn(resource: string): string {
  return `arn:aws:iam::${SAMPLE.account}:${resource}`
}

function document(...statements: object[]): object {
  return { Version: '2012-10-17', Statement: statements }
}

/** The name that the connector would use for the sample's repository. */
function instance(): string {
  const settings = { account: SAMPLE.account, region: 'eu-central-1' }
  const data = { title: '', connector: 'aws-iam', owner: '', outOfBand: 'report' as const, settings }
  const system: SystemContext = {
    id: 'aws-prod',
    entry: { id: 'aws-prod', path: '', blob: '', data },
    repository: SAMPLE.repository
  }
  return instanceOf(system)
}

/** Every way of IAM to change something, by the beginnings of operations' names. */
const IAM_WRITES = [
  'Add',
  'Attach',
  'Create',
  'Deactivate',
  'Delete',
  'Detach',
  'Enable',
  'Put',
  'Remove',
  'Reset',
  'Resync',
  'Set',
  'Tag',
  'Untag',
  'Update',
  'Upload'
].map((verb) => `iam:${verb}*`)

/** The most that any grant can give whoever bears it: attach it to every user and workload role that grants are for. */
function boundary(): object {
  return document(
    {
      Sid: 'EntitlementRoles',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: arn('role/entitlements/*')
    },
    { Sid: 'DirectStatements', Effect: 'Allow', Action: SAMPLE.direct, Resource: '*' },
    { Sid: 'NoIamWrites', Effect: 'Deny', Action: [...IAM_WRITES, 'iam:PassRole'], Resource: '*' }
  )
}

/** Trust of every entitlement role: the account's users and workload roles, but no entitlement role. */
function entitlementTrust(): object {
  return document({
    Effect: 'Allow',
    Principal: { AWS: arn('root') },
    Action: 'sts:AssumeRole',
    Condition: {
      ArnLike: {
        'aws:PrincipalArn': [arn('user/*'), ...SAMPLE.workloads.map((folder) => arn(`role/${folder}/*`))]
      }
    }
  })
}

function reading(): object {
  const gets = [
    'AccessKeyLastUsed',
    'AccountAuthorizationDetails',
    'AccountSummary',
    'CredentialReport',
    'Group',
    'GroupPolicy',
    'LoginProfile',
    'Policy',
    'PolicyVersion',
    'Role',
    'RolePolicy',
    'User',
    'UserPolicy'
  ]
  const lists = [
    'AccessKeys',
    'AttachedGroupPolicies',
    'AttachedRolePolicies',
    'AttachedUserPolicies',
    'GroupPolicies',
    'GroupsForUser',
    'MFADevices',
    'OpenIDConnectProviders',
    'Policies',
    'PolicyVersions',
    'RolePolicies',
    'Roles',
    'SAMLProviders',
    'UserPolicies'
  ]
  return {
    Sid: 'Read',
    Effect: 'Allow',
    Action: [
      'cloudtrail:LookupEvents',
      'iam:GenerateCredentialReport',
      ...gets.map((name) => `iam:Get${name}`),
      ...lists.map((name) => `iam:List${name}`)
    ],
    Resource: '*'
  }
}

const PRINCIPALS = [arn('user/*'), arn('role/*')]
const UNDER_BOUNDARY = { 'iam:PermissionsBoundary': arn('policy/grantbook-boundary') }
const OURS = { 'iam:PolicyARN': arn(`policy/${instance()}/*`) }

/** Identity providers, and every way to change one: that they are there is read. */
const PROVIDERS = ['OpenIDConnectProvider', 'SAMLProvider']
const CHANGES = ['Add', 'Create', 'Delete', 'Remove', 'Tag', 'Untag', 'Update']

/** What nobody with a role of the tool's may touch: the tool itself, its boundary, entitlement roles, and ways in. */
function handsOff(): readonly object[] {
  return [
    {
      Sid: 'NeverItself',
      Effect: 'Deny',
      Action: IAM_WRITES,
      Resource: [arn('role/grantbook/*'), arn('role/entitlements/*'), arn('policy/grantbook-boundary')]
    },
    {
      Sid: 'NeverAWayIn',
      Effect: 'Deny',
      Action: [
        'iam:CreateAccessKey',
        'iam:CreateLoginProfile',
        'iam:UpdateLoginProfile',
        ...CHANGES.flatMap((verb) => PROVIDERS.map((provider) => `iam:${verb}*${provider}*`)),
        'iam:PassRole',
        'iam:*PermissionsBoundary',
        'iam:UpdateAssumeRolePolicy',
        'iam:CreateRole',
        'iam:CreateUser',
        'sts:AssumeRole'
      ],
      Resource: '*'
    }
  ]
}

function writeRole(): object {
  return document(
    reading(),
    {
      Sid: 'InlineUnderTheBoundary',
      Effect: 'Allow',
      Action: ['iam:PutUserPolicy', 'iam:PutRolePolicy', 'iam:DeleteUserPolicy', 'iam:DeleteRolePolicy'],
      Resource: PRINCIPALS,
      Condition: { StringEquals: UNDER_BOUNDARY }
    },
    {
      Sid: 'OurManagedPolicies',
      Effect: 'Allow',
      Action: ['iam:CreatePolicy', 'iam:CreatePolicyVersion', 'iam:DeletePolicy', 'iam:DeletePolicyVersion'],
      Resource: arn(`policy/${instance()}/*`)
    },
    {
      Sid: 'AttachOursUnderTheBoundary',
      Effect: 'Allow',
      Action: ['iam:AttachUserPolicy', 'iam:AttachRolePolicy'],
      Resource: PRINCIPALS,
      Condition: { ArnLike: OURS, StringEquals: UNDER_BOUNDARY }
    },
    {
      Sid: 'DetachOursAnywhere',
      Effect: 'Allow',
      Action: ['iam:DetachUserPolicy', 'iam:DetachRolePolicy', 'iam:DetachGroupPolicy'],
      Resource: [...PRINCIPALS, arn('group/*')],
      Condition: { ArnLike: OURS }
    },
    {
      Sid: 'ListedGroups',
      Effect: 'Allow',
      Action: ['iam:AddUserToGroup', 'iam:RemoveUserFromGroup'],
      Resource: SAMPLE.groups.map((group) => arn(`group/${group}`))
    },
    ...handsOff()
  )
}

/**
 * Only for systems with `outOfBand: revoke`: takes away, never gives. (IAM has no condition by which UpdateAccessKey could be
 * kept from activating a key again; whoever has its secret would have had to keep it.)
 */
function remediateRole(): object {
  return document(
    reading(),
    {
      Sid: 'TakeAway',
      Effect: 'Allow',
      Action: [
        'iam:UpdateAccessKey',
        'iam:DeleteAccessKey',
        'iam:DeleteLoginProfile',
        'iam:DeleteUser',
        'iam:RemoveUserFromGroup',
        'iam:DetachUserPolicy',
        'iam:DetachRolePolicy',
        'iam:DetachGroupPolicy',
        'iam:DeleteUserPolicy',
        'iam:DeleteRolePolicy',
        'iam:DeleteGroupPolicy'
      ],
      Resource: [...PRINCIPALS, arn('group/*')]
    },
    ...handsOff()
  )
}

/** Trust of the tool's own roles: the jobs that write, of two workflows of one repository, by GitHub's OIDC. */
function toolTrust(): object {
  const claim = 'token.actions.githubusercontent.com'
  return document({
    Effect: 'Allow',
    Principal: { Federated: arn(`oidc-provider/${claim}`) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${claim}:aud`]: 'sts.amazonaws.com',
        [`${claim}:sub`]: `repo:${SAMPLE.repository}:environment:${SAMPLE.environment}`,
        [`${claim}:repository_id`]: SAMPLE.repositoryId,
        [`${claim}:job_workflow_ref`]: ['apply', 'nightly'].map(
          (name) => `${SAMPLE.repository}/.github/workflows/${name}.yml@refs/heads/main`
        )
      }
    }
  })
}

/** The user whose password and second factor lie in two sealed envelopes, for the day when nothing else works. */
const SEALED = arn('user/sealed/break-glass')

/** Trust of the sealed role: that one user, signed in with his second factor within the last quarter of an hour. */
function sealedTrust(): object {
  return document({
    Sid: 'SealedUserWithFreshMfa',
    Effect: 'Allow',
    Principal: { AWS: SEALED },
    Action: 'sts:AssumeRole',
    Condition: {
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      NumericLessThan: { 'aws:MultiFactorAuthAge': '900' }
    }
  })
}

/** What the sealed user itself may do: assume the sealed role, with a second factor, and nothing else. */
function sealedUser(): object {
  return document(
    {
      Sid: 'OnlyTheSealedRole',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: arn('role/sealed/break-glass')
    },
    {
      Sid: 'NothingWithoutMfa',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }
    }
  )
}

/**
 * Pattern of an EventBridge rule that rings when the envelope is opened: the user signs in, or the role is assumed. The rule
 * needs the state ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS: to CloudTrail, AssumeRole only reads.
 */
function sealedAlarm(): object {
  return {
    $or: [
      {
        'detail-type': ['AWS Console Sign In via CloudTrail'],
        detail: { userIdentity: { arn: [SEALED] } }
      },
      {
        source: ['aws.sts'],
        detail: {
          eventName: ['AssumeRole'],
          requestParameters: { roleArn: [arn('role/sealed/break-glass')] }
        }
      }
    ]
  }
}

/** Files of docs/aws by name. */
export const POLICIES: Readonly<Record<string, object>> = {
  'boundary.json': boundary(),
  'entitlement-role-trust.json': entitlementTrust(),
  'read-role.json': document(reading()),
  'write-role.json': writeRole(),
  'remediate-role.json': remediateRole(),
  'tool-role-trust.json': toolTrust(),
  'break-glass-role-trust.json': sealedTrust(),
  'break-glass-user.json': sealedUser(),
  'break-glass-alarm.json': sealedAlarm()
}
