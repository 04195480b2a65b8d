import { CST, Lexer, Parser } from 'yaml'
import type { ReadingCodeName } from '../reading-codes.ts'
import { MOST_PROBLEMS, SECOND, sentence, textProblem, TOO_DEEP, type TextProblem } from './problem.ts'

/** Nesting of the parser's own stack that no file within our limit reaches: it holds about two tokens a level. */
const DEEPEST_STACK = 32
/** A thousand items of access found outside, the most a file may have, are about 50,000. */
const MOST_TOKENS = 64_000

/** What is refused as soon as its token appears, before anything is built from it. */
const REFUSED: Readonly<Record<string, readonly [ReadingCodeName, string]>> = {
  anchor: ['yaml-anchor', 'Anchors are not allowed: what a file says must stand where it is read.'],
  alias: ['yaml-alias', 'Aliases are not allowed: what a file says must stand where it is read.'],
  tag: ['yaml-tag', 'Tags are not allowed.'],
  'directive-line': ['yaml-directive', 'Directives are not allowed.'],
  'explicit-key-ind': ['yaml-complex-key', 'A key marked with "?" is not allowed.']
}
const NO_CONTENT: ReadonlySet<string | null> = new Set([
  'space',
  'newline',
  'comment',
  'doc-mode',
  'directive-line',
  'doc-start',
  'doc-end'
])

/** The concrete syntax of a text, or why it isn't looked at any further. */
export interface Tokens {
  readonly tokens: readonly CST.Token[]
  readonly problems: readonly TextProblem[]
}

/** Reads tokens one by one, so that what is refused, too deep or too much costs no more than reading up to it. */
export function tokenize(text: string): Tokens {
  const parser = new Parser()
  const guard = new Guard(text)
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset
    for (const token of parser.next(lexeme)) {
      tokens.push(token)
      if (token.type === 'error') guard.tell('yaml-syntax', sentence(token.message), token.offset)
    }
    if (parser.stack.length > DEEPEST_STACK) guard.stop('yaml-depth', TOO_DEEP, offset)
    guard.look(lexeme, offset)
    if (guard.stopped) return { tokens: [], problems: guard.problems }
  }
  for (const token of parser.end()) tokens.push(token)
  return { tokens, problems: guard.problems }
}

/** Looks at each token once, in the order of the text. */
class Guard {
  readonly problems: TextProblem[] = []
  stopped = false
  readonly #text: string
  #count = 0
  #inScalar = false
  #commaLast = false
  /** How far the stream has come: nothing yet, inside the first document, after its end mark. */
  #state: 'before' | 'marked' | 'inside' | 'ended' = 'before'

  constructor(text: string) {
    this.#text = text
  }

  tell(code: ReadingCodeName, message: string, offset: number): void {
    this.problems.push(textProblem(code, message, this.#text, offset))
    if (this.problems.length >= MOST_PROBLEMS) this.stopped = true
  }

  stop(code: ReadingCodeName, message: string, offset: number): void {
    if (!this.stopped) this.tell(code, message, offset)
    this.stopped = true
  }

  look(lexeme: string, offset: number): void {
    if (++this.#count > MOST_TOKENS) this.stop('file-too-large', 'The file holds too many values.', offset)
    // The library announces a scalar by a token of its own; the next one is its text and nothing else.
    const type: string | null = this.#inScalar ? 'scalar' : CST.tokenType(lexeme)
    this.#inScalar = !this.#inScalar && type === 'scalar'
    const refused = type === null ? undefined : REFUSED[type]
    if (refused) this.tell(refused[0], refused[1], offset)
    this.#documents(type, offset)
    if (type === 'comma') {
      // Each comma too many would cost the composer an error of its own.
      if (this.#commaLast) this.tell('yaml-syntax', 'A value is missing between two commas.', offset)
      this.#commaLast = true
    } else if (!NO_CONTENT.has(type)) this.#commaLast = false
  }

  #documents(type: string | null, offset: number): void {
    if (type === 'doc-start') {
      if (this.#state !== 'before') this.stop('yaml-documents', SECOND, offset)
      this.#state = 'marked'
    } else if (type === 'doc-end') {
      if (this.#state === 'ended') this.stop('yaml-documents', SECOND, offset)
      this.#state = 'ended'
    } else if (!NO_CONTENT.has(type)) {
      if (this.#state === 'ended') this.stop('yaml-documents', SECOND, offset)
      this.#state = 'inside'
    }
  }
}
