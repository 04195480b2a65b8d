import type { Instant } from '../../book/instant.ts'
import type { Caller } from './caller.ts'

/** One event as CloudTrail keeps it. */
export interface TrailEvent {
  readonly id: string
  readonly account: string
  readonly at: Instant
  /** `PutUserPolicy`. */
  readonly name: string
  /** `iam.amazonaws.com`. */
  readonly source: string
  readonly username: string
  readonly caller: { readonly kind: Caller['kind']; readonly arn: string; readonly accessKeyId: string }
  readonly readOnly: boolean
  readonly resources: readonly { readonly type: string; readonly name: string }[]
  readonly parameters: Readonly<Record<string, string>>
  /** Key id of the session that it opened; null: none. */
  readonly opened: string | null
  readonly error: { readonly code: string; readonly message: string } | null
  readonly requestId: string
}
