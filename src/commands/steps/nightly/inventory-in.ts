import { readDuration } from '../../../book/duration.ts'
import type { OutsidePrincipal } from '../../../connectors/connector.ts'
import { holdersOf, inventoryOf } from '../../../nightly/inventory.ts'
import type { SystemDesire } from '../../../plan/desired.ts'
import type { ShownInventory } from '../../../render/nightly/inventory.ts'
import type { Sight } from './sight.ts'

/** Every key and password of a system by what was found there, and how workloads that have some could do without. */
export function inventoryIn(
  system: string,
  { core, context }: Pick<SystemDesire, 'core' | 'context'>,
  { book, settings, now }: Pick<Sight, 'book' | 'settings' | 'now'>,
  found: readonly OutsidePrincipal[]
): ShownInventory {
  const holders = holdersOf(book, system, (account) =>
    core.checkAccount(account, context).length > 0 ? null : core.principalOf(account)
  )
  const credentials = inventoryOf(found, holders, readDuration(settings.keys.maxAge) ?? 0, now)
  const workloads = new Set(
    credentials.flatMap(({ holder }) => (holder?.kind === 'workload' ? [holder.id] : []))
  )
  const ways = [...workloads].toSorted().flatMap((id) => {
    const runs = book.workloads.get(id)?.data.runs
    return runs && core.shortLived ? [[id, core.shortLived(runs, context)] as const] : []
  })
  return { credentials, ways: new Map(ways) }
}
