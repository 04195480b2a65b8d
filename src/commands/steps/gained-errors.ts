import type { Instant } from '../../book/instant.ts'
import type { Problem } from '../../book/problem.ts'
import type { ApprovedAt } from '../../duties/exceptions.ts'
import type { Move } from '../../evidence/approved-tree.ts'
import type { Uses } from '../../findings/uses.ts'
import { newProblems } from '../../findings/differ.ts'
import { readReach } from '../../findings/read-reach.ts'
import { openChanged, type Source } from '../../io/source.ts'
import { changeHistory, checkTree } from '../check-tree.ts'

/** A change of the approved tree that is to be judged. */
export interface Change {
  readonly root: string
  /** The tree before it. */
  readonly source: Source
  readonly moves: readonly Move[]
  /** When it was merged: limits in time are judged as of then. */
  readonly at: Instant
  /** Commit of the default branch before it, up to which history counts. */
  readonly parent: string
  /** When files of the tree before it were approved. */
  readonly approvedAt: ApprovedAt
  /** Emergencies of the record. */
  readonly uses: Uses
}

/** Errors that the book has after a change and lacked before: only what the change can reach is read. */
export async function gainedErrors({
  root,
  source,
  moves,
  at,
  parent,
  approvedAt,
  uses
}: Change): Promise<readonly Problem[]> {
  const changes = moves.map(({ path, to }) => ({ path, after: to && { path, ...to, size: null } }))
  const next = openChanged(root, source, changes)
  try {
    const paths = moves.map(({ path }) => path)
    const sides = await readReach(source, next, paths)
    const added = new Set(moves.flatMap(({ path, to }) => (to === null ? [] : [path])))
    const history = await changeHistory(root, parent, sides.after.book, added, uses)
    const before = { now: at, changed: new Set<string>(), history: null, uses, approvedAt }
    const known = await checkTree(sides.before, before)
    const asking: ApprovedAt = (path) => (added.has(path) ? null : approvedAt(path))
    const after = { now: at, changed: added, history, uses, approvedAt: asking }
    const found = await checkTree(sides.after, after)
    return newProblems(known, found).filter(({ severity }) => severity === 'error')
  } finally {
    next.close()
  }
}
