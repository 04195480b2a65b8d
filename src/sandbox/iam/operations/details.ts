import { AWS_POLICIES } from '../managed.ts'
import { AwsError } from '../error.ts'
import { everything, type Call, type Operations } from '../operation.ts'
import { pageFields, pageOf } from '../paging.ts'
import type { Group, Holder, Policy, Role, User } from '../state.ts'
import { sortedBy } from '../snapshot.ts'
import { encodeDocument, type Answer } from '../xml.ts'
import {
  attachedShape,
  boundaryShape,
  groupShape,
  policyShape,
  roleShape,
  roleUse,
  tagShape,
  usageOf,
  userShape
} from './shapes.ts'
import { versionShapes } from './versions.ts'

type Item =
  | { readonly kind: 'User'; readonly one: User }
  | { readonly kind: 'Group'; readonly one: Group }
  | { readonly kind: 'Role'; readonly one: Role }
  | { readonly kind: 'Policy'; readonly one: Policy }

const FILTERS = new Set(['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'])

function inlineShape(holder: Holder): Answer {
  return holder.inline.map((one) => ({ PolicyName: one.name, PolicyDocument: encodeDocument(one.document) }))
}

function userDetail(call: Call, user: User): Answer {
  return {
    ...userShape(call.state, user),
    UserPolicyList: user.inline.length > 0 ? inlineShape(user) : null,
    GroupList: user.groups,
    AttachedManagedPolicies: attachedShape(user.attached),
    PermissionsBoundary: boundaryShape(user.boundary),
    Tags: tagShape(user.tags)
  }
}

/** Unlike `ListRoles` it tells neither description nor `MaxSessionDuration`. */
function roleDetail(call: Call, role: Role): Answer {
  return {
    ...roleShape(call.state, role),
    Description: null,
    MaxSessionDuration: null,
    InstanceProfileList: [],
    RolePolicyList: inlineShape(role),
    AttachedManagedPolicies: attachedShape(role.attached),
    PermissionsBoundary: boundaryShape(role.boundary),
    Tags: tagShape(role.tags),
    RoleLastUsed: roleUse(call.cloud, role)
  }
}

function groupDetail(call: Call, group: Group): Answer {
  return {
    ...groupShape(call.state, group),
    GroupPolicyList: inlineShape(group),
    AttachedManagedPolicies: attachedShape(group.attached)
  }
}

function byName<T extends { readonly name: string }>(map: ReadonlyMap<string, T>): T[] {
  return sortedBy(map.values(), (one) => one.name)
}

function items(call: Call, wanted: ReadonlySet<string>): readonly Item[] {
  const { groups, policies, roles, users } = call.state
  const has = (filter: string): boolean => wanted.size === 0 || wanted.has(filter)
  return [
    ...(has('User') ? byName(users).map((one): Item => ({ kind: 'User', one })) : []),
    ...(has('Group') ? byName(groups).map((one): Item => ({ kind: 'Group', one })) : []),
    ...(has('Role') ? byName(roles).map((one): Item => ({ kind: 'Role', one })) : []),
    ...(has('LocalManagedPolicy')
      ? sortedBy(policies.values(), (one) => one.arn).map((one): Item => ({ kind: 'Policy', one }))
      : []),
    ...(has('AWSManagedPolicy')
      ? sortedBy(AWS_POLICIES.values(), (one) => one.arn).map((one): Item => ({ kind: 'Policy', one }))
      : [])
  ]
}

const ORDER = { User: 1, Group: 2, Role: 3, Policy: 4 } as const

// Numbered so that code-unit order is the order of the listing, AWS's policies last.
function position(item: Item): string {
  if (item.kind !== 'Policy') return `${ORDER[item.kind]} ${item.one.name}`
  return `${AWS_POLICIES.has(item.one.arn) ? 5 : ORDER.Policy} ${item.one.arn}`
}

function policyDetails(call: Call, found: readonly Policy[]): readonly Answer[] {
  if (found.length === 0) return []
  const usage = usageOf(call.state)
  return found.map((policy) => ({
    ...policyShape(policy, usage),
    Description: policy.description === '' ? null : policy.description,
    PolicyVersionList: versionShapes(policy)
  }))
}

/** The whole account in pages. No tags on managed policies, no session lengths: IAM's own answer lacks them too. */
export const detailOperations: Operations = {
  GetAccountAuthorizationDetails: {
    kind: 'read',
    resource: everything,
    run: (call) => {
      const wanted = new Set(call.params.list('Filter'))
      for (const filter of wanted) {
        if (!FILTERS.has(filter))
          throw new AwsError(
            'ValidationError',
            `Value '${filter}' at 'filter' failed to satisfy constraint: Member must satisfy enum value set: [User, Role, Group, LocalManagedPolicy, AWSManagedPolicy]`
          )
      }
      const page = pageOf(items(call, wanted), position, call)
      const policies: Policy[] = []
      const lists: { User: Answer[]; Group: Answer[]; Role: Answer[] } = { User: [], Group: [], Role: [] }
      for (const item of page.items) {
        if (item.kind === 'User') lists.User.push(userDetail(call, item.one))
        else if (item.kind === 'Group') lists.Group.push(groupDetail(call, item.one))
        else if (item.kind === 'Role') lists.Role.push(roleDetail(call, item.one))
        else policies.push(item.one)
      }
      return {
        UserDetailList: lists.User,
        GroupDetailList: lists.Group,
        RoleDetailList: lists.Role,
        Policies: policyDetails(call, policies),
        ...pageFields(page)
      }
    }
  }
}
