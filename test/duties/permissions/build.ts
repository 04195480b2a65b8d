import type {
  ActionSet,
  Analysis,
  Identity,
  PolicyStatement,
  Reachable,
  Role,
  StatementSource
} from '../../../src/duties/permissions/types.ts'

export const ACCOUNT = '111122223333'
export const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`

type Conditions = PolicyStatement['conditions']
type Texts = string | readonly string[]

/** `Action` and `Resource`. */
export function allow(actions: Texts, resources: Texts = '*', conditions: Conditions = {}): PolicyStatement {
  return statement('Allow', { actions, resources }, conditions)
}

export function deny(actions: Texts, resources: Texts = '*', conditions: Conditions = {}): PolicyStatement {
  return statement('Deny', { actions, resources }, conditions)
}

interface Parts {
  readonly actions?: Texts
  readonly notActions?: Texts
  readonly resources?: Texts
  readonly notResources?: Texts
}

/** Any form of statement. */
export function statement(
  effect: 'Allow' | 'Deny',
  { actions, notActions, resources, notResources }: Parts,
  conditions: Conditions = {}
): PolicyStatement {
  return {
    effect,
    actions: actions === undefined ? null : [actions].flat(),
    notActions: [notActions ?? []].flat(),
    resources: resources === undefined ? null : [resources].flat(),
    notResources: [notResources ?? []].flat(),
    conditions
  }
}

/** A foreign policy. */
export function policy(what: string, ...statements: readonly PolicyStatement[]): StatementSource {
  return { grant: null, what, statements }
}

/** What a grant gives: `g/<name>.yaml`. */
export function grant(name: string, ...statements: readonly PolicyStatement[]): StatementSource {
  return { grant: `g/${name}.yaml`, what: `aws/${name}`, statements }
}

/** Alice, or another identity; plain statements become her `policy p`. */
export function user(
  held: readonly (StatementSource | PolicyStatement)[],
  more: Partial<Identity> = {}
): Identity {
  const plain = held.filter((each) => 'effect' in each)
  const sources = held.filter((each) => 'what' in each)
  return {
    name: ALICE,
    sources: [...(plain.length > 0 ? [policy('policy p', ...plain)] : []), ...sources],
    boundary: null,
    unread: [],
    assumes: [],
    ...more
  }
}

export function roleArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${name}`
}

/** A role that trusts everybody, unless told otherwise. */
export function role(
  name: string,
  held: readonly (StatementSource | PolicyStatement)[],
  trusts: Role['trusts'] = () => true,
  more: Partial<Identity> = {}
): Role {
  return { ...user(held, { name: roleArn(name), ...more }), trusts }
}

export function reachable(start: readonly Identity[], roles: readonly Role[] = []): Reachable {
  return {
    start,
    role: (arn) => roles.find(({ name }) => name === arn) ?? null,
    known: roles.map(({ name }) => name)
  }
}

/** A few paths that between them have every kind of action. */
export const SETS: readonly ActionSet[] = [
  {
    id: 'test',
    title: 'Test',
    paths: (
      [
        ['version', 'iam:CreatePolicyVersion'],
        ['function', 'iam:PassRole lambda:CreateFunction'],
        ['buckets', 's3:ListAllMyBuckets'],
        ['assume', 'sts:AssumeRole'],
        ['attach-assume', 'iam:AttachRolePolicy sts:AssumeRole'],
        ['session', 'ssm:StartSession'],
        ['any-key', 'kms:Put*']
      ] as const
    ).map(([id, actions]) => ({ id, actions: actions.split(' '), title: id, source: '' }))
  }
]

/** `function unsure by g/a.yaml: why | why`; `unknown user/alice by g/a.yaml: why`. */
export function lines({ found, unknown }: Analysis): readonly string[] {
  return [
    ...found.map(
      ({ path, certainty, reasons, grants }) =>
        `${path.id} ${certainty}${by(grants)}${reasons.length > 0 ? `: ${reasons.join(' | ')}` : ''}`
    ),
    ...unknown.map(({ identity, why, grants }) => `unknown ${identity}${by(grants)}: ${why}`)
  ]
}

function by(grants: readonly string[]): string {
  return grants.length > 0 ? ` by ${grants.join(', ')}` : ''
}
