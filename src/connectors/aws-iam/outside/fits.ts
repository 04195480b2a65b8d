import { matches } from '../glob.ts'

/**
 * A test of whether texts match a pattern of IAM's, as `matches` says, but quick where nearly every pattern is about
 * something else: whatever stands before the first wildcard is compared first, and a pattern that needs more characters
 * than a text has is none for it, so that the table walk is never longer than the text is squared.
 */
export function fitting(pattern: string): (text: string) => boolean {
  const at = pattern.search(/[*?]/u)
  if (at < 0) return (text) => text === pattern
  const prefix = pattern.slice(0, at)
  const folded = pattern.replaceAll(/\*+/gu, '*')
  const needed = folded.replaceAll('*', '').length
  if (folded === `${prefix}*`) return (text) => text.startsWith(prefix)
  return (text) => text.startsWith(prefix) && needed <= text.length && matches(folded, text)
}
