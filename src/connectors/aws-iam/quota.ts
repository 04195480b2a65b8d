import type { Piece, Refusal } from '../connector.ts'
import { DEFAULT_LIMITS, kindOf, type Limits } from './limits.ts'
import { refuse } from './refusals.ts'
import { place, roomFor, type Layout } from './place.ts'
import { isStatement, statementText } from './statement.ts'

/** What others use of a principal's quotas. */
export interface Foreign {
  /** Characters of inline policies. */
  readonly inline: number
  /** Attached managed policies. */
  readonly attachments: number
  /** Groups that aren't among the wanted ones. */
  readonly groups: number
}

export const NOTHING_FOREIGN: Foreign = { inline: 0, attachments: 0, groups: 0 }

/** Which grants can't fit on a principal together with the others: offline with default limits and nothing foreign. */
export function quota(principal: string, pieces: readonly Piece[]): readonly Refusal[] {
  return misfits(principal, pieces, new Map(), DEFAULT_LIMITS[kindOf(principal)], NOTHING_FOREIGN)
}

/** Which grants can't fit, with what stands and what others use. */
export function misfits(
  principal: string,
  pieces: readonly Piece[],
  current: Layout,
  limits: Limits,
  foreign: Foreign
): readonly Refusal[] {
  const statements = pieces.filter(isStatement)
  const { unplaced } = place(current, statements, roomFor(limits, foreign))
  const groups = pieces.filter((piece) => !isStatement(piece))
  const tooMany = groups
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .slice(Math.max(0, limits.groups - foreign.groups))
  const room = roomFor(limits, foreign)
  return [
    ...unplaced.flatMap((piece) =>
      refuse(
        [piece],
        'quota-exceeded',
        `A statement of ${statementText(piece).length} characters doesn’t fit on ${principal} any more: its policies have ${statements.length} statements, room for ${Math.max(0, room.inline.wanted)} characters inline and for ${room.shards} managed policies of ${room.managed.wanted}. End other grants of this principal, or bundle what it needs into one role to assume.`
      )
    ),
    ...tooMany.flatMap((piece) =>
      refuse(
        [piece],
        'quota-exceeded',
        `${principal} can be in ${limits.groups} groups, ${foreign.groups} of them not by a grant. End other memberships, or use a role to assume.`
      )
    )
  ]
}
