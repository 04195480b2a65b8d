import { Composer, CST, Lexer, Parser, type Document } from 'yaml'
import { plain } from '../quote.ts'
import type { ReadingCodeName } from '../reading-codes.ts'
import { textProblem, type TextProblem } from './problem.ts'

/** Nesting of the parser's own stack that no file within our limit reaches: it holds about two tokens a level. */
const DEEPEST_STACK = 32
/** After so many problems a file is not read further. */
const MOST_PROBLEMS = 10

/** What is refused as soon as its token appears, before anything is built from it. */
const REFUSED: Readonly<Record<string, readonly [ReadingCodeName, string]>> = {
  anchor: ['yaml-anchor', 'Anchors are not allowed: what a file says must stand where it is read.'],
  alias: ['yaml-alias', 'Aliases are not allowed: what a file says must stand where it is read.'],
  tag: ['yaml-tag', 'Tags are not allowed.'],
  'directive-line': ['yaml-directive', 'Directives are not allowed.'],
  'explicit-key-ind': ['yaml-complex-key', 'A key marked with "?" is not allowed.']
}

/**
 * A text's one YAML document, composed but not converted, or why there is none. Tokens are looked at one by one, so
 * that what is refused or too deep costs no more than reading up to it.
 */
export function compose(
  text: string
): { readonly document: Document.Parsed; readonly problems: readonly [] } | { readonly document: null; readonly problems: readonly TextProblem[] } {
  const { tokens, problems: refused } = tokenize(text)
  if (refused.length > 0) return { document: null, problems: refused }
  const composer = new Composer({ version: '1.2', schema: 'core', merge: false, uniqueKeys: false, logLevel: 'silent' })
  const problems: TextProblem[] = []
  let document: Document.Parsed | null = null
  for (const next of composer.compose(tokens, true, text.length)) {
    const parsed = next as Document.Parsed
    for (const error of [...parsed.errors, ...parsed.warnings].slice(0, MOST_PROBLEMS)) {
      problems.push(textProblem('yaml-syntax', sentence(error.message), text, error.pos[0]))
    }
    if (problems.length > 0) return { document: null, problems }
    if (document) {
      const offset = parsed.contents?.range[0] ?? parsed.range[0]
      return { document: null, problems: [textProblem('yaml-documents', 'A second document begins here.', text, offset)] }
    }
    document = parsed
  }
  if (!document) return { document: null, problems: [textProblem('file-empty', 'The file says nothing.', text, 0)] }
  return { document, problems: [] }
}

function tokenize(text: string): { readonly tokens: readonly CST.Token[]; readonly problems: readonly TextProblem[] } {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  const problems: TextProblem[] = []
  let starts = 0
  let commaLast = false
  let inScalar = false
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > DEEPEST_STACK) {
      problems.push(textProblem('yaml-depth', TOO_DEEP, text, offset))
      return { tokens: [], problems }
    }
    // The library announces a scalar by a token of its own; the next one is its text and nothing else.
    const type: string | null = inScalar ? 'scalar' : CST.tokenType(lexeme)
    inScalar = !inScalar && type === 'scalar'
    const refused = type === null ? undefined : REFUSED[type]
    if (refused) problems.push(textProblem(refused[0], refused[1], text, offset))
    if (type === 'doc-start' && ++starts > 1) {
      problems.push(textProblem('yaml-documents', 'A second document begins here.', text, offset))
      return { tokens: [], problems }
    }
    if (type === 'comma') {
      // Each comma too many would cost the composer an error of its own.
      if (commaLast) problems.push(textProblem('yaml-syntax', 'A value is missing between two commas.', text, offset))
      commaLast = true
    } else if (type !== 'space' && type !== 'newline' && type !== 'comment') commaLast = false
    if (problems.length >= MOST_PROBLEMS) return { tokens: [], problems }
  }
  for (const token of parser.end()) tokens.push(token)
  return { tokens, problems }
}

export const TOO_DEEP = 'Mappings and lists are nested more than 8 deep.'

/** The library's message as one sentence of ours: first line only, with a full stop. */
function sentence(message: string): string {
  const line = plain(message.split('\n')[0] ?? '')
  return /[.!?]$/u.test(line) ? line : `${line}.`
}
