// IAM's wildcards: `*` is any run of characters, also none; `?` is exactly one. Everything here is a table walk of
// length × length steps at most, so that no pattern, however it is written, can take long.

/** A pattern, read: code points, {@link ANY} or {@link PART} for `*`, {@link ONE} for `?`. */
export type Tokens = readonly number[]

/** Any run of characters. */
export const ANY = -1
/** Exactly one character. */
const ONE = -2
/** Any run of characters without a colon: within one part of an ARN. */
export const PART = -3

const COLON = 58

/** Reads a pattern. Several `*` in a row are one; `star` is what each becomes. */
export function readGlob(text: string, star: typeof ANY | typeof PART = ANY): Tokens {
  const tokens: number[] = []
  for (const char of text) {
    if (char === '*') {
      if (tokens.at(-1) !== star) tokens.push(star)
    } else tokens.push(char === '?' ? ONE : (char.codePointAt(0) ?? 0))
  }
  return tokens
}

/** Reads a text in which nothing is a wildcard. */
export function readLiteral(text: string): Tokens {
  return Array.from(text, (char) => char.codePointAt(0) ?? 0)
}

/**
 * Whether everything that `narrow` matches is surely matched by `wide`. Wildcards of `narrow` are only covered by
 * wildcards of `wide`. May miss a cover; never claims a false one. Exact if `narrow` has no wildcards.
 */
export function covers(wide: Tokens, narrow: Tokens): boolean {
  if (wide.length === 1 && wide[0] === ANY) return true
  // reach[i]: wide[0..i) can absorb the part of `narrow` read so far.
  let reach = new Uint8Array(wide.length + 1)
  reach[0] = 1
  pass(wide, reach)
  for (const token of narrow) {
    const next = new Uint8Array(wide.length + 1)
    let alive = false
    for (let i = 0; i < wide.length; i++) {
      const own = wide[i]
      if (reach[i] === 0 || own === undefined) continue
      if (isRun(own)) {
        if (!absorbs(own, token)) continue
        next[i] = 1
      } else if (own === token || (own === ONE && !isRun(token))) next[i + 1] = 1
      else continue
      alive = true
    }
    if (!alive) return false
    pass(wide, next)
    reach = next
  }
  return reach[wide.length] === 1
}

/** A run may also be empty: whoever has reached it has reached what follows it. */
function pass(pattern: Tokens, reach: Uint8Array): void {
  for (let i = 0; i < pattern.length; i++) if (reach[i] === 1 && isRun(pattern[i])) reach[i + 1] = 1
}

function isRun(token: number | undefined): boolean {
  return token === ANY || token === PART
}

/** Whether a run takes in all that a token may stand for. */
function absorbs(run: number, token: number): boolean {
  return run === ANY || (token !== ANY && token !== ONE && token !== COLON)
}

/** Whether some text matches both patterns. Exact. */
export function meets(a: Tokens, b: Tokens): boolean {
  // meet[j] of row i: a[i..) and b[j..) can match the same text. Filled from the end.
  let below = new Uint8Array(b.length + 1)
  for (let i = a.length; i >= 0; i--) {
    const row = new Uint8Array(b.length + 1)
    for (let j = b.length; j >= 0; j--) {
      const [left, right] = [a[i], b[j]]
      const down = left === undefined ? 0 : below[j]
      const along = right === undefined ? 0 : row[j + 1]
      const both = left === undefined || right === undefined ? 0 : below[j + 1]
      if (left === undefined && right === undefined) row[j] = 1
      else if (isRun(left) || isRun(right)) {
        if (down === 1 && (isRun(left) || takes(right, left))) row[j] = 1
        if (along === 1 && (isRun(right) || takes(left, right))) row[j] = 1
      } else if (same(left, right)) row[j] = both ?? 0
    }
    below = row
  }
  return below[0] === 1
}

/** Whether a run can stand for one character of the other side. */
function takes(run: number | undefined, token: number | undefined): boolean {
  return run === ANY || (run === PART && token !== COLON)
}

/** Whether the characters before the first `*` of either already tell them apart, so that no text matches both. */
export function differEarly(a: Tokens, b: Tokens): boolean {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    if (isRun(a[i]) || isRun(b[i])) return false
    if (!same(a[i], b[i])) return true
  }
  return false
}

function same(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && (a === b || a === ONE || b === ONE)
}
