import { samePieces } from '../plan/pieces.ts'
import { placeOf, standingOf, type Ledger, type Standing } from '../plan/ledger.ts'
import { writeInstant } from '../book/instant.ts'
import type { Event, HeldEvent } from './events.ts'

/**
 * Whether an event still says something new when evidence has moved on since it was planned: of two runs that did the
 * same at the same time one records it.
 */
export function isNews(one: Event, planned: Ledger, current: Ledger): boolean {
  if (planned === current) return true
  if (one.grant === null) return true
  if (one.event === 'refused' || one.event === 'held')
    return current.refused.get(placeOf(one.grant, one.system)) !== `${one.blob ?? ''} ${one.code}`
  if (one.event === 'tolerated') return current.outside.get(one.grant)?.tolerated !== one.blob
  if (one.event === 'ended') return current.ended.get(one.grant)?.blob !== one.blob
  if (one.event === 'suspended') return current.suspended.get(one.grant) !== one.blob
  if (one.event === 'reinstated') return current.suspended.has(one.grant)
  if (one.event === 'revoked') return find(planned, one) === undefined || find(current, one) !== undefined
  if (
    one.event === 'issued' ||
    one.event === 'extended' ||
    one.event === 'shortened' ||
    one.event === 'updated'
  ) {
    const now = find(current, one)
    return now === undefined || !(says(one, now) || isKnownBetter(one, find(planned, one), now))
  }
  return true
}

/**
 * Whether another run has recorded meanwhile all that this event says, and perhaps that more of it is ours: a membership
 * that the other added looked to this one as if it had been there before, and must not be disowned.
 */
function isKnownBetter(one: HeldEvent, then: Standing | undefined, now: Standing): boolean {
  if (then && writtenAlike(then, now)) return false
  const { statements } = one
  const covered = statements.every(({ id, body }) =>
    now.pieces.some((piece) => piece.id === id && piece.body === body)
  )
  return covered && agrees(one, now)
}

function writtenAlike(a: Standing, b: Standing): boolean {
  return (
    samePieces(a.pieces, b.pieces) &&
    a.until === b.until &&
    a.blob === b.blob &&
    a.principalId === b.principalId
  )
}

type Placed = { readonly grant: string | null; readonly system: string; readonly principal: string }

function find(ledger: Ledger, { grant, system, principal }: Placed): Standing | undefined {
  return standingOf(ledger, system, grant ?? '').find((standing) => standing.principal === principal)
}

function says(one: HeldEvent, standing: Standing): boolean {
  const pieces = one.statements.map((statement) => ({ ...statement, key: '' }))
  return samePieces(pieces, standing.pieces) && agrees(one, standing)
}

function agrees({ until, principalId, blob }: HeldEvent, standing: Standing): boolean {
  return (
    writeInstant(standing.until) === until && standing.principalId === principalId && standing.blob === blob
  )
}
