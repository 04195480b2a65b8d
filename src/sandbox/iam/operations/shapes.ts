import { writeInstant } from '../../../book/instant.ts'
import { arnOf, nameInArn } from '../arn.ts'
import type { Cloud } from '../cloud.ts'
import type { Tag } from '../params.ts'
import type { AccountState, Group, Holder, Policy, Role, User } from '../state.ts'
import { storedTrust } from '../stored-trust.ts'
import { encodeDocument, type Answer } from '../xml.ts'

type Shape = Readonly<Record<string, Answer>>

/** Tags as IAM lists them; null (left out) if there are none. */
export function tagShape(tags: readonly Tag[]): Answer {
  return tags.length === 0 ? null : tags.map((tag) => ({ Key: tag.key, Value: tag.value }))
}

export function boundaryShape(boundary: string | null): Answer {
  return boundary === null ? null : { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: boundary }
}

/** As `ListUsers` gives it. `GetUser` adds boundary and tags. */
export function userShape(state: AccountState, user: User): Shape {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: arnOf(state.account, 'user', user),
    CreateDate: writeInstant(user.created)
  }
}

/** As `ListRoles` gives it. `GetRole` adds boundary, tags and last use. */
export function roleShape(state: AccountState, role: Role): Shape {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: arnOf(state.account, 'role', role),
    CreateDate: writeInstant(role.created),
    AssumeRolePolicyDocument: encodeDocument(storedTrust(state, role)),
    Description: role.description === '' ? null : role.description,
    MaxSessionDuration: role.maxSessionDuration
  }
}

export function groupShape(state: AccountState, group: Group): Shape {
  return {
    Path: group.path,
    GroupName: group.name,
    GroupId: group.id,
    Arn: arnOf(state.account, 'group', group),
    CreateDate: writeInstant(group.created)
  }
}

/** Empty if the role was never used. */
export function roleUse(cloud: Cloud, role: Role): Shape {
  const use = cloud.lastUse.get(role.id)
  return use ? { LastUsedDate: writeInstant(use.at), Region: use.region } : {}
}

/** How often managed policies are attached and how often they serve as a boundary, by ARN. */
export interface Usage {
  readonly attached: ReadonlyMap<string, number>
  readonly boundaries: ReadonlyMap<string, number>
}

function count(map: Map<string, number>, arn: string): void {
  map.set(arn, (map.get(arn) ?? 0) + 1)
}

/** Counts the use of every managed policy, in one pass over the account. */
export function usageOf(state: AccountState): Usage {
  const attached = new Map<string, number>()
  const boundaries = new Map<string, number>()
  const holders: readonly ReadonlyMap<string, Holder>[] = [state.users, state.roles, state.groups]
  for (const map of holders)
    for (const one of map.values()) for (const arn of one.attached) count(attached, arn)
  for (const user of state.users.values()) if (user.boundary !== null) count(boundaries, user.boundary)
  for (const role of state.roles.values()) if (role.boundary !== null) count(boundaries, role.boundary)
  return { attached, boundaries }
}

/** As `ListPolicies` gives it. `GetPolicy` adds description and tags. */
export function policyShape(policy: Policy, usage: Usage): Shape {
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersion,
    AttachmentCount: usage.attached.get(policy.arn) ?? 0,
    PermissionsBoundaryUsageCount: usage.boundaries.get(policy.arn) ?? 0,
    IsAttachable: true,
    CreateDate: writeInstant(policy.created),
    UpdateDate: writeInstant(policy.updated)
  }
}

export function attachedShape(arns: readonly string[]): Answer {
  return arns.map((arn) => ({ PolicyName: nameInArn(arn), PolicyArn: arn }))
}
