import { changedPaths, workingChanges, type FileChange } from './git/changes.ts'
import { mergeTree } from './git/merge-tree.ts'
import { resolveCommit } from './git/revision.ts'
import { openChanged, openResolved, type Source } from './source.ts'

/** What a change is judged by: before and after, and where they differ. Neither tree has been gone through. */
export interface Comparison {
  readonly base: Source
  readonly head: Source
  /** Sorted by path. */
  readonly changes: readonly FileChange[]
  /** Paths that can't be merged; in `head` they hold conflict markers. Sorted. */
  readonly conflicts: readonly string[]
}

/** The working tree against a commit, by its object id. git is at work as soon as this returns its promise. */
export async function compareWorking(root: string, commit: string): Promise<Comparison> {
  const [source, changes] = await Promise.all([openResolved(root, commit), workingChanges(root, commit)])
  return { base: source, head: openChanged(root, source, changes), changes, conflicts: [] }
}

/**
 * What merging `head` into `base` would give, against `base`. Nothing is read from the working tree. Throws UnableError
 * if a commit isn't here or the two have no common history.
 */
export async function compareMerge(root: string, base: string, head: string): Promise<Comparison> {
  const [into, from] = await Promise.all([resolveCommit(root, base), resolveCommit(root, head)])
  const [source, merged] = await Promise.all([openResolved(root, into), mergeTree(root, into, from)])
  const changes = await changedPaths(root, into, merged.tree)
  return { base: source, head: openChanged(root, source, changes), changes, conflicts: merged.conflicts }
}
