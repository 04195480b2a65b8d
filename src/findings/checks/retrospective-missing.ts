import { writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'
import { unreviewed } from '../emergencies.ts'

/** An emergency has ended and nobody has reviewed it yet. */
export const retrospectiveMissing: Check = {
  code: 'retrospective-missing',
  severity: 'warning',
  doc: 'An emergency has ended and nobody has reviewed it yet.',
  fix: 'Write its retrospective: the nightly opens a pull request for it.',
  *run({ book, now }) {
    for (const { grant, due } of unreviewed(book, now)) {
      const when = due <= now ? `was due at ${writeInstant(due)}` : `is due by ${writeInstant(due)}`
      yield {
        message: `The review of this emergency ${when}.`,
        fix: `Add grants/retrospectives/${grant.name}/${grant.subject}.<start>.yaml.`,
        file: grant.path,
        pointer: ['expires']
      }
    }
  }
}
