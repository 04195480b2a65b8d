import { textProblem, type TextProblem } from './problem.ts'

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true })

// What no honest file holds: controls but tab, LF and a CR before LF; and what hides or turns text from a reviewer's eye.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\r(?!\n)|\p{Surrogate}/u
const ASCII_ONLY = /^[\t\n\u0020-\u007e]*$/u

/** The text of a file's bytes, or why they are none. */
export function decode(bytes: Uint8Array): { readonly text: string } | { readonly problem: TextProblem } {
  let text: string
  try {
    text = DECODER.decode(bytes)
  } catch {
    return { problem: notUtf8(bytes) }
  }
  const problem = ASCII_ONLY.test(text) ? null : forbiddenIn(text)
  return problem ? { problem } : { text }
}

/** The first character of a text that no file may hold, if there is one. */
function forbiddenIn(text: string): TextProblem | null {
  const found = FORBIDDEN.exec(text)
  if (!found) return null
  if (found[0] === '\ufeff')
    return textProblem('yaml-bom', 'The file holds a byte-order mark.', text, found.index)
  return textProblem(
    'yaml-character',
    `${nameCharacter(found[0])} is not allowed in a file.`,
    text,
    found.index
  )
}

/** Whether a value, escapes resolved (`"\0"`), holds a character that no file may hold. */
export function forbiddenCharacter(value: string): string | null {
  if (ASCII_ONLY.test(value)) return null
  const found = FORBIDDEN.exec(value)
  return found ? nameCharacter(found[0]) : null
}

function nameCharacter(character: string): string {
  const code = character.charCodeAt(0)
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  if (code === 0) return `NUL (${point})`
  if (character === '\r') return `A carriage return without a line feed (${point})`
  if (code >= 0xd800 && code <= 0xdfff) return `A lone surrogate (${point})`
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return `Control character ${point}`
  return `Invisible character ${point}`
}

function notUtf8(bytes: Uint8Array): TextProblem {
  // The longest beginning that is UTF-8 ends where the first bad byte stands.
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = good + Math.floor((bad - good) / 2)
    if (isUtf8Start(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  const before = LENIENT.decode(bytes.subarray(0, good), { stream: true })
  LENIENT.decode()
  return textProblem('yaml-encoding', 'This byte is not UTF-8.', `${before}\ufffd`, before.length)
}

function isUtf8Start(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    decoder.decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
