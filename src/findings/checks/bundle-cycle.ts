import { includesOf, resolveEntitlement } from '../../book/bundles.ts'
import type { Check } from '../check.ts'

/** An entitlement includes itself, directly or through others. */
export const bundleCycle: Check = {
  code: 'bundle-cycle',
  severity: 'error',
  doc: 'An entitlement includes itself, directly or through others.',
  fix: 'Remove one of the includes on the way.',
  *run({ book }) {
    for (const entry of book.entitlements.values()) {
      const { name, path } = entry
      if (!resolveEntitlement(book, name)?.cyclic) continue
      for (const [index, include] of includesOf(entry).entries()) {
        const included = resolveEntitlement(book, include)
        if (!included?.all.some((member) => member.name === name)) continue
        yield {
          message:
            include === name
              ? `"${name}" includes itself.`
              : `"${name}" includes "${include}", which in the end includes "${name}".`,
          fix: 'Remove one of the includes on the way round.',
          file: path,
          pointer: ['includes', index]
        }
      }
    }
  }
}
