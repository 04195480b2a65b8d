import type { Form, PathDifference } from '../approval/facts.ts'
import type { Event } from './events.ts'

/** Rules of the branch, each told by name. */
export type ChainRule =
  /** Its object is no commit in the form that we and git write. */
  | 'commit-form'
  /** Exactly one parent: the commit before it. */
  | 'parent'
  | 'unsigned'
  /** Signed, but not over this commit. */
  | 'signature'
  /** Signed by a key that was no signer then. */
  | 'signer'
  /** Only `approved/grants/`, `events/grants/` and `runs/`, as regular files. */
  | 'path'
  | 'append-only'
  /** A line that is no event, isn't written as we write, or stands in another's file. */
  | 'event'
  /** `approved/` changed otherwise than the events say. */
  | 'approved'
  | 'genesis'
  /** Settings that name no signer: nobody could go on. */
  | 'settings'

/** One way in which a commit breaks a rule. */
export interface ChainProblem {
  readonly commit: string
  readonly rule: ChainRule
  /** Path on the branch; null: it is about the whole commit. */
  readonly file: string | null
  /** Counted from 1. */
  readonly line: number | null
  readonly message: string
}

/** What must be known of the default branch to judge the first commit. */
export interface GenesisFacts {
  /** git's id of the tree `approved/grants` of this commit; null if there is none. */
  readonly own: string | null
  /** git's id of the tree `grants` of the commit that the event names; null if it can't be had. */
  readonly main: string | null
  /** Whether that commit is in the default branch's history; null if nobody asks because a key is trusted from outside. */
  readonly inHistory: boolean | null
}

/** One commit of the branch as git has it, and what it has differently from its parent. */
export interface Step {
  readonly id: string
  /** Bytes of the commit object. */
  readonly object: Uint8Array
  /** All paths of the whole tree that differ, as they stand on the branch (`approved/grants/…`). */
  readonly changes: readonly PathDifference[]
  /** Content of the blobs that `contentsOf` (verify.ts) names; undefined: it can't be had. */
  readonly content: (blob: string) => Uint8Array | undefined
  /** What a first commit is judged by; null for all others. */
  readonly genesis: GenesisFacts | null
}

/** What a commit is judged by: everything that is known of the branch before it. */
export interface ChainState {
  /** Commit before; null: the next one is the first. */
  readonly head: string | null
  /**
   * Keys that may sign the next commit (`ssh-ed25519 AAAA…`). Before the first: the one trusted from outside; empty where
   * main's own settings at that commit are to be trusted.
   */
  readonly signers: ReadonlySet<string>
  /** Form of a governed file in `approved/`, by its path without that prefix. */
  readonly form: (path: string) => Form | null
}

/** What judging a commit gave. */
export interface Judged {
  readonly problems: readonly ChainProblem[]
  /** What it appended, in order; whole only if there are no problems. */
  readonly events: readonly Event[]
  /** Keys that may sign the commit after it. */
  readonly signers: ReadonlySet<string>
  /** Who signed it; null: nobody that counts. */
  readonly signer: string | null
}

/** Adds a problem of the step at hand. */
export type Tell = (rule: ChainRule, file: string | null, line: number | null, message: string) => void
