import type { Instant } from '../../book/instant.ts'
import { secretFor, tokenFor } from './ids.ts'
import type { Tag } from './params.ts'
import type { PolicyDocument } from './policy/document.ts'

/** A session that STS issued for a role. */
export interface RoleSession {
  readonly accessKeyId: string
  readonly account: string
  readonly roleName: string
  /** The session dies with the role of this id. */
  readonly roleId: string
  readonly name: string
  readonly issued: Instant
  readonly expires: Instant
  /** Session policies; null: none were passed. */
  readonly policies: readonly PolicyDocument[] | null
  readonly tags: readonly Tag[]
  /** Keys of tags that go on to sessions begun from this one. */
  readonly transitive: readonly string[]
  readonly sourceIdentity: string | null
}

/** Who sends a request. */
export type Caller =
  | { readonly kind: 'root'; readonly account: string; readonly accessKeyId: string }
  | { readonly kind: 'user'; readonly account: string; readonly accessKeyId: string; readonly name: string }
  | {
      readonly kind: 'session'
      readonly account: string
      readonly accessKeyId: string
      readonly session: RoleSession
    }

/** What a signature is checked with. */
export interface Secrets {
  readonly secret: string
  readonly token: string | null
}

/** The secrets of any access key: they follow from its id. */
export function secretsOf(caller: Caller): Secrets {
  const { accessKeyId } = caller
  return { secret: secretFor(accessKeyId), token: caller.kind === 'session' ? tokenFor(accessKeyId) : null }
}
