import { arnOf } from '../arn.ts'
import { tagEntries } from '../authorise.ts'
import { AwsError, noSuch } from '../error.ts'
import type { Call, Operations } from '../operation.ts'
import { pageFields, pageOf } from '../paging.ts'
import { RULES } from '../params.ts'
import { limit, policySize } from '../quotas.ts'
import { sortedBy } from '../snapshot.ts'
import { nextId, type Role } from '../state.ts'
import { resolveTrust } from '../stored-trust.ts'
import { checkFree, checkModifiable, holderArn, holderContext } from './holders.ts'
import { boundaryShape, roleShape, roleUse, tagShape } from './shapes.ts'
import { requestedBoundary } from './users.ts'

const resource = (call: Call): string => holderArn('Role', call)

/** The role that a request names. */
export function namedRole(call: Call): Role {
  const name = call.params.text('RoleName', RULES.roleName)
  const role = call.state.roles.get(name)
  if (!role) throw noSuch('role', name)
  return role
}

function change(call: Call, fields: Partial<Role>): null {
  const role = namedRole(call)
  checkModifiable('Role', role)
  call.state.roles.set(role.name, { ...role, ...fields })
  return null
}

function readTrust(call: Call, field: string): Pick<Role, 'trust' | 'trusted'> {
  const trust = call.params.text(field, RULES.document)
  const trusted = resolveTrust(trust, (account) => call.cloud.accounts.get(account) ?? null)
  if (policySize(trust) > call.state.quotas.trust) throw limit('ACLSizePerRole', call.state.quotas.trust)
  return { trust, trusted }
}

/** Roles themselves. */
export const roleOperations: Operations = {
  CreateRole: {
    kind: 'write',
    resource: (call) =>
      arnOf(call.state.account, 'role', {
        path: call.params.optional('Path', RULES.path) ?? '/',
        name: call.params.text('RoleName', RULES.roleName)
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
      const name = params.text('RoleName', RULES.roleName)
      const path = params.optional('Path', RULES.path) ?? '/'
      if (path.startsWith('/aws-service-role/'))
        throw new AwsError('InvalidInput', 'Path /aws-service-role/ is reserved')
      checkFree(state.roles, 'Role', name)
      if (state.roles.size >= state.quotas.roles) throw limit('RolesPerAccount', state.quotas.roles)
      const fields = {
        ...readTrust(call, 'AssumeRolePolicyDocument'),
        boundary: requestedBoundary(call),
        tags: params.tags(),
        description: params.optional('Description', RULES.description) ?? '',
        maxSessionDuration: params.integer('MaxSessionDuration', 3600, 43_200) ?? 3600
      }
      const role: Role = {
        name,
        path,
        id: nextId(state, 'AROA'),
        created: call.now,
        inline: [],
        attached: [],
        ...fields
      }
      state.roles.set(name, role)
      const extra = { PermissionsBoundary: boundaryShape(role.boundary), Tags: tagShape(role.tags) }
      return { Role: { ...roleShape(state, role), ...extra } }
    }
  },
  GetRole: {
    kind: 'read',
    resource,
    run: (call) => {
      const role = namedRole(call)
      return {
        Role: {
          ...roleShape(call.state, role),
          PermissionsBoundary: boundaryShape(role.boundary),
          Tags: tagShape(role.tags),
          RoleLastUsed: roleUse(call.cloud, role)
        }
      }
    }
  },
  ListRoles: {
    kind: 'read',
    resource: (call) => `arn:aws:iam::${call.state.account}:role/`,
    run: (call) => {
      const prefix = call.params.optional('PathPrefix', RULES.pathPrefix) ?? '/'
      const roles = [...call.state.roles.values()].filter((one) => one.path.startsWith(prefix))
      const page = pageOf(
        sortedBy(roles, (one) => one.name),
        (one) => one.name,
        call
      )
      return { Roles: page.items.map((one) => roleShape(call.state, one)), ...pageFields(page) }
    }
  },
  UpdateRole: {
    kind: 'write',
    resource,
    run: (call) => {
      const description = call.params.optional('Description', RULES.description)
      const maxSessionDuration = call.params.integer('MaxSessionDuration', 3600, 43_200)
      change(call, {
        ...(description === null ? {} : { description }),
        ...(maxSessionDuration === null ? {} : { maxSessionDuration })
      })
      return {}
    }
  },
  UpdateAssumeRolePolicy: {
    kind: 'write',
    resource,
    run: (call) => {
      namedRole(call)
      return change(call, readTrust(call, 'PolicyDocument'))
    }
  },
  DeleteRole: {
    kind: 'write',
    resource,
    run: (call) => {
      const role = namedRole(call)
      checkModifiable('Role', role)
      const rest =
        role.attached.length > 0 ? 'detach all policies' : role.inline.length > 0 ? 'delete policies' : null
      if (rest !== null) throw new AwsError('DeleteConflict', `Cannot delete entity, must ${rest} first.`)
      call.state.roles.delete(role.name)
      return null
    }
  },
  PutRolePermissionsBoundary: {
    kind: 'write',
    resource,
    context: (call) => ({
      ...holderContext('Role', call),
      'iam:PermissionsBoundary': call.params.text('PermissionsBoundary', RULES.arn)
    }),
    run: (call) => {
      namedRole(call)
      call.params.text('PermissionsBoundary', RULES.arn)
      return change(call, { boundary: requestedBoundary(call) })
    }
  },
  DeleteRolePermissionsBoundary: {
    kind: 'write',
    resource,
    context: (call) => holderContext('Role', call),
    run: (call) => {
      const role = namedRole(call)
      if (role.boundary === null)
        throw new AwsError(
          'NoSuchEntity',
          `The role with name ${role.name} does not have a permissions boundary.`
        )
      return change(call, { boundary: null })
    }
  }
}
