import type { Instant } from './instant.ts'

/** A half-open stretch of time: `from` is the first instant inside, `until` the first one after. A null `from` began at issuance. */
export interface Window {
  readonly from: Instant | null
  readonly until: Instant
}

/** Whether `at` lies inside. */
export function holds(window: Window, at: Instant): boolean {
  return (window.from === null || window.from <= at) && at < window.until
}

/**
 * The time that stretches cover together, in milliseconds. Gaps of less than `bridge` count as covered,
 * so that access renewed every morning is not mistaken for short access.
 */
export function coveredTime(
  stretches: readonly { readonly from: Instant; readonly until: Instant }[],
  bridge: number
): number {
  const sorted = stretches.filter((s) => s.until > s.from).toSorted((a, b) => a.from - b.from)
  let total = 0
  let open: { from: Instant; until: Instant } | undefined
  for (const next of sorted) {
    if (open && next.from - open.until < bridge) open.until = Math.max(open.until, next.until)
    else {
      if (open) total += open.until - open.from
      open = { from: next.from, until: next.until }
    }
  }
  return open ? total + open.until - open.from : total
}
