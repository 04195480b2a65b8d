import { noSuch } from '../error.ts'
import type { Operations } from '../operation.ts'
import { pageFields, pageOf } from '../paging.ts'
import { RULES } from '../params.ts'
import { readPolicyOnce } from '../policy/cache.ts'
import { policySize } from '../quotas.ts'
import { sortedBy } from '../snapshot.ts'
import { withInline } from '../state.ts'
import { AwsError } from '../error.ts'
import { encodeDocument } from '../xml.ts'
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

function inlineOf(kind: HolderKind): Operations {
  const { field, inline: quota } = HOLDERS[kind]
  const resource = (call: Parameters<typeof holderArn>[1]): string => holderArn(kind, call)
  const context = (call: Parameters<typeof holderArn>[1]): ReturnType<typeof holderContext> =>
    holderContext(kind, call)
  return {
    [`Put${kind}Policy`]: {
      kind: 'write',
      resource,
      context,
      run: (call) => {
        const name = call.params.text('PolicyName', RULES.policyName)
        const document = call.params.text('PolicyDocument', RULES.document)
        const holder = findHolder(call.state, kind, holderName(kind, call))
        checkModifiable(kind, holder)
        readPolicyOnce(document, 'identity')
        const inline = withInline(holder.inline, { name, document })
        const most = call.state.quotas[quota]
        if (inline.reduce((sum, one) => sum + policySize(one.document), 0) > most) {
          throw new AwsError(
            'LimitExceeded',
            `Maximum policy size of ${most} bytes exceeded for ${HOLDERS[kind].what} ${holder.name}`
          )
        }
        changeHolder(call.state, kind, holder.name, { inline })
        return null
      }
    },
    [`Delete${kind}Policy`]: {
      kind: 'write',
      resource,
      context,
      run: (call) => {
        const name = call.params.text('PolicyName', RULES.policyName)
        const holder = findHolder(call.state, kind, holderName(kind, call))
        checkModifiable(kind, holder)
        if (!holder.inline.some((one) => one.name === name))
          throw noSuch(`${HOLDERS[kind].what} policy`, name)
        changeHolder(call.state, kind, holder.name, {
          inline: holder.inline.filter((one) => one.name !== name)
        })
        return null
      }
    },
    [`Get${kind}Policy`]: {
      kind: 'read',
      resource,
      run: (call) => {
        const name = call.params.text('PolicyName', RULES.policyName)
        const holder = findHolder(call.state, kind, holderName(kind, call))
        const found = holder.inline.find((one) => one.name === name)
        if (!found) throw noSuch(`${HOLDERS[kind].what} policy`, name)
        return { [field]: holder.name, PolicyName: name, PolicyDocument: encodeDocument(found.document) }
      }
    },
    [`List${kind}Policies`]: {
      kind: 'read',
      resource,
      run: (call) => {
        const holder = findHolder(call.state, kind, holderName(kind, call))
        const names = holder.inline.map((one) => one.name)
        const page = pageOf(
          sortedBy(names, (name) => name),
          (name) => name,
          call
        )
        return { PolicyNames: page.items, ...pageFields(page) }
      }
    }
  }
}

/** Put, get, delete and list inline policies of users, roles and groups. */
export const inlineOperations: Operations = { ...inlineOf('User'), ...inlineOf('Role'), ...inlineOf('Group') }
