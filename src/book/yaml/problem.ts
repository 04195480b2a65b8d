import type { Pointer } from '../place.ts'
import { READING_CODES, type ReadingCodeName } from '../reading-codes.ts'
import { placeAt } from './position.ts'

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
  return { code, message, fix: more.fix ?? READING_CODES[code].fix, pointer: more.pointer ?? [], at: placeAt(text, offset) }
}
