import type { EntitlementEntry, Entry } from '../book/book.ts'
import type { Person } from '../book/kinds/person.ts'
import type { Workload } from '../book/kinds/workload.ts'
import type { CheckContext } from './context.ts'

/** A valid account of somebody in a system. */
export interface Account {
  readonly system: string
  /** As the file says it. */
  readonly value: unknown
  /** As the connector names it: `user/alice`. */
  readonly principal: string
}

export type Holder = Entry<Person | Workload>

/** What connectors said of accounts and targets: asked once each, however many grants there are. */
export interface Judged {
  readonly accounts: Map<Holder, Map<string, Account | null>>
  readonly targets: Map<EntitlementEntry, boolean>
}

/** Valid accounts of one person or workload; what isn't valid is another check's finding. */
export function accountsOf(context: CheckContext, holder: Holder): readonly Account[] {
  return Object.keys(holder.data.accounts ?? {}).flatMap((system) => accountIn(context, holder, system) ?? [])
}

/** The account in one system; null if there is none, or none that is valid. */
export function accountIn(context: CheckContext, holder: Holder, system: string): Account | null {
  const { accounts } = context.judged
  let known = accounts.get(holder)
  if (!known) accounts.set(holder, (known = new Map()))
  let account = known.get(system)
  if (account === undefined) known.set(system, (account = judgeAccount(context, holder, system)))
  return account
}

function judgeAccount(context: CheckContext, holder: Holder, system: string): Account | null {
  const { accounts } = holder.data
  if (!accounts || !Object.hasOwn(accounts, system)) return null
  const connection = context.connected(system)
  const value = accounts[system]
  if (!connection || connection.core.checkAccount(value, connection.system).length > 0) return null
  return { system, value, principal: connection.core.principalOf(value) }
}

/** Whether an entitlement has a target that its system's connector accepts. */
export function hasValidTarget(context: CheckContext, entitlement: EntitlementEntry): boolean {
  const { targets } = context.judged
  let valid = targets.get(entitlement)
  if (valid === undefined) {
    const connection = context.connected(entitlement.system)
    const { target } = entitlement.data
    valid =
      connection !== null &&
      target !== undefined &&
      connection.core.checkTarget(target, connection.system).length === 0
    targets.set(entitlement, valid)
  }
  return valid
}
