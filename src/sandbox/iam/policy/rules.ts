import { malformed } from '../error.ts'
import type { ConditionTest } from './document.ts'
import { readOperator } from './operator.ts'
import { readDate } from './values.ts'

const PARTITIONS = new Set(['*', 'aws', 'aws-cn', 'aws-us-gov'])
const IAM_RESOURCES =
  /^(?:user|federated-user|role|group|instance-profile|mfa|server-certificate|policy|sms-mfa|saml-provider|oidc-provider|report|access-report)\//u
const TRUST_ACTIONS = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setsourceidentity',
  'sts:tagsession'
])

/** An action is `*` or `vendor:action`, with one colon. */
export function checkAction(action: string): void {
  if (action === '*') return
  const [vendor, , more] = action.split(':')
  if (!action.includes(':')) {
    throw malformed('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.')
  }
  if (more !== undefined) throw malformed('Actions/Condition can contain only one colon.')
  if (!/^[a-zA-Z0-9.-]+$/u.test(vendor ?? '')) throw malformed(`Vendor ${vendor ?? ''} is not valid`)
}

/** A trust names only ways of assuming a role. */
export function checkTrustAction(action: string): void {
  checkAction(action)
  if (!TRUST_ACTIONS.has(action.toLowerCase())) {
    throw malformed('AssumeRole policy may only specify STS AssumeRole actions.')
  }
}

/** A resource is `*` or an ARN whose partition and service are written out; IAM's own name no region. */
export function checkResource(resource: string): void {
  if (resource === '*') return
  const [prefix, partition, service, region, , ...rest] = resource.split(':')
  if (prefix !== 'arn' || partition === undefined) {
    throw malformed(`Resource ${resource} must be in ARN format or "*".`)
  }
  if (!PARTITIONS.has(partition))
    throw malformed(`Partition "${partition}" is not valid for resource "${resource}".`)
  if (service === undefined) {
    throw malformed('Resource vendor must be fully qualified and cannot contain regexes.')
  }
  if (service !== 'iam') return
  if (region !== undefined && region !== '' && region !== '*') {
    throw malformed(`IAM resource ${resource} cannot contain region information.`)
  }
  const path = rest.join(':')
  if (rest.length > 0 && !path.startsWith('*') && path !== 'root' && !IAM_RESOURCES.test(path)) {
    throw malformed(
      `IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, …`
    )
  }
}

/** The operator exists, and what a date operator compares with is a date. */
export function checkConditionTest(test: ConditionTest): void {
  const operator = readOperator(test.operator)
  if (operator === null) throw malformed(`Invalid Condition type : ${test.operator}.`)
  if (!test.key.includes(':')) throw malformed('Conditions must be prefaced by a vendor')
  if (operator.family !== 'date') return
  for (const value of test.values) {
    if (readDate(value) === null) throw malformed('The policy failed legacy parsing')
  }
}
