const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

// The parts of a plain line. LETTER leaves out all that `text.ts` forbids or that another program might take for a blank.
const LETTER = '!-9;-~\\u00a1-\\u061b\\u061d-\\u1fff'
const WORDS_OR_DATE = '(?:[A-Za-z]|\\d{4}-\\d\\d-\\d\\d(?=[T\\n]))'
const PLAIN = `${WORDS_OR_DATE}(?:[${LETTER}]| (?![ #\\n])|:(?![ \\n]))*`
const SINGLE = "'[ -&(-~]*'"
const DOUBLE = '"[ !#-[\\]-~]*"'
const INTEGER = '0|[1-9]\\d{0,14}'

/**
 * A comment; or `key: value` whose value YAML 1.2 can only read one way: it begins with a letter or is a date, has no
 * `: `, no ` #`, no colon or blank at its end, no two blanks; or stands in quotes without quote or backslash inside;
 * or is a whole number.
 */
const LINE = new RegExp(
  `(?:#[ -~]*|([a-zA-Z]{1,64}): (?:(${PLAIN})|(${SINGLE}|${DOUBLE})|(${INTEGER})))\\n`,
  'uy'
)

/** Texts that stand for something else where they aren't quoted. */
const NOT_TEXT: ReadonlySet<string> = new Set(['null', 'Null', 'NULL', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE'])

/**
 * The short way for the plainest files, which are nearly all: lines of `key: value` and nothing else.
 * Null for everything else, and whenever in doubt; then the whole YAML grammar decides. It never refuses and never
 * reads anything differently: a law in the tests holds it to that.
 */
export function readPlain(bytes: Uint8Array): Record<string, unknown> | null {
  let text: string
  try {
    text = DECODER.decode(bytes)
  } catch {
    return null
  }
  const data: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  let empty = true
  LINE.lastIndex = 0
  while (LINE.lastIndex < text.length) {
    const match = LINE.exec(text)
    if (!match) return null
    const [, key, plain, quoted, number] = match
    if (key === undefined) continue
    if (key in data || NOT_TEXT.has(key) || (plain !== undefined && NOT_TEXT.has(plain))) return null
    data[key] = plain ?? (number === undefined ? (quoted ?? '').slice(1, -1) : Number(number))
    empty = false
  }
  return empty ? null : data
}
