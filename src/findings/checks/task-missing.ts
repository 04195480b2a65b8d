import type { Check } from '../check.ts'

/** A grant to a workload doesn’t say which task it is for. */
export const taskMissing: Check = {
  code: 'task-missing',
  severity: 'error',
  doc: 'A grant to a workload doesn’t say which task it is for.',
  fix: 'Add `task`: the issue, deployment or change that justifies it.',
  *run({ book }) {
    for (const { subject, task, path } of book.grants.values()) {
      if (task !== null || !book.workloads.has(subject)) continue
      yield {
        message: `"${subject}" is a workload; its access needs a task that justifies it.`,
        fix: 'Add "task": the link of the deployment, pipeline or change that justifies it.',
        file: path,
        pointer: []
      }
    }
  }
}
