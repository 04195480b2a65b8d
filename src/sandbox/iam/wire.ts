import type { RecordedCall } from '../sandbox.ts'
import type { AwsError } from './error.ts'
import { IAM_OPERATIONS } from './operations/table.ts'
import { Params } from './params.ts'
import type { SignedRequest } from './signature.ts'
import { STS_OPERATIONS } from './sts.ts'
import { errorXml, wrapXml, writeXml, type Answer } from './xml.ts'

/** The services that the sandbox imitates. */
export type AwsService = 'iam' | 'sts' | 'cloudtrail'

const NAMESPACES = {
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/'
} as const
const XML = 'text/xml'
const JSON_TYPE = 'application/x-amz-json-1.1'

/** What a request asks for, before anybody asks whether it may. */
export interface Asked {
  readonly service: AwsService
  readonly operation: string
  readonly kind: RecordedCall['kind']
  readonly params: Params
}

/** Reads service and operation: the service from the path (`/iam`), else from the signature's scope. */
export function readService(request: SignedRequest): Asked {
  const service = serviceOf(request)
  if (service === 'cloudtrail') {
    const target = request.headers['x-amz-target']
    const operation = typeof target === 'string' ? target.slice(target.lastIndexOf('.') + 1) : ''
    return { service, operation, kind: 'read', params: new Params(new Map()) }
  }
  const params = Params.parse(request.body)
  const operation = params.entries()['Action'] ?? ''
  const known = service === 'iam' ? IAM_OPERATIONS.get(operation) : STS_OPERATIONS.get(operation)
  return { service, operation, kind: known?.kind ?? 'read', params }
}

function serviceOf(request: SignedRequest): AwsService {
  const scope = /\/(iam|sts|cloudtrail)\/aws4_request/u.exec(request.headers.authorization ?? '')
  const path = /^\/(iam|sts|cloudtrail)(?:\/|$)/u.exec(request.url)
  const name = path?.[1] ?? scope?.[1]
  return name === 'sts' || name === 'cloudtrail' ? name : 'iam'
}

/** A result in the service's own protocol. */
export function writeResult(
  service: AwsService,
  operation: string,
  result: Readonly<Record<string, Answer>> | null,
  requestId: string
): { status: number; type: string; body: string } {
  if (service === 'cloudtrail') return { status: 200, type: JSON_TYPE, body: JSON.stringify(result) }
  const inside = result === null ? null : writeXml(result)
  return {
    status: 200,
    type: XML,
    body: wrapXml({ xmlns: NAMESPACES[service], operation, requestId, result: inside })
  }
}

/** An error in the service's own protocol. */
export function writeError(
  service: AwsService,
  error: AwsError,
  requestId: string
): { status: number; type: string; body: string } {
  if (service === 'cloudtrail') {
    const body = JSON.stringify({ __type: jsonCode(error.code), message: error.message })
    return { status: error.status === 403 ? 400 : error.status, type: JSON_TYPE, body }
  }
  const body = errorXml(NAMESPACES[service], error, requestId)
  return { status: error.status, type: XML, body }
}

// The JSON protocol's own names for what the Query protocol calls otherwise.
function jsonCode(code: string): string {
  if (code === 'InvalidClientTokenId') return 'UnrecognizedClientException'
  return code === 'AccessDenied' || code === 'Throttling' || code === 'ExpiredToken'
    ? `${code}Exception`
    : code
}
