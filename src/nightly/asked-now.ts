import type { Fate } from './fates.ts'
import type { Sighting } from './outside.ts'

/** What one pull request can ask about, and what has to wait until it is merged. */
export interface Asked<T> {
  readonly now: readonly T[]
  /** How many principals wait. */
  readonly waiting: number
}

/**
 * Of all that is to be decided on, what goes into one pull request: everything, if GitHub can list it. Of more, what no file
 * says yet: whoever can give himself anything first, then what was seen first; the rest waits for the next one.
 */
export function askedNow<
  T extends { readonly sighting: Sighting; readonly fates: readonly Pick<Fate, 'item'>[] }
>(all: readonly T[], isFiled: (one: T) => boolean, most: number): Asked<T> {
  if (all.length <= most) return { now: all, waiting: 0 }
  const due = all
    .filter((one) => !isFiled(one))
    .map((one) => ({ one, danger: Number(one.fates.some(isAdmin)), since: firstSeen(one.sighting) }))
    .toSorted((a, b) => b.danger - a.danger || a.since - b.since)
  return { now: due.slice(0, most).map(({ one }) => one), waiting: Math.max(0, due.length - most) }
}

function isAdmin({ item }: Pick<Fate, 'item'>): boolean {
  return item.severity === 'administrator'
}

function firstSeen({ seen }: Sighting): number {
  return Math.min(...seen.map((one) => one.firstSeen))
}
