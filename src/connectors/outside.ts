import type { Instant } from '../book/instant.ts'

/** One thing found in a system that no grant explains. */
export interface OutsideItem {
  /**
   * Stable within its principal, whatever is changed about the thing: `attached:arn:…`, `inline:NAME`, `member:GROUP`,
   * `key:AKIA…`, `login`, `mfa-missing`, `trust:WHO`, `trust`, `reach:arn:…`, `provider:NAME`, `principal`. Printable ASCII.
   */
  readonly id: string
  /** The same in the system's own words, on one line. */
  readonly what: string
  /** `sha256:` and 64 hex digits of exactly what was found: equal if and only if the thing is, however it is written. */
  readonly digest: string
  /** Who made it (an ARN), if the system tells. */
  readonly by: string | null
  /** When it was made, if the system tells. */
  readonly since: Instant | null
  /** When it was last used, if the system tells. */
  readonly lastUsed: Instant | null
  /** `administrator`: whoever has it can give himself anything. */
  readonly severity: 'administrator' | 'ordinary'
  /** Whether `Session.remediate` would take it away. */
  readonly removable: boolean
  /** Why it is never taken away automatically; null if it may be. */
  readonly why: string | null
  /** The target of an entitlement that would give just this; null: no target can say it. */
  readonly gives: unknown
}

/** A principal of a system with what was found on it. Items are sorted by id, each id stands once. */
export interface OutsidePrincipal {
  /** The system's own name: an ARN. */
  readonly principal: string
  readonly kind: 'user' | 'role' | 'group' | 'provider' | 'account'
  /** For people: `user/mallory`. */
  readonly name: string
  /** The id that stays when it is renamed and changes when it is made again; null where the system doesn't tell. */
  readonly principalId: string | null
  readonly items: readonly OutsideItem[]
}

/** What files and evidence explain of one system. Whatever is missing here is found as access outside. */
export interface Explained {
  /** Every account of the system that a person's or workload's file names, by `principalOf`. */
  readonly accounts: ReadonlyMap<string, ExplainedAccount>
  /** Valid targets of all entitlements of the system. */
  readonly targets: readonly unknown[]
  /** Memberships that evidence says are ours, as in `Goal.owned`, by `principalOf`. */
  readonly owned: ReadonlyMap<string, ReadonlySet<string>>
  /** Whether exactly this stands on file already: who made it isn't asked again. */
  readonly onFile: (principal: string, item: Pick<OutsideItem, 'id' | 'digest'>) => boolean
}

/** What a file says of an account. */
export interface ExplainedAccount {
  /** Where a workload runs, as its file says; null for people. */
  readonly runs: readonly { readonly kind: string; readonly ref: string }[] | null
}

/** All access of a system that nothing explains. */
export interface Outside {
  /** Sorted by principal, each with at least one item. */
  readonly found: readonly OutsidePrincipal[]
  /**
   * What could not be read, in words. `ids`: beginnings of ids of items that may be missing for that reason, so that their
   * absence proves nothing; empty where only `by` and `since` are.
   */
  readonly unread: readonly { readonly ids: readonly string[]; readonly why: string }[]
}

/** What became of one item that was to be taken away. */
export interface Removal {
  readonly id: string
  /** `removed`: live state shows it gone. `kept`: it was left alone. `failed`: the system refused, or still shows it. */
  readonly state: 'removed' | 'kept' | 'failed'
  /** Null where there is nothing to add. */
  readonly why: string | null
  /** What `Session.restore` needs to put it back; null where nothing was taken away or it can't be put back. */
  readonly saved: unknown
}

/** What became of something that was to be put back. */
export interface Restoration {
  readonly id: string
  readonly state: 'restored' | 'kept' | 'failed'
  readonly why: string | null
}
