import type { Book } from '../book/book.ts'
import { UnableError } from '../book/errors.ts'
import type { Loaded } from '../book/load.ts'
import type { Problem } from '../book/problem.ts'
import { CHECKS } from '../checks.ts'
import { runChecks } from '../findings/check.ts'
import { createContext, type CheckInput } from '../findings/context.ts'
import type { History } from '../findings/history.ts'
import { compilePattern } from '../findings/ticket-pattern.ts'
import { isShallow } from '../io/git/revision.ts'
import { CORES } from './connectors.ts'
import { limitedEntitlements, readHistory } from './total-history.ts'

/** With what a tree is judged. */
export type CheckWith = Pick<CheckInput, 'now' | 'changed' | 'history' | 'approvedAt'>

/** Everything wrong with a loaded tree: what reading found, then every check. */
export function checkTree({ book, problems }: Loaded, given: CheckWith): readonly Problem[] {
  const ticket = book.settings ? compilePattern(book.settings.data.ticket.pattern) : null
  const context = createContext({ ...given, book, connectors: CORES, ticket })
  return [...problems, ...runChecks(CHECKS, context)]
}

/**
 * History for judging total time of what a change adds; null where nothing added has such a limit. Throws UnableError
 * where history is cut off: what can't be told is not assumed to be short.
 */
export async function changeHistory(
  root: string,
  commit: string | null,
  book: Book,
  added: ReadonlySet<string>
): Promise<History | null> {
  const names = limitedEntitlements(book, (path) => added.has(path))
  if (names.size === 0 || commit === null) return null
  if (!(await isShallow(root))) return readHistory(root, commit, names)
  throw new UnableError(
    'The history here is cut off, and how long access was held before can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
  )
}
