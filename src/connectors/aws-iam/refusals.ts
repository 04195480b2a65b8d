import type { Piece, Refusal } from '../connector.ts'

/** One refusal for each grant that a piece stands for. */
export function refuse(pieces: readonly Piece[], code: RefusalCode, why: string): readonly Refusal[] {
  return pieces.flatMap((piece) => (piece.grants ?? [piece.key]).map((grant) => ({ grant, code, why })))
}

/** Every reason for which this connector issues nothing. */
export type RefusalCode =
  | 'principal-missing'
  | 'principal-recreated'
  | 'principal-is-entitlement'
  | 'role-missing'
  | 'role-trust'
  | 'role-session'
  | 'group-missing'
  | 'boundary'
  | 'quota-exceeded'
