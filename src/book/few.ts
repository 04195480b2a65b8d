/** How the first few are told. */
interface Telling {
  /** Puts one of those that are shown into words; as they are without it. */
  readonly say?: (value: string) => string
  readonly between?: ', ' | '; '
}

/** The first few of a list in words: `a, b, c and 4 more`, or with another sign between them `a; b; c; and 4 more`. */
export function few(
  values: readonly string[],
  most = 3,
  { say = (value) => value, between = ', ' }: Telling = {}
): string {
  const shown = values.slice(0, most).map((value) => say(value))
  const rest = values.length - shown.length
  const more = `${between === ', ' ? ' ' : between}and ${rest} more`
  return `${shown.join(between)}${rest > 0 ? more : ''}`
}
