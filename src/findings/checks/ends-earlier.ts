import { effectiveWindow, type End } from '../../book/effective.ts'
import { writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'

/** A grant’s `expires` lies beyond the moment at which it really ends: its person’s last day, its workload’s date, or the end of its workload’s last owner. */
export const endsEarlier: Check = {
  code: 'ends-earlier',
  severity: 'note',
  doc: 'A grant’s `expires` lies beyond the moment at which it really ends: its person’s last day, its workload’s date, or the end of its workload’s last owner.',
  fix: 'Nothing need be done.',
  *run({ book }) {
    for (const grant of book.grants.values()) {
      const person = book.people.get(grant.subject)
      if (person && person.data.ends === undefined) continue
      const { window, end } = effectiveWindow(book, grant)
      if (window === null || end === 'expires') continue
      yield {
        message: `The access ends earlier, at ${writeInstant(window.until)}: ${WHY[end]}.`,
        fix: 'Nothing need be done; an earlier "expires" would say the same.',
        file: grant.path,
        pointer: ['expires']
      }
    }
  }
}

const WHY: Readonly<Record<Exclude<End, 'expires'>, string>> = {
  'person-ends': 'that is the end of the person’s last day',
  'workload-expires': 'the workload is to be re-attested by then',
  orphaned: 'by then the workload has no owner any more'
}
