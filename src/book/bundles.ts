import type { Book, EntitlementEntry } from './book.ts'
import type { EntitlementName } from './ids.ts'

/** What holding one entitlement gives. */
export interface Expansion {
  /** The entitlement itself and everything it includes, each once, sorted by name. Those without `target` are among them. */
  readonly entries: readonly EntitlementEntry[]
  /** Included, at whatever depth, but not in the book. */
  readonly missing: readonly EntitlementName[]
  /** The first way round that leads back to where it began, first and last alike; null if there is none. */
  readonly cycle: readonly EntitlementName[] | null
}

/** Expands an entitlement with all it includes. Never loops: a cycle is told and cut. */
export function expand(book: Pick<Book, 'entitlements'>, name: EntitlementName): Expansion {
  const entries = new Map<EntitlementName, EntitlementEntry>()
  const missing = new Set<EntitlementName>()
  const onTheWay: EntitlementName[] = []
  let cycle: readonly EntitlementName[] | null = null
  const visit = (next: EntitlementName): void => {
    const before = onTheWay.indexOf(next)
    if (before >= 0) {
      cycle ??= [...onTheWay.slice(before), next]
      return
    }
    if (entries.has(next) || missing.has(next)) return
    const entry = book.entitlements.get(next)
    if (!entry) {
      missing.add(next)
      return
    }
    entries.set(next, entry)
    onTheWay.push(next)
    // The shape of a reference (`system/entitlement`) is the schema's.
    for (const included of entry.data.includes ?? []) visit(included as EntitlementName)
    onTheWay.pop()
  }
  visit(name)
  return {
    entries: [...entries.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    missing: [...missing].toSorted(),
    cycle
  }
}
