import type { Audited } from '../evidence/audit/auditor.ts'

/** What the branch was compared with. */
export type Anchor =
  /** Nothing from outside says where the branch should stand. */
  | { readonly state: 'none' }
  | { readonly state: 'contained'; readonly head: string; readonly source: string }
  | { readonly state: 'broken' }

/** What an audit shows. */
export interface AuditView extends Audited {
  /** Commit that the branch stands at; null if there is no branch. */
  readonly head: string | null
  readonly anchor: Anchor
  /** What was compared with GitHub, or why nothing was. */
  readonly github: string
}
