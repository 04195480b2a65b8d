import { arnOf } from '../arn.ts'
import { tagEntries } from '../authorise.ts'
import { AwsError, noSuch } from '../error.ts'
import { findPolicy } from '../managed.ts'
import type { Call, Operations } from '../operation.ts'
import { pageFields, pageOf } from '../paging.ts'
import { RULES } from '../params.ts'
import { limit } from '../quotas.ts'
import { sortedBy } from '../snapshot.ts'
import { nextId, type User } from '../state.ts'
import { noPolicy } from './attached.ts'
import { checkFree, holderArn, holderContext } from './holders.ts'
import { boundaryShape, tagShape, userShape } from './shapes.ts'

/** The user that a request names, or the caller if it names none. */
export function namedUser(call: Call): User {
  const name = call.params.optional('UserName', RULES.anyUserName) ?? ownName(call)
  const user = call.state.users.get(name)
  if (!user) throw noSuch('user', name)
  return user
}

/** ARN of {@link namedUser}, also if it doesn't exist. */
export function namedUserArn(call: Call): string {
  const name = call.params.optional('UserName', RULES.anyUserName) ?? ownName(call)
  return arnOf(call.state.account, 'user', call.state.users.get(name) ?? { path: '/', name })
}

function ownName(call: Call): string {
  if (call.caller.kind === 'user') return call.caller.name
  throw new AwsError('ValidationError', 'Must specify userName when calling with non-User credentials')
}

/** The boundary that a request sets; throws for one that doesn't exist. */
export function requestedBoundary(call: Call, field = 'PermissionsBoundary'): string | null {
  const arn = call.params.optional(field, RULES.arn)
  if (arn !== null && !findPolicy(call.state, arn)) throw noPolicy(arn)
  return arn
}

const resource = (call: Call): string => holderArn('User', call)

/** Users themselves. */
export const userOperations: Operations = {
  CreateUser: {
    kind: 'write',
    resource: (call) =>
      arnOf(call.state.account, 'user', {
        path: call.params.optional('Path', RULES.path) ?? '/',
        name: call.params.text('UserName', RULES.userName)
      }),
    context: (call) => {
      const boundary = call.params.optional('PermissionsBoundary', RULES.arn)
      return {
        ...(boundary === null ? {} : { 'iam:PermissionsBoundary': boundary }),
        ...tagEntries('aws:RequestTag', call.params.tags())
      }
    },
    run: (call) => {
      const { params, state } = call
      const name = params.text('UserName', RULES.userName)
      checkFree(state.users, 'User', name)
      if (state.users.size >= state.quotas.users) throw limit('UsersPerAccount', state.quotas.users)
      const boundary = requestedBoundary(call)
      const tags = params.tags()
      const path = params.optional('Path', RULES.path) ?? '/'
      const user: User = {
        name,
        path,
        id: nextId(state, 'AIDA'),
        created: call.now,
        inline: [],
        attached: [],
        boundary,
        tags,
        groups: [],
        keys: [],
        login: null,
        mfa: []
      }
      state.users.set(name, user)
      return {
        User: {
          ...userShape(state, user),
          PermissionsBoundary: boundaryShape(boundary),
          Tags: tagShape(tags)
        }
      }
    }
  },
  GetUser: {
    kind: 'read',
    resource: (call) =>
      call.caller.kind === 'root' && !call.params.entries()['UserName'] ? '*' : namedUserArn(call),
    run: (call) => {
      if (call.caller.kind === 'root' && call.params.optional('UserName', RULES.anyUserName) === null) {
        return {
          User: {
            UserId: call.state.account,
            Arn: `arn:aws:iam::${call.state.account}:root`,
            CreateDate: '2020-01-01T00:00:00Z'
          }
        }
      }
      const user = namedUser(call)
      return {
        User: {
          ...userShape(call.state, user),
          PermissionsBoundary: boundaryShape(user.boundary),
          Tags: tagShape(user.tags)
        }
      }
    }
  },
  ListUsers: {
    kind: 'read',
    resource: (call) => `arn:aws:iam::${call.state.account}:user/`,
    run: (call) => {
      const prefix = call.params.optional('PathPrefix', RULES.pathPrefix) ?? '/'
      const users = [...call.state.users.values()].filter((one) => one.path.startsWith(prefix))
      const page = pageOf(
        sortedBy(users, (one) => one.name),
        (one) => one.name,
        call
      )
      return { Users: page.items.map((one) => userShape(call.state, one)), ...pageFields(page) }
    }
  },
  UpdateUser: {
    kind: 'write',
    resource,
    run: (call) => {
      const { params, state } = call
      const user = namedUser(call)
      const name = params.optional('NewUserName', RULES.userName) ?? user.name
      const path = params.optional('NewPath', RULES.path) ?? user.path
      checkFree(state.users, 'User', name, user.name)
      state.users.delete(user.name)
      state.users.set(name, { ...user, name, path })
      for (const key of user.keys) state.keyOwners.set(key.id, name)
      return null
    }
  },
  DeleteUser: {
    kind: 'write',
    resource,
    run: (call) => {
      const user = namedUser(call)
      const rest =
        user.groups.length > 0
          ? 'remove users from group'
          : user.attached.length > 0
            ? 'detach all policies'
            : user.inline.length > 0
              ? 'delete policies'
              : user.keys.length > 0
                ? 'delete access keys'
                : user.login !== null
                  ? 'delete login profile'
                  : user.mfa.length > 0
                    ? 'delete MFA device'
                    : null
      if (rest !== null) throw new AwsError('DeleteConflict', `Cannot delete entity, must ${rest} first.`)
      call.state.users.delete(user.name)
      return null
    }
  },
  PutUserPermissionsBoundary: {
    kind: 'write',
    resource,
    context: (call) => ({
      ...holderContext('User', call),
      'iam:PermissionsBoundary': call.params.text('PermissionsBoundary', RULES.arn)
    }),
    run: (call) => {
      const user = namedUser(call)
      call.params.text('PermissionsBoundary', RULES.arn)
      call.state.users.set(user.name, { ...user, boundary: requestedBoundary(call) })
      return null
    }
  },
  DeleteUserPermissionsBoundary: {
    kind: 'write',
    resource,
    context: (call) => holderContext('User', call),
    run: (call) => {
      const user = namedUser(call)
      if (user.boundary === null)
        throw new AwsError(
          'NoSuchEntity',
          `The user with name ${user.name} does not have a permissions boundary.`
        )
      call.state.users.set(user.name, { ...user, boundary: null })
      return null
    }
  }
}
