import type { Problem } from '../book/problem.ts'
import { PULL_REQUEST_CODES } from '../findings/pull-request-codes.ts'
import type { CheckContext } from '../findings/context.ts'
import { permissionFindings } from './permission-findings.ts'
import type { Unknown } from './permissions/types.ts'
import { list } from './words.ts'

/**
 * What rules about permissions could not judge: said once for each rule, so that nobody takes silence for safety. Told where
 * a change or the whole book is looked at, not as a finding of any file: it depends on what could be read just now.
 */
export function unreadPermissions(context: CheckContext): readonly Problem[] {
  const { unread } = permissionFindings(context)
  return [...unread].flatMap(([rule, unknown]) => {
    const entry = context.book.rules.get(rule)
    return entry ? [problem(entry.id, entry.path, unknown)] : []
  })
}

function problem(rule: string, file: string, unknown: readonly Unknown[]): Problem {
  const why = [...new Set(unknown.map((one) => one.why))].toSorted()
  const grants = [...new Set(unknown.flatMap((one) => one.grants))].toSorted()
  return {
    code: 'permissions-unread',
    severity: 'note',
    message: `The rule "${rule}" can’t be judged for what is reached through these: ${list(why, '; ')}.`,
    fix: PULL_REQUEST_CODES['permissions-unread'].fix,
    file,
    pointer: [],
    related: grants.slice(0, 50).map((grant) => ({ file: grant, pointer: [], message: 'leads there' }))
  }
}
