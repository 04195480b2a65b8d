import { DAY, readDuration } from '../../book/duration.ts'
import { readInstant, writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'

/** The date of access found outside was moved without a decision to tolerate it. */
export const outOfBandMoved: Check = {
  code: 'out-of-band-moved',
  severity: 'error',
  doc: 'The date of access found outside was moved without a decision to tolerate it.',
  fix: 'Decide, or put the date back.',
  *run({ book, isAdded }) {
    const most = readDuration(book.settings?.data.outOfBand.expiresAfter ?? '')
    if (most === null) return
    for (const { data, path } of book.outOfBand.values()) {
      const expires = readInstant(data.expires, 'end')
      const seen = data.items.map((item) => readInstant(item.firstSeen, 'start'))
      if (data.decision === 'tolerate' || expires === null || !isAdded(path)) continue
      const last = Math.max(...seen.map((at) => at ?? -Infinity))
      const limit = Math.ceil((last + most) / DAY) * DAY
      if (last === -Infinity || expires <= limit) continue
      yield {
        message: `What was first seen at ${writeInstant(last)} must be decided by ${writeInstant(limit)}; only a decision to tolerate it moves that.`,
        fix: 'Put the date back, or set "decision: tolerate" with owner and reason.',
        file: path,
        pointer: ['expires']
      }
    }
  }
}
