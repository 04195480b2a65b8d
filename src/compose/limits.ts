import type { Book, EntitlementEntry } from '../book/book.ts'
import { resolveEntitlement } from '../book/bundles.ts'
import { readDuration, type Duration } from '../book/duration.ts'

/**
 * The longest that a grant of an entitlement may last, break-glass (the shorter of both limits) or ordinary; null: that can't
 * be told.
 */
export function longest(book: Book, entitlement: EntitlementEntry, emergency: boolean): Duration | null {
  if (!emergency) return resolveEntitlement(book, entitlement.name)?.terms?.maxDuration ?? null
  const limits = [book.settings?.data.emergency.maxDuration, entitlement.data.emergency?.maxDuration]
  const known = limits.flatMap((text) => readDuration(text ?? '') ?? [])
  return known.length > 0 ? Math.min(...known) : null
}
