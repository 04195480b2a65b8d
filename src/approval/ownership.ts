/** Who owns a path by a CODEOWNERS text. */
export interface Ownership {
  /** `@acme/billing`, `@carol-acme`; empty: a line un-owns the path on purpose. */
  readonly owners: readonly string[]
  /** The deciding line, counted from 1. */
  readonly line: number
}

/** Answers for one CODEOWNERS text; null: no line matches the path. */
export type OwnersOf = (path: string) => Ownership | null
