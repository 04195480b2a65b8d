import type { Check } from '../check.ts'

/** `canRun` names a workload that has no file. */
export const workloadUnknown: Check = {
  code: 'workload-unknown',
  severity: 'error',
  doc: '`canRun` names a workload that has no file.',
  fix: 'Name a workload that exists.',
  *run({ book, workloadExists }) {
    for (const { data, path } of book.workloads.values()) {
      for (const [index, id] of (data.canRun ?? []).entries()) {
        if (workloadExists(id)) continue
        yield {
          message: `There is no workload "${id}" in "workloads/".`,
          fix: 'Correct the id, or remove the line.',
          file: path,
          pointer: ['canRun', index]
        }
      }
    }
  }
}
