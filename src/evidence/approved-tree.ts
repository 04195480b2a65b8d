import type { FileEntry, Tree } from '../book/tree.ts'

/** The last proved version of every governed file, and which of them are only reduced. Everything downstream reads this. */
export interface ApprovedTree extends Tree {
  /** Commit of the evidence branch whose `approved/` this is. Paths are without that prefix: `grants/people/alice.yaml`. */
  readonly evidence: string
  /** Commit of the default branch up to which everything has been judged. */
  readonly sealed: string
  /**
   * Paths whose present form was reached by an unproved reduction, with the form that was last proved (null: there was
   * none). They act on access only: who may approve, object, dismiss or consent follows the proved form.
   */
  readonly unproved: ReadonlyMap<string, FileEntry | null>
}

/** One path of the approved tree that moves; `to` null: it leaves. */
export interface Move {
  readonly path: string
  readonly to: { readonly mode: string; readonly blob: string } | null
}
