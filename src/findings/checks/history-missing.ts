import { resolveEntitlement } from '../../book/bundles.ts'
import { SETTINGS_PATH } from '../../book/paths.ts'
import type { Check } from '../check.ts'

/** The repository’s history is cut off (a shallow clone), so `maxTotal` can’t be judged. */
export const historyMissing: Check = {
  code: 'history-missing',
  severity: 'warning',
  doc: 'The repository’s history is cut off (a shallow clone), so `maxTotal` can’t be judged.',
  fix: 'Fetch the whole history: `fetch-depth: 0`.',
  *run({ book, history, isAdded }) {
    if (history?.complete !== false) return
    for (const grant of book.grants.values()) {
      if (!isAdded(grant.path) || (resolveEntitlement(book, grant.name)?.terms?.maxTotal ?? null) === null)
        continue
      yield {
        message:
          'History is cut off (a shallow clone): how long access was held before can’t be told, so "maxTotal" is not judged in full.',
        fix: 'Fetch the whole history: "fetch-depth: 0" in actions/checkout, or "git fetch --unshallow".',
        file: SETTINGS_PATH,
        pointer: ['risk']
      }
      return
    }
  }
}
