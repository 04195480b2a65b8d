import type { Book, EntitlementEntry } from '../book/book.ts'
import type { EntitlementName } from '../book/ids.ts'
import type { Rule } from '../book/kinds/rule.ts'
import { sameMeaning } from './same.ts'

type HoldRule = Extract<Rule, { readonly hold: unknown }>

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
    sameMeaning(before.permissions, after.permissions)
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
    if (rule.systems && !rule.systems.includes(entry.system)) continue
    if (isHeld(rule, entry)) found.add(entry.name)
  }
  return found
}

function isHeld({ hold }: HoldRule, entry: EntitlementEntry): boolean {
  return hold.some((pattern) =>
    pattern.startsWith(DUTY)
      ? (entry.data.duties ?? []).some((duty) => matchesGlob(pattern.slice(DUTY.length), duty))
      : matchesGlob(pattern, entry.name)
  )
}

const DUTY = 'duty:'

/** Whether a text matches a pattern in which `*` stands for any characters. Linear: there is no way back past a star. */
export function matchesGlob(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
