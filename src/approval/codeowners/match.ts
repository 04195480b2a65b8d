import type { OwnersOf } from '../ownership.ts'
import { parseCodeowners, type CodeownersRule } from './parse.ts'

/**
 * Who owns a path by a CODEOWNERS text, as GitHub sees it: the last line that matches wins, owners don't add up, a line
 * without owners un-owns. Lines that GitHub skips don't count.
 */
export function ownersOf(text: string): OwnersOf {
  // A book of ten thousand entitlements has as many lines: a path is compared only with those that begin as it does.
  const byBeginning = new Map<string, CodeownersRule[]>()
  for (const rule of parseCodeowners(text).rules.toReversed()) {
    const beginning = beginningOf(rule.pattern)
    const rules = byBeginning.get(beginning)
    if (rules) rules.push(rule)
    else byBeginning.set(beginning, [rule])
  }
  return (path) => {
    const segments = path.split('/')
    let last: CodeownersRule | null = null
    for (let depth = 0; depth <= segments.length; depth++) {
      const rules = byBeginning.get(segments.slice(0, depth).join('/')) ?? []
      const own = rules.find(({ matches }) => matches(segments))
      if (own && (last === null || own.line > last.line)) last = own
    }
    return last && { owners: last.owners, line: last.line }
  }
}

/** The folders, and perhaps the file, with which every path must begin that this pattern matches; empty: any path may. */
function beginningOf(pattern: string): string {
  if (!pattern.startsWith('/')) return ''
  const parts = pattern.slice(1).split('/')
  const end = parts.findIndex((part) => part === '' || /[*?\\]/u.test(part))
  return (end === -1 ? parts : parts.slice(0, end)).join('/')
}
