import type { PathDifference } from '../approval/facts.ts'
import type { Ledger, Unmoved } from '../plan/ledger.ts'

/** A file of the default branch that was judged and not taken over, in the very form that it has there now. */
export interface Unproved {
  readonly path: string
  /** What restores it: this blob, or null for no file. */
  readonly approved: PathDifference['before']
  readonly told: Unmoved
}

/**
 * Files in which the default branch differs from the approved tree for good: one pull request restores them. What isn't
 * judged yet, or was changed again since, is left alone.
 *
 * @param differences From the approved tree to the default branch.
 */
export function unproved(differences: readonly PathDifference[], { unmoved }: Ledger): readonly Unproved[] {
  return differences
    .flatMap(({ path, before, after }): readonly Unproved[] => {
      const told = unmoved.get(path)
      return told && told.blob === (after?.blob ?? null) ? [{ path, approved: before, told }] : []
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
