import { resolveEntitlement } from '../../book/bundles.ts'
import type { Check } from '../check.ts'

/** No kind of subject may hold all that a bundle includes. */
export const bundleSubjects: Check = {
  code: 'bundle-subjects',
  severity: 'error',
  doc: 'No kind of subject may hold all that a bundle includes.',
  fix: 'Bundle only what the same kind of subject may hold.',
  *run({ book }) {
    for (const { name, data, path } of book.entitlements.values()) {
      if (data.includes === undefined || resolveEntitlement(book, name)?.terms?.subjects.size !== 0) continue
      yield {
        message: `Nobody can hold "${name}": what it includes is partly for people only, partly for workloads only.`,
        fix: 'Include only what the same kind of subject may hold.',
        file: path,
        pointer: ['includes']
      }
    }
  }
}
