import { compare } from '../book/compare.ts'
import type { Book } from '../book/book.ts'
import type { Instant } from '../book/instant.ts'
import { Holdings, type Holding, type Known } from './holdings.ts'
import { ruleGroups, type CountedRule, type RuleGroup } from './rules.ts'
import { sweep, type Segment, type Span } from './sweep.ts'

/** A holding that takes part in a conflict, and as what it counts. */
export interface Part extends Holding {
  readonly items: readonly string[]
}

/** One subject holds more under one rule than it allows. */
export interface Conflict {
  /** When it was looked for. */
  readonly now: Instant
  readonly rule: CountedRule
  readonly subject: string
  /** When, and what is held then; in order of time, none of them over. */
  readonly segments: readonly Segment[]
  /** What is held in any of these stretches. Sorted by path of the grant, then by entitlement. */
  readonly parts: readonly Part[]
}

/** What is judged. */
export interface Question extends Known {
  readonly book: Book
  /** What has ended by then is no conflict any more; what begins later is one now. */
  readonly now: Instant
  /** Only these subjects; absent: everybody who holds anything or can act as somebody who does. */
  readonly subjects?: Iterable<string>
}

/** Every conflict of a book with its rules, exceptions not looked at. Sorted by rule, then by subject. */
export function conflicts({ book, now, subjects, ...known }: Question): readonly Conflict[] {
  const groups = ruleGroups(book)
  if (groups.length === 0) return []
  const holdings = new Holdings(book, now, known)
  const found: Conflict[] = []
  const tallies = groups.map((group) => ({ group, tally: new Uint32Array(group.rules.length) }))
  for (const subject of subjects ?? everybody(book)) {
    for (const { group, tally } of tallies) {
      const carriers = holdings.carriers(subject, group)
      for (const at of suspects(carriers, group, holdings, tally)) {
        const rule = group.rules[at]
        const conflict = rule && judge(subject, rule, partsUnder(at, carriers, group, holdings), now)
        if (conflict) found.push(conflict)
      }
    }
  }
  return found.toSorted((a, b) => compare(a.rule.id, b.rule.id) || compare(a.subject, b.subject))
}

function* everybody({ people, workloads, grantsOfSubject }: Book): Generator<string> {
  yield* people.keys()
  yield* workloads.keys()
  for (const id of grantsOfSubject.keys()) if (!people.has(id) && !workloads.has(id)) yield id
}

type Carriers = ReturnType<Holdings['carriers']>

/**
 * Cheap first: rules, by number, under which somebody holds more than allowed, whenever that is and counting twice what is
 * held twice. Most hold too little. `tally` is all zeros, and is so again afterwards.
 */
function suspects(
  carriers: Carriers,
  { hits, rules }: RuleGroup,
  holdings: Holdings,
  tally: Uint32Array
): readonly number[] {
  const touched: number[] = []
  for (const { id } of carriers) {
    for (const { entitlement } of holdings.conferred(id)) {
      for (const { at, items } of hits(entitlement)) {
        const count = tally[at] ?? 0
        if (count === 0) touched.push(at)
        tally[at] = count + items.length
      }
    }
  }
  const found: number[] = []
  for (const at of touched) {
    if ((tally[at] ?? 0) > (rules[at]?.atMost ?? 0)) found.push(at)
    tally[at] = 0
  }
  return found
}

/** What somebody holds that counts under a rule, by its number; nothing if it is too little, whenever that is. */
function partsUnder(
  at: number,
  carriers: Carriers,
  { hits, rules }: RuleGroup,
  holdings: Holdings
): readonly Part[] {
  const parts: Part[] = []
  const items = new Set<string>()
  for (const { id, route, until } of carriers) {
    for (const conferred of holdings.conferred(id)) {
      for (const hit of hits(conferred.entitlement)) {
        if (hit.at !== at) continue
        for (const item of hit.items) items.add(item)
        const { grant, entitlement, from } = conferred
        const end = Math.min(conferred.until, until)
        parts.push({ grant, entitlement, from, until: end, route, items: hit.items })
      }
    }
  }
  return items.size > (rules[at]?.atMost ?? 0) ? parts : []
}

/** The conflict that some holdings make under a rule; null if there is none from `now` on. */
export function judge(
  subject: string,
  rule: CountedRule,
  parts: readonly Part[],
  now: Instant
): Conflict | null {
  const spans: Span[] = []
  for (const part of parts) spans.push(...spansOf(part))
  const segments = sweep(spans, rule.atMost).filter(({ until }) => until > now)
  if (segments.length === 0) return null
  const held = parts.filter((part) =>
    segments.some(
      ({ from, until, items }) =>
        part.from < until && from < part.until && part.items.some((item) => items.includes(item))
    )
  )
  return { now, rule, subject, segments, parts: held.toSorted(byGrant) }
}

/** The spans of one holding. */
export function spansOf({ items, from, until }: Pick<Part, 'items' | 'from' | 'until'>): readonly Span[] {
  return items.map((item) => ({ item, from, until }))
}

function byGrant(a: Part, b: Part): number {
  return compare(a.grant.path, b.grant.path) || compare(a.entitlement.name, b.entitlement.name)
}
