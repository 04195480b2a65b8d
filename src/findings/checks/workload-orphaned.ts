import { inactive } from '../active.ts'
import type { Check } from '../check.ts'

/** A workload has no active owner or backup: its grants end after `orphans.grace`. */
export const workloadOrphaned: Check = {
  code: 'workload-orphaned',
  severity: 'warning',
  doc: 'A workload has no active owner or backup: its grants end after `orphans.grace`.',
  fix: 'Name an active owner.',
  *run(context) {
    for (const { id, data, path } of context.book.workloads.values()) {
      if (inactive(context, data.owner) === null) continue
      if (data.backup !== undefined && inactive(context, data.backup) === null) continue
      const grace = context.book.settings?.data.orphans.grace
      yield {
        message: `"${id}" has no active owner or backup${grace === undefined ? '' : `; its grants end ${grace} after the last of them left`}.`,
        fix: 'Name an active owner, or remove it with its grants.',
        file: path,
        pointer: ['owner']
      }
    }
  }
}
