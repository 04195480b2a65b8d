import { actsAs, type Tie } from '../../book/acting.ts'
import type { Check } from '../../findings/check.ts'

const RUNS: ReadonlySet<Tie> = new Set(['canRun'])

/** Workloads can run each other in a circle, or themselves. */
export const canRunCycle: Check = {
  code: 'can-run-cycle',
  severity: 'error',
  doc: 'Workloads can run each other in a circle, or themselves.',
  fix: 'Remove one of the `canRun` on the way: workloads that can run each other are one.',
  *run({ book }) {
    for (const { id, data, path } of book.workloads.values()) {
      for (const [index, run] of (data.canRun ?? []).entries()) {
        const self = run === id
        if (!self && !actsAs(book, run, RUNS).has(id)) continue
        yield {
          message: self
            ? `"${id}" can run itself.`
            : `"${id}" can run "${run}", which in the end can run "${id}".`,
          fix: 'Remove this line or one on the way round; workloads that can run each other are one.',
          file: path,
          pointer: ['canRun', index]
        }
      }
    }
  }
}
