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
  if (!/[*?]/u.test(wide)) return wide === narrow
  // reach[i]: wide[0..i) can absorb the part of `narrow` read so far.
  let reach = closure(wide, start(wide))
  for (const char of narrow) {
    const next = flags(wide.length + 1)
    for (let i = 0; i < wide.length; i++) {
      if (!reach[i]) continue
      const own = wide[i]
      if (own === '*') next[i] = true
      else if (char !== '*' && (own === '?' || own === char)) next[i + 1] = true
    }
    reach = closure(wide, next)
  }
  return reach[wide.length] === true
}

function start(pattern: string): boolean[] {
  const reach = flags(pattern.length + 1)
  reach[0] = true
  return reach
}

function closure(pattern: string, reach: boolean[]): boolean[] {
  for (let i = 0; i < pattern.length; i++) if (reach[i] === true && pattern[i] === '*') reach[i + 1] = true
  return reach
}

function flags(length: number): boolean[] {
  return Array.from({ length }, () => false)
}

/** Whether some text matches both patterns. Exact. */
export function intersects(a: string, b: string): boolean {
  const [rows, columns] = [a.length, b.length]
  // meet[j] of row i: a[i..) and b[j..) can match the same text. Filled from the end.
  let below = flags(columns + 1)
  for (let i = rows; i >= 0; i--) {
    const row = flags(columns + 1)
    for (let j = columns; j >= 0; j--) {
      if (i === rows && j === columns) row[j] = true
      else if (a[i] === '*' && (below[j] === true || (j < columns && row[j + 1] === true))) row[j] = true
      else if (b[j] === '*' && (row[j + 1] === true || (i < rows && below[j] === true))) row[j] = true
      else if (i < rows && j < columns && same(a[i], b[j])) row[j] = below[j + 1] === true
    }
    below = row
  }
  return below[0] === true
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a !== '*' && b !== '*' && (a === '?' || b === '?' || a === b)
}
