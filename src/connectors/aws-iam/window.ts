import { readInstant } from '../../book/instant.ts'
import type { Window } from '../../book/window.ts'
import type { Piece } from '../connector.ts'
import { FROM_OPERATOR, isStatement, NOW_KEY, UNTIL_OPERATOR } from './statement.ts'

/** A statement's body, which we wrote ourselves, as a value. */
export interface Body {
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/** The statement that a piece's body is. Only for statements. */
export function readBody(piece: Pick<Piece, 'body'>): Body {
  const body: Body = JSON.parse(piece.body)
  return body
}

/** The dates in a piece; null for a membership, which has none. */
export function windowOf(piece: Pick<Piece, 'id' | 'body'>): Window | null {
  if (!isStatement(piece)) return null
  const { Condition } = readBody(piece)
  const until = readInstant(String(Condition[UNTIL_OPERATOR]?.[NOW_KEY]), 'end')
  const from = Condition[FROM_OPERATOR]?.[NOW_KEY]
  return until === null ? null : { from: from === undefined ? null : readInstant(String(from), 'end'), until }
}

/** The body without our dates: what it allows, whenever. */
export function timeless(piece: Pick<Piece, 'body'>): string {
  const { Condition, ...rest } = readBody(piece)
  const { [UNTIL_OPERATOR]: _until, [FROM_OPERATOR]: _from, ...conditions } = Condition
  return JSON.stringify({ ...rest, Condition: conditions })
}

/** Whether `wide` allows everything that `narrow` does because it says the same for at least as long. */
export function outlasts(wide: Pick<Piece, 'id' | 'body'>, narrow: Pick<Piece, 'id' | 'body'>): boolean {
  if (wide.body === narrow.body) return true
  const [outer, inner] = [windowOf(wide), windowOf(narrow)]
  if (!outer || !inner || timeless(wide) !== timeless(narrow)) return false
  return (
    inner.until <= outer.until && (outer.from === null || (inner.from !== null && outer.from <= inner.from))
  )
}
