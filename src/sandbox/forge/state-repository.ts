import type { Instant } from '../../book/instant.ts'
import type { Permission } from './permission.ts'
import type { Deployment, WorkflowRun } from './state-deployment.ts'
import type { Issue, Label, Pull } from './state-pull.ts'

/** One move of a ref, as `GET …/activity` tells it. */
export interface Activity {
  readonly id: number
  readonly type:
    | 'push'
    | 'force_push'
    | 'branch_creation'
    | 'branch_deletion'
    | 'pr_merge'
    | 'merge_queue_merge'
  /** `refs/heads/main`. */
  readonly ref: string
  /** Forty zeros: it did not exist. */
  readonly before: string
  readonly after: string
  readonly at: Instant
  readonly actor: number | null
}

/** Who is named in a restriction. */
export interface ActorList {
  users: number[]
  teams: number[]
  apps: number[]
}

/** Classic branch protection of one branch. */
export interface BranchProtection {
  /** Null: no pull request is needed. */
  reviews: {
    count: number
    codeOwners: boolean
    dismissStale: boolean
    lastPush: boolean
    /** Who may dismiss; null: everybody who may write. */
    dismissal: ActorList | null
    /** Who may push without a pull request. */
    bypass: ActorList
  } | null
  /** Required checks; null: none. `app`: the App that must have made it; null: anybody. */
  checks: { strict: boolean; contexts: { context: string; app: number | null }[] } | null
  /** Who may push at all; null: everybody who may write. */
  restrictions: ActorList | null
  enforceAdmins: boolean
  linearHistory: boolean
  allowForcePushes: boolean
  allowDeletions: boolean
  signatures: boolean
  conversationResolution: boolean
  lockBranch: boolean
}

/** One rule of a ruleset, in the API's own words (`pull_request`, `non_fast_forward`, `deletion`, …). */
export interface Rule {
  readonly type: string
  readonly parameters?: Readonly<Record<string, unknown>>
}

export interface Ruleset {
  readonly id: number
  name: string
  target: 'branch' | 'tag' | 'push'
  enforcement: 'disabled' | 'active' | 'evaluate'
  /** `~DEFAULT_BRANCH`, `~ALL` or patterns such as `refs/heads/release/*`. */
  include: string[]
  exclude: string[]
  bypass: {
    /** Team or App id, or the number of a role; null for `OrganizationAdmin` and `DeployKey`. */
    actor: number | null
    type: 'Team' | 'Integration' | 'OrganizationAdmin' | 'RepositoryRole' | 'DeployKey'
    mode: 'always' | 'pull_request' | 'exempt'
  }[]
  rules: Rule[]
  readonly created: Instant
  updated: Instant
}

export interface Environment {
  readonly id: number
  readonly name: string
  /** Required reviewers. */
  reviewers: { type: 'User' | 'Team'; id: number }[]
  preventSelfReview: boolean
  waitMinutes: number
  /** Which branches may deploy; null: all. `protected`: the protected ones; else the patterns. */
  branches: { protected: boolean; patterns: { id: number; name: string; type: 'branch' | 'tag' }[] } | null
  /** Names only: nobody can read a secret back. */
  secrets: string[]
  readonly created: Instant
}

export interface ActionsSettings {
  enabled: boolean
  allowed: 'all' | 'local_only' | 'selected'
  shaPinningRequired: boolean
  /** What a workflow's own token may do by default, and whether it may approve pull requests. */
  defaultPermissions: 'read' | 'write'
  mayApprove: boolean
}

export interface CheckRun {
  readonly id: number
  readonly suite: number
  readonly app: number
  readonly sha: string
  name: string
  externalId: string
  detailsUrl: string | null
  status: 'queued' | 'in_progress' | 'completed'
  conclusion: string | null
  started: Instant | null
  completed: Instant | null
  output: { title: string | null; summary: string | null; text: string | null }
  annotations: Readonly<Record<string, unknown>>[]
  actions: { label: string; description: string; identifier: string }[]
}

/** All check runs of one App on one commit. */
export interface CheckSuite {
  readonly id: number
  readonly app: number
  readonly sha: string
  readonly branch: string | null
  readonly created: Instant
  updated: Instant
}

export interface CommitStatus {
  readonly id: number
  readonly sha: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  readonly context: string
  readonly description: string | null
  readonly targetUrl: string | null
  readonly creator: number
  readonly created: Instant
}

/** A repository; its objects and refs also lie in a bare git directory. */
export interface Repository {
  readonly id: number
  name: string
  readonly owner: number
  description: string | null
  private: boolean
  archived: boolean
  defaultBranch: string
  readonly created: Instant
  pushed: Instant
  /** The repository that this was forked from. Forks share all objects, as on GitHub. */
  readonly parent: number | null
  /** All refs with their objects, as in the git directory: `refs/heads/main` → commit. Change them by {@link Git.setRef}. */
  readonly refs: Map<string, string>
  merging: {
    mergeCommit: boolean
    squash: boolean
    rebase: boolean
    autoMerge: boolean
    deleteBranch: boolean
    updateBranch: boolean
  }
  readonly collaborators: Map<number, Permission>
  /** By team id: what the team itself was given (its children have it too). */
  readonly teams: Map<number, Permission>
  /** By branch name. */
  readonly protection: Map<string, BranchProtection>
  readonly rulesets: Ruleset[]
  readonly environments: Map<string, Environment>
  /** Names of the repository's own Actions secrets and variables. */
  readonly secrets: string[]
  /** Names of the organization's Actions secrets that it may use. */
  readonly organizationSecrets: string[]
  readonly variables: Map<string, string>
  actions: ActionsSettings
  readonly labels: Label[]
  /** Issues and pull requests share their numbers: each pull request is also an issue. */
  readonly issues: Map<number, Issue>
  readonly pulls: Map<number, Pull>
  lastNumber: number
  /** Oldest first. */
  readonly activity: Activity[]
  readonly checkRuns: CheckRun[]
  readonly checkSuites: CheckSuite[]
  /** Oldest first. */
  readonly statuses: CommitStatus[]
  /** Oldest first. */
  readonly deployments: Deployment[]
  readonly workflowRuns: WorkflowRun[]
  /** Commits made through the API by an App: GitHub signs them itself, so they show as Verified. */
  readonly verified: Set<string>
}
