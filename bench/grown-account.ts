import type { WorldAccount, WorldRole, WorldUser } from '../src/sandbox/world.ts'

const ACCOUNT = '123456789012'

/** A policy of one statement. */
function allow(actions: readonly string[], resources: readonly string[]): Record<string, unknown> {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: resources }] }
}

/** A trust of one statement. */
function trusting(principal: object, action = 'sts:AssumeRole', condition?: object): Record<string, unknown> {
  const statement = {
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    ...(condition && { Condition: condition })
  }
  return { Version: '2012-10-17', Statement: [statement] }
}

/** A trust in jobs of one GitHub subject. */
function jobsOf(subject: string): Record<string, unknown> {
  const host = 'token.actions.githubusercontent.com'
  return trusting(
    { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${host}` },
    'sts:AssumeRoleWithWebIdentity',
    { StringEquals: { [`${host}:sub`]: subject, [`${host}:aud`]: 'sts.amazonaws.com' } }
  )
}

/** How many of everything a generated account has. */
interface Sizes {
  /** They have passwords, most a second factor, and are in two groups each. */
  readonly people: number
  readonly programs: number
  readonly roles: number
  readonly groups: number
}

const padded = (n: number): string => String(n).padStart(4, '0')
const group = (n: number): string => `team-${padded(n)}`

/**
 * An account as it grew over the years, the same for the same sizes: people with passwords, most with a second factor, in
 * groups; programs with keys; roles of services and pipelines; policies by hand.
 */
export function grownAccount({ people, programs, roles, groups }: Sizes): Partial<WorldAccount> {
  return {
    users: [
      ...Array.from({ length: people }, (_, n): WorldUser => ({
        name: `person${padded(n)}.example`,
        password: true,
        mfa: n % 10 !== 0 || n % 50 === 0,
        created: '2025-06-01',
        keys: n % 7 === 0 ? [{ status: 'Active', created: '2026-01-01', lastUsed: '2026-11-01' }] : 0,
        groups: [group(n % groups), group((n + 1) % groups)],
        ...(n % 5 === 0 && { attached: ['logs-read'] }),
        ...(n % 50 === 0 && { attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] })
      })),
      ...Array.from({ length: programs }, (_, n): WorldUser => ({
        name: `svc-${padded(n)}`,
        created: '2025-06-01',
        keys: [{ status: 'Active', created: '2025-06-01', lastUsed: '2026-11-19' }],
        inline: { work: allow(['s3:GetObject', 's3:PutObject'], [`arn:aws:s3:::bucket-${n % 40}/*`]) }
      }))
    ],
    roles: Array.from({ length: roles }, (_, n): WorldRole => ({
      name: `job-${padded(n)}`,
      created: '2025-06-01',
      trust:
        n % 2 === 0
          ? trusting({ Service: 'lambda.amazonaws.com' })
          : jobsOf(`repo:acme/app${n}:environment:prod`),
      inline: {
        work: allow(
          ['dynamodb:GetItem', 'dynamodb:Query'],
          [`arn:aws:dynamodb:eu-central-1:${ACCOUNT}:table/t${n % 60}`]
        )
      }
    })),
    groups: Array.from({ length: groups }, (_, n) => ({
      name: group(n),
      inline: { work: allow(['s3:Get*', 's3:List*'], [`arn:aws:s3:::team-${n}`, `arn:aws:s3:::team-${n}/*`]) }
    })),
    policies: [{ name: 'logs-read', document: allow(['logs:Get*', 'logs:Describe*'], ['*']) }],
    oidcProviders: [{ url: 'https://token.actions.githubusercontent.com', clients: ['sts.amazonaws.com'] }],
    quotas: { users: 10_000, roles: 10_000, groups: 1000, policies: 5000 }
  }
}

/** Adds to an account what another one has. */
export function together(one: WorldAccount, more: Partial<WorldAccount>): WorldAccount {
  return {
    ...one,
    ...more,
    users: [...(one.users ?? []), ...(more.users ?? [])],
    roles: [...(one.roles ?? []), ...(more.roles ?? [])],
    groups: [...(one.groups ?? []), ...(more.groups ?? [])],
    policies: [...(one.policies ?? []), ...(more.policies ?? [])]
  }
}
