/** Whether a text matches a pattern in which `*` stands for any characters. Linear: there is no way back past a star. */
export function matchesGlob(pattern: string, text: string): boolean {
  return globMatcher(pattern)(text)
}

/** As {@link matchesGlob}, for a pattern that many texts are compared with. */
export function globMatcher(pattern: string): (text: string) => boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return (text) => text === first
  return (text) => {
    if (!text.startsWith(first)) return false
    let at = first.length
    for (const part of rest) {
      const found = text.indexOf(part, at)
      if (found === -1) return false
      at = found + part.length
    }
    return text.length - last.length >= at && text.endsWith(last)
  }
}

/** Whether a pattern stands for more than itself. */
export function isGlob(pattern: string): boolean {
  return pattern.includes('*')
}
