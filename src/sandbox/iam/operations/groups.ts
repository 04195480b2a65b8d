import { arnOf } from '../arn.ts'
import { AwsError } from '../error.ts'
import type { Call, Operations } from '../operation.ts'
import { pageFields, pageOf } from '../paging.ts'
import { RULES } from '../params.ts'
import { limit } from '../quotas.ts'
import { sortedBy } from '../snapshot.ts'
import { nextId, type Group } from '../state.ts'
import { checkFree, findHolder, holderArn, holderName } from './holders.ts'
import { groupShape, userShape } from './shapes.ts'
import { namedUser, namedUserArn } from './users.ts'

const resource = (call: Call): string => holderArn('Group', call)
const namedGroup = (call: Call): Group => findHolder(call.state, 'Group', holderName('Group', call))
const members = (call: Call, group: string) =>
  [...call.state.users.values()].filter((one) => one.groups.includes(group))

/** Groups and who is in them. */
export const groupOperations: Operations = {
  CreateGroup: {
    kind: 'write',
    resource: (call) =>
      arnOf(call.state.account, 'group', {
        path: call.params.optional('Path', RULES.path) ?? '/',
        name: holderName('Group', call)
      }),
    run: (call) => {
      const { params, state } = call
      const name = holderName('Group', call)
      const path = params.optional('Path', RULES.path) ?? '/'
      checkFree(state.groups, 'Group', name)
      if (state.groups.size >= state.quotas.groups) throw limit('GroupsPerAccount', state.quotas.groups)
      const group: Group = {
        name,
        path,
        id: nextId(state, 'AGPA'),
        created: call.now,
        inline: [],
        attached: []
      }
      state.groups.set(name, group)
      return { Group: groupShape(state, group) }
    }
  },
  GetGroup: {
    kind: 'read',
    resource,
    run: (call) => {
      const group = namedGroup(call)
      const page = pageOf(
        sortedBy(members(call, group.name), (one) => one.name),
        (one) => one.name,
        call
      )
      const users = page.items.map((one) => userShape(call.state, one))
      return { Group: groupShape(call.state, group), Users: users, ...pageFields(page) }
    }
  },
  ListGroups: {
    kind: 'read',
    resource: (call) => `arn:aws:iam::${call.state.account}:group/`,
    run: (call) => {
      const prefix = call.params.optional('PathPrefix', RULES.pathPrefix) ?? '/'
      const groups = [...call.state.groups.values()].filter((one) => one.path.startsWith(prefix))
      const page = pageOf(
        sortedBy(groups, (one) => one.name),
        (one) => one.name,
        call
      )
      return { Groups: page.items.map((one) => groupShape(call.state, one)), ...pageFields(page) }
    }
  },
  UpdateGroup: {
    kind: 'write',
    resource,
    run: (call) => {
      const { params, state } = call
      const group = namedGroup(call)
      const name = params.optional('NewGroupName', RULES.groupName) ?? group.name
      const path = params.optional('NewPath', RULES.path) ?? group.path
      checkFree(state.groups, 'Group', name, group.name)
      const moved = members(call, group.name)
      state.groups.delete(group.name)
      state.groups.set(name, { ...group, name, path })
      for (const user of moved) {
        state.users.set(user.name, {
          ...user,
          groups: user.groups.map((one) => (one === group.name ? name : one))
        })
      }
      return null
    }
  },
  DeleteGroup: {
    kind: 'write',
    resource,
    run: (call) => {
      const group = namedGroup(call)
      const rest =
        members(call, group.name).length > 0
          ? 'remove users from group'
          : group.attached.length > 0
            ? 'detach all policies'
            : group.inline.length > 0
              ? 'delete policies'
              : null
      if (rest !== null) throw new AwsError('DeleteConflict', `Cannot delete entity, must ${rest} first.`)
      call.state.groups.delete(group.name)
      return null
    }
  },
  AddUserToGroup: {
    kind: 'write',
    resource,
    run: (call) => {
      const group = namedGroup(call)
      call.params.text('UserName', RULES.anyUserName)
      const user = namedUser(call)
      if (user.groups.includes(group.name)) return null
      if (user.groups.length >= call.state.quotas.groupsPerUser)
        throw limit('GroupsPerUser', call.state.quotas.groupsPerUser)
      call.state.users.set(user.name, { ...user, groups: [...user.groups, group.name] })
      return null
    }
  },
  RemoveUserFromGroup: {
    kind: 'write',
    resource,
    run: (call) => {
      const group = namedGroup(call)
      call.params.text('UserName', RULES.anyUserName)
      const user = namedUser(call)
      if (!user.groups.includes(group.name)) {
        throw new AwsError('NoSuchEntity', `User ${user.name} is not in group ${group.name}.`)
      }
      call.state.users.set(user.name, { ...user, groups: user.groups.filter((one) => one !== group.name) })
      return null
    }
  },
  ListGroupsForUser: {
    kind: 'read',
    resource: namedUserArn,
    run: (call) => {
      const groups = namedUser(call).groups.flatMap((name) => call.state.groups.get(name) ?? [])
      const page = pageOf(
        sortedBy(groups, (one) => one.name),
        (one) => one.name,
        call
      )
      return { Groups: page.items.map((one) => groupShape(call.state, one)), ...pageFields(page) }
    }
  }
}
