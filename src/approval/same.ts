import type { Form } from './facts.ts'

/** Whether two forms are the same: absent, or mode and content alike. */
export function sameForm(a: Form | null, b: Form | null): boolean {
  return a === null || b === null ? a === b : a.mode === b.mode && a.blob === b.blob
}

/** Whether two values read from files say the same. The order of a mapping's keys doesn't count, that of a list does. */
export function sameMeaning(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((one, index) => sameMeaning(one, b[index]))
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const [left, right] = [fields(a), fields(b)]
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && sameMeaning(value, right.get(key)))
  )
}

/** An absent field and one that is undefined are the same. */
function fields(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, field]) => field !== undefined))
}
