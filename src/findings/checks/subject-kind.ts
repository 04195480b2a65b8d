import { resolveEntitlement } from '../../book/bundles.ts'
import { subjectOf } from '../../book/effective.ts'
import type { Check } from '../check.ts'

/** Persons and workloads: then everybody may hold it. */
const ALL_KINDS = 2

/** An entitlement is granted to a kind of subject that may not hold it. */
export const subjectKind: Check = {
  code: 'subject-kind',
  severity: 'error',
  doc: 'An entitlement is granted to a kind of subject that may not hold it.',
  fix: 'Grant something else, or have the entitlement changed.',
  *run({ book }) {
    for (const [name, grants] of book.grantsOfEntitlement) {
      const terms = resolveEntitlement(book, name)?.terms
      if (!terms || terms.subjects.size === ALL_KINDS) continue
      for (const { subject, path } of grants) {
        const kind = subjectOf(book, subject)?.kind
        if (!kind || terms.subjects.has(kind)) continue
        yield {
          message: `"${subject}" is a ${kind}; "${name}" is not for ${kind === 'person' ? 'people' : 'workloads'}.`,
          fix: 'Grant an entitlement whose "subjects" (and those of all it includes) name this kind.',
          file: path,
          pointer: []
        }
      }
    }
  }
}
