import type { EntitlementEntry } from '../book/book.ts'
import type { CheckContext } from './context.ts'
import type { Account, Holder, JudgedAccount } from './judged.ts'

/** Valid accounts of one person or workload; what isn't valid is another check's finding. */
export function accountsOf(context: CheckContext, holder: Holder): readonly Account[] {
  const found: Account[] = []
  for (const system of Object.keys(holder.data.accounts ?? {})) {
    const account = accountIn(context, holder, system)
    if (account) found.push(account)
  }
  return found
}

/** The account in one system; null if there is none, or none that is valid. */
export function accountIn(context: CheckContext, holder: Holder, system: string): Account | null {
  return judgedAccount(context, holder, system)?.account ?? null
}

/** The same with what is wrong with it; null if there is none, or nobody who could judge it. */
export function judgedAccount(context: CheckContext, holder: Holder, system: string): JudgedAccount | null {
  const { accounts } = context.judged
  let known = accounts.get(holder)
  if (!known) accounts.set(holder, (known = new Map()))
  let judged = known.get(system)
  if (judged === undefined) known.set(system, (judged = judge(context, holder, system)))
  return judged
}

function judge(context: CheckContext, holder: Holder, system: string): JudgedAccount | null {
  const { accounts } = holder.data
  const connection = accounts && Object.hasOwn(accounts, system) ? context.connected(system) : null
  if (!accounts || !connection) return null
  const value = accounts[system]
  const problems = connection.core.checkAccount(value, connection.system)
  if (problems.length > 0) return { account: null, problems }
  const { core } = connection
  const [principal, unique] = [core.principalOf(value), core.uniqueNameOf(value)]
  return { account: { system, value, principal, unique }, problems: [] }
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
