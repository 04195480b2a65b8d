import { tagEntries } from '../authorise.ts'
import { AwsError } from '../error.ts'
import type { Call, Operations } from '../operation.ts'
import { pageFields, pageOf } from '../paging.ts'
import { RULES, type Tag } from '../params.ts'
import { sortedBy } from '../snapshot.ts'
import { policyArn } from './attached.ts'
import { checkModifiable, holderArn, holderContext } from './holders.ts'
import { ownPolicy, namedPolicy } from './policies.ts'
import { namedRole } from './roles.ts'
import { namedUser } from './users.ts'

interface Tagged {
  readonly resource: (call: Call) => string
  readonly context: (call: Call) => ReturnType<typeof tagEntries>
  readonly get: (call: Call) => readonly Tag[]
  readonly set: (call: Call, tags: readonly Tag[]) => void
}

const TAGGED: Readonly<Record<'User' | 'Role' | 'Policy', Tagged>> = {
  User: {
    resource: (call) => holderArn('User', call),
    context: (call) => holderContext('User', call),
    get: (call) => namedUser(call).tags,
    set: (call, tags) => {
      const user = namedUser(call)
      call.state.users.set(user.name, { ...user, tags })
    }
  },
  Role: {
    resource: (call) => holderArn('Role', call),
    context: (call) => holderContext('Role', call),
    get: (call) => namedRole(call).tags,
    set: (call, tags) => {
      const role = namedRole(call)
      checkModifiable('Role', role)
      call.state.roles.set(role.name, { ...role, tags })
    }
  },
  Policy: {
    resource: policyArn,
    context: () => ({}),
    get: (call) => namedPolicy(call).tags,
    set: (call, tags) => {
      const policy = ownPolicy(call)
      call.state.policies.set(policy.arn, { ...policy, tags })
    }
  }
}

function tagsOf(kind: keyof typeof TAGGED): Operations {
  const { context, get, resource, set } = TAGGED[kind]
  return {
    [`Tag${kind}`]: {
      kind: 'write',
      resource,
      context: (call) => ({ ...context(call), ...tagEntries('aws:RequestTag', call.params.tags()) }),
      run: (call) => {
        const added = call.params.tags()
        const keys = new Set(added.map((tag) => tag.key.toLowerCase()))
        const tags = [...get(call).filter((tag) => !keys.has(tag.key.toLowerCase())), ...added]
        if (tags.length > 50)
          throw new AwsError('LimitExceeded', 'The number of tags has reached the maximum limit.')
        set(call, tags)
        return null
      }
    },
    [`Untag${kind}`]: {
      kind: 'write',
      resource,
      context: (call) => context(call),
      run: (call) => {
        const keys = new Set(call.params.list('TagKeys', RULES.tagKey).map((key) => key.toLowerCase()))
        set(
          call,
          get(call).filter((tag) => !keys.has(tag.key.toLowerCase()))
        )
        return null
      }
    },
    [`List${kind}Tags`]: {
      kind: 'read',
      resource,
      run: (call) => {
        const page = pageOf(
          sortedBy(get(call), (tag) => tag.key),
          (tag) => tag.key,
          call
        )
        return { Tags: page.items.map((tag) => ({ Key: tag.key, Value: tag.value })), ...pageFields(page) }
      }
    }
  }
}

/** Tags of users, roles and managed policies. */
export const tagOperations: Operations = { ...tagsOf('User'), ...tagsOf('Role'), ...tagsOf('Policy') }
