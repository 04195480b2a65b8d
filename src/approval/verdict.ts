import type { Instant } from '../book/instant.ts'

/** `missing`: more approvals would do. `refused`: none would, or something could not be read. */
export type VerdictState = 'approved' | 'missing' | 'refused'

/** One approval that counts for a path. */
export interface CountedApproval {
  readonly login: string
  /** GitHub's number of the account. */
  readonly id: number
  /** Id of the person. */
  readonly person: string
  /** As what: the team or login that owns the path (`@acme/billing`), or `consent`. */
  readonly as: string
  readonly review: number
  readonly commit: string
  readonly at: Instant
}

/** What is lacking for a path: `count` more distinct people from any of `from`. */
export interface MissingApproval {
  /** Teams or logins, `@acme/billing`. Sorted. */
  readonly from: readonly string[]
  readonly count: number
  readonly why: string
  /** Ids of people who still can; null where nobody asked. Empty: nobody can, which is an error. Sorted. */
  readonly could: readonly string[] | null
}

/** Why something is refused or doesn't count, as a value. */
export interface ProofReason {
  /** Name of the rule, kebab-case, as its file in `rules/` is called. */
  readonly rule: string
  /** What is wrong, whom or what it names, and how to mend it. */
  readonly why: string
  /** Another attempt may help: something could not be read. */
  readonly passing: boolean
}

/** A workload that changes hands, and whose consent was found. */
export interface Transfer {
  readonly from: string
  readonly to: string
  /** `part`: opened the pull request, or pushed to it. */
  readonly consents: readonly { readonly person: string; readonly by: 'review' | 'part' }[]
}

/** The verdict on one path. */
export interface PathVerdict {
  readonly path: string
  /** Form that is approved; null for a deletion. */
  readonly blob: string | null
  readonly state: VerdictState
  /** `none`: a reduction or a restored form needs no approval. */
  readonly need: 'approval' | 'none'
  readonly approvals: readonly CountedApproval[]
  readonly missing: readonly MissingApproval[]
  readonly reasons: readonly ProofReason[]
  /** Absent: nothing changes hands by it. */
  readonly transfer?: Transfer
}

/** A review that does not count, and why: so that nobody wonders. */
export interface DiscountedReview {
  readonly review: number
  readonly login: string | null
  readonly why: string
}

/** What the proof says of one pull request. The same value is shown on the check and enforced by apply. */
export interface Verdict {
  readonly pull: number
  readonly head: string
  /** Merge base with the default branch; null where there is none. */
  readonly base: string | null
  /** The worst of the paths; `approved` if there are none. */
  readonly state: VerdictState
  /** One sentence; null if approved. */
  readonly why: string | null
  /** What makes the whole pull request unapprovable. */
  readonly reasons: readonly ProofReason[]
  /** Sorted by path. Empty if it touches nothing governed. */
  readonly paths: readonly PathVerdict[]
  readonly discounted: readonly DiscountedReview[]
  /** What is worth knowing and blocks nothing (fewer than quorum + 1 people could approve). */
  readonly warnings: readonly string[]
  /** Id of who asks, for the record; null if no person is known. */
  readonly requester: string | null
  /** Whether trying again may change it because something could not be read; such a verdict is never final. */
  readonly passing: boolean
}
