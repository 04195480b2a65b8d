import type { Piece } from '../connector.ts'
import { INLINE, type Layout, type Room, type Slot } from './place.ts'
import { documentText } from './statement.ts'
import { outlasts } from './window.ts'

/** One document to be written. */
export interface Write {
  readonly slot: Slot
  /** What it is to hold; nothing: it is taken away. */
  readonly pieces: readonly Piece[]
  /**
   * What it holds if the write with all of {@link Write.pieces} is refused: only less than now, so that a revocation
   * doesn't fail for the sake of what came with it. Null where nothing is revoked.
   */
  readonly atLeast: readonly Piece[] | null
}

/** The writes that bring a principal to its layout. */
export interface Order {
  /** First: whatever takes access away. None waits for another. */
  readonly revoke: readonly Write[]
  /** Then: what is added or changed, managed policies before the inline one. */
  readonly grow: readonly Write[]
  /** Last, and only if all of `grow` succeeded: documents from which a kept statement has moved away. */
  readonly trim: readonly Write[]
}

/** A document that has effect now. `dirty`: it holds something that is no statement of ours and has to be written anew. */
export interface Present {
  readonly pieces: readonly Piece[]
  readonly dirty: boolean
}

/**
 * Orders the writes so that, killed after any of them, nothing is allowed that shouldn't be and nothing is missing that
 * should stay: a statement that stays but moves is written at its new place before it leaves the old one.
 */
export function order(present: ReadonlyMap<Slot, Present>, final: Layout, room: Room): Order {
  const revoke: Write[] = []
  const grow: Write[] = []
  const trim: Write[] = []
  const slots = [...new Set([...present.keys(), ...final.keys()])].toSorted(managedFirst)
  for (const slot of slots) {
    const now = present.get(slot)?.pieces ?? []
    const end = final.get(slot) ?? []
    const fates = new Map(now.map((piece) => [piece, fateOf(piece, slot, present, final)]))
    const moving = now.filter((piece) => fates.get(piece) === 'moves')
    const atLeast = now.filter((piece) => fates.get(piece) !== 'goes')
    let content = now
    if (atLeast.length < now.length || present.get(slot)?.dirty === true) {
      const wanted = [...end, ...moving]
      content = fits(slot, wanted, room) ? wanted : atLeast
      revoke.push({ slot, pieces: content, atLeast })
    }
    if (same(content, end)) continue
    const last = { slot, pieces: end, atLeast: null }
    if (moving.length > 0) trim.push(last)
    else grow.push(last)
  }
  return { revoke, grow, trim }
}

/** Managed policies by number, then the inline one. */
function managedFirst(a: Slot, b: Slot): number {
  return Number(a === INLINE) - Number(b === INLINE) || a - b
}

/**
 * What becomes of a statement in its document: it (or one that allows at least as much) `stays` there; it `moves`, so it
 * has to wait until the document where it will be has it; or it `goes`, because nothing wants it or a second copy stands
 * where it belongs.
 */
function fateOf(
  piece: Piece,
  slot: Slot,
  present: ReadonlyMap<Slot, Present>,
  final: Layout
): 'stays' | 'moves' | 'goes' {
  let fate: 'moves' | 'goes' = 'goes'
  for (const [home, pieces] of final) {
    for (const next of pieces) {
      if (!succeeds(next, piece)) continue
      if (home === slot) return 'stays'
      fate = 'moves'
    }
  }
  return fate === 'moves' && standsAtHome(piece, present, final) ? 'goes' : fate
}

/** Whether a wanted statement gives the same grant what a present one does: under another number, or for longer. */
function succeeds(next: Piece, piece: Piece): boolean {
  if (next.key !== piece.key) return false
  return next.body === piece.body || (next.id === piece.id && outlasts(next, piece))
}

/** Whether what a statement allows already stands in the document where it will be. */
function standsAtHome(piece: Piece, present: ReadonlyMap<Slot, Present>, final: Layout): boolean {
  return [...final].some(([home, pieces]) =>
    pieces.some(
      (next) =>
        succeeds(next, piece) &&
        present.get(home)?.pieces.some((there) => there.key === next.key && there.body === next.body) === true
    )
  )
}

function fits(slot: Slot, pieces: readonly Piece[], room: Room): boolean {
  if (new Set(pieces.map((piece) => piece.id)).size < pieces.length) return false
  const limit = slot === INLINE ? room.inline : room.managed
  return pieces.length === 0 || documentText(pieces).length <= limit.most
}

function isIn(pieces: readonly Piece[], piece: Piece): boolean {
  return pieces.some((other) => other.id === piece.id && other.body === piece.body)
}

/** Whether two documents hold the same statements, in whatever order. */
export function same(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.length === b.length && a.every((piece) => isIn(b, piece))
}
