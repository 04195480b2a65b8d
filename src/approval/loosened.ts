import type { Book } from '../book/book.ts'
import type { EntitlementName } from '../book/ids.ts'
import type { Rule } from '../book/kinds/rule.ts'
import { itemsOf } from '../findings/rule-items.ts'
import { sameMeaning } from './same.ts'

/**
 * Whether a rule of separation of duties allows anything that it did not allow before. Null: there is no such rule
 * (any more). Only what is plainly as strict or stricter isn't loosened: in doubt it is.
 */
export function isLoosened(before: Rule | null, after: Rule | null): boolean {
  if (!before) return false
  if (!after) return true
  if (before.severity !== 'warning' && after.severity === 'warning') return true
  if (!covers(after.through, before.through) || !covers(after.systems, before.systems)) return true
  if ('hold' in before && 'hold' in after)
    return after.atMost > before.atMost || !covers(after.hold, before.hold)
  // What several action sets forbid together depends on each of them.
  return !(
    'permissions' in before &&
    'permissions' in after &&
    sameMeaning(before.permissions, after.permissions) &&
    sameMeaning(before.sets ?? {}, after.sets ?? {})
  )
}

/** Whether a list has everything that another one had; absent: all there is. */
function covers(after: readonly string[] | undefined, before: readonly string[] | undefined): boolean {
  if (after === undefined) return true
  return before !== undefined && before.every((one) => after.includes(one))
}

/** Entitlements that a rule speaks of, by name or duty. Null: it can't be told, so any may be meant. */
export function entitlementsOf(rule: Rule, book: Book): ReadonlySet<EntitlementName> | null {
  if (!('hold' in rule)) return null
  const found = new Set<EntitlementName>()
  for (const entry of book.entitlements.values()) {
    if (itemsOf(rule, entry).length > 0) found.add(entry.name)
  }
  return found
}
