import type { Instant } from '../../book/instant.ts'

export interface Label {
  readonly id: number
  name: string
  color: string
  description: string | null
}

/** A comment on an issue or a pull request (not on a line). */
export interface Comment {
  readonly id: number
  readonly author: number
  /** The App through which it was written. */
  readonly app: number | null
  body: string
  readonly created: Instant
  updated: Instant
}

/** What happened to an issue or a pull request, in the API's words; comments, reviews and commits are added when asked for. */
export interface TimelineEvent {
  readonly id: number
  /** `base_ref_changed`, `review_dismissed`, `closed`, `reopened`, `merged`, `renamed`, `labeled`, `head_ref_deleted`, … */
  readonly event: string
  readonly actor: number | null
  readonly app: number | null
  readonly at: Instant
  readonly commit: string | null
  /** Fields of this kind of event alone, as the API shows them (`dismissed_review`, `rename`, `label`, …). */
  readonly more: Readonly<Record<string, unknown>>
}

/** What issues and pull requests have in common. */
export interface Issue {
  readonly id: number
  readonly number: number
  title: string
  body: string | null
  readonly author: number
  /** The App through which it was opened. */
  readonly app: number | null
  state: 'open' | 'closed'
  stateReason: 'completed' | 'reopened' | 'not_planned' | null
  readonly created: Instant
  updated: Instant
  closed: Instant | null
  closedBy: number | null
  locked: boolean
  labels: number[]
  assignees: number[]
  readonly comments: Comment[]
  /** Oldest first. */
  readonly timeline: TimelineEvent[]
}

export interface Review {
  readonly id: number
  /** Null: the account is gone. */
  author: number | null
  body: string
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'
  /** Null: GitHub has lost it. */
  commit: string | null
  /** Null while it is pending. */
  submitted: Instant | null
}

/** A comment on a line. */
export interface ReviewComment {
  readonly id: number
  readonly review: number
  readonly author: number | null
  readonly path: string
  readonly line: number | null
  readonly side: 'LEFT' | 'RIGHT'
  readonly commit: string
  body: string
  readonly created: Instant
  updated: Instant
  readonly inReplyTo: number | null
}

/** What a pull request has beside its issue. */
export interface Pull {
  readonly id: number
  readonly number: number
  draft: boolean
  /** Id of the head's repository; null: it is gone. */
  headRepository: number | null
  /** Branch name, without `refs/heads/`. */
  readonly headRef: string
  head: string
  baseRef: string
  /** Tip of the base branch when the pull request was opened, retargeted or last pushed to. */
  base: string
  merged: {
    readonly at: Instant
    readonly by: number | null
    /** The commit at which the base branch stood afterwards. */
    readonly commit: string
    readonly method: 'merge' | 'squash' | 'rebase' | 'push'
    /** Where the base branch stood before. */
    readonly base: string
    /** All commits that came into the base branch with it. */
    readonly landed: readonly string[]
  } | null
  /** Oldest first. */
  readonly reviews: Review[]
  readonly reviewComments: ReviewComment[]
  requestedReviewers: number[]
  requestedTeams: number[]
  maintainerCanModify: boolean
}
