// Control characters, DEL, C1, bidirectional controls, line and paragraph separators, byte-order mark, lone surrogates.
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu
const LONGEST = 80

/**
 * User text inside a message: in double quotes, on one line, at most 80 characters, nothing in it that a terminal or
 * an eye could be tricked by. Formats still escape what is special to them.
 */
export function quote(text: string): string {
  return `"${plain(text)}"`
}

/** As {@link quote}, without the quotes. */
export function plain(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
  return cut.replaceAll(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
