import { resolveEntitlement } from '../../book/bundles.ts'
import { writeDuration } from '../../book/duration.ts'
import { latestEnd, tooLong } from '../limits.ts'
import type { Check } from '../check.ts'

/** A grant lasts longer than its risk tier or entitlement allows. */
export const expiresTooFar: Check = {
  code: 'expires-too-far',
  severity: 'error',
  doc: 'A grant lasts longer than its risk tier or entitlement allows.',
  fix: 'Choose an earlier `expires`; a longer need is a new request later.',
  *run({ book, now, isAdded }) {
    for (const grant of book.grants.values()) {
      if (grant.kind !== 'grant' || !isAdded(grant.path)) continue
      const terms = resolveEntitlement(book, grant.name)?.terms
      const length = terms ? tooLong(grant, now, terms.maxDuration) : null
      if (!terms || length === null) continue
      yield {
        message: `The grant lasts ${writeDuration(length)}; "${grant.name}" (risk ${terms.risk}) allows ${writeDuration(terms.maxDuration)}.`,
        fix: `Set "expires" to ${latestEnd(grant, now, terms.maxDuration)} or earlier.`,
        file: grant.path,
        pointer: ['expires']
      }
    }
  }
}
