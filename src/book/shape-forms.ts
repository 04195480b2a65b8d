import { ID_PATTERN, isId } from './ids.ts'

/** What a text should have been, in words, and the repair if it can be told from the text. */
export interface Form {
  readonly what: string
  readonly fix: string | null
}

/** Words for the patterns that the kinds of file use, by the pattern's text. */
const FORMS: readonly (readonly [start: string, what: string])[] = [
  [ID_PATTERN, 'an id (small letters, digits and "-", at most 63, beginning with a letter or digit)'],
  ['^\\d{4}-\\d{2}-\\d{2}(', 'a date (2026-12-14, or 2026-12-14T18:00:00Z with an offset)'],
  ['^[1-9]\\d{0,5}[mhd]$', 'a duration (a number with m, h or d: 90m, 8h, 30d)'],
  ['^[a-z0-9][a-z0-9-]{0,62}\\/', 'the full name of an entitlement (system/entitlement)'],
  ['^@', 'a GitHub team (@org/team) or account (@login)'],
  ['^https:\\/\\/', 'an https:// address'],
  ['^[^\\s@<>"]', 'an e-mail address'],
  ['^ssh-ed25519 ', 'an ssh-ed25519 public key'],
  ['^sha256:', 'a SHA-256 digest (sha256: and 64 hex digits)'],
  ['^(duty:', 'an entitlement (system/entitlement), a duty (duty:name), or a glob of these']
]

/** Words for a pattern and a text that does not match it. */
export function formOf(pattern: string, text: string): Form {
  const what = FORMS.find(([start]) => pattern.startsWith(start))?.[1] ?? 'in the form that is needed here'
  if (pattern === ID_PATTERN && isId(text.toLowerCase()))
    return { what, fix: `Write it in small letters: ${text.toLowerCase()}` }
  if (what.startsWith('a date')) return { what, fix: mendDate(text) }
  if (what.startsWith('a duration') && /^\d+$/u.test(text))
    return { what, fix: `Add the unit: ${text}d (days), ${text}h (hours) or ${text}m (minutes).` }
  if (what.startsWith('a GitHub team') && text.includes('@') && !text.startsWith('@')) {
    return { what, fix: 'E-mail addresses can’t be resolved on GitHub; write @org/team or @login.' }
  }
  if (what.startsWith('a GitHub team') && !text.startsWith('@'))
    return { what, fix: `Put @ in front: "@${text.slice(0, 60)}"` }
  return { what, fix: null }
}

/** Dates that are nearly right: single digits, blanks, no offset. */
function mendDate(text: string): string | null {
  const short = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text)
  if (short)
    return `Write it like this: ${short[1]}-${short[2]?.padStart(2, '0')}-${short[3]?.padStart(2, '0')}`
  const local = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(:\d{2})?$/u.exec(text)
  if (local) return `Add the offset: ${local[1]}T${local[2]}${local[3] ?? ':00'}Z`
  return null
}
