import type { Live } from '../connectors/connector.ts'
import type { Intent } from './ledger.ts'
import type { SystemPlan } from './plan.ts'

/** Memberships that following a plan will add: they can't carry our name, so evidence must know of them first. */
export function intentsOf(plan: SystemPlan, live: Live): readonly Intent[] {
  return plan.changes
    .concat(plan.drift ?? [])
    .flatMap(({ grant, principal, system, pieces }): readonly Intent[] => {
      const principalId = live.principals.get(principal ?? '')?.principalId
      if (grant === null || principal === null || principalId === undefined) return []
      const there = new Set(pieces.before.map(({ id }) => id))
      const added = pieces.after.filter(({ id, enforcement }) => enforcement === 'job' && !there.has(id))
      return added.length === 0 ? [] : [{ grant, system, principal, principalId, pieces: added }]
    })
}
