import { readInstant, writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'

/** A workload was to be re-attested and wasn’t: its grants have ended. */
export const workloadExpired: Check = {
  code: 'workload-expired',
  severity: 'warning',
  doc: 'A workload was to be re-attested and wasn’t: its grants have ended.',
  fix: 'Re-attest it by a new `expires`, or remove it with its grants.',
  *run({ book, now }) {
    for (const { id, data, path } of book.workloads.values()) {
      const end = data.expires === undefined ? null : readInstant(data.expires, 'end')
      if (end === null || end > now) continue
      yield {
        message: `"${id}" was to be re-attested by ${writeInstant(end)}; its grants ended then.`,
        fix: 'Set a new "expires" if it is still needed, or remove it with its grants.',
        file: path,
        pointer: ['expires']
      }
    }
  }
}
