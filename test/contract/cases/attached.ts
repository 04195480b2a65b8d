import { GOOD, POLICY, TRUST, arn, fails, made, step, type Scenario } from './step.ts'

export const attached: readonly Scenario[] = (
  [
    ['User', 'createUser', {}],
    ['Group', 'createGroup', {}],
    ['Role', 'createRole', { AssumeRolePolicyDocument: TRUST }]
  ] as const
).map(([kind, create, more]): Scenario => {
  const who = { [`${kind}Name`]: 'one' }
  const own = { PolicyArn: arn('policy', 'gb/limits') }
  return {
    name: `managed policies of a ${kind.toLowerCase()}`,
    steps: [
      step(create, { ...who, ...more }),
      step(
        'createPolicy',
        { PolicyName: 'limits', Path: '/gb/', PolicyDocument: GOOD },
        { Policy: { Arn: own.PolicyArn, DefaultVersionId: 'v1' } }
      ),
      step(`attach${kind}Policy`, { ...who, ...own }),
      step(`listAttached${kind}Policies`, who, { AttachedPolicies: [{ PolicyName: 'limits', ...own }] }),
      step('getPolicy', own, { Policy: { AttachmentCount: 1, PolicyName: 'limits', Path: '/gb/' } }),
      step('listEntitiesForPolicy', own, { [`Policy${kind}s`]: [who] }),
      step(`detach${kind}Policy`, { ...who, ...own }),
      fails(`detach${kind}Policy`, { ...who, ...own }, 'NoSuchEntityException'),
      step('deletePolicy', own),
      fails('getPolicy', own, 'NoSuchEntityException'),
      fails(`attach${kind}Policy`, { ...who, ...own }, 'NoSuchEntityException')
    ]
  }
})

export const conflicts: readonly Scenario[] = (['User', 'Group', 'Role'] as const).map((kind): Scenario => {
  const who = { [`${kind}Name`]: 'one' }
  return {
    name: `a policy attached to a ${kind.toLowerCase()} stays, and attaching twice is attaching once`,
    motoGap: 'attaching twice counts twice, and the policy is deleted',
    steps: [
      made,
      step(`create${kind}`, { ...who, ...(kind === 'Role' ? { AssumeRolePolicyDocument: TRUST } : {}) }),
      step(`attach${kind}Policy`, { ...who, PolicyArn: POLICY }),
      step(`attach${kind}Policy`, { ...who, PolicyArn: POLICY }),
      step('getPolicy', { PolicyArn: POLICY }, { Policy: { AttachmentCount: 1 } }),
      fails('deletePolicy', { PolicyArn: POLICY }, 'DeleteConflictException'),
      step(`detach${kind}Policy`, { ...who, PolicyArn: POLICY }),
      step('getPolicy', { PolicyArn: POLICY }, { Policy: { AttachmentCount: 0 } }),
      step('deletePolicy', { PolicyArn: POLICY })
    ]
  }
})
