import { readInstant, writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'

/** A suspension has ended. */
export const suspensionOver: Check = {
  code: 'suspension-over',
  severity: 'warning',
  doc: 'A suspension has ended.',
  fix: 'Remove the file.',
  *run({ book, now }) {
    for (const { id, data, path } of book.suspensions.values()) {
      const end = data.until === undefined ? null : readInstant(data.until, 'end')
      if (end === null || end > now) continue
      yield {
        message: `The suspension of "${id}" ended at ${writeInstant(end)}.`,
        fix: 'Remove the file, or set a new "until".',
        file: path,
        pointer: ['until']
      }
    }
  }
}
