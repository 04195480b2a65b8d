import { CODEOWNERS_PATH } from '../approval/codeowners/generate.ts'
import type { Book } from '../book/book.ts'
import { UnableError } from '../book/errors.ts'
import type { Instant } from '../book/instant.ts'
import { SETTINGS_PATH } from '../book/paths.ts'
import type { Problem } from '../book/problem.ts'
import { conflict } from '../findings/conflict.ts'
import { newProblems } from '../findings/differ.ts'
import type { History } from '../findings/history.ts'
import { standingDuties } from '../findings/standing-duties.ts'
import { readReach } from '../findings/read-reach.ts'
import { isShallow, resolveCommit } from '../io/git/revision.ts'
import { compareMerge, compareWorking } from '../io/compare.ts'
import { loadBook, requireGrants, type Which } from '../io/load.ts'
import type { Source } from '../io/source.ts'
import { decidesOwners, hasGithubFolder, judgeCodeowners, loadDeciding } from './steps/codeowners.ts'
import { limitedEntitlements, readHistory } from './total-history.ts'

/** What judging gave: all problems to report, and the state of the files they are about. The caller closes the source. */
export interface Judged {
  readonly source: Source
  readonly problems: readonly Problem[]
}

/** Judges one state of the files whole. Every file counts as added. Throws UnableError. */
export async function judgeState(root: string, which: Which, now: Instant): Promise<Judged> {
  const { source, ...loaded } = await loadBook(root, which)
  const { checkTree } = await import('./check-tree.ts')
  const history = await stateHistory(root, loaded.book, source.commit)
  const owners = await judgeCodeowners(source, loaded.book, () => hasGithubFolder(root, source.commit))
  return {
    source,
    problems: [...(await checkTree(loaded, { now, changed: null, history, approvedAt: null })), ...owners]
  }
}

/**
 * What a change brings: the problems that the tree after it has and the base has not. The change is what merging `head`
 * into `base` would do; without `head`, what the working tree has differently from `base`. Throws UnableError.
 */
export async function judgeChange(
  root: string,
  base: string,
  head: string | null,
  now: Instant
): Promise<Judged> {
  const comparing =
    head === null ? compareWorking(root, await resolveCommit(root, base)) : compareMerge(root, base, head)
  // The checks are loaded while git walks the tree.
  const [comparison, { changeHistory, checkTree }] = await Promise.all([comparing, import('./check-tree.ts')])
  const { base: before, head: after, changes, conflicts } = comparison
  try {
    if (!after.tree.entries.has(SETTINGS_PATH)) requireGrants(after)
    const sides = await readReach(
      before,
      after,
      changes.map((change) => change.path)
    )
    const added = new Set(changes.flatMap((change) => (change.after === null ? [] : [change.path])))
    const history = await changeHistory(root, before.commit, sides.after.book, added, null)
    const owners = changes.some(({ path }) => decidesOwners(path))
      ? await ownersOfBoth(before, after)
      : { before: [], after: [] }
    const known = [
      ...(await checkTree(sides.before, { now, changed: new Set(), history: null, approvedAt: null })),
      ...owners.before
    ]
    const found = [
      ...(await checkTree(sides.after, { now, changed: added, history, approvedAt: null })),
      ...owners.after
    ]
    const undecided = new Set(conflicts)
    // A file in conflict holds git's markers: whatever else is said of it would be noise.
    const fresh = newProblems(known, found).filter((problem) => !undecided.has(problem.file))
    const standing = standingDuties(known, found, added)
    return { source: after, problems: [...conflicts.map(conflict), ...fresh, ...standing] }
  } catch (error) {
    after.close()
    throw error
  } finally {
    before.close()
  }
}

/** What is wrong with CODEOWNERS before and after a change. One that was there must stay. */
async function ownersOfBoth(
  before: Source,
  after: Source
): Promise<Record<'before' | 'after', readonly Problem[]>> {
  const had = before.tree.entries.has(CODEOWNERS_PATH)
  const judge = async (source: Source): Promise<readonly Problem[]> =>
    judgeCodeowners(source, await loadDeciding(source), () => Promise.resolve(had))
  return { before: await judge(before), after: await judge(after) }
}

/** History for judging a whole state: none without git; where it is cut off, that is said. */
async function stateHistory(root: string, book: Book, commit: string | null): Promise<History | null> {
  const names = limitedEntitlements(book, () => true, true)
  if (names.size === 0) return null
  try {
    const tip = commit ?? (await resolveCommit(root, 'HEAD'))
    return (await isShallow(root))
      ? { complete: false, versions: new Map() }
      : await readHistory(root, tip, names)
  } catch (error) {
    // A folder that is no repository, or one without a commit, has no past. A named commit has.
    if (commit === null && error instanceof UnableError) return null
    throw error
  }
}
