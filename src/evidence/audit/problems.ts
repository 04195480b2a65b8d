import type { AuditProblem, ProblemCode } from './codes.ts'

/** More than this are counted and not kept: a rewritten branch would otherwise fill the memory with them. */
const MOST = 10_000

/** Where something is wrong. */
export interface Where {
  readonly commit: string | null
  readonly file?: string | null
  readonly line?: number | null
}

/** Collects what is wrong, in the order of the record. */
export class Problems {
  readonly #found: AuditProblem[] = []
  #count = 0

  /** How many there are, those that weren't kept among them. */
  get count(): number {
    return this.#count
  }

  get all(): readonly AuditProblem[] {
    return this.#found
  }

  add(code: ProblemCode, { commit, file, line }: Where, message: string): void {
    this.#count++
    if (this.#found.length < MOST)
      this.#found.push({ code, file: file ?? null, line: line ?? null, commit, message })
  }
}
