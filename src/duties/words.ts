import type { Route } from '../book/acting.ts'
import { writeInstant, type Instant } from '../book/instant.ts'
import { plain } from '../book/quote.ts'
import type { Related } from '../book/problem.ts'
import type { Conflict, Part } from './conflict.ts'
import type { Segment } from './sweep.ts'
import { EXACT, type Resolution } from './resolve.ts'

/** So many items, stretches or grants are written out; the rest is counted. */
const MOST = 6

/** What is wrong: who holds how many of what, through what, and when. */
export function conflictWords(conflict: Conflict, verb = 'would hold'): string {
  const { rule, subject, segments } = conflict
  const most = Math.max(...segments.map(({ items }) => items.length))
  return `"${subject}" ${verb} ${most} where the rule "${rule.id}" allows ${rule.atMost} at a time (${plain(rule.title)}): ${heldWords(conflict)}; ${segmentsWords(segments)}.`
}

/** The items that are held together, each with what confers it. */
function heldWords({ segments, parts, subject }: Conflict): string {
  const items = [...new Set(segments.flatMap((segment) => segment.items))].toSorted()
  const told = items.map((item) => {
    const [first, ...more] = parts.filter((part) => part.items.includes(item))
    const also = more.length > 0 ? ` and ${more.length} more` : ''
    return first ? `${item}${byWords(item, first)}${routeWords(first.route, subject)}${also}` : item
  })
  return list(told)
}

/** By what an item is held, where its own name doesn't say so. */
function byWords(item: string, { grant, entitlement }: Part): string {
  if (item === grant.name) return ''
  return entitlement.name === grant.name || item === entitlement.name
    ? ` by ${grant.name}`
    : ` by ${entitlement.name} within ${grant.name}`
}

const TIES = {
  owned: (workload: string) => `through the workload "${workload}", which it owns`,
  backup: (workload: string) => `through the workload "${workload}", whose owner it backs up`,
  canRun: (workload: string) => `through the workload "${workload}", which it can run`
} as const

/** How a subject comes to hold what a workload holds. */
export function routeWords(route: Route, subject: string): string {
  let who = `"${subject}"`
  const steps = route.map(({ workload, by }, index) => {
    const words = TIES[by](workload)
    const told = index === 0 ? words : words.replace('which it', `which ${who}`)
    who = `"${workload}"`
    return told
  })
  return steps.length === 0 ? '' : ` ${steps.toReversed().join(', ')}`
}

function segmentsWords(segments: readonly Segment[]): string {
  return list(joined(segments).map(({ from, until }) => `from ${beginWords(from)} until ${endWords(until)}`))
}

/** Stretches that touch are one in words. */
function joined(
  segments: readonly Segment[]
): readonly { readonly from: Instant; readonly until: Instant }[] {
  const found: { from: Instant; until: Instant }[] = []
  for (const { from, until } of segments) {
    const last = found.at(-1)
    if (last?.until === from) last.until = until
    else found.push({ from, until })
  }
  return found
}

/** A begin as people read it. */
export function beginWords(from: Instant): string {
  return Number.isFinite(from) ? writeInstant(from) : 'issuance'
}

/** An end as people read it. */
export function endWords(until: Instant): string {
  return Number.isFinite(until) ? writeInstant(until) : 'an unknown end'
}

/** Every holding at its file. */
export function relatedOf({ parts, rule, subject }: Conflict): readonly Related[] {
  const held = parts.map((part) => ({
    file: part.grant.path,
    pointer: [],
    message: `${list(part.items)}${routeWords(part.route, subject)}, from ${beginWords(part.from)} until ${endWords(part.until)}`
  }))
  return [{ file: rule.path, pointer: [], message: `the rule: ${plain(rule.title)}` }, ...held.slice(0, 50)]
}

/** The repair: a smallest set of changes. */
export function resolutionWords({ remedies, smallest }: Resolution): string {
  const steps = remedies.map(({ grant, endBy, startAt }) => {
    const moves = [
      ...(endBy === null ? [] : [`let it end by ${writeInstant(endBy)}`]),
      ...(startAt === null ? [] : [`let it begin at ${writeInstant(startAt)}`])
    ]
    return [`drop ${grant}`, ...moves].join(', or ')
  })
  const how = smallest
    ? 'No smaller change does it.'
    : `None of these can be left out (with more than ${EXACT} grants not every set is tried).`
  const first = list(steps, '; and ')
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}. ${how}`
}

/** A list in words, cut after {@link MOST}. */
export function list(all: readonly string[], between = ', '): string {
  const shown = all.slice(0, MOST).join(between)
  return all.length > MOST ? `${shown} and ${all.length - MOST} more` : shown
}

/** Files of the change at hand that take part. */
export function contributionWords(files: readonly string[]): string {
  return files.length === 0 ? '' : ` This change brings ${list(files.map((file) => `"${file}"`))}.`
}
