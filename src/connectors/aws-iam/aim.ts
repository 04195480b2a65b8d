import type { Goal, Piece } from '../connector.ts'
import type { Limits } from './limits.ts'
import { order, same, type Order, type Present } from './order.ts'
import { layoutOf, livePrincipal, type PrincipalState } from './standing.ts'
import { place, roomFor, type Slot } from './place.ts'
import { GROUP_PREFIX, isStatement } from './statement.ts'

/** Why a goal can't be reached in full, with what can. */
export interface Obstacle {
  readonly code: string
  readonly message: string
}

/** What is to be done to one principal, from what stands there now. */
export interface Aim {
  readonly order: Order
  /** Managed policies that are to exist in the end. */
  readonly slots: ReadonlySet<Slot>
  readonly join: readonly string[]
  readonly leave: readonly string[]
  /** Nothing left to do. */
  readonly reached: boolean
  readonly obstacle: Obstacle | null
}

/**
 * Compares a principal as it is with its goal. A principal that was deleted and made again gets nothing: only what is
 * ours is taken away, and the obstacle says so.
 */
export function aim(state: PrincipalState, goal: Goal, knownId: string | null, limits: Limits): Aim {
  const expected = goal.principalId ?? knownId
  const recreated = expected !== null && expected !== state.detail.id
  const wanted = recreated ? [] : goal.pieces
  const room = roomFor(limits, { inline: state.foreignInline, attachments: state.foreignAttachments })
  const { layout, unplaced } = place(layoutOf(state), wanted.filter(isStatement), room)
  const statements = [...layout.values()].flat()
  const { pieces, alien } = livePrincipal(state, '')
  const { join, leave } = memberships(state, wanted, goal.owned)
  const standing = pieces.filter((piece) => piece.owned === true)
  return {
    order: order(presentOf(state), layout, room),
    slots: new Set(layout.keys()),
    join,
    leave,
    reached: same(standing, statements) && alien.length === 0 && join.length === 0 && leave.length === 0,
    obstacle: recreated ? recreation(state, expected) : unplaced.length > 0 ? overflow(state, unplaced) : null
  }
}

function presentOf(state: PrincipalState): ReadonlyMap<Slot, Present> {
  const attached = [...state.documents.values()].filter((document) => document.attached)
  return new Map(
    attached.map(({ slot, decoded }) => [slot, { pieces: decoded.pieces, dirty: decoded.alien.length > 0 }])
  )
}

function memberships(state: PrincipalState, wanted: readonly Piece[], owned: ReadonlySet<string>) {
  const groups = wanted
    .filter((piece) => !isStatement(piece))
    .map((piece) => piece.id.slice(GROUP_PREFIX.length))
  return {
    join: groups.filter((group) => !state.detail.groups.includes(group)),
    leave: state.detail.groups.filter(
      (group) => owned.has(`${GROUP_PREFIX}${group}`) && !groups.includes(group)
    )
  }
}

function recreation({ detail }: PrincipalState, expected: string): Obstacle {
  return {
    code: 'principal-recreated',
    message: `${detail.principal} is not the one that grants were issued to: its unique id is ${detail.id}, theirs was ${expected}. It was deleted and made again, and gets nothing of the old one’s. Remove the grants and request them anew.`
  }
}

function overflow({ detail }: PrincipalState, unplaced: readonly Piece[]): Obstacle {
  const grants = [...new Set(unplaced.flatMap((piece) => piece.grants ?? [piece.key]))].toSorted()
  return {
    code: 'quota-exceeded',
    message: `${detail.principal} has no room for ${grants.join(', ')}. End other grants of this principal, or bundle what it needs into one role to assume.`
  }
}
