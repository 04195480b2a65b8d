// IAM's wildcards: `*` is any run of characters, also none; `?` is exactly one. Everything here is a table walk of
// length × length steps, so that no pattern, however it is written, can take long.

/** Whether `text` (no wildcards) matches `pattern`. */
export function matches(pattern: string, text: string): boolean {
  return covers(pattern, text)
}

/**
 * Whether everything that `narrow` matches is surely matched by `wide`. Wildcards of `narrow` are only covered by
 * wildcards of `wide`. May miss a cover (never claims a false one): the safe side for saying what is new.
 */
export function covers(wide: string, narrow: string): boolean {
  const same = literalPrefix(wide, narrow)
  // What isn't a wildcard of `wide` absorbs itself alone: there is nothing to choose before the first one.
  if (same < wide.length && !isWild(wide[same]) && !isHalf(wide.charCodeAt(same))) return false
  return coversRest(wide.slice(same), narrow.slice(same))
}

function coversRest(wide: string, narrow: string): boolean {
  if (wide === '*') return true
  // reach[i]: wide[0..i) can absorb the part of `narrow` read so far.
  let reach = closure(wide, start(wide))
  let next = flags(wide.length + 1)
  for (const char of narrow) {
    next.fill(0)
    for (let i = 0; i < wide.length; i++) {
      if (!reach[i]) continue
      const own = wide[i]
      if (own === '*') next[i] = 1
      else if (char !== '*' && (own === '?' || own === char)) next[i + 1] = 1
    }
    ;[reach, next] = [closure(wide, next), reach]
  }
  return reach[wide.length] === 1
}

/** How many characters both begin with alike that stand for themselves. */
function literalPrefix(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at] && !isWild(a[at]) && !isHalf(a.charCodeAt(at))) at++
  return at
}

function isWild(char: string | undefined): boolean {
  return char === '*' || char === '?'
}

/** Half of a character beyond the first plane. */
function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}

function start(pattern: string): Uint8Array {
  const reach = flags(pattern.length + 1)
  reach[0] = 1
  return reach
}

function closure(pattern: string, reach: Uint8Array): Uint8Array {
  for (let i = 0; i < pattern.length; i++) if (reach[i] === 1 && pattern[i] === '*') reach[i + 1] = 1
  return reach
}

function flags(length: number): Uint8Array {
  return new Uint8Array(length)
}

/** Whether some text matches both patterns. Exact. */
export function intersects(a: string, b: string): boolean {
  const same = literalPrefix(a, b)
  const [first, second] = [a[same], b[same]]
  // Two characters that stand for themselves and differ: no text begins with both.
  if (first !== undefined && second !== undefined && !isWild(first) && !isWild(second) && first !== second)
    return false
  return intersectsRest(a.slice(same), b.slice(same))
}

function intersectsRest(a: string, b: string): boolean {
  const [rows, columns] = [a.length, b.length]
  // meet[j] of row i: a[i..) and b[j..) can match the same text. Filled from the end.
  let below = flags(columns + 1)
  let row = flags(columns + 1)
  for (let i = rows; i >= 0; i--) {
    row.fill(0)
    for (let j = columns; j >= 0; j--) {
      if (i === rows && j === columns) row[j] = 1
      else if (a[i] === '*' && (below[j] === 1 || (j < columns && row[j + 1] === 1))) row[j] = 1
      else if (b[j] === '*' && (row[j + 1] === 1 || (i < rows && below[j] === 1))) row[j] = 1
      else if (i < rows && j < columns && meets(a[i], b[j])) row[j] = below[j + 1] ?? 0
    }
    ;[below, row] = [row, below]
  }
  return below[0] === 1
}

function meets(a: string | undefined, b: string | undefined): boolean {
  return a !== '*' && b !== '*' && (a === '?' || b === '?' || a === b)
}
