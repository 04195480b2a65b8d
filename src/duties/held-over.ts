import { compare } from '../book/compare.ts'
import type { Conferred } from './holdings.ts'

/** Something conferred, and as whom it is used. */
export interface Held extends Conferred {
  readonly carrier: string
}

/**
 * What is held together, once for each stretch in which it is not just a part of what is held in another: whatever is
 * possible at any time is possible in one of these.
 */
export function holdingsOver(all: readonly Held[]): readonly (readonly Held[])[] {
  const edges = [...new Set(all.flatMap(({ from, until }) => [from, until]))].toSorted(compare)
  const stretches: (readonly Held[])[] = []
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const until = edges[index + 1] ?? Infinity
    const held = all.filter((one) => one.from <= from && until <= one.until)
    if (held.length > 0) stretches.push(held)
  }
  return stretches.filter(
    (held, index) =>
      !stretches.some(
        (other, at) =>
          at !== index &&
          held.every((one) => other.includes(one)) &&
          (other.length > held.length || at < index)
      )
  )
}
