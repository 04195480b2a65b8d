import type { Instant } from '../../book/instant.ts'
import { uniqueId, type IdKind } from './ids.ts'
import type { Tag } from './params.ts'
import type { Quotas } from './quotas.ts'

// Entities are immutable: a write puts a new one in the place of the old. So a copy of the maps is a copy of the
// account, which makes snapshots, restores and stale reads cheap.

/** An inline policy as it was written, byte for byte. */
export interface InlinePolicy {
  readonly name: string
  readonly document: string
}

/** What users, roles and groups share. */
export interface Holder {
  readonly name: string
  readonly path: string
  /** `AIDA…`, `AROA…`, `AGPA…`: changes when the entity is deleted and made again. */
  readonly id: string
  readonly created: Instant
  readonly inline: readonly InlinePolicy[]
  /** ARNs of managed policies, in the order in which they were attached. */
  readonly attached: readonly string[]
}

export interface AccessKey {
  readonly id: string
  readonly status: 'Active' | 'Inactive'
  readonly created: Instant
}

export interface User extends Holder {
  readonly boundary: string | null
  readonly tags: readonly Tag[]
  /** Names of groups, in the order in which the user joined. */
  readonly groups: readonly string[]
  readonly keys: readonly AccessKey[]
  readonly login: { readonly created: Instant; readonly resetRequired: boolean } | null
  readonly mfa: readonly { readonly serial: string; readonly enabled: Instant }[]
}

export interface Role extends Holder {
  readonly boundary: string | null
  readonly tags: readonly Tag[]
  readonly description: string
  /** Seconds. */
  readonly maxSessionDuration: number
  readonly trust: string
  /** Unique ids of the principals that the trust names, by ARN: the name alone isn't trusted. */
  readonly trusted: Readonly<Record<string, string>>
}

export type Group = Holder

export interface PolicyVersion {
  readonly id: string
  readonly document: string
  readonly created: Instant
}

export interface Policy {
  readonly name: string
  readonly path: string
  readonly id: string
  readonly arn: string
  readonly description: string
  readonly created: Instant
  readonly updated: Instant
  readonly tags: readonly Tag[]
  readonly versions: readonly PolicyVersion[]
  readonly defaultVersion: string
  /** Number of the next version: deleted numbers never come back. */
  readonly next: number
}

export interface SamlProvider {
  readonly arn: string
  readonly metadata: string
  readonly created: Instant
  readonly tags: readonly Tag[]
}

export interface OidcProvider {
  readonly arn: string
  readonly url: string
  readonly clients: readonly string[]
  readonly thumbprints: readonly string[]
  readonly created: Instant
  readonly tags: readonly Tag[]
}

/** One account. Maps are keyed by name, those of policies and providers by ARN. */
export interface AccountState {
  readonly account: string
  readonly alias: string | null
  readonly quotas: Quotas
  /** How many ids were given out: each new one differs from all before. */
  counter: number
  readonly users: Map<string, User>
  readonly roles: Map<string, Role>
  readonly groups: Map<string, Group>
  readonly policies: Map<string, Policy>
  readonly saml: Map<string, SamlProvider>
  readonly oidc: Map<string, OidcProvider>
  /** Names of users by their access keys. */
  readonly keyOwners: Map<string, string>
}

/** An account without entities. */
export function emptyAccount(account: string, alias: string | null, quotas: Quotas): AccountState {
  return {
    account,
    alias,
    quotas,
    counter: 0,
    users: new Map(),
    roles: new Map(),
    groups: new Map(),
    policies: new Map(),
    saml: new Map(),
    oidc: new Map(),
    keyOwners: new Map()
  }
}

/** The next unique id of its kind. */
export function nextId(state: AccountState, kind: IdKind): string {
  state.counter += 1
  return uniqueId(kind, state.account, state.counter)
}

/** A copy that no later write changes. */
export function copyAccount(state: AccountState): AccountState {
  return {
    ...state,
    users: new Map(state.users),
    roles: new Map(state.roles),
    groups: new Map(state.groups),
    policies: new Map(state.policies),
    saml: new Map(state.saml),
    oidc: new Map(state.oidc),
    keyOwners: new Map(state.keyOwners)
  }
}

/** The list with one item of the same name replaced or appended. */
export function withInline(list: readonly InlinePolicy[], item: InlinePolicy): readonly InlinePolicy[] {
  const at = list.findIndex((one) => one.name === item.name)
  return at < 0 ? [...list, item] : list.with(at, item)
}
