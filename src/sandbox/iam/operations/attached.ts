import { checkPolicyArn, nameInArn } from '../arn.ts'
import type { ContextEntries } from '../authorise.ts'
import { AwsError } from '../error.ts'
import { findPolicy } from '../managed.ts'
import type { Call, Operations } from '../operation.ts'
import { pageFields, pageOf } from '../paging.ts'
import { RULES } from '../params.ts'
import { limit } from '../quotas.ts'
import { sortedBy } from '../snapshot.ts'
import {
  changeHolder,
  checkModifiable,
  findHolder,
  holderArn,
  holderContext,
  holderName,
  HOLDERS,
  type HolderKind
} from './holders.ts'

/** The ARN of the managed policy that a request names. */
export function policyArn(call: Call): string {
  const arn = call.params.text('PolicyArn', RULES.arn)
  checkPolicyArn(arn)
  return arn
}

/** `NoSuchEntity` for a managed policy. */
export function noPolicy(arn: string): AwsError {
  return new AwsError('NoSuchEntity', `Policy ${arn} does not exist or is not attachable.`)
}

function attachedOf(kind: HolderKind): Operations {
  const resource = (call: Call): string => holderArn(kind, call)
  const context = (call: Call): ContextEntries => ({
    ...holderContext(kind, call),
    'iam:PolicyARN': call.params.text('PolicyArn', RULES.arn)
  })
  return {
    [`Attach${kind}Policy`]: {
      kind: 'write',
      resource,
      context,
      run: (call) => {
        const arn = policyArn(call)
        const holder = findHolder(call.state, kind, holderName(kind, call))
        checkModifiable(kind, holder)
        if (!findPolicy(call.state, arn)) throw noPolicy(arn)
        if (holder.attached.includes(arn)) return null
        if (holder.attached.length >= call.state.quotas.attached)
          throw limit(HOLDERS[kind].plural, call.state.quotas.attached)
        changeHolder(call.state, kind, holder.name, { attached: [...holder.attached, arn] })
        return null
      }
    },
    [`Detach${kind}Policy`]: {
      kind: 'write',
      resource,
      context,
      run: (call) => {
        const arn = policyArn(call)
        const holder = findHolder(call.state, kind, holderName(kind, call))
        checkModifiable(kind, holder)
        if (!holder.attached.includes(arn)) throw new AwsError('NoSuchEntity', `Policy ${arn} was not found.`)
        changeHolder(call.state, kind, holder.name, {
          attached: holder.attached.filter((one) => one !== arn)
        })
        return null
      }
    },
    [`ListAttached${kind}Policies`]: {
      kind: 'read',
      resource,
      run: (call) => {
        const holder = findHolder(call.state, kind, holderName(kind, call))
        const prefix = call.params.optional('PathPrefix', RULES.pathPrefix) ?? '/'
        const arns = holder.attached.filter(
          (arn) => findPolicy(call.state, arn)?.path.startsWith(prefix) ?? false
        )
        const page = pageOf(
          sortedBy(arns, (arn) => arn),
          (arn) => arn,
          call
        )
        const members = page.items.map((arn) => ({ PolicyName: nameInArn(arn), PolicyArn: arn }))
        return { AttachedPolicies: members, ...pageFields(page) }
      }
    }
  }
}

/** Attach, detach and list managed policies of users, roles and groups. */
export const attachedOperations: Operations = {
  ...attachedOf('User'),
  ...attachedOf('Role'),
  ...attachedOf('Group')
}
