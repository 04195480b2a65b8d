import type { Check } from '../check.ts'

/** A workload’s backup is its owner. */
export const backupIsOwner: Check = {
  code: 'backup-is-owner',
  severity: 'error',
  doc: 'A workload’s backup is its owner.',
  fix: 'Name somebody else, or nobody.',
  *run({ book }) {
    for (const { data, path } of book.workloads.values()) {
      if (data.backup !== data.owner) continue
      yield {
        message: `"${data.owner}" can't be backup and owner at once.`,
        fix: 'Name somebody else as backup, or remove the field.',
        file: path,
        pointer: ['backup']
      }
    }
  }
}
