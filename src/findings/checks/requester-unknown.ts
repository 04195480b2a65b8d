import type { Check } from '../check.ts'

/** `requester` is not a person. */
export const requesterUnknown: Check = {
  code: 'requester-unknown',
  severity: 'error',
  doc: '`requester` is not a person.',
  fix: 'Name the person who asks.',
  *run({ book, personExists }) {
    for (const { requester, path } of book.grants.values()) {
      if (requester === null || personExists(requester)) continue
      yield {
        message: `"${requester}" is not in "people/"; only a person can ask for access.`,
        fix: 'Name the person who asks, by the id of their file.',
        file: path,
        pointer: ['requester']
      }
    }
  }
}
