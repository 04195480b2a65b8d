import { GOOD, OTHER, POLICY, fails, made, step, version, type Scenario } from './step.ts'

export const versions: readonly Scenario[] = [
  {
    name: 'a new version is not the default unless asked for',
    steps: [
      made,
      version(false),
      step('getPolicy', { PolicyArn: POLICY }, { Policy: { DefaultVersionId: 'v1' } }),
      step(
        'getPolicyVersion',
        { PolicyArn: POLICY, VersionId: 'v2' },
        { PolicyVersion: { VersionId: 'v2', IsDefaultVersion: false, Document: encodeURIComponent(OTHER) } }
      ),
      step('setDefaultPolicyVersion', { PolicyArn: POLICY, VersionId: 'v2' }),
      step('getPolicy', { PolicyArn: POLICY }, { Policy: { DefaultVersionId: 'v2' } })
    ]
  },
  {
    name: 'the default version cannot be deleted, others can, and numbers never come back',
    steps: [
      made,
      version(true),
      fails('deletePolicyVersion', { PolicyArn: POLICY, VersionId: 'v2' }, 'DeleteConflictException'),
      step('deletePolicyVersion', { PolicyArn: POLICY, VersionId: 'v1' }),
      fails('getPolicyVersion', { PolicyArn: POLICY, VersionId: 'v1' }, 'NoSuchEntityException'),
      step(
        'createPolicyVersion',
        { PolicyArn: POLICY, PolicyDocument: GOOD, SetAsDefault: true },
        { PolicyVersion: { VersionId: 'v3', IsDefaultVersion: true } }
      )
    ]
  },
  {
    name: 'a sixth version is refused',
    steps: [
      made,
      version(true),
      version(true),
      version(true),
      version(true),
      fails('createPolicyVersion', { PolicyArn: POLICY, PolicyDocument: GOOD }, 'LimitExceededException')
    ]
  },
  {
    name: 'a policy with old versions stays',
    motoGap: 'the policy is deleted',
    steps: [made, version(true), fails('deletePolicy', { PolicyArn: POLICY }, 'DeleteConflictException')]
  },
  {
    name: 'a managed policy name is taken once',
    steps: [
      made,
      fails('createPolicy', { PolicyName: 'limits', PolicyDocument: GOOD }, 'EntityAlreadyExistsException')
    ]
  },
  {
    name: 'and once whatever the path',
    motoGap: 'the path makes another policy',
    steps: [
      made,
      fails(
        'createPolicy',
        { PolicyName: 'limits', Path: '/x/', PolicyDocument: GOOD },
        'EntityAlreadyExistsException'
      )
    ]
  }
]
