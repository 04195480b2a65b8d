import type { OwnersOf } from '../ownership.ts'
import { parseCodeowners } from './parse.ts'

/**
 * Who owns a path by a CODEOWNERS text, as GitHub sees it: the last line that matches wins, owners don't add up, a line
 * without owners un-owns. Lines that GitHub skips don't count.
 */
export function ownersOf(text: string): OwnersOf {
  const rules = parseCodeowners(text).rules.toReversed()
  return (path) => {
    const segments = path.split('/')
    const rule = rules.find(({ matches }) => matches(segments))
    return rule ? { owners: rule.owners, line: rule.line } : null
  }
}
