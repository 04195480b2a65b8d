import { readInstant, writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'

/** Access found outside has reached its date. */
export const outOfBandOverdue: Check = {
  code: 'out-of-band-overdue',
  severity: 'warning',
  doc: 'Access found outside has reached its date.',
  fix: 'Decide: adopt it, tolerate it with owner, reason and a new date, or revoke it.',
  *run({ book, now }) {
    for (const { data, path } of book.outOfBand.values()) {
      const end = readInstant(data.expires, 'end')
      if (end === null || end > now) continue
      yield {
        message: `This access was found outside and had to be decided by ${writeInstant(end)}.`,
        fix: 'Turn it into an ordinary grant, tolerate it with owner, reason and a new date, or revoke it.',
        file: path,
        pointer: ['expires']
      }
    }
  }
}
