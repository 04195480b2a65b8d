import type { Explained, ExplainedAccount } from '../../../connectors/connector.ts'
import { outsidePath } from '../../../nightly/outside.ts'
import type { SystemDesire } from '../../../plan/desired.ts'
import type { Sight } from './sight.ts'

/** What files and evidence explain of one system: whatever isn't here is found as access outside. */
export function explainedBy(
  { book, ledger }: Pick<Sight, 'book' | 'ledger'>,
  system: string,
  { core, context }: SystemDesire
): Explained {
  const accounts = new Map<string, ExplainedAccount>()
  const take = (account: unknown, runs: ExplainedAccount['runs']): void => {
    if (account === undefined || core.checkAccount(account, context).length > 0) return
    accounts.set(core.principalOf(account), { runs })
  }
  for (const { data } of book.people.values()) take(ownOf(data.accounts, system), null)
  for (const { data } of book.workloads.values()) take(ownOf(data.accounts, system), data.runs)
  const targets = [...book.entitlements.values()].flatMap((entry) => {
    const { target } = entry.data
    const valid =
      entry.system === system && target !== undefined && core.checkTarget(target, context).length === 0
    return valid ? [target] : []
  })
  const owned = new Map<string, Set<string>>()
  for (const list of ledger.standing.get(system)?.values() ?? []) {
    for (const { principal, pieces } of list) {
      const known = owned.get(principal) ?? new Set<string>()
      for (const { id, enforcement } of pieces) if (enforcement === 'job') known.add(id)
      owned.set(principal, known)
    }
  }
  return {
    accounts,
    targets,
    owned,
    onFile: (principal, item) => {
      const kinds = ['user', 'role', 'group', 'provider', 'account'] as const
      const name = principal.split(':').slice(5).join(':')
      return kinds.some((kind) =>
        (ledger.discovered.get(outsidePath(system, { kind, name, principal })) ?? []).some(
          ({ id, digest }) => id === item.id && digest === item.digest
        )
      )
    }
  }
}

function ownOf(accounts: Readonly<Record<string, unknown>> | undefined, system: string): unknown {
  return accounts && Object.hasOwn(accounts, system) ? accounts[system] : undefined
}
