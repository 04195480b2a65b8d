import * as fc from 'fast-check'
import type { Identity, PolicyStatement, Role } from '../../../src/duties/permissions/types.ts'
import { ACCOUNT, ALICE, grant, policy, roleArn, statement } from './build.ts'

// A small universe: every pattern below can match some of it, and often does.

const ROLES = ['a', 'b'] as const

/** Every resource there is, and `*` for actions about none. */
export const RESOURCES: readonly string[] = [
  ...ROLES.map(roleArn),
  roleArn('dev/a'),
  `arn:aws:iam::${ACCOUNT}:policy/a`,
  `arn:aws:iam::${ACCOUNT}:policy/b`,
  `arn:aws:lambda:us-east-1:${ACCOUNT}:function:a`,
  `arn:aws:lambda:us-east-1:${ACCOUNT}:function:b`,
  'arn:aws:iam::999999999999:policy/a',
  'arn:aws:iam::999999999999:role/a',
  '*'
]

/** Actions of the universe with the resources that each is about. */
export const ABOUT: Readonly<Record<string, readonly string[]>> = {
  'iam:CreatePolicyVersion': RESOURCES.filter((arn) => arn.includes(':policy/')),
  'iam:PassRole': RESOURCES.filter((arn) => arn.includes(':role/')),
  'lambda:CreateFunction': RESOURCES.filter((arn) => arn.includes(':function:')),
  's3:ListAllMyBuckets': ['*'],
  'sts:AssumeRole': RESOURCES.filter((arn) => arn.includes(':role/'))
}

const actionPattern = fc.constantFrom(
  ...Object.keys(ABOUT),
  '*',
  'iam:*',
  'IAM:pass*',
  'iam:?assRole',
  '*:*Role',
  'lambda:*',
  's3:List*',
  'sts:*',
  'iam:*Version'
)
const resourcePattern = fc.constantFrom(
  ...RESOURCES,
  '*',
  'arn:aws:iam::*',
  `arn:aws:iam::${ACCOUNT}:role/*`,
  `arn:aws:iam::${ACCOUNT}:policy/*`,
  `arn:aws:iam::${ACCOUNT}:policy/?`,
  'arn:*:iam::*:role/*',
  'arn:aws:lambda:*:*:function:*',
  '*a',
  '*:policy/*',
  'arn:aws:iam::999999999999:*',
  '?',
  'arn:aws:iam::*:role/${aws:username}',
  `arn:aws:iam::${ACCOUNT}:*/\${aws:username}`
)
const list = (pattern: fc.Arbitrary<string>) => fc.array(pattern, { minLength: 1, maxLength: 3 })
const conditions = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ Bool: { 'aws:MultiFactorAuthPresent': ['true'] } }) }
)

/** A statement in any form. */
export const anyStatement = (effect: fc.Arbitrary<'Allow' | 'Deny'>): fc.Arbitrary<PolicyStatement> =>
  fc
    .record({
      effect,
      actions: list(actionPattern),
      not: fc.constantFrom('', '', '', 'action', 'resource', 'both'),
      resources: list(resourcePattern),
      conditions
    })
    .map(({ effect: is, actions, not, resources, conditions: given }) =>
      statement(
        is,
        {
          ...(not === 'action' || not === 'both' ? { notActions: actions } : { actions }),
          ...(not === 'resource' || not === 'both' ? { notResources: resources } : { resources })
        },
        given
      )
    )

/** An Allow or, less often, a Deny. */
export const mixed = anyStatement(
  fc.constantFrom('Allow' as const, 'Allow' as const, 'Allow' as const, 'Deny' as const)
)

const source = fc
  .tuple(fc.constantFrom('', '', 'x', 'y'), fc.array(mixed, { maxLength: 3 }))
  .map(([name, statements]) => (name === '' ? policy('policy p', ...statements) : grant(name, ...statements)))

const identity = (name: string, unclear: boolean): fc.Arbitrary<Identity> =>
  fc.record({
    name: fc.constant(name),
    sources: fc.array(source, { maxLength: 3 }),
    boundary: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.array(mixed, { maxLength: 3 }) },
      { weight: unclear ? 1 : 0, arbitrary: fc.constant('unread' as const) }
    ),
    unread: fc.constantFrom<readonly string[]>([], [], [], unclear ? ['policy q'] : []),
    assumes: fc.array(
      fc.record({ role: fc.constantFrom(...ROLES.map(roleArn)), grant: fc.constantFrom(null, 'g/z.yaml') }),
      { maxLength: 1 }
    )
  })

/** Who somebody starts as, and the roles of their world. `unclear`: with documents that were not read, too. */
export const anyWorld = (
  unclear: boolean
): fc.Arbitrary<{ readonly start: readonly Identity[]; readonly roles: readonly Role[] }> =>
  fc.record({
    start: fc
      .tuple(identity(ALICE, unclear), identity(`arn:aws:iam::${ACCOUNT}:user/bob`, unclear), fc.boolean())
      .map(([alice, bob, both]) => (both ? [alice, bob] : [alice])),
    roles: fc
      .tuple(
        ...ROLES.map((name) =>
          fc.tuple(identity(roleArn(name), unclear), fc.constantFrom(true, true, false, null))
        )
      )
      .map((all) => all.map(([one, trust]) => ({ ...one, trusts: () => trust })))
  })
