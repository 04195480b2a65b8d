import type { Instant } from '../../book/instant.ts'

/** A user or role with what hangs on it, as IAM tells it (documents decoded). */
export interface PrincipalDetail {
  /** `user/alice`, `role/ci/billing-exporter`. */
  readonly principal: string
  readonly arn: string
  /** Unique id: another one after deletion and re-creation. */
  readonly id: string
  readonly inline: readonly { readonly name: string; readonly document: string }[]
  /** ARNs of attached managed policies. */
  readonly attached: readonly string[]
  /** Names; empty for roles. */
  readonly groups: readonly string[]
  /** ARN of the permissions boundary, null if there is none. */
  readonly boundary: string | null
  /** Who may assume it; null for users. */
  readonly trust: string | null
  /** Seconds; null for users, and where account details alone were read. */
  readonly maxSession: number | null
  /** When it was made, and when a role was last used; absent where it wasn't read. */
  readonly created?: Instant | null
  readonly lastUsed?: Instant | null
  /** Absent where they weren’t read. */
  readonly tags?: readonly { readonly key: string; readonly value: string }[]
}

/** A customer managed policy with all its versions. */
export interface PolicyDetail {
  readonly arn: string
  readonly name: string
  readonly path: string
  readonly defaultVersion: string
  /** Document null where it was not read. */
  readonly versions: readonly { readonly id: string; readonly document: string | null }[]
}

export interface GroupDetail {
  readonly name: string
  /** Absent where only its name was read. */
  readonly arn?: string
  readonly attached: readonly string[]
  readonly inline: readonly { readonly name: string; readonly document: string }[]
  /** Unique ids of everybody in it, sorted; absent where they were not read. */
  readonly members?: readonly string[]
}

/** One account as a bulk read showed it. */
export interface AccountDetail {
  readonly serverTime: Instant
  /** By name (`user/alice`). */
  readonly principals: ReadonlyMap<string, PrincipalDetail>
  readonly groups: ReadonlyMap<string, GroupDetail>
  /** By ARN. */
  readonly policies: ReadonlyMap<string, PolicyDetail>
  /** GetAccountSummary. */
  readonly summary: Readonly<Record<string, number>>
}
