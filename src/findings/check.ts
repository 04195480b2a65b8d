import type { Problem, Severity } from '../book/problem.ts'
import type { CheckContext } from './context.ts'

/** A problem as a check tells it: code and severity are the check's own. */
export type Told = Omit<Problem, 'code' | 'severity'>

/** One rule over the whole book. Its file is named after its code, and so is its place in the documentation. */
export interface Check {
  readonly code: string
  /** What arises only because time passed is never an `error`: it must not fail anybody's pull request. */
  readonly severity: Severity
  /** One line for the documentation: what is wrong. */
  readonly doc: string
  /** The repair, in general. */
  readonly fix: string
  /** Pure. Tells every problem it sees, in any order. */
  readonly run: (context: CheckContext) => Iterable<Told>
}

/** Runs checks over a book and gives their problems code and severity. */
export function runChecks(checks: readonly Check[], context: CheckContext): readonly Problem[] {
  const problems: Problem[] = []
  for (const { code, severity, run } of checks) {
    for (const told of run(context)) problems.push({ code, severity, ...told })
  }
  return problems
}
