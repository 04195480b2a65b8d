import { arnOf } from '../arn.ts'
import type { ContextEntries } from '../authorise.ts'
import { tagEntries } from '../authorise.ts'
import { AwsError, noSuch } from '../error.ts'
import type { Call } from '../operation.ts'
import { RULES, type TextRule } from '../params.ts'
import type { Quotas } from '../quotas.ts'
import type { AccountState, Group, Holder, Role, User } from '../state.ts'

/** The three kinds of entities that hold policies. */
export type HolderKind = 'User' | 'Role' | 'Group'

/** How the kinds differ where the same operations exist for all of them. */
export const HOLDERS = {
  User: {
    field: 'UserName',
    rule: RULES.anyUserName,
    path: 'user',
    what: 'user',
    inline: 'userInline',
    plural: 'PoliciesPerUser'
  },
  Role: {
    field: 'RoleName',
    rule: RULES.roleName,
    path: 'role',
    what: 'role',
    inline: 'roleInline',
    plural: 'PoliciesPerRole'
  },
  Group: {
    field: 'GroupName',
    rule: RULES.groupName,
    path: 'group',
    what: 'group',
    inline: 'groupInline',
    plural: 'PoliciesPerGroup'
  }
} as const satisfies Record<
  HolderKind,
  {
    field: string
    rule: TextRule
    path: 'user' | 'role' | 'group'
    what: string
    inline: keyof Quotas
    plural: string
  }
>

/** The entity that a request names. */
export function holderName(kind: HolderKind, call: Call): string {
  return call.params.text(HOLDERS[kind].field, HOLDERS[kind].rule)
}

/** Throws `NoSuchEntity`. Names are looked up exactly, though two may not differ in case alone. */
export function findHolder(state: AccountState, kind: HolderKind, name: string): User | Role | Group {
  const map: ReadonlyMap<string, User | Role | Group> =
    kind === 'User' ? state.users : kind === 'Role' ? state.roles : state.groups
  const found = map.get(name)
  if (!found) throw noSuch(HOLDERS[kind].what, name)
  return found
}

/** ARN to authorise on, also where the entity doesn't exist: `NoSuchEntity` is only told to who may ask. */
export function holderArn(kind: HolderKind, call: Call): string {
  const name = holderName(kind, call)
  const map: ReadonlyMap<string, Holder> =
    kind === 'User' ? call.state.users : kind === 'Role' ? call.state.roles : call.state.groups
  return arnOf(call.state.account, HOLDERS[kind].path, map.get(name) ?? { path: '/', name })
}

/** `iam:PermissionsBoundary` as it stands on the user or role, and its tags. */
export function holderContext(kind: HolderKind, call: Call): ContextEntries {
  if (kind === 'Group') return {}
  const name = holderName(kind, call)
  const found = kind === 'User' ? call.state.users.get(name) : call.state.roles.get(name)
  if (!found) return {}
  return {
    ...(found.boundary === null ? {} : { 'iam:PermissionsBoundary': found.boundary }),
    ...tagEntries('aws:ResourceTag', found.tags),
    ...tagEntries('iam:ResourceTag', found.tags)
  }
}

/** Puts changed policies on an entity. */
export function changeHolder(
  state: AccountState,
  kind: HolderKind,
  name: string,
  change: Partial<Pick<Holder, 'inline' | 'attached'>>
): void {
  const { groups, roles, users } = state
  const [user, role, group] = [users.get(name), roles.get(name), groups.get(name)]
  if (kind === 'User' && user) users.set(name, { ...user, ...change })
  if (kind === 'Role' && role) roles.set(name, { ...role, ...change })
  if (kind === 'Group' && group) groups.set(name, { ...group, ...change })
}

/** Roles of AWS's own services can't be changed by the account. */
export function checkModifiable(kind: HolderKind, holder: Holder): void {
  if (kind !== 'Role' || !/^\/aws-(?:service-role|reserved)\//u.test(holder.path)) return
  throw new AwsError(
    'UnmodifiableEntity',
    `Cannot perform the operation on the protected role '${holder.name}' - this role is only modifiable by AWS`
  )
}

/** Throws `EntityAlreadyExists`: names are unique without regard to case. */
export function checkFree(
  map: ReadonlyMap<string, unknown>,
  what: string,
  name: string,
  except: string | null = null
): void {
  if (map.has(name) && name !== except) throw taken(what, name)
  const lower = name.toLowerCase()
  for (const other of map.keys())
    if (other.toLowerCase() === lower && other !== except) throw taken(what, name)
}

function taken(what: string, name: string): AwsError {
  return new AwsError('EntityAlreadyExists', `${what} with name ${name} already exists.`)
}
