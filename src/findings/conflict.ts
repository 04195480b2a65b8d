import type { Problem } from '../book/problem.ts'

/** What merging itself can bring. */
export const CONFLICT_CODES = {
  'merge-conflict': {
    severity: 'error',
    doc: 'Merging would end in a conflict at this file.',
    fix: 'Merge or rebase onto the base branch and settle it.'
  }
} as const

/** A file at which merging fails: nothing can be said of what it would hold. */
export function conflict(file: string): Problem {
  return {
    code: 'merge-conflict',
    severity: 'error',
    message: 'Merging ends in a conflict here: what this file would hold is undecided.',
    fix: 'Merge or rebase onto the base branch, settle the conflict and push again.',
    file,
    pointer: []
  }
}
