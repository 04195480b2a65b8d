import type { Book } from '../book/book.ts'
import type { Instant } from '../book/instant.ts'
import { Holdings, type Conferred, type Holding, type Known } from './holdings.ts'
import { ruleGroups, type CountedRule, type RuleGroup } from './rules.ts'
import { sweep, type Segment, type Span } from './sweep.ts'

/** A holding that takes part in a conflict, and as what it counts. */
export interface Part extends Holding {
  readonly items: readonly string[]
}

/** One subject holds more under one rule than it allows. */
export interface Conflict {
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
  for (const subject of subjects ?? everybody(book))
    for (const group of groups) found.push(...conflictsOf(subject, group, holdings, now))
  return found.toSorted((a, b) => byUnit(a.rule.id, b.rule.id) || byUnit(a.subject, b.subject))
}

function everybody(book: Book): ReadonlySet<string> {
  return new Set([...book.grantsOfSubject.keys(), ...book.people.keys(), ...book.workloads.keys()])
}

/** One thing held that counts under a rule. */
interface Counted {
  readonly conferred: Conferred
  readonly carrier: ReturnType<Holdings['carriers']>[number]
  readonly items: readonly string[]
}

function conflictsOf(
  subject: string,
  group: RuleGroup,
  holdings: Holdings,
  now: Instant
): readonly Conflict[] {
  const byRule = new Map<CountedRule, Counted[]>()
  for (const carrier of holdings.carriers(subject, group)) {
    for (const conferred of holdings.conferred(carrier.id)) {
      for (const { rule, items } of group.hits.get(conferred.entitlement.name) ?? []) {
        const one = { conferred, carrier, items }
        const list = byRule.get(rule)
        if (list) list.push(one)
        else byRule.set(rule, [one])
      }
    }
  }
  const found: Conflict[] = []
  for (const [rule, counted] of byRule) {
    if (!mayExceed(counted, rule.atMost)) continue
    const conflict = judge(subject, rule, counted.map(toPart), now)
    if (conflict) found.push(conflict)
  }
  return found
}

/** Cheap first: most who hold anything under a rule hold too few different items, whenever that is. */
function mayExceed(counted: readonly Counted[], atMost: number): boolean {
  if (counted.length === 1) return (counted[0]?.items.length ?? 0) > atMost
  return new Set(counted.flatMap(({ items }) => items)).size > atMost
}

function toPart({ conferred, carrier, items }: Counted): Part {
  return { ...conferred, until: Math.min(conferred.until, carrier.until), route: carrier.route, items }
}

/** The conflict that some holdings make under a rule; null if there is none from `now` on. */
export function judge(
  subject: string,
  rule: CountedRule,
  parts: readonly Part[],
  now: Instant
): Conflict | null {
  const segments = sweep(parts.flatMap(spansOf), rule.atMost).filter(({ until }) => until > now)
  if (segments.length === 0) return null
  const held = parts.filter((part) =>
    segments.some(
      ({ from, until, items }) =>
        part.from < until && from < part.until && part.items.some((item) => items.includes(item))
    )
  )
  return { rule, subject, segments, parts: held.toSorted(byGrant) }
}

/** The spans of one holding. */
export function spansOf({ items, from, until }: Pick<Part, 'items' | 'from' | 'until'>): readonly Span[] {
  return items.map((item) => ({ item, from, until }))
}

function byGrant(a: Part, b: Part): number {
  return byUnit(a.grant.path, b.grant.path) || byUnit(a.entitlement.name, b.entitlement.name)
}

function byUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
