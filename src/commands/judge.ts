import type { Book } from '../book/book.ts'
import { UnableError } from '../book/errors.ts'
import type { Instant } from '../book/instant.ts'
import type { Loaded } from '../book/load.ts'
import type { Problem } from '../book/problem.ts'
import { CHECKS } from '../checks.ts'
import { runChecks } from '../findings/check.ts'
import { conflict } from '../findings/conflict.ts'
import { createContext } from '../findings/context.ts'
import { newProblems } from '../findings/differ.ts'
import type { History } from '../findings/history.ts'
import { reach } from '../findings/reach.ts'
import type { CompiledPattern } from '../findings/ticket-pattern.ts'
import { changedPaths, workingChanges, type FileChange } from '../io/git/changes.ts'
import { mergeTree } from '../io/git/merge-tree.ts'
import { isShallow, mergeBase, resolveCommit } from '../io/git/revision.ts'
import { requireTop } from '../io/git/root.ts'
import { loadBook, requireGrants, type Which } from '../io/load.ts'
import { openChanged, openCommit, type Source } from '../io/source.ts'
import { CORES } from './connectors.ts'
import { limitedEntitlements, readHistory } from './total-history.ts'

/** What judging gave: all problems to report, and the state of the files they are about. The caller closes the source. */
export interface Judged {
  readonly source: Source
  readonly problems: readonly Problem[]
}

/** Judges one state of the files whole. Every file counts as added. Throws UnableError. */
export async function judgeState(root: string, which: Which, now: Instant): Promise<Judged> {
  const { source, ...loaded } = await loadBook(root, which)
  const history = await stateHistory(root, loaded.book, source.commit)
  return { source, problems: await problemsOf(loaded, now, null, history) }
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
  await requireTop(root)
  const commit = await resolveCommit(root, base)
  const { changes, conflicts } =
    head === null
      ? { changes: await workingChanges(root, commit), conflicts: [] }
      : await merged(root, commit, head)
  const before = await openCommit(root, commit)
  const after = openChanged(root, before, changes)
  try {
    requireGrants(before)
    const sides = await loadReach(
      before,
      after,
      changes.map((change) => change.path)
    )
    const added = new Set(changes.filter((change) => change.after !== null).map((change) => change.path))
    const names = limitedEntitlements(sides.after.book, (path) => added.has(path))
    if (names.size > 0 && (await isShallow(root))) throw cutOff()
    const history = names.size > 0 ? await readHistory(root, commit, names) : null
    const known = await problemsOf(sides.before, now, new Set(), null)
    const found = await problemsOf(sides.after, now, added, history)
    const undecided = new Set(conflicts)
    // A file in conflict holds git's markers: whatever else is said of it would be noise.
    const fresh = newProblems(known, found).filter((problem) => !undecided.has(problem.file))
    return { source: after, problems: [...conflicts.map(conflict), ...fresh] }
  } catch (error) {
    after.close()
    throw error
  } finally {
    before.close()
  }
}

async function merged(
  root: string,
  base: string,
  head: string
): Promise<{ readonly changes: readonly FileChange[]; readonly conflicts: readonly string[] }> {
  const commit = await resolveCommit(root, head)
  await mergeBase(root, base, commit)
  const { tree, conflicts } = await mergeTree(root, base, commit)
  return { changes: await changedPaths(root, base, tree), conflicts }
}

/** Reads from both trees what decides on the change, in as many rounds as includes and owners are deep. */
async function loadReach(
  before: Source,
  after: Source,
  changed: readonly string[]
): Promise<{ readonly before: Loaded; readonly after: Loaded }> {
  let read: { readonly before: Loaded; readonly after: Loaded } | null = null
  let paths: ReadonlySet<string> = new Set()
  for (;;) {
    const next = reach(
      { tree: before.tree, book: read?.before.book ?? null },
      { tree: after.tree, book: read?.after.book ?? null },
      changed
    )
    if (next === 'all') return { before: await before.load(), after: await after.load() }
    if (read && [...next].every((path) => paths.has(path))) return read
    paths = new Set([...paths, ...next])
    read = { before: await before.load(paths), after: await after.load(paths) }
  }
}

async function problemsOf(
  { book, problems }: Loaded,
  now: Instant,
  changed: ReadonlySet<string> | null,
  history: History | null
): Promise<readonly Problem[]> {
  const ticket = await compileTicket(book)
  const context = createContext({ book, now, connectors: CORES, changed, history, ticket })
  return [...problems, ...runChecks(CHECKS, context)]
}

async function compileTicket(book: Book): Promise<CompiledPattern | null> {
  if (!book.settings) return null
  const { compilePattern } = await import('../findings/ticket-pattern.ts')
  return compilePattern(book.settings.data.ticket.pattern)
}

/** History for judging a whole state: none without git; where it is cut off, that is said. */
async function stateHistory(root: string, book: Book, commit: string | null): Promise<History | null> {
  const names = limitedEntitlements(book, () => true)
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

function cutOff(): UnableError {
  return new UnableError(
    'The history here is cut off, and how long access was held before can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
  )
}
