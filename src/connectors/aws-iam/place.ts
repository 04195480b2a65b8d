import type { Piece } from '../connector.ts'
import { budget, type Limits } from './limits.ts'
import { DOCUMENT_HEAD, DOCUMENT_TAIL, statementText } from './statement.ts'

/** Where a statement lives: 0 is the inline policy, 1 and up are the managed ones. */
export type Slot = number
export const INLINE: Slot = 0

/** What of the quotas is left to us: limits less what others use. */
export interface Room {
  /** Characters for our inline policy, at most and with the reserve kept free. */
  readonly inline: { readonly most: number; readonly wanted: number }
  readonly managed: { readonly most: number; readonly wanted: number }
  /** Managed policies of ours that can be attached. */
  readonly shards: number
}

/** The room that foreign inline policies (characters) and foreign attachments (number) leave. */
export function roomFor(
  limits: Limits,
  foreign: { readonly inline: number; readonly attachments: number }
): Room {
  return {
    inline: { most: limits.inline - foreign.inline, wanted: budget(limits.inline) - foreign.inline },
    managed: { most: limits.managed, wanted: budget(limits.managed) },
    shards: Math.max(0, limits.attachments - foreign.attachments)
  }
}

/** A principal's statements by where they are or shall be; a document without statements is absent. */
export type Layout = ReadonlyMap<Slot, readonly Piece[]>

/**
 * Decides where each wanted statement lives. Sticky: it stays where it is while its document keeps the reserve free.
 * In a document that has grown too full, changed statements stay (so that they change in one write) and unchanged ones
 * move out; a document that something moves out of takes nothing in. New statements go to the first place that fits.
 * What has nowhere to go is `unplaced`.
 */
export function place(
  current: Layout,
  goal: readonly Piece[],
  room: Room
): { readonly layout: Layout; readonly unplaced: readonly Piece[] } {
  const plan = new Plan(room)
  const homeless: { piece: Piece; home: Slot | null; kept: boolean }[] = []
  for (const standing of goal.map((piece) => ({ piece, ...homeOf(current, piece) })).toSorted(changedFirst)) {
    const { piece, home } = standing
    if (home !== null && plan.fits(home, piece, 'wanted')) plan.add(home, piece)
    else {
      if (home !== null) plan.close(home)
      homeless.push(standing)
    }
  }
  const unplaced: Piece[] = []
  for (const { piece, home } of homeless.toSorted((a, b) => Number(b.kept) - Number(a.kept))) {
    const slot = plan.firstFit(piece) ?? (home !== null && plan.fits(home, piece, 'most') ? home : null)
    if (slot === null) unplaced.push(piece)
    else plan.add(slot, piece)
  }
  return { layout: plan.layout(), unplaced }
}

/**
 * Where a wanted statement is now: itself, else what its grant says in the same words under another number (a bundle lost
 * one before it), else what bears its number.
 */
function homeOf(current: Layout, piece: Piece): { readonly home: Slot | null; readonly kept: boolean } {
  let best = { home: null as Slot | null, rank: 0 }
  for (const [slot, pieces] of current) {
    for (const other of pieces) {
      if (other.key !== piece.key) continue
      const rank = (other.body === piece.body ? 2 : 0) + (other.id === piece.id ? 1 : 0)
      if (rank > best.rank) best = { home: slot, rank }
    }
  }
  return { home: best.home, kept: best.rank >= 2 }
}

function changedFirst(
  a: { readonly piece: Piece; readonly kept: boolean },
  b: { readonly piece: Piece; readonly kept: boolean }
): number {
  return Number(a.kept) - Number(b.kept) || (a.piece.id < b.piece.id ? -1 : 1)
}

class Plan {
  private readonly sizes = new Map<Slot, number>()
  private readonly pieces = new Map<Slot, Piece[]>()
  private readonly closed = new Set<Slot>()
  private readonly room: Room

  constructor(room: Room) {
    this.room = room
  }

  fits(slot: Slot, piece: Piece, how: 'most' | 'wanted'): boolean {
    if (slot !== INLINE && !this.pieces.has(slot) && this.shards() >= this.room.shards) return false
    const limit = slot === INLINE ? this.room.inline : this.room.managed
    return this.sizeWith(slot, piece) <= limit[how]
  }

  add(slot: Slot, piece: Piece): void {
    this.sizes.set(slot, this.sizeWith(slot, piece))
    const list = this.pieces.get(slot)
    if (list) list.push(piece)
    else this.pieces.set(slot, [piece])
  }

  /** Takes nothing more in: something has to move out of it. */
  close(slot: Slot): void {
    this.closed.add(slot)
  }

  /** The inline policy, then managed ones in order, then the lowest free number. */
  firstFit(piece: Piece): Slot | null {
    let free = INLINE + 1
    while (this.pieces.has(free) || this.closed.has(free)) free++
    const used = [...this.pieces.keys()].filter((slot) => slot !== INLINE).toSorted((a, b) => a - b)
    const candidates = [INLINE, ...used, free].filter((slot) => !this.closed.has(slot))
    return candidates.find((slot) => this.fits(slot, piece, 'wanted')) ?? null
  }

  layout(): Layout {
    return new Map(
      [...this.pieces].toSorted(([a], [b]) => a - b).map(([slot, pieces]) => [slot, pieces.toSorted(byId)])
    )
  }

  private shards(): number {
    return this.pieces.size - (this.pieces.has(INLINE) ? 1 : 0)
  }

  private sizeWith(slot: Slot, piece: Piece): number {
    const before = this.sizes.get(slot)
    const own = statementText(piece).length
    return before === undefined ? DOCUMENT_HEAD.length + own + DOCUMENT_TAIL.length : before + 1 + own
  }
}

function byId(a: Piece, b: Piece): number {
  return a.id < b.id ? -1 : 1
}
