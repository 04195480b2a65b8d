import { readInstant, type Instant } from '../../../src/book/instant.ts'
import type {
  Goal,
  Holding,
  Piece,
  Session,
  SessionPorts,
  SystemContext
} from '../../../src/connectors/connector.ts'
import { awsIamCore } from '../../../src/connectors/aws-iam/core.ts'
import type { Transport } from '../../../src/connectors/aws-iam/io/client.ts'
import { openSession } from '../../../src/connectors/aws-iam/io/session.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../../src/sandbox/start.ts'
import type { World, WorldRole, WorldUser } from '../../../src/sandbox/world.ts'

export const ACCOUNT = '123456789012'
export const INSTANCE = 'grantbook-test'
export const NOW = at('2026-11-20T09:00:00Z')

/** An instant, or an error: tests don't guess. */
export function at(text: string): Instant {
  const instant = readInstant(text, 'end')
  if (instant === null) throw new Error(`not an instant: ${text}`)
  return instant
}

export function roleArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/entitlements/${name}`
}

/** A system of the one account, with its settings changed as given. */
export function system(settings: Record<string, unknown> = {}): SystemContext {
  const data = {
    title: 'AWS production',
    connector: 'aws-iam',
    owner: 'carol',
    outOfBand: 'report' as const,
    settings: { account: ACCOUNT, region: 'eu-central-1', instance: INSTANCE, ...settings }
  }
  return {
    id: 'aws-prod',
    entry: { id: 'aws-prod', path: 'grants/systems/aws-prod/system.yaml', blob: '0'.repeat(40), data },
    repository: 'acme/access'
  }
}

/** A grant's holding of a role of the account. */
export function holding(name: string, over: Partial<Holding> = {}): Holding {
  return {
    grant: `grants/systems/aws-prod/${name}/alice.yaml`,
    entitlement: `aws-prod/${name}`,
    target: { assumeRole: roleArn(name) },
    from: at('2026-11-01T00:00:00Z'),
    until: at('2026-12-01T00:00:00Z'),
    ...over
  }
}

export function pieces(...holdings: Holding[]): readonly Piece[] {
  return awsIamCore.compile(holdings, system())
}

export function goal(principal: string, wanted: readonly Piece[], over: Partial<Goal> = {}): Goal {
  return { principal, pieces: wanted, principalId: null, owned: new Set(), ...over }
}

/** The trust that entitlement roles have: the account's principals, but no entitlement role. */
export const TRUST = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: 'sts:AssumeRole',
      Condition: {
        ArnLike: {
          'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:user/*`, `arn:aws:iam::${ACCOUNT}:role/ci/*`]
        }
      }
    }
  ]
}

export function entitlementRole(name: string, over: Partial<WorldRole> = {}): WorldRole {
  return { name, path: '/entitlements/', trust: TRUST, ...over }
}

/** A world of one account at {@link NOW}. */
export function world(
  users: readonly WorldUser[],
  roles: readonly WorldRole[] = [],
  more: object = {}
): World {
  return {
    now: '2026-11-20T09:00:00Z',
    aws: [{ account: ACCOUNT, users: [...users], roles: [...roles], ...more }]
  }
}

/** Ports that never wait; what was slept and logged can be read afterwards. */
export function ports(
  sandbox: Sandbox,
  over: Partial<SessionPorts> = {}
): SessionPorts & { readonly slept: number[]; readonly logged: string[] } {
  const slept: number[] = []
  const logged: string[] = []
  const keys = sandbox.aws.accounts[0]?.root
  return {
    slept,
    logged,
    purpose: 'write',
    environment: {
      AWS_ENDPOINT_URL_IAM: sandbox.aws.iam,
      AWS_ENDPOINT_URL_STS: sandbox.aws.sts,
      AWS_ACCESS_KEY_ID: keys?.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey
    },
    sleep: (ms) => {
      slept.push(ms)
      return Promise.resolve()
    },
    random: () => 0.5,
    signal: new AbortController().signal,
    log: (line) => logged.push(line),
    ...over
  }
}

/** Starts a sandbox for one test and closes it afterwards. */
export async function inSandbox<T>(start: World, test: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox(start)
  try {
    return await test(sandbox)
  } finally {
    await sandbox.close()
  }
}

export function open(
  sandbox: Sandbox,
  over: Partial<SessionPorts> = {},
  transport: Transport | null = null
): Promise<Session> {
  return openSession(system(), ports(sandbox, over), transport)
}
