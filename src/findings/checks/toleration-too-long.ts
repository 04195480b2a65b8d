import { readDuration } from '../../book/duration.ts'
import { readInstant } from '../../book/instant.ts'
import { lastDay } from '../limits.ts'
import type { Check } from '../check.ts'

/** Access found outside is tolerated for longer than the settings allow. */
export const tolerationTooLong: Check = {
  code: 'toleration-too-long',
  severity: 'error',
  doc: 'Access found outside is tolerated for longer than the settings allow.',
  fix: 'Choose an earlier `expires`.',
  *run({ book, now, isAdded }) {
    const settings = book.settings?.data.outOfBand
    const most = readDuration(settings?.tolerateFor ?? '')
    if (most === null) return
    for (const { data, path } of book.outOfBand.values()) {
      const expires = readInstant(data.expires, 'end')
      if (data.decision !== 'tolerate' || expires === null || !isAdded(path) || expires - now <= most)
        continue
      yield {
        message: `Access found outside may be tolerated for ${settings?.tolerateFor} at most.`,
        fix: `Set "expires" to ${lastDay(now + most, now)} or earlier.`,
        file: path,
        pointer: ['expires']
      }
    }
  }
}
