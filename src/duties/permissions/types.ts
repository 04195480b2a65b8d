import type { PolicyStatement } from '../../connectors/permissions.ts'

export type { PolicyStatement } from '../../connectors/permissions.ts'

/** Where statements come from. */
export interface StatementSource {
  /** Path of the grant's file; null: not by a grant of ours (a foreign policy, a group). */
  readonly grant: string | null
  /** In words: `aws-prod/billing-read`, `policy x of role y`. */
  readonly what: string
  readonly statements: readonly PolicyStatement[]
}

/** Somebody one can act as in one account: a user, a workload's role, an entitlement role. */
export interface Identity {
  /**
   * Its ARN, or `user/alice` where the account isn't known. Only with the ARN can "every resource of the own account" be
   * told from "some resources".
   */
  readonly name: string
  readonly sources: readonly StatementSource[]
  /** Null: there is none. */
  readonly boundary: readonly PolicyStatement[] | null | 'unread'
  /** What of its documents could not be read, in words. Not empty: anything may be allowed. */
  readonly unread: readonly string[]
  /** Roles that it may assume though none of its statements says so. A null grant: not by a grant of ours. */
  readonly assumes: readonly { readonly role: string; readonly grant: string | null }[]
}

/** A role whose documents are known. */
export interface Role extends Identity {
  /** Whether its trust admits a principal, by the principal's {@link Identity.name}; null: can't tell. */
  trusts(principal: string): boolean | null
}

/** The roles of the world, the same for everybody who is analysed. */
export interface Roles {
  /** A role's documents as far as they are known, by ARN; null: nothing is known of it. */
  role(arn: string): Role | null
  /** ARNs of all roles that are known, so that a pattern can be followed to those it matches. */
  readonly known: readonly string[]
}

/** Everything that one person can reach. */
export interface Reachable extends Roles {
  /** What they are without assuming a role: users, roles of workloads that they own or run. */
  readonly start: readonly Identity[]
}

/** Actions that are toxic together. */
export interface ActionPath {
  readonly id: string
  /** All of them are needed. A wildcard stands for any one of the actions that it matches. */
  readonly actions: readonly string[]
  readonly title: string
  /** Link to where the path is described; empty where an own set gives none. */
  readonly source: string
}

/** Paths under one name: `privilege-escalation`. */
export interface ActionSet {
  readonly id: string
  readonly title: string
  readonly paths: readonly ActionPath[]
}

/** `sure`: one identity is surely allowed all of it. `unsure`: it can't be ruled out. */
export type Certainty = 'sure' | 'unsure'

/** A path that somebody has, or may have. */
export interface Found {
  readonly set: string
  readonly path: ActionPath
  readonly certainty: Certainty
  /** Why it is unsure, in words: each once, sorted; the first twenty, and how many more. Empty if it is sure. */
  readonly reasons: readonly string[]
  /** What allows each action, in the order of the path's actions; none for one that only unread documents may allow. */
  readonly by: readonly {
    readonly action: string
    readonly source: string
    readonly grant: string | null
    readonly identity: string
  }[]
  /**
   * A smallest set of grants that completes the path with this certainty beside what isn't granted by us, sorted: dropping
   * any one of them breaks it. The smallest of all while no more than 15 grants come into question.
   */
  readonly grants: readonly string[]
}

/** Somebody one can act as of whom too little is known to rule anything out. To be told once, not for each path. */
export interface Unknown {
  readonly identity: string
  /** A clause in words: `documents of user/alice were not read: policy x`. */
  readonly why: string
  /** A smallest set of grants that leads there, sorted; empty: no grant of ours is needed. */
  readonly grants: readonly string[]
}

/** What the statements that somebody can reach allow. A path in neither list is certainly not allowed. */
export interface Analysis {
  readonly found: readonly Found[]
  readonly unknown: readonly Unknown[]
}

/** The actions that AWS knows, as `src/generated/iam-actions.js` has them. */
export interface ActionData {
  /** Version of the data. */
  readonly version: string
  /**
   * Resource formats, without `arn:<partition>:` before them: `$` stands for the account's number, `*` for any other
   * variable.
   */
  readonly formats: readonly string[]
  /**
   * Service → its actions, grouped by the resources that they are about: `12,13:GetRole PassRole;:ListRoles` (numbers of
   * formats; none: the action is about no resource).
   */
  readonly services: Readonly<Record<string, string>>
}
