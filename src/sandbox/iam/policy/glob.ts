/** One piece of a pattern: literal text, or a wildcard. */
export type Token = { readonly text: string } | 'star' | 'one'

/** Splits a pattern at `*` (any number of characters) and `?` (exactly one). */
export function tokens(pattern: string): Token[] {
  return pattern
    .split(/([*?])/u)
    .filter((part) => part !== '')
    .map((part) => (part === '*' ? 'star' : part === '?' ? 'one' : { text: part }))
}

/** Whether the whole value matches. Linear in practice: only the last `*` is ever tried again. */
export function matchTokens(pattern: readonly Token[], value: string): boolean {
  let [at, p] = [0, 0]
  let [retryAt, retryP] = [-1, -1]
  while (at < value.length || p < pattern.length) {
    const token = pattern[p]
    if (token === 'star') {
      ;[retryAt, retryP] = [at, p + 1]
      p += 1
      continue
    }
    const taken =
      token === undefined
        ? -1
        : token === 'one'
          ? at < value.length
            ? 1
            : -1
          : value.startsWith(token.text, at)
            ? token.text.length
            : -1
    if (taken >= 0) {
      at += taken
      p += 1
    } else if (retryP >= 0 && retryAt < value.length) {
      retryAt += 1
      ;[at, p] = [retryAt, retryP]
    } else return false
  }
  return true
}

/** Whether a value matches a pattern with `*` and `?`. */
export function matchGlob(pattern: string, value: string): boolean {
  return matchTokens(tokens(pattern), value)
}
