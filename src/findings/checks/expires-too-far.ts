import { resolveEntitlement } from '../../book/bundles.ts'
import { writeDuration } from '../../book/duration.ts'
import { inWords, latestEnd, tooLong } from '../limits.ts'
import type { Check } from '../check.ts'

/** A grant lasts longer than its risk tier or entitlement allows. */
export const expiresTooFar: Check = {
  code: 'expires-too-far',
  severity: 'error',
  doc: 'A grant lasts longer than its risk tier or entitlement allows.',
  fix: 'Choose an earlier `expires`; a longer need is a new request later.',
  *run({ book, now, isAdded }) {
    for (const [name, grants] of book.grantsOfEntitlement) {
      const terms = resolveEntitlement(book, name)?.terms
      if (!terms) continue
      for (const grant of grants) {
        const length =
          grant.kind === 'grant' && isAdded(grant.path) ? tooLong(grant, now, terms.maxDuration) : null
        if (length === null) continue
        yield {
          message: `The grant lasts ${inWords(length)}; "${name}" (risk ${terms.risk}) allows ${writeDuration(terms.maxDuration)}.`,
          fix: `Set "expires" to ${latestEnd(grant, now, terms.maxDuration)} or earlier.`,
          file: grant.path,
          pointer: ['expires']
        }
      }
    }
  }
}
