import type { SystemId } from './world.ts'

/** Something made by hand in an account, as whoever made it knows it. */
export interface Outside {
  readonly system: SystemId
  /** `user/p020`. */
  readonly principal: string
  /** What a file about it must name. */
  readonly needle: string
  readonly kind: 'attached' | 'inline' | 'member' | 'user'
  readonly made: number
  /** When the same thing was to go that a night saw here before: whoever makes it again moves no date. */
  readonly known: number | null
  /** When a night may first have seen it, and when one must have; null: none yet. */
  earliest: number | null
  latest: number | null
  /** When people decided that it goes; null: they didn't. */
  revokedAt: number | null
  /** Until when people tolerate it, by an approved decision. */
  tolerated: number | null
}

const DAY = 86_400_000
const WITHIN = 7 * DAY

/** When the time to decide is over: the end of the seventh day after it was first seen. */
export function dueAfter(seen: number): number {
  return Math.ceil((seen + WITHIN) / DAY) * DAY
}

/** Names a thing for good: made again, it is the same. */
export function keyOf({
  needle,
  principal,
  system
}: Pick<Outside, 'needle' | 'principal' | 'system'>): string {
  return `${system} ${principal} ${needle}`
}
