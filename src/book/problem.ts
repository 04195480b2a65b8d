import type { Place, Pointer } from './place.ts'

/** `error` blocks, `warning` tells, `note` explains. */
export type Severity = 'error' | 'warning' | 'note'

/** Somewhere else that belongs to a problem. */
export interface Related {
  readonly file: string
  readonly pointer: Pointer
  readonly message: string
}

/**
 * Something wrong with a file, told by where it stands in the file's structure. Line and column are found only
 * for what is finally reported (`findings/locate.ts`), so that a hundred thousand clean files cost no positions.
 */
export interface Problem {
  readonly code: string
  readonly severity: Severity
  /** What is wrong, naming thing and rule. */
  readonly message: string
  /** What to do about it. */
  readonly fix: string
  readonly file: string
  readonly pointer: Pointer
  /** Point at the key rather than at its value. */
  readonly atKey?: boolean
  /** Where the reader already knows the exact place (text that doesn't parse has no structure to point into). */
  readonly at?: Omit<Place, 'file'>
  readonly related?: readonly Related[]
}

/** A problem at its place. The values of every output format. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly fix: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly related: readonly (Place & { readonly message: string })[]
}
