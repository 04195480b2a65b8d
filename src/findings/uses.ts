import { entitlementName, type EntitlementName } from '../book/ids.ts'
import type { Instant } from '../book/instant.ts'
import { identify } from '../book/paths.ts'

/** One form of a break-glass grant's file that gave access: the first one, and every renewal. */
export interface Use {
  /** Path of the emergency's file, which may be gone. */
  readonly path: string
  /** git's id of what the file said then. */
  readonly blob: string
  readonly from: Instant
  /** When its access ended, or will end. */
  readonly until: Instant
  /** The retrospective that covers it; null: none does. */
  readonly review: { readonly path: string; readonly verdict: string } | null
}

/** Every use that is known of, by the path of the emergency's file. */
export type Uses = ReadonlyMap<string, readonly Use[]>

/** What is reviewed as one: uses of one entitlement by one subject that follow each other without a gap. */
export interface Emergency {
  readonly system: string
  readonly entitlement: string
  readonly name: EntitlementName
  readonly subject: string
  readonly from: Instant
  readonly until: Instant
  /** By their beginning; at least one. */
  readonly uses: readonly Use[]
  readonly review: Use['review']
}

/** Puts uses together to emergencies, sorted by their beginning. What has been reviewed is never one with what has not. */
export function emergenciesOf(all: Uses): readonly Emergency[] {
  const open = new Map<string, Emergency>()
  const done: Emergency[] = []
  const uses = [...all.values()].flat().toSorted((a, b) => a.from - b.from || (a.path < b.path ? -1 : 1))
  for (const use of uses) {
    const identity = identify(use.path)
    if (identity?.kind !== 'emergency') continue
    const { system, entitlement, subject } = identity
    const name = entitlementName(system, entitlement)
    const key = `${name} ${subject} ${use.review?.path ?? ''}`
    const before = open.get(key)
    if (before && use.from <= before.until) {
      const until = Math.max(before.until, use.until)
      open.set(key, { ...before, until, uses: [...before.uses, use] })
      continue
    }
    if (before) done.push(before)
    const { from, until, review } = use
    open.set(key, { system, entitlement, name, subject, from, until, uses: [use], review })
  }
  return [...done, ...open.values()].toSorted((a, b) => a.from - b.from || (a.name < b.name ? -1 : 1))
}
