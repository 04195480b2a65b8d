import type { Instant } from '../book/instant.ts'
import type { Change, Refused } from '../plan/plan.ts'

/** A change with the risk of what it gives, for people; null where nothing tells. */
export interface ShownChange extends Change {
  readonly risk: string | null
}

/** What `plan` says: the value behind all its formats. */
export interface PlanView {
  readonly at: Instant
  /** Null: the working tree. */
  readonly commit: string | null
  /** Whether it compares two states of the files (a pull request) or files with live state. */
  readonly mode: 'change' | 'live'
  readonly changes: readonly ShownChange[]
  /** Null where live state was not read; then `driftWhy` says why. */
  readonly drift: readonly ShownChange[] | null
  readonly driftWhy: string | null
  readonly refused: readonly Refused[]
}

/** Whether the plan is clean: changes and drift are no fault, a refused grant is. */
export function isClean({ refused }: Pick<PlanView, 'refused'>): boolean {
  return refused.length === 0
}

/** `1 to grant, 2 to revoke`; what there is none of is left out. */
export function countActions(changes: readonly Change[]): string {
  const count = new Map<string, number>()
  for (const { action } of changes) count.set(action, (count.get(action) ?? 0) + 1)
  const parts = (['revoke', 'shorten', 'grant', 'extend', 'update'] as const).flatMap((action) => {
    const n = count.get(action)
    return n === undefined ? [] : [`${n} to ${action}`]
  })
  return parts.length > 0 ? parts.join(', ') : 'nothing to do'
}

/** How a date is kept, in words. */
export function enforcedBy({ enforcement }: Pick<Change, 'enforcement'>): string {
  return enforcement === 'target' ? 'the target’s own policy' : 'a run of Grantbook'
}
