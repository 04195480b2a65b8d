import type { Instant } from '../../book/instant.ts'
import type { Loaded } from '../../book/load.ts'
import type { ApprovedTree } from '../../evidence/approved-tree.ts'
import { openApproved } from '../../io/git/approved.ts'
import type { EvidenceSnapshot, EvidenceStore } from '../../io/git/evidence-store.ts'
import { unissued } from '../../plan/broken.ts'
import type { Desired } from '../../plan/desired.ts'
import { judgeTree } from './judge.ts'

/** The approved tree at one head of evidence, loaded and judged, and what the record says there. */
export interface Standpoint {
  readonly head: string
  readonly evidence: EvidenceSnapshot
  readonly approved: ApprovedTree
  readonly tree: Loaded
  readonly desired: Desired
}

interface Known extends Standpoint {
  readonly now: Instant
}

const last = new WeakMap<EvidenceStore, Known>()

/**
 * Where the record stands now and what that asks for at an instant. Steps of one run that stand at the same head share one:
 * a head is a hash of all that is read. Null before genesis. Throws UnableError, EvidenceError.
 */
export async function standpoint(
  store: EvidenceStore,
  root: string,
  now: Instant
): Promise<Standpoint | null> {
  const evidence = await store.read()
  const { head, approved, ledger } = evidence
  const known = last.get(store)
  if (known?.head === head && known.now === now) return known
  // What was known is let go of first: two of them at a time are a lot of memory.
  last.delete(store)
  if (head === null || approved === null) return null
  const source = await openApproved(root, head)
  const tree = await source.load().finally(() => source.close())
  const changed = unissued(tree.book, ledger)
  const commit = approved.sealed
  const desired = await judgeTree(tree, { now, ledger, changed, root, commit, past: { evidence: head } })
  const found = { head, evidence, approved, tree, desired, now }
  last.set(store, found)
  return found
}
