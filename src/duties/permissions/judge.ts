import type { Clause } from './clause.ts'
import type { NeededAction } from './needed.ts'
import type { Pattern, Patterns } from './patterns.ts'
import {
  boundaryUnread,
  boundedInPart,
  boundedOnCondition,
  deniedInPart,
  deniedOnCondition,
  exceptOn,
  onCondition,
  onlyOn,
  variables,
  type Reason
} from './reasons.ts'

/** What limits the Allows of one identity. */
export interface Limits {
  /** Its Denies; those of its boundary have no source. */
  readonly denies: readonly { readonly clause: Clause; readonly source: number | null }[]
  /** Allows of its boundary; null: it has none. */
  readonly boundary: readonly Clause[] | null | 'unread'
}

/** An Allow of one identity. */
export interface Allow {
  readonly clause: Clause
  readonly source: number
  /** It is a grant's, so its dates don't matter here. */
  readonly granted: boolean
}

/** Resources that an action is about: all there may be, and those of the identity's own account. */
export interface Scope {
  readonly all: Pattern
  readonly own: Pattern
}

/** Null: certainly not allowed. No reasons: surely allowed, on every resource of the own account. */
export type Answer = readonly Reason[] | null

/** How much of some resources a list of patterns takes in. */
type Extent = 'all' | 'some' | 'none'

/** What one statement allows of one action once everything else of the identity has had its say. */
export function judge(
  allow: Allow,
  action: NeededAction,
  number: number,
  scopes: readonly Scope[],
  limits: Limits,
  patterns: Patterns
): Answer {
  const { clause, source } = allow
  const denies = limits.denies.filter((deny) => deny.clause.actions.has(number))
  const boundary = limits.boundary === 'unread' ? null : limits.boundary
  const caps = boundary?.filter((cap) => cap.actions.has(number)) ?? null
  const reasons = new Set<Reason>()
  const [touching, whole] = [new Set<Pattern>(), new Set<Scope>()]
  const [denied, capped] = [new Set<Limits['denies'][number]>(), new Set<Clause | 'part'>()]
  for (const scope of scopes) {
    for (const piece of piecesOf(clause, scope, patterns)) {
      const against = denies.map((deny) => ({
        deny,
        extent: extentOf(deny.clause, piece, scope.all, patterns)
      }))
      if (against.some(({ deny, extent }) => extent === 'all' && deny.clause.keys.length === 0)) continue
      const cap = caps && capOf(caps, piece, scope, patterns)
      if (cap === 'none') continue
      for (const { deny, extent } of against) if (extent !== 'none') denied.add(deny)
      for (const each of cap ?? []) capped.add(each)
      touching.add(piece.pattern)
      if (piece.extent === 'all') whole.add(scope)
    }
  }
  if (touching.size === 0) return null
  const keys = allow.granted ? clause.keysBesideDates : clause.keys
  if (keys.length > 0) reasons.add(onCondition(source, action.name, keys))
  if (whole.size < scopes.length) for (const each of narrow(allow, action.name, touching)) reasons.add(each)
  for (const { clause: by, source: from } of denied) {
    reasons.add(
      by.keys.length > 0 ? deniedOnCondition(from, action.name, by.keys) : deniedInPart(from, action.name)
    )
  }
  if (limits.boundary === 'unread') reasons.add(boundaryUnread)
  for (const cap of capped) {
    reasons.add(cap === 'part' ? boundedInPart(action.name) : boundedOnCondition(action.name, cap.keys))
  }
  return [...reasons]
}

/** A part of what a statement is about: what one of its patterns matches within one format. */
interface Piece {
  readonly pattern: Pattern
  /** How much of the format it takes in. */
  readonly extent: 'all' | 'some'
}

function piecesOf(clause: Clause, { all, own }: Scope, patterns: Patterns): readonly Piece[] {
  if (clause.except) {
    const extent = exceptExtent(clause.resources, [own], [all], patterns)
    return extent === 'none' ? [] : [{ pattern: patterns.of('*'), extent }]
  }
  return clause.resources.flatMap((pattern) => {
    if (!patterns.meets(pattern, all)) return []
    return [{ pattern, extent: patterns.covers(pattern, own) ? ('all' as const) : ('some' as const) }]
  })
}

/** How much of a piece a statement takes in. The piece lies in its pattern and in its format: covering either will do. */
function extentOf(clause: Clause, { pattern }: Piece, format: Pattern, patterns: Patterns): Extent {
  const within = [pattern, format]
  if (clause.except) return exceptExtent(clause.resources, within, within, patterns)
  if (clause.resources.some((wide) => within.some((part) => patterns.covers(wide, part)))) return 'all'
  return clause.resources.some((other) => within.every((part) => patterns.meets(other, part)))
    ? 'some'
    : 'none'
}

/**
 * How much `NotResource` leaves: none of it if one exception surely covers it, all of it if none touches it. What lies in
 * every pattern of `inner` must be free of exceptions; what lies in one of `outer` may be swallowed by one.
 */
function exceptExtent(
  exceptions: readonly Pattern[],
  inner: readonly Pattern[],
  outer: readonly Pattern[],
  patterns: Patterns
): Extent {
  if (exceptions.some((wide) => outer.some((part) => patterns.covers(wide, part)))) return 'none'
  return exceptions.some((other) => inner.every((part) => patterns.meets(other, part))) ? 'some' : 'all'
}

/** What stands between a piece and the boundary's Allows: nothing, conditions, a part left out, or all of it. */
function capOf(
  caps: readonly Clause[],
  piece: Piece,
  { all, own }: Scope,
  patterns: Patterns
): readonly (Clause | 'part')[] | 'none' {
  const extents = caps.map((cap) => ({ cap, extent: capExtent(cap, piece, all, own, patterns) }))
  const through = extents.filter(({ extent }) => extent !== 'none')
  if (through.length === 0) return 'none'
  if (through.some(({ cap, extent }) => extent === 'all' && cap.keys.length === 0)) return []
  return through.map(({ cap }) => (cap.keys.length > 0 ? cap : 'part'))
}

function capExtent(cap: Clause, piece: Piece, all: Pattern, own: Pattern, patterns: Patterns): Extent {
  const extent = extentOf(cap, piece, all, patterns)
  // What the boundary lets through of the own account is all that "sure" speaks of.
  return extent === 'some' && extentOf(cap, piece, own, patterns) === 'all' ? 'all' : extent
}

function narrow(
  { clause, source }: Allow,
  action: string,
  touching: ReadonlySet<Pattern>
): readonly Reason[] {
  if (clause.except)
    return [
      exceptOn(
        source,
        action,
        clause.resources.map(({ text }) => text)
      )
    ]
  const [open, plain] = [new Array<string>(), new Array<string>()]
  for (const { text, variable } of touching) (variable ? open : plain).push(text)
  return [
    ...(open.length > 0 ? [variables(source, action, open)] : []),
    ...(plain.length > 0 ? [onlyOn(source, action, plain)] : [])
  ]
}

/** Whether what nobody has read could allow an action at all: not if it is denied or bounded away entirely. */
export function mayBeOpen(
  number: number,
  scopes: readonly Scope[],
  limits: Limits,
  patterns: Patterns
): boolean {
  const any: Piece = { pattern: patterns.of('*'), extent: 'all' }
  const denies = limits.denies.filter(({ clause }) => clause.actions.has(number) && clause.keys.length === 0)
  const caps =
    limits.boundary === 'unread' ? null : (limits.boundary?.filter((cap) => cap.actions.has(number)) ?? null)
  return scopes.some(
    (scope) =>
      !denies.some(({ clause }) => extentOf(clause, any, scope.all, patterns) === 'all') &&
      (caps === null || capOf(caps, any, scope, patterns) !== 'none')
  )
}
