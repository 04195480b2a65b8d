import { entitlementName, type EntitlementName } from '../../book/ids.ts'
import { entitlementPath } from '../../book/paths.ts'
import type { Check, Told } from '../check.ts'

/** A grant or retrospective is of an entitlement that has no `entitlement.yaml`. */
export const entitlementUnknown: Check = {
  code: 'entitlement-unknown',
  severity: 'error',
  doc: 'A grant or retrospective is of an entitlement that has no `entitlement.yaml`.',
  fix: 'Add the entitlement, or move the file.',
  *run({ book, entitlementExists }) {
    for (const [name, grants] of book.grantsOfEntitlement) {
      if (!entitlementExists(name)) for (const { path } of grants) yield told(name, path)
    }
    for (const { system, entitlement, path } of book.retrospectives.values()) {
      const name = entitlementName(system, entitlement)
      if (!entitlementExists(name)) yield told(name, path)
    }
  }
}

function told(name: EntitlementName, file: string): Told {
  return {
    message: `There is no entitlement "${name}".`,
    fix: `Add ${entitlementPath(name)} or move this file to the entitlement that is meant.`,
    file,
    pointer: []
  }
}
