import { RE2JS } from 're2js'

/** A compiled ticket pattern. */
export interface TicketPattern {
  /** Whether the whole text matches; linear in its length. */
  readonly matches: (text: string) => boolean
}

/** What compiling a pattern gave: itself, or why it is none. */
export type CompiledPattern =
  | { readonly pattern: TicketPattern; readonly error: null }
  | { readonly pattern: null; readonly error: string }

/** Time is linear in text times program; a ticket's pattern has about 15 steps, `(a|b){500}` has 1,500. */
const LARGEST = 300

/**
 * Compiles a ticket pattern in RE2's syntax, which knows nothing that backtracks (no back-references, no look-around).
 * Loading the engine takes ten milliseconds: only `commands/check-tree.ts` imports this, and that is loaded while git works.
 */
export function compilePattern(source: string): CompiledPattern {
  try {
    const compiled = RE2JS.compile(source)
    if (compiled.programSize() > LARGEST)
      return { pattern: null, error: 'too large: repeat less, or smaller parts' }
    return { pattern: { matches: (text) => compiled.matches(text) }, error: null }
  } catch (error) {
    return { pattern: null, error: error instanceof Error ? error.message : 'not a regular expression' }
  }
}
