import type { PolicyDocument } from './document.ts'

/** Values of a request's condition keys, by key in lower case: keys are compared without regard to case. */
export type RequestContext = ReadonlyMap<string, readonly string[]>

/** Who asks, as a trust may name them. */
export interface PrincipalNames {
  readonly account: string
  /** ARN of the user, or of the session (`arn:aws:sts::…:assumed-role/name/session`). */
  readonly arn: string
  /** ARN of the role behind a session, else null. */
  readonly role: string | null
  /** Unique id of the user or role. */
  readonly id: string
}

/** One question to {@link evaluate}. */
export interface AccessRequest {
  readonly action: string
  readonly resource: string
  readonly principal: PrincipalNames
  readonly context: RequestContext
}

/** A role's trust, as far as a request is concerned. */
export interface Trust {
  readonly document: PolicyDocument
  /** Account of the role. */
  readonly account: string
  /** Unique ids that the trust's ARNs were resolved to when it was written. */
  readonly trusted: Readonly<Record<string, string>>
}

/** Every policy that has a say. */
export interface Policies {
  /** Inline, attached and by group. */
  readonly identity: readonly PolicyDocument[]
  /** Null: none is set, so none limits. */
  readonly boundary: PolicyDocument | null
  /** Policies passed when the session was begun; null: none, so none limits. */
  readonly session: readonly PolicyDocument[] | null
  /** For assuming a role: its trust. Null for every other action. */
  readonly trust: Trust | null
}

/** What came out and which rule decided. */
export interface Decision {
  readonly allowed: boolean
  readonly why: 'allowed' | 'explicit-deny' | 'no-trust' | 'no-allow' | 'boundary' | 'session-policy'
}
