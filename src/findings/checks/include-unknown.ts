import { includesOf } from '../../book/bundles.ts'
import { entitlementPath } from '../../book/paths.ts'
import type { Check } from '../check.ts'

/** A bundle includes an entitlement that has no file. */
export const includeUnknown: Check = {
  code: 'include-unknown',
  severity: 'error',
  doc: 'A bundle includes an entitlement that has no file.',
  fix: 'Add the entitlement, or correct the name.',
  *run({ book, entitlementExists }) {
    for (const entry of book.entitlements.values()) {
      const { path } = entry
      for (const [index, name] of includesOf(entry).entries()) {
        if (entitlementExists(name)) continue
        yield {
          message: `There is no entitlement "${name}" to include.`,
          fix: `Add ${entitlementPath(name)} or correct the name.`,
          file: path,
          pointer: ['includes', index]
        }
      }
    }
  }
}
