import type { ConnectorCore, Piece } from '../connectors/connector.ts'
import type { Instant } from '../book/instant.ts'
import type { Window } from '../book/window.ts'
import type { Desire } from './desired.ts'

/** Whether two pieces are the same thing saying the same. */
export function samePiece(a: Piece, b: Piece): boolean {
  return a.id === b.id && a.body === b.body
}

/** Whether two sets of pieces are the same. Ids are unique within each. */
export function samePieces(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.length === b.length && a.every((piece) => b.some((other) => samePiece(piece, other)))
}

/** All pieces once each, those that several grants share naming all of these. Sorted by id. */
export function mergePieces(lists: readonly (readonly Piece[])[]): readonly Piece[] {
  const merged = new Map<string, Piece>()
  for (const piece of lists.flat()) {
    const grants = [...(merged.get(piece.id)?.grants ?? []), ...(piece.grants ?? [])]
    merged.set(piece.id, grants.length > 0 ? { ...piece, grants: [...new Set(grants)].toSorted() } : piece)
  }
  return [...merged.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** What of a grant is to stand at an instant: a date in the system's policy may be written ahead, a membership not. */
export function piecesAt(desire: Desire, now: Instant): readonly Piece[] {
  const begun = desire.window.from === null || desire.window.from <= now
  return begun ? desire.pieces : desire.pieces.filter(({ enforcement }) => enforcement === 'target')
}

/** The dates that pieces hold together: from the first beginning to the last end; null if none holds a date. */
export function windowOf(core: ConnectorCore, pieces: readonly Piece[]): Window | null {
  const windows = pieces.flatMap((piece) => core.windowOf(piece) ?? [])
  const [first, ...rest] = windows
  return first
    ? rest.reduce(
        (all, { from, until }) => ({
          from: all.from === null || from === null ? null : Math.min(all.from, from),
          until: Math.max(all.until, until)
        }),
        first
      )
    : null
}
