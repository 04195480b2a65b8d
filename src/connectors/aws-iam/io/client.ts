import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail'
import { IAMClient } from '@aws-sdk/client-iam'
import { STSClient } from '@aws-sdk/client-sts'
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types'
import type { NodeHttpHandler } from '@smithy/node-http-handler'
import type { Instant } from '../../../book/instant.ts'
import type { SessionPorts } from '../../connector.ts'
import { isRecord } from '../policy.ts'
import { MAX_ATTEMPTS, retryStrategy } from './retry.ts'

// The SDK announces on stderr when it will stop supporting this Node. The lockfile pins the SDK; whoever updates it sees
// that in its own notes, and an access report should not carry it.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

/** Fixed credentials, or whoever fetches them anew. */
export type Credentials = AwsCredentialIdentity | AwsCredentialIdentityProvider

/** How requests go out; tests put something between. */
export type Transport = Pick<NodeHttpHandler, 'handle'>

/** What every client of one session shares. */
export interface Wire {
  readonly ports: SessionPorts
  readonly region: string
  readonly transport: Transport | null
  readonly meter: Meter
}

/** Requests sent, tries counted one by one, and the clock of whoever answered last. */
export class Meter {
  read = 0
  write = 0
  serverTime: Instant | null = null
}

/**
 * Operations that change nothing, by their names' beginnings; AssumeRole opens a session and changes nothing either, and a
 * credential report is made for whoever reads it.
 */
const READS = /^(?:Get|List|Lookup|GenerateCredentialReport|Assume)/u

export function iamClient(wire: Wire, credentials: Credentials | null): IAMClient {
  const client = new IAMClient(configuration(wire, credentials, endpointOf(wire.ports.environment, 'IAM')))
  client.middlewareStack.add((next, context) => metered(wire.meter, next, String(context.commandName)), METER)
  return client
}

export function stsClient(wire: Wire, credentials: Credentials | null): STSClient {
  const client = new STSClient(configuration(wire, credentials, endpointOf(wire.ports.environment, 'STS')))
  client.middlewareStack.add((next, context) => metered(wire.meter, next, String(context.commandName)), METER)
  return client
}

/**
 * CloudTrail where it keeps the events of IAM: one region of each partition (CloudTrail user guide, "global service
 * events"). Null if IAM is a stand-in and CloudTrail isn't: keys of a stand-in are nothing to send to AWS. Loaded only when
 * somebody asks.
 */
export async function trailClient(
  wire: Wire,
  credentials: Credentials | null,
  region: string = trailRegion(wire)
): Promise<CloudTrailClient | null> {
  const endpoint = endpointOf(wire.ports.environment, 'CLOUDTRAIL')
  if (endpoint === null && endpointOf(wire.ports.environment, 'IAM') !== null) return null
  const { CloudTrailClient: Client } = await import('@aws-sdk/client-cloudtrail')
  const client = new Client(configuration({ ...wire, region }, credentials, endpoint))
  client.middlewareStack.add((next, context) => metered(wire.meter, next, String(context.commandName)), METER)
  return client
}

/** The region that keeps the events of IAM, by the settings' own one. */
export function trailRegion({ region }: Pick<Wire, 'region'>): string {
  return TRAIL_REGIONS[region.split('-', 2).join('-')] ?? TRAIL_REGIONS[region.slice(0, 2)] ?? 'us-east-1'
}

/** By the beginning of the settings' region; everywhere else it is us-east-1. */
const TRAIL_REGIONS: Readonly<Record<string, string>> = { cn: 'cn-north-1', 'us-gov': 'us-gov-west-1' }

/** The endpoint that the environment names for a service, as the SDK itself would choose; null: the real cloud. */
export function endpointOf(
  environment: SessionPorts['environment'],
  service: 'IAM' | 'STS' | 'CLOUDTRAIL'
): string | null {
  return environment[`AWS_ENDPOINT_URL_${service}`] ?? environment['AWS_ENDPOINT_URL'] ?? null
}

const METER = { step: 'deserialize', name: 'grantbookMeter', priority: 'low' } as const

function configuration(
  { ports, region, transport }: Wire,
  credentials: Credentials | null,
  endpoint: string | null
) {
  const own = credentials ?? fromEnvironment(ports.environment)
  return {
    region,
    maxAttempts: MAX_ATTEMPTS,
    retryStrategy: retryStrategy(ports),
    ...(endpoint !== null && { endpoint }),
    ...(own !== null && { credentials: own }),
    ...(transport !== null && { requestHandler: transport })
  }
}

/** The first link of the SDK's chain, read from the given environment; null leaves it to the chain itself. */
function fromEnvironment(environment: SessionPorts['environment']): AwsCredentialIdentity | null {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken
  } = environment
  if (environment['AWS_PROFILE'] !== undefined || accessKeyId === undefined || secretAccessKey === undefined)
    return null
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) }
}

function metered<I, O>(meter: Meter, next: (args: I) => Promise<O & { response: unknown }>, command: string) {
  return async (args: I): Promise<O & { response: unknown }> => {
    if (READS.test(command)) meter.read++
    else meter.write++
    const result = await next(args)
    const headers = isRecord(result.response) ? result.response['headers'] : undefined
    const date = Date.parse(isRecord(headers) ? String(headers['date']) : '')
    if (Number.isFinite(date)) meter.serverTime = date
    return result
  }
}
