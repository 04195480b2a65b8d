import { readDuration, writeDuration } from '../../book/duration.ts'
import { inWords, latestEnd, tooLong } from '../limits.ts'
import type { Check } from '../check.ts'

/** A break-glass grant lasts longer than the settings or its entitlement allow. */
export const emergencyTooLong: Check = {
  code: 'emergency-too-long',
  severity: 'error',
  doc: 'A break-glass grant lasts longer than the settings or its entitlement allow.',
  fix: 'Choose an earlier `expires`.',
  *run({ book, now, isAdded }) {
    const general = readDuration(book.settings?.data.emergency.maxDuration ?? '')
    if (general === null) return
    for (const grant of book.grants.values()) {
      if (grant.kind !== 'emergency' || !isAdded(grant.path)) continue
      const own = readDuration(book.entitlements.get(grant.name)?.data.emergency?.maxDuration ?? '')
      const limit = Math.min(general, own ?? general)
      const length = tooLong(grant, now, limit)
      if (length === null) continue
      yield {
        message: `The emergency lasts ${inWords(length)}; ${writeDuration(limit)} are allowed for "${grant.name}".`,
        fix: `Set "expires" to ${latestEnd(grant, now, limit)} or earlier.`,
        file: grant.path,
        pointer: ['expires']
      }
    }
  }
}
