import type { Instant } from '../../book/instant.ts'
import { writeInstant } from '../../book/instant.ts'
import { authorise, callerArn } from './authorise.ts'
import type { Cloud } from './cloud.ts'
import { AwsError } from './error.ts'
import { requestId } from './ids.ts'
import { IAM_OPERATIONS } from './operations/table.ts'
import type { ServiceRequest } from './service-request.ts'
import type { TrailEvent } from './trail-event.ts'
import type { Answer } from './xml.ts'

const DAY = 86_400_000
const TYPES: Readonly<Record<string, string>> = {
  UserName: 'AWS::IAM::User',
  RoleName: 'AWS::IAM::Role',
  RoleArn: 'AWS::IAM::Role',
  GroupName: 'AWS::IAM::Group',
  PolicyArn: 'AWS::IAM::Policy',
  PolicyName: 'AWS::IAM::Policy',
  AccessKeyId: 'AWS::IAM::AccessKey'
}

/** Records one request of IAM or STS. Passwords and documents' secrets never stand in it. */
export function record(
  cloud: Cloud,
  service: 'iam' | 'sts',
  request: ServiceRequest,
  result: Readonly<Record<string, Answer>> | null,
  error: AwsError | null
): void {
  const { caller, operation, params } = request
  const { Action: _action, Version: _version, Password: password, ...parameters } = params.entries()
  cloud.trail.push({
    id: requestId(`event ${cloud.trail.length}`),
    account: caller.account,
    at: cloud.clock.now(),
    name: operation,
    source: `${service}.amazonaws.com`,
    username: caller.kind === 'user' ? caller.name : caller.kind === 'session' ? caller.session.name : 'root',
    caller: { kind: caller.kind, arn: callerArn(cloud, caller), accessKeyId: caller.accessKeyId },
    readOnly: service === 'sts' || IAM_OPERATIONS.get(operation)?.kind === 'read',
    resources: Object.entries(parameters).flatMap(([field, name]) => {
      const type = Object.hasOwn(TYPES, field) ? TYPES[field] : undefined
      return type === undefined ? [] : [{ type, name }]
    }),
    parameters:
      password === undefined ? parameters : { ...parameters, Password: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    opened: sessionIn(result),
    error: error ? { code: error.code, message: error.message } : null,
    requestId: request.id
  })
}

function sessionIn(result: Readonly<Record<string, Answer>> | null): string | null {
  const id = fieldsOf(result?.['Credentials'])['AccessKeyId']
  return typeof id === 'string' ? id : null
}

interface Lookup {
  readonly attributes: readonly { readonly key: string; readonly value: string }[]
  readonly start: number
  readonly end: number
  readonly most: number
  readonly skip: number
}

/** `LookupEvents`: newest first, of the last 90 days, at most 50 a page. Only us-east-1 holds the events of IAM. */
export function lookUpEvents(cloud: Cloud, request: ServiceRequest): Readonly<Record<string, Answer>> {
  if (request.operation !== 'LookupEvents') {
    throw new AwsError('UnknownOperationException', `Unknown operation ${request.operation}`)
  }
  authorise(cloud, request.caller, { action: 'cloudtrail:LookupEvents', resource: '*' })
  const now = cloud.clock.now()
  const lookup = readLookup(request.body, now)
  const found =
    request.signature.region === 'us-east-1'
      ? cloud.trail
          .filter((event) => event.account === request.caller.account && wanted(event, lookup, now))
          .toReversed()
      : []
  const page = found.slice(lookup.skip, lookup.skip + lookup.most)
  const next = lookup.skip + page.length
  return { Events: page.map(writeEvent), ...(next < found.length ? { NextToken: String(next) } : {}) }
}

function readLookup(body: string, now: Instant): Lookup {
  const asked = readJson(body)
  const token = asked['NextToken']
  const most = asked['MaxResults'] ?? 50
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 1 || most > 50) {
    throw new AwsError('InvalidMaxResultsException', 'MaxResults must be between 1 and 50.')
  }
  if (token !== undefined && (typeof token !== 'string' || !/^\d{1,9}$/u.test(token))) {
    throw new AwsError('InvalidNextTokenException', 'Invalid NextToken.')
  }
  return {
    attributes: readAttributes(asked['LookupAttributes']),
    start: seconds(asked['StartTime'], now - 90 * DAY),
    end: seconds(asked['EndTime'], now),
    most,
    skip: token === undefined ? 0 : Number(token)
  }
}

function readAttributes(written: unknown): Lookup['attributes'] {
  const list: readonly unknown[] = Array.isArray(written) ? written : []
  if (list.length > 1)
    throw new AwsError('InvalidLookupAttributesException', 'You can specify only one lookup attribute.')
  return list.map((one) => {
    const fields = fieldsOf(one)
    const [key, value] = [fields['AttributeKey'], fields['AttributeValue']]
    if (typeof key !== 'string' || typeof value !== 'string') {
      throw new AwsError('InvalidLookupAttributesException', 'A lookup attribute needs a key and a value.')
    }
    return { key, value }
  })
}

function readJson(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body === '' ? '{}' : body)
    if (typeof value === 'object' && value !== null) return fieldsOf(value)
  } catch {
    // Told below, as for any other body that isn't an object.
  }
  throw new AwsError('SerializationException', 'The request body is not a JSON object.')
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

function seconds(value: unknown, otherwise: Instant): number {
  return typeof value === 'number' ? value * 1000 : otherwise
}

function wanted(event: TrailEvent, lookup: Lookup, now: Instant): boolean {
  if (event.at < Math.max(lookup.start, now - 90 * DAY) || event.at > lookup.end) return false
  return lookup.attributes.every(({ key, value }) => attributeValues(event, key).includes(value))
}

function attributeValues(event: TrailEvent, key: string): readonly string[] {
  switch (key) {
    case 'AccessKeyId':
      return [event.caller.accessKeyId]
    case 'EventId':
      return [event.id]
    case 'EventName':
      return [event.name]
    case 'EventSource':
      return [event.source]
    case 'ReadOnly':
      return [String(event.readOnly)]
    case 'ResourceName':
      return event.resources.map((one) => one.name)
    case 'ResourceType':
      return event.resources.map((one) => one.type)
    case 'Username':
      return [event.username]
    default:
      throw new AwsError('InvalidLookupAttributesException', `Unknown attribute ${key}`)
  }
}

const IDENTITY_TYPES = { root: 'Root', user: 'IAMUser', session: 'AssumedRole' } as const

function writeEvent(event: TrailEvent): Answer {
  const { caller } = event
  const full = {
    eventVersion: '1.11',
    userIdentity: {
      type: IDENTITY_TYPES[caller.kind],
      arn: caller.arn,
      accountId: event.account,
      accessKeyId: caller.accessKeyId,
      ...(caller.kind === 'user' ? { userName: event.username } : {})
    },
    eventTime: writeInstant(event.at),
    eventSource: event.source,
    eventName: event.name,
    awsRegion: 'us-east-1',
    sourceIPAddress: '127.0.0.1',
    userAgent: 'sandbox',
    ...(event.error ? { errorCode: event.error.code, errorMessage: event.error.message } : {}),
    requestParameters: Object.fromEntries(
      Object.entries(event.parameters).map(([name, value]) => [
        name.charAt(0).toLowerCase() + name.slice(1),
        value
      ])
    ),
    // Real events hold the session's token beside it.
    responseElements:
      event.opened === null
        ? null
        : { credentials: { accessKeyId: event.opened, sessionToken: 'HIDDEN-IN-NO-REAL-EVENT' } },
    requestID: event.requestId,
    eventID: event.id,
    readOnly: event.readOnly,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: event.account
  }
  return {
    EventId: event.id,
    EventName: event.name,
    ReadOnly: String(event.readOnly),
    AccessKeyId: caller.accessKeyId,
    EventTime: event.at / 1000,
    EventSource: event.source,
    Username: event.username,
    Resources: event.resources.map((one) => ({ ResourceType: one.type, ResourceName: one.name })),
    CloudTrailEvent: JSON.stringify(full)
  }
}
