import type { AccountState, Policy } from './state.ts'

interface AwsStatement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action?: string | readonly string[]
  readonly NotAction?: readonly string[]
  readonly Resource: string
}

const allow = (...actions: string[]): AwsStatement => ({ Effect: 'Allow', Action: actions, Resource: '*' })

/**
 * Policies that AWS itself manages: a few of the best known, shortened to what matters for who may do what.
 * Names and reach follow AWS's reference of managed policies; the documents are not AWS's text.
 */
const STATEMENTS: Readonly<Record<string, readonly AwsStatement[]>> = {
  AdministratorAccess: [allow('*')],
  PowerUserAccess: [
    { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
    allow(
      'iam:CreateServiceLinkedRole',
      'iam:DeleteServiceLinkedRole',
      'iam:ListRoles',
      'organizations:DescribeOrganization',
      'account:ListRegions'
    )
  ],
  IAMFullAccess: [allow('iam:*')],
  IAMReadOnlyAccess: [
    allow(
      'iam:GenerateCredentialReport',
      'iam:Get*',
      'iam:List*',
      'iam:SimulateCustomPolicy',
      'iam:SimulatePrincipalPolicy'
    )
  ],
  ReadOnlyAccess: [
    allow('cloudtrail:LookupEvents', 'ec2:Describe*', 'iam:Get*', 'iam:List*', 's3:Get*', 's3:List*')
  ],
  SecurityAudit: [
    allow('cloudtrail:LookupEvents', 'iam:GenerateCredentialReport', 'iam:Get*', 'iam:List*', 's3:GetBucket*')
  ],
  AmazonS3FullAccess: [allow('s3:*')],
  AmazonS3ReadOnlyAccess: [allow('s3:Get*', 's3:List*')],
  AmazonEC2FullAccess: [allow('ec2:*')],
  AWSDenyAll: [{ Effect: 'Deny', Action: ['*'], Resource: '*' }],
  AWSCompromisedKeyQuarantineV3: [
    {
      Effect: 'Deny',
      Action: [
        'iam:AttachUserPolicy',
        'iam:CreateAccessKey',
        'iam:CreateUser',
        'iam:PutUserPolicy',
        's3:GetObject'
      ],
      Resource: '*'
    }
  ]
}

const MADE = Date.UTC(2015, 1, 6, 18, 39, 46)

function awsPolicy(name: string, n: number, statements: readonly AwsStatement[]): Policy {
  const document = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  return {
    name,
    path: '/',
    id: `ANPAAWSMANAGED${String(n).padStart(7, 'A')}`,
    arn: `arn:aws:iam::aws:policy/${name}`,
    description: '',
    created: MADE,
    updated: MADE,
    tags: [],
    versions: [{ id: 'v1', document, created: MADE }],
    defaultVersion: 'v1',
    next: 2
  }
}

/** By ARN. */
export const AWS_POLICIES: ReadonlyMap<string, Policy> = new Map(
  Object.keys(STATEMENTS)
    .toSorted()
    .map((name, n) => awsPolicy(name, n + 2, STATEMENTS[name] ?? []))
    .map((policy) => [policy.arn, policy])
)

/** A managed policy of the account or of AWS. */
export function findPolicy(state: AccountState, arn: string): Policy | null {
  return state.policies.get(arn) ?? AWS_POLICIES.get(arn) ?? null
}

/** Text of a policy's default version. */
export function defaultDocument(policy: Policy): string {
  return policy.versions.find((one) => one.id === policy.defaultVersion)?.document ?? ''
}
