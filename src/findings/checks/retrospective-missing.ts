import { writeInstant } from '../../book/instant.ts'
import { entitlementPath, SETTINGS_PATH } from '../../book/paths.ts'
import type { Check } from '../check.ts'
import { reviewPath, unreviewed } from '../emergencies.ts'

/** An emergency has ended and nobody has reviewed it yet. */
export const retrospectiveMissing: Check = {
  code: 'retrospective-missing',
  severity: 'warning',
  doc: 'An emergency has ended and nobody has reviewed it yet.',
  fix: 'Write its retrospective: the nightly opens a pull request for it.',
  *run({ book, now, emergencies }) {
    const within = book.settings?.data.emergency.reviewWithin ?? ''
    for (const { emergency, due } of unreviewed(emergencies(), within, now)) {
      const { name, subject, uses } = emergency
      const when = due <= now ? `was due at ${writeInstant(due)}` : `is due by ${writeInstant(due)}`
      const fix = `Add ${reviewPath(emergency)}.`
      const file = uses.at(-1)?.path ?? ''
      if (book.grants.has(file)) {
        yield { message: `The review of this emergency ${when}.`, fix, file, pointer: ['expires'] }
        continue
      }
      const message = `The review of the emergency of "${subject}", whose file is gone, ${when}.`
      const place = entitlementPath(name)
      yield { message, fix, file: book.entitlements.has(name) ? place : SETTINGS_PATH, pointer: [] }
    }
  }
}
