import { writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'

/** A grant ends before it begins. */
export const expiresBeforeStarts: Check = {
  code: 'expires-before-starts',
  severity: 'error',
  doc: 'A grant ends before it begins.',
  fix: 'Put `expires` after `starts`.',
  *run({ book }) {
    for (const { path, expires, starts } of book.grants.values()) {
      if (expires === null || starts === null || expires > starts) continue
      yield {
        message: `The grant begins at ${writeInstant(starts)} and ends at ${writeInstant(expires)}: it would never hold.`,
        fix: 'Put "expires" after "starts".',
        file: path,
        pointer: ['expires'],
        related: [{ file: path, pointer: ['starts'], message: 'It begins here.' }]
      }
    }
  }
}
