import type { Problem } from '../book/problem.ts'
import { standingProblems } from './differ.ts'

/** Conflicts of duties that stood before a change, as notes: those about any file that it adds or alters. */
export function standingDuties(
  before: readonly Problem[],
  after: readonly Problem[],
  changed: ReadonlySet<string>
): readonly Problem[] {
  return standingProblems(before, after)
    .filter(
      ({ severity, extent }) =>
        severity === 'error' && [...(extent?.files ?? [])].some((file) => changed.has(file))
    )
    .map((problem) => ({
      ...problem,
      code: 'duties-standing',
      severity: 'note',
      message: `There before this change: ${problem.message.replace(problem.extent?.brought ?? '', '')}`
    }))
}
