import type { Check } from '../check.ts'

/** An entitlement has neither a target nor includes: holding it would mean nothing. */
export const targetMissing: Check = {
  code: 'target-missing',
  severity: 'error',
  doc: 'An entitlement has neither a target nor includes: holding it would mean nothing.',
  fix: 'Add `target` or `includes`.',
  *run({ book }) {
    for (const { name, data, path } of book.entitlements.values()) {
      if (data.target !== undefined || data.includes !== undefined) continue
      yield {
        message: `"${name}" has neither "target" nor "includes": holding it would mean nothing.`,
        fix: 'Add "target" (what it is in its system) or "includes" (what it bundles).',
        file: path,
        pointer: []
      }
    }
  }
}
