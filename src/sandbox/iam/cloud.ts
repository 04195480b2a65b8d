import type { Instant } from '../../book/instant.ts'
import type { SandboxClock } from '../clock.ts'
import type { RoleSession } from './caller.ts'
import type { AccountState } from './state.ts'
import type { TrailEvent } from './trail-event.ts'

/** When and for what a key or role was used last. */
export interface LastUse {
  readonly at: Instant
  readonly service: string
  readonly region: string
}

/** All accounts behind one endpoint. */
export interface Cloud {
  readonly accounts: Map<string, AccountState>
  readonly clock: SandboxClock
  /** By access key id. */
  readonly sessions: Map<string, RoleSession>
  /** Accounts by the access key of their root user. */
  readonly roots: ReadonlyMap<string, string>
  /** By access key id, and by unique id of a role. */
  readonly lastUse: Map<string, LastUse>
  /** The last credential report of each account. */
  readonly reports: Map<string, { readonly at: Instant; readonly content: string }>
  readonly trail: TrailEvent[]
}

/** The account that a caller belongs to. */
export function accountOf(cloud: Cloud, account: string): AccountState {
  const state = cloud.accounts.get(account)
  if (!state) throw new RangeError(`The sandbox has no account ${account}`)
  return state
}
