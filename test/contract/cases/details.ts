import { OTHER, POLICY, alice, arn, made, step, version, type Scenario } from './step.ts'

export const details: readonly Scenario[] = [
  {
    name: 'details of one user with everything',
    steps: [
      made,
      alice,
      step('createGroup', { GroupName: 'auditors' }),
      step('addUserToGroup', { GroupName: 'auditors', UserName: 'alice' }),
      step('putUserPolicy', { UserName: 'alice', PolicyName: 'p', PolicyDocument: OTHER }),
      step('attachUserPolicy', { UserName: 'alice', PolicyArn: POLICY }),
      step(
        'getAccountAuthorizationDetails',
        { Filter: ['User'] },
        {
          UserDetailList: [
            {
              UserName: 'alice',
              Arn: arn('user', 'alice'),
              GroupList: ['auditors'],
              UserPolicyList: [{ PolicyName: 'p', PolicyDocument: encodeURIComponent(OTHER) }],
              AttachedManagedPolicies: [{ PolicyName: 'limits', PolicyArn: POLICY }]
            }
          ],
          IsTruncated: false
        }
      )
    ]
  },
  {
    name: 'details of local policies',
    steps: [
      made,
      version(true),
      step(
        'getAccountAuthorizationDetails',
        { Filter: ['LocalManagedPolicy'] },
        {
          Policies: [{ Arn: POLICY, DefaultVersionId: 'v2', AttachmentCount: 0 }]
        }
      )
    ]
  },
  {
    name: 'details in pages of one',
    motoGap: 'everything comes at once',
    steps: [
      alice,
      step('createUser', { UserName: 'bob' }),
      step(
        'getAccountAuthorizationDetails',
        { Filter: ['User'], MaxItems: 1 },
        { UserDetailList: [{ UserName: 'alice' }], IsTruncated: true }
      )
    ]
  }
]
