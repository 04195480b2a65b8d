import { writeInstant, type Instant } from '../../book/instant.ts'
import { intern } from '../../book/intern.ts'
import type { Piece } from '../connector.ts'
import type { Conditions } from './conditions.ts'

/** What one statement of ours allows, apart from which grant it belongs to. Lists are sorted and without duplicates. */
export interface Content {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  /** Without our dates. */
  readonly conditions: Conditions
  readonly from: Instant | null
  readonly until: Instant
}

/** The key that our dates compare, spelt as in IAM's documentation; it is in every request. */
export const NOW_KEY = 'aws:CurrentTime'

/** The only two operators with which we write dates. */
export const UNTIL_OPERATOR = 'DateLessThan'
export const FROM_OPERATOR = 'DateGreaterThanEquals'

/** Canonical text of a statement without its Sid; equal if and only if two statements say the same. */
export function bodyOf(content: Content): string {
  const conditions: Record<string, Record<string, string | readonly string[]>> = {}
  for (const operator of Object.keys(content.conditions).toSorted()) {
    const keys = content.conditions[operator] ?? {}
    const sorted: Record<string, string | readonly string[]> = {}
    for (const key of Object.keys(keys).toSorted()) sorted[key] = few(unique([keys[key] ?? []].flat()))
    conditions[operator] = sorted
  }
  if (content.from !== null) conditions[FROM_OPERATOR] = { [NOW_KEY]: writeInstant(content.from) }
  conditions[UNTIL_OPERATOR] = { [NOW_KEY]: writeInstant(content.until) }
  const text = JSON.stringify({
    Effect: 'Allow',
    Action: few(unique(content.actions)),
    Resource: few(unique(content.resources)),
    Condition: conditions
  })
  return intern(text)
}

/** One value alone is written without brackets: three characters fewer of a small quota. */
function few(values: readonly string[]): string | readonly string[] {
  return values.length === 1 ? (values[0] ?? '') : values
}

/** Sorted by code unit, each once: IAM reads lists as "any of these". */
export function unique(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)].toSorted()
}

/** `Sid` of a piece: `g`, 16 hex digits of the grant, `x`, number. Letters and digits only, as IAM wants. */
export function sidOf(piece: Pick<Piece, 'id'>): string {
  return `g${piece.id}`
}

/** A statement as it is written into a document. */
export function statementText(piece: Pick<Piece, 'id' | 'body'>): string {
  return `{"Sid":"${sidOf(piece)}",${piece.body.slice(1)}`
}

/** A whole document. Never call it with nothing: IAM refuses an empty `Statement`. */
export function documentText(pieces: readonly Pick<Piece, 'id' | 'body'>[]): string {
  return `${DOCUMENT_HEAD}${pieces.map(statementText).join(',')}${DOCUMENT_TAIL}`
}

export const DOCUMENT_HEAD = '{"Version":"2012-10-17","Statement":['
export const DOCUMENT_TAIL = ']}'

/** Whether a piece is a statement; the others are group memberships. */
export function isStatement(piece: Pick<Piece, 'id'>): boolean {
  return !piece.id.startsWith(GROUP_PREFIX)
}

/** Start of the id of a membership; the group's name follows. */
export const GROUP_PREFIX = 'group/'
