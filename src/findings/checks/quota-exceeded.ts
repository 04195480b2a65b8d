import { quotaRefusals } from '../quota.ts'
import type { Check } from '../check.ts'

/** A principal can’t hold all that is granted to it: its policies would outgrow the system’s limits. */
export const quotaExceeded: Check = {
  code: 'quota-exceeded',
  severity: 'error',
  doc: 'A principal can’t hold all that is granted to it: its policies would outgrow the system’s limits.',
  fix: 'End other grants, or bundle what is needed into one role to assume.',
  *run(context) {
    for (const { grant, why } of quotaRefusals(context)) {
      yield {
        message: why,
        fix: 'Have other grants of this principal end first, or request something smaller.',
        file: grant,
        pointer: []
      }
    }
  }
}
