import type { Desired } from './desired.ts'
import { EVIDENCE_UNREADABLE } from './desired.ts'
import type { Refused } from './plan.ts'

/** Grants that could be judged before a change, or said something else, and can't be after it. */
export function refusedBetween(before: Desired, after: Desired): readonly Refused[] {
  return frozenAsRefused(after).filter(({ grant, code }) => {
    const [old, now] = [before.frozen.get(grant), after.frozen.get(grant)]
    return old?.code !== code || old.blob !== now?.blob
  })
}

/** Every grant that can't be judged, sorted by path. */
export function frozenAsRefused({ frozen }: Desired): readonly Refused[] {
  return [...frozen.values()]
    .map(({ grant, system, code, why }): Refused => {
      return { grant, system, code, why, state: code === EVIDENCE_UNREADABLE ? 'held' : 'refused' }
    })
    .toSorted((a, b) => (a.grant < b.grant ? -1 : 1))
}
