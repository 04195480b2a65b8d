import type { RequestContext } from './request.ts'
import { tokens, type Token } from './glob.ts'

const VARIABLE = /\$\{([^}]*)\}/gu
const LITERAL = new Set(['*', '?', '$'])

/**
 * A pattern with its variables (`${aws:username}`, `${key, 'default'}`, `${*}`) filled in from the request. What comes
 * from a variable is literal text: a `*` in a user's tag is no wildcard. Null if a key is missing and has no default:
 * then nothing matches.
 */
export function fillPattern(
  pattern: string,
  context: RequestContext,
  variables: boolean
): readonly Token[] | null {
  if (!variables || !pattern.includes('${')) return tokens(pattern)
  const out: Token[] = []
  let end = 0
  for (const match of pattern.matchAll(VARIABLE)) {
    out.push(...tokens(pattern.slice(end, match.index)))
    const value = variable(match[1] ?? '', context)
    if (value === null) return null
    if (value !== '') out.push({ text: value })
    end = match.index + match[0].length
  }
  out.push(...tokens(pattern.slice(end)))
  return out
}

/** As {@link fillPattern} for operators without wildcards. */
export function fillText(text: string, context: RequestContext, variables: boolean): string | null {
  if (!variables || !text.includes('${')) return text
  let missing = false
  const filled = text.replace(VARIABLE, (_, name: string) => {
    const value = variable(name, context)
    if (value === null) missing = true
    return value ?? ''
  })
  return missing ? null : filled
}

function variable(written: string, context: RequestContext): string | null {
  if (LITERAL.has(written)) return written
  const match = /^\s*([^,\s]+)\s*(?:,\s*'([^']*)'\s*)?$/u.exec(written)
  if (!match) return null
  const values = context.get((match[1] ?? '').toLowerCase())
  // A key with several values can't stand for one text.
  if (values?.length === 1) return values[0] ?? null
  return match[2] ?? null
}
