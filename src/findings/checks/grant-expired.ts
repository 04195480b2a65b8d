import { writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'

/** A grant has ended. */
export const grantExpired: Check = {
  code: 'grant-expired',
  severity: 'warning',
  doc: 'A grant has ended.',
  fix: 'Remove the file; the nightly proposes it. Who still needs the access makes a new request.',
  *run({ book, now }) {
    for (const { path, expires } of book.grants.values()) {
      if (expires === null || expires > now) continue
      yield {
        message: `The grant ended at ${writeInstant(expires)}.`,
        fix: 'Remove the file, or request the access anew.',
        file: path,
        pointer: ['expires']
      }
    }
  }
}
