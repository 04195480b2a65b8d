import { Mapping } from './mapping.ts'

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

// The parts of a plain line. CHARACTERS leaves out the colon, which needs a look at what follows, and all that
// `text.ts` forbids or another program might take for a blank. IN_FLOW leaves out what ends a value inside [] and {}.
const CHARACTERS = '!-9;-~\\u00a1-\\u061b\\u061d-\\u1fff'
const IN_FLOW = '!-+\\--9;-Z\\\\^-z|~\\u00a1-\\u061b\\u061d-\\u1fff'
const KEY = '([a-zA-Z][a-zA-Z0-9-]{0,63})'
const TEXT = `[A-Za-z](?:[${CHARACTERS}]| (?![ #\\n])|:(?![ \\n]))*`
const TEXT_IN_FLOW = `[A-Za-z](?:[${IN_FLOW}]|:(?=[A-Za-z0-9/])| (?=[A-Za-z0-9]))*`
const DATE = '\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d:\\d\\dZ)?'
const QUOTED = `'[ -&(-~]*'|"[ !#-[\\]-~]*"`
const INTEGER = '0|[1-9]\\d{0,14}'

const COMMENT = /(?: *#[ -~]*)?\n/y
const ENTRY = new RegExp(
  `( *)${KEY}:(?: (?:(${TEXT}|${DATE})|(${QUOTED})|(${INTEGER})))?(?: (?=[[{])|(?=\\n))`,
  'uy'
)
const ITEM = new RegExp(`( *)- (?:(?:(${TEXT}|${DATE})|(${QUOTED})|(${INTEGER}))(?=\\n)|(?=[[{]))`, 'uy')
const FLOW_KEY = new RegExp(`${KEY}: `, 'uy')
const FLOW_VALUE = new RegExp(`(?:(${TEXT_IN_FLOW}|${DATE})|(${QUOTED})|(${INTEGER}))(?= ?[,\\]}])`, 'uy')
const FLOW_NEXT = / ?(?:(,) ?|[\]}])/y

/** Texts that stand for something else where they aren't quoted. */
const NOT_TEXT: ReadonlySet<string> = new Set([
  'null',
  'Null',
  'NULL',
  'true',
  'True',
  'TRUE',
  'false',
  'False',
  'FALSE'
])
/** Below the limit of strict reading: what is deeper is read by the whole grammar. */
const DEEPEST = 6
/** In bytes. Plain files are small; in others the whole grammar counts what they hold. */
const LONGEST = 16 * 1024

/** Not plain after all. A value, because throwing would cost more than the short way saves. */
const UNSURE = Symbol('unsure')

/**
 * The short way for the plainest files, which are nearly all: one `key: value` a line, values that YAML 1.2 can only
 * read one way (texts beginning with a letter, dates, quotes without escapes, whole numbers), lists and mappings of
 * them. Null for everything else, and whenever in doubt; then the whole YAML grammar decides. It never refuses and
 * never reads anything differently: a law in the tests holds it to that.
 */
export function readPlain(bytes: Uint8Array): Mapping | null {
  if (bytes.byteLength > LONGEST) return null
  let text: string
  try {
    text = DECODER.decode(bytes)
  } catch {
    return null
  }
  const reader = new PlainReader(text)
  const data = reader.mapping(0, 1)
  return data === UNSURE || !reader.atEnd() ? null : data
}

class PlainReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  atEnd(): boolean {
    this.#skipComments()
    return this.#at === this.#text.length
  }

  /** A mapping in block form whose keys are indented by so many blanks. Stops before the first line that isn't. */
  mapping(indent: number, depth: number): Mapping | typeof UNSURE {
    if (depth > DEEPEST) return UNSURE
    const data = new Mapping()
    let empty = true
    for (;;) {
      this.#skipComments()
      const match = this.#match(ENTRY, indent)
      if (!match) return empty ? UNSURE : data
      const [, , key = '', plain, quoted, number] = match
      if (key in data || NOT_TEXT.has(key)) return UNSURE
      const value = scalar(plain, quoted, number) ?? this.#below(indent, depth)
      if (value === UNSURE || !this.#endLine()) return UNSURE
      data[key] = value
      empty = false
    }
  }

  /** What follows `key:` if it isn't a scalar on the same line. */
  #below(indent: number, depth: number): unknown {
    const next = this.#text[this.#at]
    if (next === '[' || next === '{') return this.#flow(depth + 1)
    if (next !== '\n') return UNSURE
    this.#at++
    this.#skipComments()
    const deeper = indent + 2
    const value = this.#text.startsWith('- ', this.#at + deeper)
      ? this.#list(deeper, depth + 1)
      : this.mapping(deeper, depth + 1)
    // The last line's end was taken already; the caller takes it again.
    this.#at--
    return value
  }

  #list(indent: number, depth: number): unknown {
    if (depth > DEEPEST) return UNSURE
    const items: unknown[] = []
    for (;;) {
      this.#skipComments()
      const match = this.#match(ITEM, indent)
      if (!match) return items.length === 0 ? UNSURE : items
      const item = scalar(match[2], match[3], match[4]) ?? this.#flow(depth + 1)
      if (item === UNSURE || !this.#endLine()) return UNSURE
      items.push(item)
    }
  }

  /** A list or mapping in flow form, on one line. */
  #flow(depth: number): unknown {
    if (depth > DEEPEST) return UNSURE
    const open = this.#text[this.#at]
    const isList = open === '['
    if (!isList && open !== '{') return UNSURE
    const items: unknown[] = []
    const data = new Mapping()
    this.#at += this.#text[this.#at + 1] === ' ' ? 2 : 1
    for (;;) {
      const key = isList ? '' : (this.#sticky(FLOW_KEY)?.[1] ?? '')
      if (!isList && (key === '' || key in data || NOT_TEXT.has(key))) return UNSURE
      const match = this.#sticky(FLOW_VALUE)
      const value = match ? scalar(match[1], match[2], match[3]) : this.#flow(depth + 1)
      if (value === UNSURE) return UNSURE
      if (isList) items.push(value)
      else data[key] = value
      const end = this.#sticky(FLOW_NEXT)
      if (!end) return UNSURE
      if (end[1] === undefined) return end[0].endsWith(isList ? ']' : '}') ? (isList ? items : data) : UNSURE
    }
  }

  #match(pattern: RegExp, indent: number): RegExpExecArray | null {
    const start = this.#at
    const match = this.#sticky(pattern)
    if (match?.[1]?.length === indent) return match
    this.#at = start
    return null
  }

  #sticky(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match) this.#at = pattern.lastIndex
    return match
  }

  #endLine(): boolean {
    return this.#text[this.#at++] === '\n'
  }

  #skipComments(): void {
    while (this.#sticky(COMMENT));
  }
}

/** The value of a scalar's one form; undefined if it has none. */
function scalar(plain: string | undefined, quoted: string | undefined, number: string | undefined): unknown {
  if (plain !== undefined) return NOT_TEXT.has(plain) ? UNSURE : plain
  if (quoted !== undefined) return quoted.slice(1, -1)
  return number === undefined ? undefined : Number(number)
}
