import type { Instant } from '../../book/instant.ts'
import type { ContextEntries } from './authorise.ts'
import type { Caller } from './caller.ts'
import type { Cloud } from './cloud.ts'
import type { Params } from './params.ts'
import type { AccountState } from './state.ts'
import type { Answer } from './xml.ts'

/** One request on its way through an operation. */
export interface Call {
  readonly cloud: Cloud
  /** The caller's account; under a `stale` fault, as a read still sees it. */
  readonly state: AccountState
  readonly caller: Caller
  readonly params: Params
  readonly now: Instant
  /** Under a `short` fault: listings give half of what was asked for. */
  readonly shortPage: boolean
}

/** One operation of IAM. A run that throws has changed nothing. */
export interface Operation {
  readonly kind: 'read' | 'write'
  /** ARN that the caller's policies must allow the action on. */
  readonly resource: (call: Call) => string
  /** Condition keys of this operation (`iam:PermissionsBoundary`, `iam:PolicyARN`, …). */
  readonly context?: (call: Call) => ContextEntries
  /** Null: the answer has no result. */
  readonly run: (call: Call) => Readonly<Record<string, Answer>> | null
}

/** Operations by the names of the API. */
export type Operations = Readonly<Record<string, Operation>>

/** For operations that policies can only allow on everything. */
export const everything = (): string => '*'
