import type { Mask } from './walk.ts'

/** Up to so many candidates the smallest set is looked for among all sets; beyond, grants are dropped one by one. */
const EXACT = 15

/**
 * A smallest choice of grants with which something holds that holds with all candidates and never breaks by more grants.
 * Of several equally small ones the first by number. Beyond 15 candidates: one from which none can be dropped.
 */
export function smallest(
  candidates: readonly number[],
  size: number,
  holds: (mask: Mask) => boolean
): readonly number[] {
  const sorted = [...new Set(candidates)].filter((grant) => grant >= 0).toSorted((a, b) => a - b)
  const mask = new Uint8Array(size)
  for (const grant of sorted) mask[grant] = 1
  // What can't be left out even beside all the others is in every answer: the search is for the rest.
  const optional = sorted.filter((grant) => {
    mask[grant] = 0
    const spare = holds(mask)
    mask[grant] = 1
    return spare
  })
  if (optional.length > EXACT) return dropping(sorted, optional, mask, holds)
  for (const grant of optional) mask[grant] = 0
  for (let count = 0; count < optional.length; count++) {
    const chosen = choose(optional, count, mask, 0, [], holds)
    if (chosen) return sorted.filter((grant) => chosen.includes(grant) || !optional.includes(grant))
  }
  return sorted
}

/** Tries every choice of `count` more candidates from `at` on, in order. */
function choose(
  candidates: readonly number[],
  count: number,
  mask: Mask,
  at: number,
  chosen: readonly number[],
  holds: (mask: Mask) => boolean
): readonly number[] | null {
  if (count === 0) return holds(mask) ? chosen : null
  for (let index = at; index <= candidates.length - count; index++) {
    const grant = candidates[index] ?? 0
    mask[grant] = 1
    const found = choose(candidates, count - 1, mask, index + 1, [...chosen, grant], holds)
    mask[grant] = 0
    if (found) return found
  }
  return null
}

function dropping(
  candidates: readonly number[],
  optional: readonly number[],
  mask: Mask,
  holds: (mask: Mask) => boolean
): readonly number[] {
  for (const grant of optional.toReversed()) {
    mask[grant] = 0
    if (!holds(mask)) mask[grant] = 1
  }
  return candidates.filter((grant) => mask[grant] === 1)
}
