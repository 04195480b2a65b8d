import type { Book } from '../book/book.ts'
import { UnableError } from '../book/errors.ts'
import type { Loaded } from '../book/load.ts'
import type { Problem } from '../book/problem.ts'
import { CHECKS } from '../checks.ts'
import { permissionRules } from '../duties/permission-findings.ts'
import { runChecks } from '../findings/check.ts'
import { createContext, type CheckContext, type CheckInput } from '../findings/context.ts'
import type { History } from '../findings/history.ts'
import type { Uses } from '../findings/uses.ts'
import { compilePattern } from '../findings/ticket-pattern.ts'
import { isShallow } from '../io/git/revision.ts'
import { CORES } from './connectors.ts'
import { limitedEntitlements, readHistory } from './total-history.ts'

/** With what a tree is judged. */
export type CheckWith = Pick<CheckInput, 'now' | 'changed' | 'history' | 'approvedAt'> &
  Partial<Pick<CheckInput, 'documents' | 'uses'>>

/** Everything wrong with a loaded tree: what reading found, then every check. */
export async function checkTree(loaded: Loaded, given: CheckWith): Promise<readonly Problem[]> {
  return checkContext(loaded, await contextOf(loaded.book, given))
}

/** As {@link checkTree}, by a context that is used for more. */
export function checkContext({ problems }: Loaded, context: CheckContext): readonly Problem[] {
  return [...problems, ...runChecks(CHECKS, context)]
}

/** What checks are given for a book. The actions of AWS are half a megabyte: loaded only where a rule is about permissions. */
export async function contextOf(book: Book, given: CheckWith): Promise<CheckContext> {
  const ticket = book.settings ? compilePattern(book.settings.data.ticket.pattern) : null
  const actions =
    permissionRules(book).length === 0 ? null : (await import('../generated/iam-actions.js')).IAM_ACTIONS
  return createContext({ documents: null, ...given, book, connectors: CORES, ticket, actions })
}

/**
 * History for judging total time of what a change adds, and, where no record tells of them (`uses` is null), earlier
 * emergencies; null where nothing added has such a limit. Throws UnableError where history is cut off: what can't be told
 * is not assumed to be short.
 */
export async function changeHistory(
  root: string,
  commit: string | null,
  book: Book,
  added: ReadonlySet<string>,
  uses: Uses | null
): Promise<History | null> {
  const names = limitedEntitlements(book, (path) => added.has(path), uses === null)
  if (names.size === 0 || commit === null) return null
  if (!(await isShallow(root))) return readHistory(root, commit, names)
  throw new UnableError(
    'The history here is cut off, and how long access was held before can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
  )
}
