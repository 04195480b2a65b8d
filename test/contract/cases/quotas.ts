import { GOOD, READ, TRUST, alice, arn, document, fails, step, type Scenario } from './step.ts'

const big = (characters: number): string => {
  const empty = document({ ...READ, Resource: 'arn:aws:s3:::' })
  return document({ ...READ, Resource: `arn:aws:s3:::${'x'.repeat(characters - empty.length)}` })
}
const tooBig = (kind: 'User' | 'Group' | 'Role', most: number): Scenario => {
  const who = { [`${kind}Name`]: 'one' }
  const create =
    kind === 'Role'
      ? step('createRole', { ...who, AssumeRolePolicyDocument: TRUST })
      : step(`create${kind}`, who)
  return {
    name: `inline policies of a ${kind.toLowerCase()} are ${most} characters in all, blanks free`,
    motoGap: 'sizes are not counted',
    steps: [
      create,
      step(`put${kind}Policy`, {
        ...who,
        PolicyName: 'a',
        PolicyDocument: `${big(1000)}${' '.repeat(most)}`
      }),
      step(`put${kind}Policy`, { ...who, PolicyName: 'b', PolicyDocument: big(most - 1000) }),
      fails(
        `put${kind}Policy`,
        { ...who, PolicyName: 'b', PolicyDocument: big(most - 999) },
        'LimitExceededException'
      ),
      fails(`put${kind}Policy`, { ...who, PolicyName: 'c', PolicyDocument: GOOD }, 'LimitExceededException'),
      step(`get${kind}Policy`, { ...who, PolicyName: 'b' }, { PolicyName: 'b' })
    ]
  }
}
export const quotas: readonly Scenario[] = [
  tooBig('User', 2048),
  tooBig('Group', 5120),
  tooBig('Role', 10_240),
  {
    name: 'a managed policy is 6144 characters',
    steps: [fails('createPolicy', { PolicyName: 'p', PolicyDocument: big(6145) }, 'LimitExceededException')],
    motoGap: 'sizes are not counted'
  },
  {
    name: 'a managed policy may be just as long',
    steps: [step('createPolicy', { PolicyName: 'p', PolicyDocument: big(6144) })]
  },
  {
    name: 'an eleventh attachment is refused',
    motoGap: 'attachments are not counted',
    steps: [
      alice,
      ...Array.from({ length: 11 }, (_, n) =>
        step('createPolicy', { PolicyName: `p${n}`, PolicyDocument: GOOD })
      ),
      ...Array.from({ length: 10 }, (_, n) =>
        step('attachUserPolicy', { UserName: 'alice', PolicyArn: arn('policy', `p${n}`) })
      ),
      fails(
        'attachUserPolicy',
        { UserName: 'alice', PolicyArn: arn('policy', 'p10') },
        'LimitExceededException'
      )
    ]
  },
  {
    name: 'quotas as the account tells them',
    steps: [
      step(
        'getAccountSummary',
        {},
        {
          SummaryMap: {
            UserPolicySizeQuota: 2048,
            GroupPolicySizeQuota: 5120,
            RolePolicySizeQuota: 10_240,
            PolicySizeQuota: 6144,
            VersionsPerPolicyQuota: 5,
            GroupsPerUserQuota: 10,
            PoliciesQuota: 1500
          }
        }
      )
    ]
  }
]
