import {
  emptyAccount,
  type AccountState,
  type Group,
  type OidcProvider,
  type Policy,
  type Role,
  type SamlProvider,
  type User
} from './state.ts'

/**
 * Everything that stands in one account, as plain JSON-able values, each list sorted by name or ARN. Use of keys,
 * sessions and CloudTrail's record are not part of it. Values are immutable: no later write changes them.
 */
export interface AccountSnapshot {
  readonly account: string
  readonly counter: number
  readonly users: readonly User[]
  readonly roles: readonly Role[]
  readonly groups: readonly Group[]
  readonly policies: readonly Policy[]
  readonly saml: readonly SamlProvider[]
  readonly oidc: readonly OidcProvider[]
}

/** Sorts by code unit. */
export function sortedBy<T>(items: Iterable<T>, key: (item: T) => string): T[] {
  return [...items]
    .map((item) => ({ item, at: key(item) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((one) => one.item)
}

/** Takes a snapshot. */
export function takeSnapshot(state: AccountState): AccountSnapshot {
  return {
    account: state.account,
    counter: state.counter,
    users: sortedBy(state.users.values(), (one) => one.name),
    roles: sortedBy(state.roles.values(), (one) => one.name),
    groups: sortedBy(state.groups.values(), (one) => one.name),
    policies: sortedBy(state.policies.values(), (one) => one.arn),
    saml: sortedBy(state.saml.values(), (one) => one.arn),
    oidc: sortedBy(state.oidc.values(), (one) => one.arn)
  }
}

/** The account as it was; alias and quotas stay those of `now`. */
export function fromSnapshot(now: AccountState, snapshot: AccountSnapshot): AccountState {
  const state = emptyAccount(now.account, now.alias, now.quotas)
  state.counter = snapshot.counter
  for (const user of snapshot.users) {
    state.users.set(user.name, user)
    for (const key of user.keys) state.keyOwners.set(key.id, user.name)
  }
  for (const role of snapshot.roles) state.roles.set(role.name, role)
  for (const group of snapshot.groups) state.groups.set(group.name, group)
  for (const policy of snapshot.policies) state.policies.set(policy.arn, policy)
  for (const provider of snapshot.saml) state.saml.set(provider.arn, provider)
  for (const provider of snapshot.oidc) state.oidc.set(provider.arn, provider)
  return state
}
