import { append } from '../book/append.ts'
import { resolveEntitlement } from '../book/bundles.ts'
import { writeInstant, type Instant } from '../book/instant.ts'
import type { Extent } from '../book/problem.ts'
import type { Told } from '../findings/check.ts'
import type { CheckContext } from '../findings/context.ts'
import { conflicts, judge, type Conflict, type Part } from './conflict.ts'
import { endsByException, exceptionFor, type Covering } from './exceptions.ts'
import { resolve } from './resolve.ts'
import { conflictWords, contributionWords, relatedOf, resolutionWords } from './words.ts'

/** What a conflict is told as. */
export type DutyCode =
  | 'duties-conflict'
  | 'duties-warning'
  | 'duties-emergency'
  | 'duties-excepted'
  | 'duties-exception-over'

const cache = new WeakMap<CheckContext, ReadonlyMap<DutyCode, readonly Told[]>>()

/** Every conflict of the book with its rules as it is to be told. Computed once for each context. */
export function dutyFindings(context: CheckContext, code: DutyCode): readonly Told[] {
  let known = cache.get(context)
  if (!known) cache.set(context, (known = tellAll(context)))
  return known.get(code) ?? []
}

function tellAll(context: CheckContext): ReadonlyMap<DutyCode, readonly Told[]> {
  const { book, now } = context
  const found = new Map<DutyCode, Told[]>()
  for (const conflict of conflicts({ book, now, caps: capsOf(context) })) {
    for (const [code, told] of tell(conflict, context)) append(found, code, told)
  }
  return found
}

/**
 * Ends that exceptions give which stand, where the order of approvals is known. Those that are over end nothing here: what
 * grows under one must be seen.
 */
function capsOf({ book, now, approvedAt }: CheckContext): ReadonlyMap<string, Instant> {
  if (approvedAt === null) return new Map()
  const ends = endsByException({ book, now, approvedAt, onlyStanding: true })
  return new Map([...ends].map(([grant, { at }]) => [grant, at]))
}

function tell(conflict: Conflict, context: CheckContext): readonly (readonly [DutyCode, Told])[] {
  const { book, now } = context
  const { rule, subject } = conflict
  const covering = exceptionFor(book, rule.id, subject)
  if (covering && covering.until > now) return [['duties-excepted', excepted(conflict, covering, context)]]
  if (rule.severity === 'warning') return [['duties-warning', problem(conflict, context, 'warning')]]
  if (covering) return [['duties-exception-over', exceptionOver(conflict, covering, context)]]
  const ordinary = judge(
    subject,
    rule,
    conflict.parts.filter(({ grant }) => grant.kind === 'grant'),
    now
  )
  const told: [DutyCode, Told][] = []
  if (ordinary) told.push(['duties-conflict', problem(ordinary, context, 'conflict')])
  if (conflict.parts.some(({ grant }) => grant.kind === 'emergency'))
    told.push(['duties-emergency', problem(conflict, context, 'emergency')])
  return told
}

/** What two findings must have alike so that one is the other, grown or shrunk. */
type Sort = 'conflict' | 'warning' | 'emergency' | 'excepted'

function problem(conflict: Conflict, context: CheckContext, sort: Sort, verb?: string): Told {
  const brings = (path: string): boolean => context.changed?.has(path) === true
  const files = filesOf(conflict, context)
  const brought = contributionWords([...files].filter(brings).toSorted())
  return {
    message: `${conflictWords(conflict, verb)}${brought}`,
    fix: resolutionWords(resolve(conflict, brings)),
    file: placeOf(conflict, context),
    pointer: [],
    related: relatedOf(conflict),
    extent: {
      key: `${sort} ${conflict.rule.id} ${conflict.subject}`,
      subject: conflict.subject,
      parts: partsOf(conflict),
      files,
      brought
    }
  }
}

function excepted(conflict: Conflict, { entry, until }: Covering, context: CheckContext): Told {
  const told = problem(conflict, context, 'excepted', 'holds')
  return {
    ...told,
    message: `${told.message} The exception "${entry.id}" allows it until ${writeInstant(until)}; the last approved of these grants ends with it. Control: ${sentence(entry.data.control)}`,
    fix: 'Nothing to do while the exception stands.'
  }
}

/** Only time brought it, unless a change makes it grow: then it is a conflict like any other. */
function exceptionOver(conflict: Conflict, { entry, until }: Covering, context: CheckContext): Told {
  const told = problem(conflict, context, 'conflict', 'holds')
  return {
    ...told,
    message: `${told.message} The exception "${entry.id}" allowed it until ${writeInstant(until)}; the last approved of these grants ended with it.`,
    ...(told.extent && {
      extent: { ...told.extent, grown: { code: 'duties-conflict', severity: 'error' } }
    })
  }
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`
}

/** The file to mend: what the change at hand brings, else the last of the grants in conflict. */
function placeOf(conflict: Conflict, context: CheckContext): string {
  const { rule, parts } = conflict
  const { changed, approvedAt } = context
  const order = (part: Part): readonly number[] => [
    changed?.has(part.grant.path) === true ? 1 : 0,
    approvedAt ? (approvedAt(part.grant.path) ?? Infinity) : 0,
    part.from
  ]
  const last = parts.toSorted(
    (a, b) => byLast(order(a), order(b)) || (a.grant.path < b.grant.path ? 1 : -1)
  )[0]
  const isNew = last && changed?.has(last.grant.path) === true
  return !isNew && changed?.has(rule.path) === true ? rule.path : (last?.grant.path ?? rule.path)
}

function byLast(a: readonly number[], b: readonly number[]): number {
  for (const [index, own] of a.entries()) {
    const other = b[index] ?? 0
    if (own !== other) return own > other ? -1 : 1
  }
  return 0
}

/** Everything that is held too much, and when. */
function partsOf({ segments, now }: Conflict): Extent['parts'] {
  // What was held together before doesn't matter any more: of what has begun, all that counts is when it ends.
  return segments.flatMap(({ from, until, items }) =>
    items.map((item) => ({ item, window: { from: from > now ? from : null, until } }))
  )
}

/** All files that a conflict follows from. */
function filesOf({ rule, subject, parts }: Conflict, { book }: CheckContext): ReadonlySet<string> {
  const own = (book.people.get(subject) ?? book.workloads.get(subject))?.path
  const files = new Set([rule.path, ...(own === undefined ? [] : [own])])
  for (const { grant, entitlement, route } of parts) {
    files.add(grant.path)
    files.add(entitlement.path)
    for (const one of resolveEntitlement(book, grant.name)?.all ?? [])
      if (one.data.includes !== undefined) files.add(one.path)
    for (const { workload } of route) {
      const path = book.workloads.get(workload)?.path
      if (path !== undefined) files.add(path)
    }
  }
  return files
}
