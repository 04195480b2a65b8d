import type { Rule } from '../../book/kinds/rule.ts'
import { isGlob, matchesGlob } from '../../book/star-glob.ts'
import type { Check } from '../../findings/check.ts'
import type { CheckContext } from '../../findings/context.ts'
import { entitlementNames, knowsAllEntitlements } from '../../findings/entitlement-names.ts'
import { DUTY, itemsOfPattern } from '../../findings/rule-items.ts'

/** A rule names an entitlement or duty that doesn’t exist, or a glob that matches nothing. */
export const ruleHoldUnknown: Check = {
  code: 'rule-hold-unknown',
  severity: 'error',
  doc: 'A rule names an entitlement or duty that doesn’t exist, or a glob that matches nothing.',
  fix: 'Correct the name, or remove it: a rule about nothing protects nothing.',
  *run(context) {
    for (const { data, path } of context.book.rules.values()) {
      if (!('hold' in data)) continue
      for (const [index, pattern] of data.hold.entries()) {
        if (isKnown(pattern, data.systems, context)) continue
        const scope = data.systems ? ` in ${data.systems.map((system) => `"${system}"`).join(', ')}` : ''
        yield {
          message: `${nothing(pattern)}${scope}.`,
          fix: 'Correct it, or remove it from the rule.',
          file: path,
          pointer: ['hold', index]
        }
      }
    }
  }
}

function nothing(pattern: string): string {
  if (isGlob(pattern)) return `"${pattern}" matches nothing`
  return pattern.startsWith(DUTY)
    ? `No entitlement has the duty "${pattern.slice(DUTY.length)}"`
    : `There is no entitlement "${pattern}"`
}

/** What can't be told (an entitlement that is refused, or wasn't read) counts as known: that is another finding. */
function isKnown(pattern: string, systems: Rule['systems'], { book }: CheckContext): boolean {
  const inScope = (name: string): boolean => systems?.includes(name.split('/')[0] ?? '') ?? true
  if (pattern.startsWith(DUTY)) {
    if (!knowsAllEntitlements(book)) return true
    return [...book.entitlements.values()].some(
      (entry) => inScope(entry.name) && itemsOfPattern(pattern, entry).length > 0
    )
  }
  for (const name of entitlementNames(book.tree)) if (inScope(name) && matchesGlob(pattern, name)) return true
  return false
}
