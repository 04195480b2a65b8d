import type { Book } from '../book/book.ts'
import type { Instant } from '../book/instant.ts'
import type { OutOfBand } from '../book/kinds/out-of-band.ts'
import type { Form, PullFacts, TeamAnswers } from './facts.ts'

/**
 * What can be known of a pull request before anybody's membership was asked for.
 *
 * Books hold governing files (all kinds but grants, break-glass grants, out-of-band files and retrospectives) whole, of
 * the others at least those that the pull request touches; each book's `tree` names all files of its tree.
 */
export interface ProofQuestion {
  readonly facts: PullFacts
  /**
   * The proved book: the approved tree with unproved reductions of people and suspensions undone. Owners, approvers and
   * who is active come from it, never from the pull request.
   */
  readonly book: Book
  /** The approved tree as it acts: what reductions are judged against. */
  readonly before: Book
  /** The approved tree with this pull request's paths: as landed, or, before it is merged, as in the head. */
  readonly after: Book
  /** Form of a path in the approved tree (the one of `before`); null: it has none. */
  readonly approvedForm: (path: string) => Form | null
  /**
   * Out-of-band files by path, as they stood in the commit that our App last pushed to the head branch. Needed only where
   * people changed such a file in the App's own pull request; empty otherwise.
   */
  readonly found: ReadonlyMap<string, OutOfBand>
  /** Out-of-band files that ask for nothing but what was taken away to be restored, as evidence has it. */
  readonly takenAway: ReadonlySet<string>
  /** The merge instant if it is merged (then {@link PullFacts.landed} says so too), else the present. */
  readonly now: Instant
}

/** All that a verdict rests on. */
export interface ProofInput extends ProofQuestion {
  readonly teams: TeamAnswers
}
