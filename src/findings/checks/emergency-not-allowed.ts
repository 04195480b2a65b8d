import type { Check } from '../check.ts'

/** A break-glass grant of an entitlement that doesn’t allow any. */
export const emergencyNotAllowed: Check = {
  code: 'emergency-not-allowed',
  severity: 'error',
  doc: 'A break-glass grant of an entitlement that doesn’t allow any.',
  fix: 'Request it in the ordinary way, or have `emergency` added to the entitlement.',
  *run({ book }) {
    for (const { kind, name, path } of book.grants.values()) {
      if (kind !== 'emergency') continue
      const entitlement = book.entitlements.get(name)
      if (!entitlement || entitlement.data.emergency !== undefined) continue
      yield {
        message: `"${name}" doesn't allow break-glass access.`,
        fix: `Request it in the ordinary way, or have "emergency" added in ${entitlement.path}.`,
        file: path,
        pointer: []
      }
    }
  }
}
