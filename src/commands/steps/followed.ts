import type { Loaded } from '../../book/load.ts'
import { conflict } from '../../findings/conflict.ts'
import { compareMerge, compareWorking, type Comparison } from '../../io/compare.ts'
import { approvedTreeAt, openApproved } from '../../io/git/approved.ts'
import { resolveCommit } from '../../io/git/revision.ts'
import { openChanged } from '../../io/source.ts'
import type { Past } from './judge.ts'
import { loadCommit, loadMerged, loadWorkingTree, type LoadedTree } from './trees.ts'

/** A tree that is followed, and where its past is found. */
export interface Followed extends LoadedTree {
  /** Commit up to which history counts. */
  readonly until: string
  readonly past: Past
}

/** The approved tree where there is evidence; else, or where a commit is named, that commit or HEAD. */
export async function loadFollowed(
  root: string,
  head: string | null,
  evidence: string | null
): Promise<Followed> {
  if (head === null && evidence !== null) {
    const { sealed } = await approvedTreeAt(root, evidence)
    const loaded = await loadApproved(root, evidence)
    return { ...loaded, commit: sealed, until: sealed, past: { evidence } }
  }
  const tree = await loadCommit(root, head ?? 'HEAD')
  const past = evidence === null ? { main: tree.commit } : { evidence }
  return { ...tree, until: tree.commit, past }
}

async function loadApproved(root: string, evidence: string): Promise<Loaded> {
  const source = await openApproved(root, evidence)
  return source.load().finally(() => source.close())
}

/** A change and what it is judged against. */
export interface LoadedChange {
  readonly old: Loaded
  readonly tree: LoadedTree
  readonly until: string
  readonly past: Past
}

/**
 * What a change makes of what is followed: with evidence, the approved tree before, and the same with the paths that the
 * change has differently from its base after; without, the base and what merging gives.
 */
export async function loadChange(
  root: string,
  base: string,
  head: string | null,
  evidence: string | null
): Promise<LoadedChange> {
  if (evidence === null) {
    const old = await loadCommit(root, base)
    const tree = head === null ? await loadWorkingTree(root) : await loadMerged(root, old.commit, head)
    return { old, tree, until: old.commit, past: { main: old.commit } }
  }
  const until = await resolveCommit(root, base)
  const comparison = head === null ? await compareWorking(root, until) : await compareMerge(root, until, head)
  comparison.base.close()
  comparison.head.close()
  const { book, problems } = await approvedWith(root, evidence, comparison)
  const all = [...comparison.conflicts.map(conflict), ...problems]
  const commit = head === null ? null : await resolveCommit(root, head)
  return {
    old: await loadApproved(root, evidence),
    tree: { book, problems: all, commit },
    until,
    past: { evidence }
  }
}

/** The approved tree with the paths of a change. */
async function approvedWith(root: string, evidence: string, { changes }: Comparison): Promise<Loaded> {
  const under = await openApproved(root, evidence)
  const source = openChanged(root, under, changes)
  try {
    return await source.load()
  } finally {
    source.close()
    under.close()
  }
}
