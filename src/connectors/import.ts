import type { Instant } from '../book/instant.ts'
import type { Risk } from '../book/risks.ts'
import type { Explained, OutsidePrincipal } from './outside.ts'

/**
 * How sure a guess is. `high`: several signs say so and none speaks against it. `medium`: one sign says so. `low`: no sign
 * does, or they contradict each other; nothing is ever made of such a guess.
 */
export type Confidence = 'high' | 'medium' | 'low'

/** Whom a principal of a system seems to be. */
export interface GuessedSubject {
  /** As `ConnectorCore.principalOf` writes it: `user/alice`. */
  readonly principal: string
  readonly kind: 'person' | 'workload'
  readonly confidence: Confidence
  /** What speaks for it and against it, each in words. */
  readonly why: readonly string[]
  /** Its value below `accounts`; null: a file can’t name it, and `why` says so. */
  readonly account: unknown
  /** What to call it, as the system does; from outside, not escaped. */
  readonly name: string
  /** An e-mail address that the system holds for it. Whoever may edit there may have written it. */
  readonly email: string | null
  readonly work: 'pipeline' | 'service' | 'machine'
  /** Where a workload runs, as far as what it trusts says so and a file may name it. */
  readonly runs: readonly {
    readonly kind: 'github-actions' | 'aws-role' | 'kubernetes' | 'other'
    readonly ref: string
  }[]
}

/** Something that can be held in a system, in a form that a target may have. */
export interface GuessedEntitlement {
  /** Equal if and only if the target is. */
  readonly key: string
  /** What the system calls it; from outside, not escaped. */
  readonly name: string
  /** What holding it allows, on one line. */
  readonly description: string
  readonly target: unknown
  readonly risk: Risk
  /** What it was taken from, and why it has this risk. */
  readonly why: readonly string[]
}

/** Who holds what now, in the system’s own way. */
export interface GuessedHolding {
  readonly principal: string
  /** Key of the entitlement. */
  readonly entitlement: string
  /** What of it hangs on the principal now, as `OutsideItem.id`. */
  readonly ids: readonly string[]
  /** In which way, as the end of "… was a member of group auditors". */
  readonly how: string
}

/** A thing that no target can express. */
export interface Unsaid {
  /** The system’s own name (an ARN) of whom it hangs on. */
  readonly principal: string
  /** As `OutsideItem.id`. */
  readonly id: string
  readonly why: string
}

/** What is dangerous about a principal as it is. */
export interface GuessedRisk {
  readonly principal: string
  readonly risk: 'administrator' | 'old-key' | 'no-mfa' | 'unused' | 'other-account'
  readonly says: string
}

/** A whole system as a first baseline would have it. All lists are sorted, so that the same system gives the same. */
export interface Guess {
  readonly subjects: readonly GuessedSubject[]
  readonly entitlements: readonly GuessedEntitlement[]
  readonly holdings: readonly GuessedHolding[]
  readonly unsaid: readonly Unsaid[]
  readonly risks: readonly GuessedRisk[]
  /** What could not be read, in words. */
  readonly unread: readonly string[]
  /** Key of a valid target, as {@link GuessedEntitlement.key}. */
  keyOf(target: unknown): string
  /** What would still be access outside if files explained this. */
  outside(explained: Explained): readonly OutsidePrincipal[]
}

/** With what a system is guessed at. */
export interface GuessTerms {
  readonly now: Instant
  /** From which age on a key is old, in milliseconds. */
  readonly keyAge: number
}
