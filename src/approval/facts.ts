import type { Instant } from '../book/instant.ts'

/** A GitHub account as an answer named it. The number is what counts: logins can be renamed and taken over. */
export interface Account {
  readonly login: string
  readonly id: number
  /** GitHub's `type`: `User`, `Bot`, `Organization`. */
  readonly type: string
}

/** A file's form: git's mode and object id. Null where one of these is expected: there is no such file. */
export interface Form {
  readonly mode: string
  readonly blob: string
}

/** One path that differs between two commits or trees. No renames: one went, one came. */
export interface PathDifference {
  readonly path: string
  readonly before: Form | null
  readonly after: Form | null
}

/** Something that GitHub or git did not tell, or not whole. It makes everything that rests on it not approved. */
export interface Gap {
  /** What could not be read, in words: `reviews of #12`, `members of @acme/billing`. */
  readonly what: string
  /** Why: `403`, `a page is missing`, `the listing stops at 3,000 files`. */
  readonly why: string
  /** Whether trying again later may help. All gaps that come from the network do; a cap does not. */
  readonly passing: boolean
}

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED' | 'COMMENTED' | 'PENDING'

/** One review as GitHub lists it. */
export interface Review {
  readonly id: number
  /** Null: the account is gone. */
  readonly author: Account | null
  readonly state: ReviewState
  /** The commit that GitHub says was reviewed; null if it doesn't say. A claim: content decides. */
  readonly commit: string | null
  readonly at: Instant
}

/** A review that was dismissed: by whom, and what it had said. From the timeline (`review_dismissed`). */
export interface Dismissal {
  readonly review: number
  readonly by: Account | null
  readonly at: Instant
  /** What the review was before: `approved`, `changes_requested`; null if GitHub doesn't say. */
  readonly was: string | null
}

/** Who moved the head branch. From the repository's activity, the only authenticated record of pushes. */
export interface Push {
  readonly by: Account | null
  readonly at: Instant
  /** `push`, `force_push`, `branch_creation`, … */
  readonly kind: string
  readonly before: string
  readonly after: string
}

/**
 * One commit of the pull request that changes a path under `grants/` against all its parents ("update branch" and plain
 * merges don't). Names and addresses are claims: they can only exclude.
 */
export interface Contribution {
  readonly commit: string
  /** Addresses of author, committer and co-authors; `web-flow`'s is left out. */
  readonly emails: readonly string[]
}

/** What a commit has differently under `grants/` from its own merge base with the default branch. */
export interface CommitContent {
  readonly commit: string
  /** The merge base; null where there is none. */
  readonly base: string | null
  /** Sorted by path. Null: the commit or its base can't be had. */
  readonly differences: readonly PathDifference[] | null
}

/** How a merged pull request reached the default branch. */
export interface Landed {
  /** First-parent commits of the default branch that it brought, oldest first (several when rebased). */
  readonly commits: readonly string[]
  /** The default branch before the first of them. */
  readonly parent: string
  /** `merged_at`. */
  readonly at: Instant
  /** What changed under `grants/` from `parent` to the last of them. Sorted by path. */
  readonly differences: readonly PathDifference[]
}

/** All that GitHub and git said of one pull request, and how complete it is. Who may answer for teams is in {@link TeamAnswers}. */
export interface PullFacts {
  /** `owner/name` of the governed repository. */
  readonly repository: string
  readonly number: number
  readonly title: string
  readonly author: Account | null
  /** Whether the head lies in the governed repository itself. */
  readonly sameRepository: boolean
  /** The branch that it goes into, and the repository's default branch. */
  readonly into: string
  readonly defaultBranch: string
  readonly branch: string
  readonly open: boolean
  readonly merged: boolean
  /** Head as GitHub names it; exactly this commit was read. */
  readonly head: string
  /** What the head has differently under `grants/`, and its merge base with the default branch (as it was before the merge). */
  readonly content: CommitContent
  /** Paths outside `grants/` that the head changes against its merge base. Sorted. */
  readonly others: readonly string[]
  /** Null while it isn't merged. */
  readonly landed: Landed | null
  /** Oldest first. */
  readonly reviews: readonly Review[]
  readonly dismissals: readonly Dismissal[]
  /** When its base branch was changed. */
  readonly retargeted: readonly Instant[]
  /** Every move of the branch from its creation to the head, oldest first. */
  readonly pushes: readonly Push[]
  readonly contributions: readonly Contribution[]
  /**
   * Content of every commit that a review names, by commit; and of every commit that {@link pushes} say the branch stood
   * at, before or after: only with these can "update branch" be told from a push of changes, and a review that GitHub
   * stamped anew from one that was given to something else. Without them such a pusher, such a review doesn't count.
   */
  readonly reviewed: ReadonlyMap<string, CommitContent>
  /**
   * By approving review: what its commit had differently from the default branch as that stood when the review was given,
   * which is what the pull request showed; several where the branch moved in that very second. Nothing: it can't be told.
   */
  readonly shown: ReadonlyMap<number, readonly CommitContent[]>
  /**
   * In our App's pull requests: the `Grantbook-Requester` trailer of the App's own commit, a person's id. Null: none, or
   * the pull request isn't our App's.
   */
  readonly requesterTrailer: string | null
  readonly gaps: readonly Gap[]
}

/** One thing that must be asked of GitHub before a verdict can be given. */
export interface TeamQuestion {
  /** `@acme/billing`. */
  readonly team: string
  readonly login: string
}

/** What GitHub says of teams. What isn't in here was not asked, and counts as a gap if it is needed. */
export interface TeamAnswers {
  /** By team: whether the team itself may push to this repository. */
  readonly mayPush: ReadonlyMap<string, boolean>
  /** By {@link membershipKey}: whether the account is an active member, of a child team too. */
  readonly active: ReadonlyMap<string, boolean>
  /** By team: all its active members; only for teams from which something is missing. */
  readonly members: ReadonlyMap<string, readonly Account[]>
  readonly gaps: readonly Gap[]
}

/** Key of {@link TeamAnswers.active}. GitHub tells logins apart regardless of case. */
export function membershipKey({ team, login }: TeamQuestion): string {
  return `${team.toLowerCase()} ${login.toLowerCase()}`
}
