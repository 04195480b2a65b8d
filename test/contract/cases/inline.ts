import { GOOD, OTHER, TRUST, fails, step, type Scenario } from './step.ts'

export const inline: readonly Scenario[] = (
  [
    ['User', 'createUser', {}],
    ['Group', 'createGroup', {}],
    ['Role', 'createRole', { AssumeRolePolicyDocument: TRUST }]
  ] as const
).map(([kind, create, more]): Scenario => {
  const who = { [`${kind}Name`]: 'one' }
  return {
    name: `inline policies of a ${kind.toLowerCase()}`,
    steps: [
      step(create, { ...who, ...more }),
      fails(`get${kind}Policy`, { ...who, PolicyName: 'p' }, 'NoSuchEntityException'),
      fails(`delete${kind}Policy`, { ...who, PolicyName: 'p' }, 'NoSuchEntityException'),
      step(`put${kind}Policy`, { ...who, PolicyName: 'p', PolicyDocument: GOOD }),
      step(`put${kind}Policy`, { ...who, PolicyName: 'q', PolicyDocument: OTHER }),
      step(
        `get${kind}Policy`,
        { ...who, PolicyName: 'q' },
        { ...who, PolicyName: 'q', PolicyDocument: encodeURIComponent(OTHER) }
      ),
      step(`put${kind}Policy`, { ...who, PolicyName: 'p', PolicyDocument: OTHER }),
      step(`get${kind}Policy`, { ...who, PolicyName: 'p' }, { PolicyDocument: encodeURIComponent(OTHER) }),
      step(`list${kind}Policies`, who, { PolicyNames: ['p', 'q'] }),
      step(`delete${kind}Policy`, { ...who, PolicyName: 'p' }),
      step(`list${kind}Policies`, who, { PolicyNames: ['q'] }),
      fails(
        `put${kind}Policy`,
        { [`${kind}Name`]: 'nobody', PolicyName: 'p', PolicyDocument: GOOD },
        'NoSuchEntityException'
      )
    ]
  }
})
