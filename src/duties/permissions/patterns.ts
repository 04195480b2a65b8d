import { ANY, covers, differEarly, meets, PART, readGlob, readLiteral, type Tokens } from './glob.ts'

/** A pattern of resources, or a format of them, known by number so that pairs can be remembered. */
export interface Pattern {
  readonly id: number
  readonly text: string
  /** A `*` may run over the colons of an ARN; a policy variable (`${aws:username}`) stands for anything. */
  readonly tokens: Tokens
  /** A `*` stays within its part of the ARN; null: read so, the pattern matches nothing. */
  readonly strict: Tokens | null
  /** It has policy variables: nothing is surely matched by it. */
  readonly variable: boolean
  /** It matches one text alone. */
  readonly exact: boolean
}

/** Patterns by their text, and what was found out of each pair. */
export interface Patterns {
  /** A pattern as a policy writes it. */
  readonly of: (text: string) => Pattern
  /** What ARNs of one kind look like: their parts hold no colons but the last. */
  readonly format: (text: string) => Pattern
  /** One text, in which nothing is a wildcard. */
  readonly literal: (text: string) => Pattern
  /** Whether all that `narrow` may match is surely matched by `wide`, however IAM reads a `*`; may miss it. */
  readonly covers: (wide: Pattern, narrow: Pattern) => boolean
  /** Whether both may match one text. */
  readonly meets: (a: Pattern, b: Pattern) => boolean
}

const VARIABLE = /\$\{[^}]*\}/gu

/**
 * A new, empty memory of patterns. IAM's documentation speaks of wildcards within the parts of an ARN and doesn't say that
 * none runs over a colon: a cover must hold both ways, a meeting need only one.
 */
export function makePatterns(): Patterns {
  const written = new Map<string, Pattern>()
  const formats = new Map<string, Pattern>()
  const literals = new Map<string, Pattern>()
  // By the first pattern's number, then by the second's.
  const [covered, met] = [new Array<Map<number, boolean>>(), new Array<Map<number, boolean>>()]
  let count = 0
  const make = (text: string, tokens: Tokens, strict: Tokens | null, exact: boolean): Pattern => ({
    id: count++,
    text,
    tokens,
    strict,
    variable: text.includes('${'),
    exact
  })
  return {
    of: (text) =>
      remembered(written, text, () => {
        const tokens = readGlob(text.replaceAll(VARIABLE, '*'))
        const strict = text.includes('${') ? tokens : readStrictly(text)
        return make(text, tokens, strict, !/[*?]|\$\{/u.test(text))
      }),
    format: (text) =>
      remembered(formats, text, () => {
        const tokens = readStrictly(text) ?? readGlob(text)
        return make(text, tokens, tokens, false)
      }),
    literal: (text) =>
      remembered(literals, text, () => {
        const tokens = readLiteral(text)
        return { ...make(text, tokens, tokens, true), variable: false }
      }),
    covers: (wide, narrow) => {
      if (wide.variable) return false
      if (wide.exact && narrow.exact) return wide.text === narrow.text
      // Most pairs are told apart by how they begin: quicker than to look it up.
      if (differEarly(wide.tokens, narrow.tokens)) return false
      return remembered(
        (covered[wide.id] ??= new Map()),
        narrow.id,
        () => covers(wide.tokens, narrow.tokens) && coversStrictly(wide.strict, narrow.strict)
      )
    },
    meets: (a, b) => {
      if (a.exact && b.exact) return a.text === b.text
      return (
        !differEarly(a.tokens, b.tokens) &&
        remembered((met[a.id] ??= new Map()), b.id, () => meets(a.tokens, b.tokens))
      )
    }
  }
}

function coversStrictly(wide: Tokens | null, narrow: Tokens | null): boolean {
  return narrow === null || (wide !== null && covers(wide, narrow))
}

/** Reads a pattern part by part; null if it isn't an ARN of six parts. Stars alone are everything. */
function readStrictly(text: string): Tokens | null {
  if (/^\*+$/u.test(text)) return [ANY]
  const parts = text.split(':')
  if (parts[0] !== 'arn' || parts.length < 6) return null
  return [...readGlob(`${parts.slice(0, 5).join(':')}:`, PART), ...readGlob(parts.slice(5).join(':'))]
}

/** What is remembered under a key; made and kept if nothing is. */
export function remembered<Key, Value>(memory: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = make()
  memory.set(key, made)
  return made
}
