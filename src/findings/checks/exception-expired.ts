import { readInstant, writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'

/** An exception has ended; the last approved of the grants that needed it ended with it. */
export const exceptionExpired: Check = {
  code: 'exception-expired',
  severity: 'warning',
  doc: 'An exception has ended; the last approved of the grants that needed it ended with it.',
  fix: 'Remove it, or ask for a new one.',
  *run({ book, now }) {
    for (const { id, data, path } of book.exceptions.values()) {
      const end = data.expires === undefined ? null : readInstant(data.expires, 'end')
      if (end === null || end > now) continue
      yield {
        message: `The exception "${id}" ended at ${writeInstant(end)}.`,
        fix: 'Remove the file, or have a new end approved.',
        file: path,
        pointer: ['expires']
      }
    }
  }
}
