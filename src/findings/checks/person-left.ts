import { readInstant, writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'

/** A person’s last day has passed; all their access has ended. */
export const personLeft: Check = {
  code: 'person-left',
  severity: 'warning',
  doc: 'A person’s last day has passed; all their access has ended.',
  fix: 'Remove their grants, and hand over what they own.',
  *run({ book, now }) {
    for (const { id, data, path } of book.people.values()) {
      const end = data.ends === undefined ? null : readInstant(data.ends, 'end')
      if (end === null || end > now) continue
      yield {
        message: `The last day of "${id}" has passed (${writeInstant(end)}): all their access has ended.`,
        fix: 'Remove their grants, hand over what they own, then remove the file.',
        file: path,
        pointer: ['ends']
      }
    }
  }
}
