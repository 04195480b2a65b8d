import type { EntitlementEntry } from '../book/book.ts'
import type { Rule } from '../book/kinds/rule.ts'
import { isGlob, matchesGlob } from '../book/star-glob.ts'

/** A rule that limits what is held, as opposed to one about permissions. */
export type HoldRule = Extract<Rule, { readonly hold: unknown }>

/** What a pattern of a rule that names duties begins with. */
export const DUTY = 'duty:'

/**
 * What holding an entitlement counts as under a rule: each duty of it that a pattern names counts by itself, however many
 * entitlements confer it; an entitlement that a pattern names counts as itself. A bundle without a target of its own is
 * what it includes, and counts only where a pattern names it in full.
 */
export function itemsOf(rule: HoldRule, entry: EntitlementEntry): readonly string[] {
  if (rule.systems && !rule.systems.includes(entry.system)) return []
  return rule.hold.flatMap((pattern) => itemsOfPattern(pattern, entry))
}

/** As {@link itemsOf}, for one pattern and without the rule's scope. */
export function itemsOfPattern(pattern: string, entry: EntitlementEntry): readonly string[] {
  if (pattern.startsWith(DUTY)) {
    const wanted = pattern.slice(DUTY.length)
    return (entry.data.duties ?? []).flatMap((duty) => (matchesGlob(wanted, duty) ? [`${DUTY}${duty}`] : []))
  }
  const counts = entry.data.target !== undefined || !isGlob(pattern)
  return counts && matchesGlob(pattern, entry.name) ? [entry.name] : []
}
