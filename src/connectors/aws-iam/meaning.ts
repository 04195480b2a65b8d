import { writeInstant, type Instant } from '../../book/instant.ts'
import type { Meaning, Piece } from '../connector.ts'
import { asciiLower } from './conditions.ts'
import { covers } from './glob.ts'
import { FROM_OPERATOR, isStatement, UNTIL_OPERATOR } from './statement.ts'
import { readBody, windowOf } from './window.ts'

/** One operation on one resource for a time, under conditions. */
interface Permission {
  readonly action: string
  readonly resource: string
  /** Canonical; empty: none. */
  readonly conditions: string
  readonly from: Instant
  readonly until: Instant
}

/**
 * What becomes possible and what no longer is. Seen through wildcards: `s3:GetObject` on one folder is nothing new for
 * whoever had `s3:Get*` on the bucket. Each permission is compared with single others, not with their union, so something
 * may be called new that several old ones allowed together; never the other way round.
 */
export function meaning(before: readonly Piece[], after: readonly Piece[]): Meaning {
  const [old, now] = [
    before.filter(isStatement).flatMap(permissions),
    after.filter(isStatement).flatMap(permissions)
  ]
  const [left, joined] = [groups(before), groups(after)]
  return {
    possible: sorted([
      ...now.flatMap((each) => remainder(each, old)),
      ...joined.filter((group) => !left.includes(group))
    ]),
    noLonger: sorted([
      ...old.flatMap((each) => remainder(each, now)),
      ...left.filter((group) => !joined.includes(group))
    ])
  }
}

function groups(pieces: readonly Piece[]): readonly string[] {
  return pieces.filter((piece) => !isStatement(piece)).map((piece) => `membership of ${piece.id}`)
}

function permissions(piece: Piece): readonly Permission[] {
  const { Action, Resource, Condition } = readBody(piece)
  const window = windowOf(piece)
  if (!window) return []
  const { [UNTIL_OPERATOR]: _until, [FROM_OPERATOR]: _from, ...rest } = Condition
  const conditions = Object.keys(rest).length === 0 ? '' : JSON.stringify(rest)
  return [Action].flat().flatMap((action) =>
    [Resource].flat().map((resource) => ({
      action,
      resource,
      conditions,
      from: window.from ?? Number.NEGATIVE_INFINITY,
      until: window.until
    }))
  )
}

/** What of a permission none of the others allows, in words: the times that stay uncovered. */
function remainder(one: Permission, others: readonly Permission[]): readonly string[] {
  const covering = others
    .filter(
      (other) =>
        covers(asciiLower(other.action), asciiLower(one.action)) &&
        covers(other.resource, one.resource) &&
        (other.conditions === '' || other.conditions === one.conditions)
    )
    .toSorted((a, b) => a.from - b.from)
  const gaps: { from: Instant; until: Instant }[] = []
  let reached = one.from
  for (const { from, until } of covering) {
    if (from > reached && reached < one.until) gaps.push({ from: reached, until: Math.min(from, one.until) })
    reached = Math.max(reached, until)
  }
  if (reached < one.until) gaps.push({ from: reached, until: one.until })
  return gaps.map((gap) => words(one, gap))
}

function words(
  { action, resource, conditions }: Permission,
  { from, until }: { readonly from: Instant; readonly until: Instant }
): string {
  const start = Number.isFinite(from) ? ` from ${writeInstant(from)}` : ''
  return `${action} on ${resource}${conditions === '' ? '' : ` if ${conditions}`}${start} until ${writeInstant(until)}`
}

function sorted(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].toSorted()
}
