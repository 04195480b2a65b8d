import { Composer, type CST, type Document } from 'yaml'
import { MOST_PROBLEMS, SECOND, sentence, textProblem, type TextProblem } from './problem.ts'
import { tokenize } from './tokenize.ts'

/** A text's one document, or why there is none. */
export type Composed =
  | { readonly document: Document.Parsed; readonly problems: readonly [] }
  | { readonly document: null; readonly problems: readonly TextProblem[] }

/** What the library is told: YAML 1.2, nothing looked up, nothing compared (duplicates are found in the walk). */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  logLevel: 'silent'
} as const

/** The library's ways to name a place: an offset, a range, or a token. */
type Source = number | readonly [number, number] | Pick<CST.SourceToken, 'offset'>

/**
 * A text's one YAML document, composed but not converted. Everything wrong with it is at its place; of many syntax
 * errors only the first ones are told.
 */
export function compose(text: string): Composed {
  const { tokens, problems: refused } = tokenize(text)
  if (refused.length > 0) return { document: null, problems: refused }
  const composer = new BoundedComposer(text)
  let document: Document.Parsed | null = null
  for (const next of composer.documents(tokens)) {
    if (document)
      return { document: null, problems: [textProblem('yaml-documents', SECOND, text, next.range[0])] }
    document = next
  }
  if (composer.problems.length > 0) return { document: null, problems: composer.problems }
  if (!document)
    return { document: null, problems: [textProblem('file-empty', 'The file says nothing.', text, 0)] }
  return { document, problems: [] }
}

/**
 * The library makes an error object, with a stack, for each of a hundred thousand stray brackets. This one makes a
 * problem of the first few and then stops. Warnings (an unknown tag, say) count as errors.
 */
class BoundedComposer {
  readonly problems: TextProblem[] = []
  readonly #text: string
  readonly #composer = new Composer(OPTIONS)

  constructor(text: string) {
    this.#text = text
    Object.assign(this.#composer, {
      onError: (source: Source, _code: string, message: string) => this.#tell(source, message)
    })
  }

  *documents(tokens: readonly CST.Token[]): Generator<Document.Parsed> {
    try {
      for (const document of this.#composer.compose(tokens, true, this.#text.length)) yield document
    } catch (error) {
      if (error !== ENOUGH) throw error
    }
  }

  #tell(source: Source, message: string): void {
    // The library catches errors of its own helpers and would go on.
    if (this.problems.length >= MOST_PROBLEMS) throw ENOUGH
    const offset = typeof source === 'number' ? source : 'offset' in source ? source.offset : source[0]
    this.problems.push(textProblem('yaml-syntax', sentence(message), this.#text, offset))
    if (this.problems.length >= MOST_PROBLEMS) throw ENOUGH
  }
}

const ENOUGH = new Error('enough errors')
