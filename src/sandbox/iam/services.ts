import { authorise } from './authorise.ts'
import type { Cloud } from './cloud.ts'
import { AwsError } from './error.ts'
import type { Call } from './operation.ts'
import { IAM_OPERATIONS } from './operations/table.ts'
import type { ServiceRequest } from './service-request.ts'
import type { AccountState } from './state.ts'
import { STS_OPERATIONS } from './sts.ts'
import { record } from './trail.ts'
import type { Answer } from './xml.ts'

const VERSIONS = { iam: '2010-05-08', sts: '2011-06-15' } as const

/** How a read sees the account. */
export interface View {
  readonly state: AccountState
  readonly short: boolean
}

/** Authorises and runs one request of IAM or STS, and records it as CloudTrail would. */
export function runRequest(
  cloud: Cloud,
  service: 'iam' | 'sts',
  request: ServiceRequest,
  view: View
): Readonly<Record<string, Answer>> | null {
  const { caller, operation, params } = request
  const version = params.entries()['Version']
  const known = service === 'iam' ? IAM_OPERATIONS.has(operation) : STS_OPERATIONS.has(operation)
  if (!known || version !== VERSIONS[service]) {
    throw new AwsError(
      'InvalidAction',
      `Could not find operation ${operation} for version ${version ?? 'NO_VERSION_SPECIFIED'}`
    )
  }
  const now = cloud.clock.now()
  cloud.lastUse.set(caller.accessKeyId, { at: now, service, region: request.signature.region })
  if (caller.kind === 'session') {
    cloud.lastUse.set(caller.session.roleId, { at: now, service, region: request.signature.region })
  }
  try {
    const result =
      service === 'iam'
        ? runIam({ cloud, state: view.state, caller, params, now, shortPage: view.short }, operation)
        : (STS_OPERATIONS.get(operation)?.run({ cloud, caller, params, now }) ?? null)
    record(cloud, service, request, result, null)
    return result
  } catch (error) {
    if (error instanceof AwsError) record(cloud, service, request, null, error)
    throw error
  }
}

function runIam(call: Call, name: string): Readonly<Record<string, Answer>> | null {
  const operation = IAM_OPERATIONS.get(name)
  if (!operation) return null
  const resource = operation.resource(call)
  const context = operation.context?.(call) ?? {}
  authorise(call.cloud, call.caller, { action: `iam:${name}`, resource, context })
  return operation.run(call)
}
