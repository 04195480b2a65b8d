import type { Pointer } from '../place.ts'
import { READING_CODES, type ReadingCodeName } from '../reading-codes.ts'
import { plain } from '../quote.ts'
import { placeAt } from './position.ts'

/** A file is told of so many problems at most: more would only cost time and help nobody. */
export const MOST_PROBLEMS = 50

/** Something wrong with a file's text, at an exact place (line and column from 1, columns in UTF-16 units). */
export interface TextProblem {
  readonly code: ReadingCodeName
  readonly message: string
  readonly fix: string
  readonly pointer: Pointer
  readonly at: { readonly line: number; readonly column: number }
}

/** A problem at an offset (UTF-16 units) of a text. */
export function textProblem(
  code: ReadingCodeName,
  message: string,
  text: string,
  offset: number,
  more: { readonly fix?: string; readonly pointer?: Pointer } = {}
): TextProblem {
  return {
    code,
    message,
    fix: more.fix ?? READING_CODES[code].fix,
    pointer: more.pointer ?? [],
    at: placeAt(text, offset)
  }
}

/** What is said of everything after the first document. */
export const SECOND = 'A second document begins here.'
/** What is said of nesting beyond the limit. */
export const TOO_DEEP = 'Mappings and lists are nested more than 8 deep.'

/** The library's message as one sentence of ours: first line only, with a full stop. */
export function sentence(message: string): string {
  const line = plain(message.split('\n')[0] ?? '')
  return /[.!?]$/u.test(line) ? line : `${line}.`
}
