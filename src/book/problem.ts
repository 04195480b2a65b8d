import type { Place, Pointer } from './place.ts'
import type { Window } from './window.ts'

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
  /** Of a problem that can grow and shrink: what it is made of. */
  readonly extent?: Extent
}

/**
 * What a problem that can grow and shrink is made of. One that is there after a change is the change's doing only as far
 * as it goes beyond what was there before, whatever its words say.
 */
export interface Extent {
  /** What must be the same for two to be compared: what sort of problem, of which rule and subject. */
  readonly key: string
  /** Whom it is about. */
  readonly subject: string
  /** What is held when. */
  readonly parts: readonly { readonly item: string; readonly window: Window }[]
  /** Files that it is about. */
  readonly files: ReadonlySet<string>
  /** What a change at hand brings of it, as the message says it; empty if nothing. */
  readonly brought: string
  /** As what it is told where a change makes it grow, if that is worse. */
  readonly grown?: { readonly code: string; readonly severity: Severity }
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
