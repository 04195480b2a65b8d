/** Words of one statement: what it names, or with `not` everything else. */
export interface Patterns {
  readonly not: boolean
  readonly patterns: readonly string[]
}

/** A principal of a trust. */
export interface PrincipalEntry {
  readonly kind: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser'
  readonly value: string
}

/** One test of a `Condition`: operator × key × values. */
export interface ConditionTest {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

export interface Statement {
  readonly sid: string | null
  readonly effect: 'Allow' | 'Deny'
  readonly actions: Patterns
  /** Null in a trust: its resource is the role. */
  readonly resources: Patterns | null
  /** Null in an identity policy. */
  readonly principals: { readonly not: boolean; readonly entries: readonly PrincipalEntry[] } | null
  readonly conditions: readonly ConditionTest[]
}

/** A policy that passed IAM's validation. */
export interface PolicyDocument {
  /** Variables (`${aws:username}`) work only in 2012-10-17. */
  readonly version: '2008-10-17' | '2012-10-17'
  readonly statements: readonly Statement[]
}
