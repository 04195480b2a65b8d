import { append } from '../book/append.ts'
import type { Grant } from '../book/book.ts'
import type { Resolved } from '../book/bundles.ts'
import { subjectOf } from '../book/effective.ts'
import type { Window } from '../book/window.ts'
import type { Desire, Fault } from './desired.ts'
import { hold } from './hold.ts'
import { LeanDesire, type Held } from './lean-desire.ts'
import type { OpenSystem } from './systems.ts'
import type { Capped, Judged } from './wish.ts'

/**
 * What a grant asks of each system that its entitlement leads to. It is held back whole if any of them can't be reached or
 * its subject's account there can't hold the target.
 */
export function compileGrant(
  grant: Grant,
  window: Window,
  entries: Resolved['targets'],
  wish: Capped,
  open: ReadonlyMap<string, OpenSystem>
): Judged {
  const accounts = subjectOf(wish.book, grant.subject)?.entry.data.accounts
  const desires: Desire[] = []
  for (const [id, held] of heldBySystem(entries)) {
    const system = open.get(id)
    if (!system) return hold(grant, wish, { code: 'system-closed', why: `System "${id}" can’t be reached.` })
    if (system.fault) return hold(grant, wish, system.fault)
    const account = accounts && Object.hasOwn(accounts, id) ? accounts[id] : undefined
    const fault = account ? accountFault(system, account, held) : noAccount(grant.subject, id)
    if (fault) return hold(grant, wish, fault)
    desires.push(new LeanDesire(grant, system.core.principalOf(account), window, system, held))
  }
  return { is: 'wanted', desires }
}

const bySystem = new WeakMap<Resolved['targets'], ReadonlyMap<string, readonly Held[]>>()

/** What an entitlement leads to, by system: worked out once for all who hold it. */
function heldBySystem(entries: Resolved['targets']): ReadonlyMap<string, readonly Held[]> {
  let found = bySystem.get(entries)
  if (!found) {
    const held = new Map<string, Held[]>()
    for (const { system, name, data } of entries)
      append(held, system, { entitlement: name, target: data.target })
    bySystem.set(entries, (found = held))
  }
  return found
}

function noAccount(subject: string, system: string): Fault {
  return {
    code: 'account-missing',
    why: `"${subject}" has no account in "${system}". Add it to the subject’s file under "accounts".`
  }
}

function accountFault(
  { core, context }: OpenSystem,
  account: unknown,
  holdings: readonly Held[]
): Fault | null {
  const [problem] = core.checkAccount(account, context)
  if (problem) return { code: 'account-invalid', why: problem.message }
  for (const { target } of holdings) {
    const [wrong] = core.checkTarget(target, context)
    if (wrong) return { code: 'target-invalid', why: wrong.message }
    const mismatch = core.mismatch(target, account)
    if (mismatch) return { code: 'target-mismatch', why: mismatch.message }
  }
  return null
}
