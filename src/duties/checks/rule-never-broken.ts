import type { Check } from '../../findings/check.ts'
import { knowsAllEntitlements } from '../../findings/entitlement-names.ts'
import { itemsOf } from '../../findings/rule-items.ts'

/** A rule allows as much as there is: it can’t be broken. */
export const ruleNeverBroken: Check = {
  code: 'rule-never-broken',
  severity: 'error',
  doc: 'A rule allows as much as there is: it can’t be broken.',
  fix: 'Lower `atMost` below the number of different things that the rule names.',
  *run({ book }) {
    if (!knowsAllEntitlements(book)) return
    const entries = [...book.entitlements.values()]
    for (const { data, path } of book.rules.values()) {
      if (!('hold' in data)) continue
      const items = new Set<string>()
      for (const entry of entries) {
        for (const item of itemsOf(data, entry)) items.add(item)
        if (items.size > data.atMost) break
      }
      // A rule about nothing is another finding.
      if (items.size === 0 || items.size > data.atMost) continue
      const count = items.size === 1 ? 'is only 1 of them' : `are only ${items.size} of them`
      yield {
        message: `It allows ${data.atMost} at a time, and there ${count}.`,
        fix: `Lower "atMost" below ${items.size}, or name more.`,
        file: path,
        pointer: ['atMost']
      }
    }
  }
}
