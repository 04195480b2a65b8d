import { isSuspended } from '../active.ts'
import type { Check } from '../check.ts'

/** A grant is of somebody who is suspended: it is taken away as long as the suspension stands. */
export const subjectSuspended: Check = {
  code: 'subject-suspended',
  severity: 'note',
  doc: 'A grant is of somebody who is suspended: it is taken away as long as the suspension stands.',
  fix: 'Nothing need be done.',
  *run({ book, now }) {
    for (const { id, data, path } of book.suspensions.values()) {
      if (!isSuspended(data, now)) continue
      for (const grant of book.grantsOfSubject.get(id) ?? []) {
        yield {
          message: `"${id}" is suspended: this access is taken away as long as that stands.`,
          fix: 'Nothing need be done here; the suspension ends it all.',
          file: grant.path,
          pointer: [],
          related: [{ file: path, pointer: [], message: 'The suspension.' }]
        }
      }
    }
  }
}
