import type { Verdict } from '../../approval/verdict.ts'
import type { Instant } from '../../book/instant.ts'
import type { Step } from '../../evidence/advance.ts'
import type { ApprovedTree } from '../../evidence/approved-tree.ts'
import type { Source } from '../../io/source.ts'
import type { Reading } from '../../io/github/github.ts'

/** What was proved of one merged pull request. */
export interface Proved {
  readonly verdict: Verdict
  /** When it was merged. */
  readonly mergedAt: Instant
}

/** The approved tree on its way: as far as the steps before have moved it. */
export interface Approving {
  readonly approved: ApprovedTree
  /** Its files. Whoever is given it doesn't close it. */
  readonly source: Source
}

/**
 * Who says what stands on the default branch and who approved it. apply has no other: without one nothing moves the
 * approved tree, and nothing but the approved tree is followed.
 */
export interface Authority {
  /** Whether a commit is at hand, fetched if need be. Throws UnableError where history is cut off. */
  has(commit: string): Promise<boolean>
  /**
   * Merged pull requests that may have brought a first-parent commit of the default branch, by number; none: it was
   * pushed. Several, where more than one had the same head: only proof tells them apart.
   */
  pullsOf(commit: string): Promise<Reading<readonly number[]>>
  /** The verdict on a merged pull request by the tree so far. Not ok: it could not be read, and may be later. */
  prove(pull: number, landed: Pick<Step, 'commits' | 'parent'>, so: Approving): Promise<Reading<Proved>>
}
