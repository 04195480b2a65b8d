import type { Gap } from '../approval/facts.ts'

/** What was asked for, whole, or why it isn't known. An empty value is an answer; a gap never counts as one. */
export type Known<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly gap: Gap }

/** The governed repository. */
export interface RepositoryFacts {
  /** `owner/name` as GitHub writes it now. */
  readonly name: string
  readonly defaultBranch: string
  /** Which ways of merging are on. */
  readonly merge: { readonly merge: boolean; readonly squash: boolean; readonly rebase: boolean }
}

/** What a branch demands of those who change it, from one ruleset or from classic protection. */
export interface BranchDemands {
  /** Where it stands, for people: `ruleset "main"`, `branch protection`. */
  readonly from: string
  /** Null: no pull request is demanded. */
  readonly pullRequest: {
    readonly approvals: number
    readonly codeOwners: boolean
    readonly dismissStale: boolean
    readonly lastPush: boolean
    /** Whether only named people may dismiss a review. */
    readonly dismissalRestricted: boolean
    /** Ways of merging that it leaves; null: it says nothing of them. */
    readonly methods: readonly string[] | null
  } | null
  readonly noForcePush: boolean
  readonly noDeletion: boolean
  /** Only those who may bypass it may change the branch at all. */
  readonly noUpdate: boolean
  readonly mergeQueue: boolean
  readonly checks: readonly { readonly context: string; readonly app: number | null }[]
  /** Who may pass by all this; a gap where GitHub doesn't show it to this token. */
  readonly bypass: Known<readonly Bypass[]>
}

/** Everything that demands something of whoever changes a branch. */
export interface BranchFacts {
  /** One for each ruleset that is active on it, those of the organisation too. */
  readonly rulesets: Known<readonly BranchDemands[]>
  /** Classic branch protection; null: GitHub says there is none. */
  readonly classic: Known<BranchDemands | null>
}

/** Somebody who may bypass. */
export interface Bypass {
  /** `Integration`, `OrganizationAdmin`, `RepositoryRole`, `Team`, `User`, `DeployKey`; `Administrators` of classic protection. */
  readonly kind: string
  readonly id: number | null
  /** `always`, `pull_request`, `exempt`. */
  readonly mode: string
}

/** An environment of Actions. */
export interface EnvironmentFacts {
  /** Branches (patterns) that may use it; null: any. */
  readonly branches: readonly string[] | null
  /** How many reviewers are named; 0: none is needed. */
  readonly reviewers: number
  readonly selfReview: boolean
  readonly secrets: Known<readonly string[]>
}

/** An owner that CODEOWNERS names. */
export interface OwnerFacts {
  readonly owner: string
  readonly mayPush: Known<boolean>
  /** How many active people of the files could approve; for a login at most 1. */
  readonly members: Known<number>
  /** The largest number of approvals that is needed of this owner's people for anything. */
  readonly needed: number
}

/** A system, as far as it can be reached without writing. */
export interface SystemFacts {
  readonly system: string
  /** Path of its file. */
  readonly file: string
  /** What was found out: `reached`; or why not, in words. `unasked`: no credentials are at hand. */
  readonly state: 'reached' | 'failed' | 'unasked'
  readonly why: string
  /** What the connector remarked while it opened the system, such as a role that can't be assumed; empty: nothing. */
  readonly remarks: readonly string[]
  /** Keys and passwords that don't end by themselves; null or absent: they weren't looked at. */
  readonly credentials?: CredentialFacts | null
}

/** How many credentials that last a system has, and what is wrong with which. */
export interface CredentialFacts {
  readonly count: number
  /** `user/ghost: too old`, the worst first. */
  readonly faulty: readonly string[]
  /** What could not be read of them, in words. */
  readonly unread: readonly string[]
}

/** A file of the default branch's tree whose mode isn't that of plain text. */
export interface OddFile {
  readonly path: string
  readonly mode: string
}

/** Everything that `doctor` looks at. */
export interface DoctorFacts {
  /** `settings.repository`, `settings.app`; null: settings can't be read. */
  readonly settings: { readonly repository: string; readonly app: string } | null
  readonly repository: Known<RepositoryFacts>
  /** The default branch. */
  readonly main: BranchFacts
  readonly evidence: BranchFacts
  /** What is to be said of a nightly that hasn't run for too long; null: nothing. */
  readonly nightly: Known<string | null>
  /** Number of the App that the settings name. */
  readonly app: Known<number>
  readonly actions: Known<{ readonly mayApprove: boolean; readonly defaultWrite: boolean }>
  readonly teamsByMembers: Known<boolean>
  /** Names of secrets that every workflow of the repository can read. */
  readonly secrets: Known<readonly string[]>
  /** `owner/name` of the repository whose workflows hold the secrets: the governed one, or the runner. Null: not named. */
  readonly runner: string | null
  /** By name; a null value: GitHub says there is none. */
  readonly environments: ReadonlyMap<string, Known<EnvironmentFacts | null>>
  readonly codeownersErrors: Known<
    readonly { readonly path: string; readonly line: number; readonly message: string }[]
  >
  readonly owners: readonly OwnerFacts[]
  /** Text of each shipped workflow where it must stand, in the form it was shipped in; null: it isn't there. */
  readonly workflows: ReadonlyMap<string, Known<string | null>>
  /** Places of values that a person must still set, by path. */
  readonly placeholders: ReadonlyMap<string, readonly number[]>
  readonly odd: readonly OddFile[]
  readonly systems: readonly SystemFacts[]
}
