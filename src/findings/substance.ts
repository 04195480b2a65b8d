// Blank to the eye though not white space by Unicode: fillers and the empty Braille pattern.
const BLANK = /[\p{Z}\p{C}\u115f\u1160\u2800\u3164\uffa0]/u
const LEAST = 10

/** Whether a text has at least ten characters that aren't blank. */
export function hasSubstance(text: string): boolean {
  let count = 0
  for (const character of text) {
    const code = character.charCodeAt(0)
    const seen = code < 0x7f ? code > 0x20 : !BLANK.test(character)
    if (seen && ++count === LEAST) return true
  }
  return false
}
