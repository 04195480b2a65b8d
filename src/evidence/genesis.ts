import { writeInstant, type Instant } from '../book/instant.ts'
import type { Tree } from '../book/tree.ts'
import type { Move } from './approved-tree.ts'
import type { Event } from './events.ts'

/** What a record begins with. */
export interface Genesis {
  /** Commit of the default branch whose files are taken. */
  readonly commit: string
  readonly tree: Tree
  /** Id of the person who begins it. */
  readonly by: string
  /** Public half of the key that signs it. */
  readonly signer: string
  readonly at: Instant
  readonly run: string | null
  /** Why an earlier record is given up, and the last head that is known of it. */
  readonly recovered: { readonly why: string; readonly head: string | null } | null
}

/** The first event of a record, and the files that it takes as they are. */
export function begin({ commit, tree, by, signer, at, run, recovered }: Genesis): {
  readonly events: readonly Event[]
  readonly moves: readonly Move[]
} {
  const moves: Move[] = []
  for (const { path, mode, blob } of tree.entries.values())
    if (path.startsWith('grants/') && blob !== null) moves.push({ path, to: { mode, blob } })
  const event: Event = {
    at: writeInstant(at),
    grant: null,
    blob: null,
    commit,
    by,
    run,
    event: 'genesis',
    files: moves.length,
    signer,
    recovered: recovered === null ? null : { ...recovered }
  }
  return { events: [event], moves }
}
