import { compare } from '../book/compare.ts'
import type { Instant } from '../book/instant.ts'
import { spansOf, type Conflict, type Part } from './conflict.ts'
import { sweep } from './sweep.ts'

/** One change that takes part in resolving a conflict: a grant that goes, or instead of that changes its dates. */
export interface Remedy {
  /** Path of the grant. */
  readonly grant: string
  /** Ending it then resolves it as well; null: it doesn't, or the grant would never begin. */
  readonly endBy: Instant | null
  /** Beginning it then resolves it as well; null likewise. */
  readonly startAt: Instant | null
}

/** A smallest set of changes that resolves a conflict. */
export interface Resolution {
  /** Sorted by path. Dates hold with all the others of the set gone. */
  readonly remedies: readonly Remedy[]
  /** Whether no smaller set does it; else only that none of these can be left out. */
  readonly smallest: boolean
}

/** Up to so many grants all sets of them are tried. */
export const EXACT = 15

/**
 * Grants to drop so that the conflict is gone: as few as possible, and among equally few first those for which `prefers`
 * says so (what the change at hand brings), then those that begin last. Beyond {@link EXACT} grants a set of which none
 * can be left out.
 */
export function resolve(conflict: Conflict, prefers: (grant: string) => boolean): Resolution {
  const grants = candidates(conflict, prefers)
  const exact = grants.length <= EXACT
  const dropped = exact
    ? smallest(conflict, grants, grants.filter(prefers).length)
    : irreducible(conflict, grants)
  return {
    remedies: dropped.toSorted().map((grant) => remedy(conflict, grant, dropped)),
    smallest: exact
  }
}

/** Grants of a conflict, those to drop first in front. */
function candidates({ parts }: Conflict, prefers: (grant: string) => boolean): readonly string[] {
  const from = new Map<string, Instant>()
  for (const part of parts)
    from.set(part.grant.path, Math.max(part.from, from.get(part.grant.path) ?? -Infinity))
  return [...from.keys()].toSorted(
    (a, b) =>
      Number(prefers(b)) - Number(prefers(a)) ||
      compare(from.get(b) ?? 0, from.get(a) ?? 0) ||
      (a < b ? 1 : -1)
  )
}
/** Whether nothing is wrong any more without these grants. */
function resolves({ parts, rule, segments }: Conflict, gone: ReadonlySet<string>): boolean {
  return isFree(
    parts.filter((part) => !gone.has(part.grant.path)),
    rule.atMost,
    segments
  )
}

/** What is over already when judged is no conflict: only stretches that were told count. */
function isFree(parts: readonly Part[], atMost: number, told: Conflict['segments']): boolean {
  const begin = told[0]?.from ?? -Infinity
  return sweep(parts.flatMap(spansOf), atMost).every(({ until }) => until <= begin)
}

/**
 * All sets by size, from the least that could do; of those of the first size at which any does the one with the most of
 * the `preferred` first ones, and of several such the one that comes first.
 */
function smallest(conflict: Conflict, grants: readonly string[], preferred: number): readonly string[] {
  const isResolved = tester(conflict, grants)
  for (let size = leastSize(conflict); size < grants.length; size++) {
    let best: readonly number[] | null = null
    let most = -1
    for (const set of subsets(grants.length, size)) {
      const count = set.filter((index) => index < preferred).length
      if (count <= most || !isResolved(set)) continue
      best = set
      most = count
      if (most === Math.min(size, preferred)) break
    }
    if (best) return best.map((index) => grants[index] ?? '')
  }
  return grants
}

/** Tells of a set of grants whether dropping it resolves: items as bits of the grants that confer them, once a stretch. */
function tester(
  { parts, rule, now }: Conflict,
  grants: readonly string[]
): (set: readonly number[]) => boolean {
  const bits = new Map(grants.map((grant, index) => [grant, 1 << index]))
  const begins = new Set([now, ...parts.map(({ from }) => from)].filter((at) => at >= now))
  const stretches = [...begins].map((at) => {
    const held = new Map<string, number>()
    for (const { grant, items, from, until } of parts) {
      if (at < from || until <= at) continue
      for (const item of items) held.set(item, (held.get(item) ?? 0) | (bits.get(grant.path) ?? 0))
    }
    return [...held.values()]
  })
  return (set) => {
    let kept = -1
    for (const index of set) kept &= ~(1 << index)
    return stretches.every((held) => {
      let count = 0
      for (const by of held) if ((by & kept) !== 0) count++
      return count <= rule.atMost
    })
  }
}

/** No fewer: one grant takes off at most so many items. */
function leastSize({ parts, rule, segments }: Conflict): number {
  const items = new Map<string, Set<string>>()
  for (const { grant, items: own } of parts) {
    const known = items.get(grant.path) ?? new Set()
    for (const item of own) known.add(item)
    items.set(grant.path, known)
  }
  const most = Math.max(...[...items.values()].map(({ size }) => size))
  const over = Math.max(...segments.map((segment) => segment.items.length - rule.atMost))
  return Math.max(1, Math.ceil(over / most))
}

/** Every way to take `size` of so many, in order. */
function* subsets(count: number, size: number, start = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let index = start; index <= count - size; index++) {
    for (const rest of subsets(count, size - 1, index + 1)) yield [index, ...rest]
  }
}

/** Drops one after the other until it is resolved, then takes back whatever needn't go. */
function irreducible(conflict: Conflict, grants: readonly string[]): readonly string[] {
  const gone = new Set<string>()
  for (const grant of grants) {
    if (resolves(conflict, gone)) break
    gone.add(grant)
  }
  for (const grant of [...gone].toReversed()) {
    gone.delete(grant)
    if (!resolves(conflict, gone)) gone.add(grant)
  }
  return [...gone]
}

/** What could be done instead of dropping one grant of a set, the others of it being gone. */
function remedy(conflict: Conflict, grant: string, dropped: readonly string[]): Remedy {
  const others = new Set(dropped.filter((path) => path !== grant))
  const rest = conflict.parts.filter((part) => !others.has(part.grant.path))
  const own = rest.filter((part) => part.grant.path === grant)
  const segments = sweep(rest.flatMap(spansOf), conflict.rule.atMost)
  const first = segments[0]?.from ?? -Infinity
  const last = segments.at(-1)?.until ?? Infinity
  const moved = (change: (part: Part) => Part): boolean =>
    isFree(
      rest.map((part) => (part.grant.path === grant ? change(part) : part)),
      conflict.rule.atMost,
      conflict.segments
    )
  // An end that has passed is no other than dropping it.
  const ends =
    first > conflict.now &&
    own.every(({ from }) => from < first) &&
    moved((part) => ({ ...part, until: Math.min(part.until, first) }))
  const starts =
    own.every(({ until }) => until > last) && moved((part) => ({ ...part, from: Math.max(part.from, last) }))
  return {
    grant,
    endBy: ends ? first : null,
    startAt: starts && Number.isFinite(last) ? last : null
  }
}
