/** The first few of a list in words: `a, b, c and 4 more`, or with another sign between them `a; b; c; and 4 more`. */
export function few(values: readonly string[], most = 3, between: ', ' | '; ' = ', '): string {
  const rest = values.length - most
  const more = `${between === ', ' ? ' ' : between}and ${rest} more`
  return `${values.slice(0, most).join(between)}${rest > 0 ? more : ''}`
}
