import { AwsError } from './error.ts'

/** Kinds of entities with a path in their ARN. */
export type PathKind = 'user' | 'role' | 'group' | 'policy'

/** `arn:aws:iam::ACCOUNT:user/path/name`. */
export function arnOf(
  account: string,
  kind: PathKind,
  entity: { readonly path: string; readonly name: string }
): string {
  return `arn:aws:iam::${account}:${kind}${entity.path}${entity.name}`
}

/** The parts of an IAM or STS ARN; null if it isn't one. */
export function readArn(
  arn: string
): { readonly service: string; readonly account: string; readonly resource: string } | null {
  const match = /^arn:aws:(iam|sts)::(\d{12}|aws):(.+)$/su.exec(arn)
  return match ? { service: match[1] ?? '', account: match[2] ?? '', resource: match[3] ?? '' } : null
}

/** Last part of an ARN's resource: the name without its path. */
export function nameInArn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

/** Refuses what isn't an ARN of a managed policy. */
export function checkPolicyArn(arn: string): void {
  const parts = readArn(arn)
  if (parts?.service !== 'iam' || !parts.resource.startsWith('policy/')) {
    throw new AwsError('InvalidInput', `ARN ${arn} is not valid.`)
  }
}
