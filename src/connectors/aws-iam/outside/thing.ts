import type { GroupDetail, PrincipalDetail } from '../account.ts'
import type { SignIn, View } from './view.ts'

/** One principal or group, read afresh. */
export interface Fresh {
  /** An account of which nothing was read but this. */
  readonly view: View
  /** `user/alice`, `role/ci/exporter`, `group/auditors`. */
  readonly name: string
  readonly holder: PrincipalDetail | GroupDetail
  /** Null for roles and groups. */
  readonly signIn: SignIn | null
}

/** A thing that can be taken away, in the terms of the calls that do it. */
export type Thing =
  | { readonly what: 'attached'; readonly arn: string }
  | { readonly what: 'inline'; readonly name: string; readonly document: string }
  | { readonly what: 'member'; readonly group: string }
  | { readonly what: 'key'; readonly key: string; readonly active: boolean }
  | { readonly what: 'login' }
