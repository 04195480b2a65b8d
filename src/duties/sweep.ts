import type { Instant } from '../book/instant.ts'

/** One item of a rule, held for a time. `from` may be -Infinity (from issuance), `until` Infinity (no end is known). */
export interface Span {
  readonly item: string
  readonly from: Instant
  /** First instant after it. */
  readonly until: Instant
}

/** A stretch of time in which the same items are held, more of them than allowed. */
export interface Segment {
  readonly from: Instant
  readonly until: Instant
  /** Sorted. */
  readonly items: readonly string[]
}

/**
 * Stretches in which more than `atMost` different items are held at once, in order of time. One pass over the instants at
 * which anything begins or ends: each instant is judged by everything that is held then, never pair by pair.
 */
export function sweep(spans: readonly Span[], atMost: number): readonly Segment[] {
  const edges: { readonly at: Instant; readonly item: string; readonly step: 1 | -1 }[] = []
  for (const { item, from, until } of spans)
    if (from < until) edges.push({ at: from, item, step: 1 }, { at: until, item, step: -1 })
  edges.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const held = new Map<string, number>()
  const segments: Segment[] = []
  for (let next = 0; next < edges.length;) {
    const at = edges[next]?.at ?? 0
    for (; edges[next]?.at === at; next++) {
      const { item, step } = edges[next] ?? { item: '', step: 0 }
      const count = (held.get(item) ?? 0) + step
      if (count === 0) held.delete(item)
      else held.set(item, count)
    }
    const until = edges[next]?.at
    if (until !== undefined && held.size > atMost)
      add(segments, { from: at, until, items: [...held.keys()].toSorted() })
  }
  return segments
}

/** Joins a stretch to the one before it where nothing changed between them. */
function add(segments: Segment[], next: Segment): void {
  const last = segments.at(-1)
  const same = last?.until === next.from && last.items.join() === next.items.join()
  if (last && same) segments[segments.length - 1] = { ...last, until: next.until }
  else segments.push(next)
}
