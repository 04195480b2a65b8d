import type {
  Explained,
  ExplainedAccount,
  Outside,
  OutsideItem,
  Session,
  SessionPorts,
  SystemContext
} from '../../../../src/connectors/connector.ts'
import { openSession } from '../../../../src/connectors/aws-iam/io/session.ts'
import type { Sandbox } from '../../../../src/sandbox/sandbox.ts'
import type { World } from '../../../../src/sandbox/world.ts'
import { ACCOUNT, inSandbox, ports, roleArn, system } from '../support.ts'

/** The ARN of something of the one account. */
export const arn = (resource: string): string => `arn:aws:iam::${ACCOUNT}:${resource}`

/** An AWS policy's ARN by its name. */
export const aws = (name: string): string => `arn:aws:iam::aws:policy/${name}`

/** A policy of one statement. */
export function policy(effect: 'Allow' | 'Deny', actions: string | readonly string[], resource = '*') {
  return { Version: '2012-10-17', Statement: [{ Effect: effect, Action: actions, Resource: resource }] }
}

/** A trust of one statement. */
export function trusting(principal: unknown, condition?: object, action = 'sts:AssumeRole') {
  const statement = {
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    ...(condition && { Condition: condition })
  }
  return { Version: '2012-10-17', Statement: [statement] }
}

/** A trust in GitHub's jobs of some subjects. */
export function github(subjects: string | readonly string[], audience: string | null = 'sts.amazonaws.com') {
  const host = 'token.actions.githubusercontent.com'
  return trusting(
    { Federated: arn(`oidc-provider/${host}`) },
    { StringEquals: { [`${host}:sub`]: subjects, ...(audience !== null && { [`${host}:aud`]: audience }) } },
    'sts:AssumeRoleWithWebIdentity'
  )
}

/** What files explain: people by user, workloads by role with their `runs`, entitlements by role. */
export function explained(over: {
  readonly people?: readonly string[]
  readonly workloads?: Readonly<Record<string, ExplainedAccount['runs']>>
  readonly roles?: readonly string[]
  readonly groups?: readonly string[]
  readonly owned?: Readonly<Record<string, readonly string[]>>
  readonly onFile?: Explained['onFile']
}): Explained {
  const { people = [], workloads = {}, roles = [], groups = [], owned = {}, onFile = () => false } = over
  return {
    accounts: new Map([
      ...people.map((name) => [`user/${name}`, { runs: null }] as const),
      ...Object.entries(workloads).map(([name, runs]) => [`role/${name}`, { runs }] as const)
    ]),
    targets: [...roles.map((name) => ({ assumeRole: roleArn(name) })), ...groups.map((group) => ({ group }))],
    owned: new Map(Object.entries(owned).map(([name, ids]) => [name, new Set(ids)])),
    onFile
  }
}

/** The one system, from which access outside is taken away; the root user of the sandbox has keys, so it is known. */
export function revoking(
  known: readonly string[] = [],
  settings: Record<string, unknown> = {}
): SystemContext {
  const context = system(settings)
  const data = { ...context.entry.data, outOfBand: 'revoke' as const, known: ['root', ...known] }
  return { ...context, entry: { ...context.entry, data } }
}

/** Ports with a CloudTrail beside the IAM. */
export function portsWithTrail(sandbox: Sandbox, over: Partial<SessionPorts> = {}) {
  const usual = ports(sandbox)
  return {
    ...usual,
    ...over,
    environment: {
      ...usual.environment,
      AWS_ENDPOINT_URL_CLOUDTRAIL: sandbox.aws.cloudtrail,
      ...over.environment
    }
  }
}

export function opened(
  sandbox: Sandbox,
  purpose: SessionPorts['purpose'] = 'read',
  context: SystemContext = revoking()
): Promise<Session> {
  return openSession(context, portsWithTrail(sandbox, { purpose }))
}

/** Everything found in a sandbox by one fresh session. */
export async function foundIn(
  sandbox: Sandbox,
  explains: Explained,
  context: SystemContext = revoking()
): Promise<Outside> {
  const session = await opened(sandbox, 'read', context)
  return session.outside(await session.read(), explains)
}

/** The same of a world that is made for it. */
export function foundInWorld(
  start: World,
  explains: Explained,
  context: SystemContext = revoking()
): Promise<Outside> {
  return inSandbox(start, (sandbox) => foundIn(sandbox, explains, context))
}

/** `user/mallory: attached:… administrator`, one line for each item; what is never taken away has its why behind it. */
export function lines({ found }: Outside): readonly string[] {
  return found.flatMap(({ name, items }) => items.map((item) => `${name}: ${lineOf(item)}`))
}

function lineOf({ id, severity, why }: OutsideItem): string {
  return `${id}${severity === 'administrator' ? ' !' : ''}${why === null ? '' : ` (${why})`}`
}
