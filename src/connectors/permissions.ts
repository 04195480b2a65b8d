// What access means in the terms of the system that gives it.

/** One statement of a policy as its system evaluates it, in the form of AWS IAM. */
export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny'
  /** Null where the statement has `NotAction` instead. */
  readonly actions: readonly string[] | null
  readonly notActions: readonly string[]
  /** Null where the statement has `NotResource` instead. */
  readonly resources: readonly string[] | null
  readonly notResources: readonly string[]
  /** Operator → key → values. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/** What holding a target lets somebody do, as far as the target itself says it. */
export interface Conferral {
  readonly statements: readonly PolicyStatement[]
  /** Names (ARNs) of roles that it lets somebody assume. */
  readonly assumes: readonly string[]
  /** Groups that it makes somebody a member of. */
  readonly groups: readonly string[]
}

/** Policies of one principal or group that aren't ours, as a live read showed them. */
export interface KnownPolicies {
  readonly sources: readonly { readonly what: string; readonly statements: readonly PolicyStatement[] }[]
  /** What of them could not be read, in words. */
  readonly unread: readonly string[]
}

/** What a live read knows of somebody's permissions beside our grants. */
export interface KnownPrincipal extends KnownPolicies {
  /** Null: there is no permissions boundary. */
  readonly boundary: readonly PolicyStatement[] | null | 'unread'
  /** Whether its trust admits a principal (an ARN); null: can't tell. */
  readonly trusts: (principal: string) => boolean | null
}

/** All permissions of one system as a live read showed them. */
export interface Documents {
  /** By ARN; null: there is none. */
  readonly principal: (arn: string) => KnownPrincipal | null
  /** By name; null: there is none. */
  readonly group: (name: string) => KnownPolicies | null
  /** ARNs of all roles. */
  readonly roles: readonly string[]
}
