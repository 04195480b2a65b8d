import { createHash } from 'node:crypto'

/** Longest part of an id that is kept as it is, in characters. */
const ID_LENGTH = 400
/** Longest text for people, in characters. */
const WHAT_LENGTH = 600

/**
 * An id from its kind and a name. Names that are too long, or hold a `~` or anything but printable ASCII, are cut and get
 * the start of their SHA-256, so that different names never give the same id.
 */
export function idOf(kind: string, name: string): string {
  if (/^[\x21-\x7d]+(?: [\x21-\x7d]+)*$/u.test(name) && name.length <= ID_LENGTH) return `${kind}:${name}`
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16)
  return `${kind}:${name.replaceAll(/[^\x21-\x7e]/gu, '?').slice(0, ID_LENGTH / 2)}~${hash}`
}

/** Text from outside on one line: no control, format or private characters, and not longer than people read. */
export function line(text: string): string {
  const clean = text.replaceAll(/\p{C}|[\u2028\u2029]/gu, '?')
  return clean.length > WHAT_LENGTH ? `${clean.slice(0, WHAT_LENGTH).replace(/\p{C}$/u, '')}…` : clean
}
