import { configure } from 'safe-stable-stringify'

// Strict: something that JSON can't say (a cycle, a bigint, a function) is our bug and must not become `null` quietly.
const stringify = configure({ deterministic: true, strict: true, bigint: false })

/** What moves a cursor, ends a line, hides itself or turns round what follows, and JSON takes as it is. */
const UNSAFE = /[\u007f-\u009f\p{Zl}\p{Zp}\p{Cf}]/gu

/**
 * The one way in which a JSON document is printed: keys sorted by code unit, two spaces, a newline at the end. A runner
 * takes `##[name]` anywhere in a line for a command, and a terminal shows reordering characters as they ask for: both are
 * written in another of JSON's spellings that means the same.
 */
export function renderJson(document: object): string {
  const text = stringify(document, null, 2)
  if (text === undefined) throw new TypeError('A document must be something that JSON can say')
  return `${text.replaceAll('##[', String.raw`#\u0023[`).replaceAll(UNSAFE, spelled)}\n`
}

function spelled(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
