import type { Severity } from '../book/problem.ts'
import type { DoctorFacts } from './facts.ts'

/** Where the repair is made. */
export type Where = 'github' | 'aws' | 'repository'

/** What one check tells. */
export interface Told {
  readonly message: string
  /** The setting or command that mends it. */
  readonly fix: string
  readonly file?: string
  /** From 1. */
  readonly line?: number
}

/** One thing that can be set up wrongly. Pure: facts in, findings out. */
export interface DoctorCheck {
  readonly code: string
  readonly severity: Severity
  readonly where: Where
  /** One line for the documentation: what is wrong, and why it matters. */
  readonly doc: string
  readonly run: (facts: DoctorFacts) => Iterable<Told>
}

/** A finding of `doctor`. */
export interface DoctorFinding {
  readonly code: string
  readonly severity: Severity
  readonly where: Where
  readonly message: string
  readonly fix: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly related: readonly never[]
}
