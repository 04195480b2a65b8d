import { writeInstant } from '../../../book/instant.ts'
import { AwsError } from '../error.ts'
import { secretFor } from '../ids.ts'
import { everything, type Call, type Operations } from '../operation.ts'
import { pageFields, pageOf } from '../paging.ts'
import { RULES } from '../params.ts'
import { limit } from '../quotas.ts'
import { sortedBy } from '../snapshot.ts'
import { nextId, type AccessKey, type User } from '../state.ts'
import type { Answer } from '../xml.ts'
import { namedUser, namedUserArn } from './users.ts'

function noKey(id: string): AwsError {
  return new AwsError('NoSuchEntity', `The Access Key with id ${id} cannot be found.`)
}

function namedKey(call: Call, user: User): AccessKey {
  const id = call.params.text('AccessKeyId', RULES.accessKeyId)
  const found = user.keys.find((one) => one.id === id)
  if (!found) throw noKey(id)
  return found
}

function shape(user: User, key: AccessKey): Readonly<Record<string, Answer>> {
  return {
    UserName: user.name,
    AccessKeyId: key.id,
    Status: key.status,
    CreateDate: writeInstant(key.created)
  }
}

/** The last use of a key; a key that was never used has no date, and `N/A` for the rest. */
function lastUse(call: Call, id: string): Answer {
  const use = call.cloud.lastUse.get(id)
  if (!use) return { ServiceName: 'N/A', Region: 'N/A' }
  return { LastUsedDate: writeInstant(use.at), ServiceName: use.service, Region: use.region }
}

/** Access keys of users. */
export const keyOperations: Operations = {
  CreateAccessKey: {
    kind: 'write',
    resource: namedUserArn,
    run: (call) => {
      const user = namedUser(call)
      const most = call.state.quotas.accessKeysPerUser
      if (user.keys.length >= most) throw limit('AccessKeysPerUser', most)
      const key: AccessKey = { id: nextId(call.state, 'AKIA'), status: 'Active', created: call.now }
      call.state.users.set(user.name, { ...user, keys: [...user.keys, key] })
      call.state.keyOwners.set(key.id, user.name)
      return { AccessKey: { ...shape(user, key), SecretAccessKey: secretFor(key.id) } }
    }
  },
  ListAccessKeys: {
    kind: 'read',
    resource: namedUserArn,
    run: (call) => {
      const user = namedUser(call)
      const page = pageOf(
        sortedBy(user.keys, (one) => one.id),
        (one) => one.id,
        call
      )
      return { AccessKeyMetadata: page.items.map((one) => shape(user, one)), ...pageFields(page) }
    }
  },
  GetAccessKeyLastUsed: {
    kind: 'read',
    resource: everything,
    run: (call) => {
      const id = call.params.text('AccessKeyId', RULES.accessKeyId)
      const name = call.state.keyOwners.get(id)
      if (name === undefined) throw new AwsError('AccessDenied', `Access key ${id} is not of this account`)
      return { UserName: name, AccessKeyLastUsed: lastUse(call, id) }
    }
  },
  UpdateAccessKey: {
    kind: 'write',
    resource: namedUserArn,
    run: (call) => {
      const user = namedUser(call)
      const key = namedKey(call, user)
      const status = call.params.choice('Status', ['Active', 'Inactive'])
      if (status === null) throw new AwsError('ValidationError', 'Status must not be null')
      const keys = user.keys.map((one) => (one.id === key.id ? { ...one, status } : one))
      call.state.users.set(user.name, { ...user, keys })
      return null
    }
  },
  DeleteAccessKey: {
    kind: 'write',
    resource: namedUserArn,
    run: (call) => {
      const user = namedUser(call)
      const key = namedKey(call, user)
      call.state.users.set(user.name, { ...user, keys: user.keys.filter((one) => one.id !== key.id) })
      call.state.keyOwners.delete(key.id)
      return null
    }
  }
}
