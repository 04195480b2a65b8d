import type { Pointer } from './place.ts'
import type { ReadingCodeName } from './reading-codes.ts'

/** Something wrong with the shape of a value, relative to that value. */
export interface Misfit {
  readonly code: ReadingCodeName
  readonly pointer: Pointer
  /** Point at the key rather than at its value. */
  readonly atKey: boolean
  readonly message: string
  readonly fix: string
  /** The field that is missing, or that an unknown one was probably meant to be. */
  readonly meant?: string
}
