import { grantKey } from '../book/grant-key.ts'
import { readInstant, type Instant } from '../book/instant.ts'
import { intern } from '../book/intern.ts'
import type { Piece } from '../connectors/connector.ts'
import type { Removal } from '../plan/ledger.ts'
import type { Event, HeldEvent } from './events.ts'

/** The pieces of access that an event of a grant tells of. */
export function piecesOf(grant: string, statements: HeldEvent['statements']): readonly Piece[] {
  const key = grantKey(grant)
  return statements.map(({ id, body, enforcement }) => ({ id, key, body: intern(body), enforcement }))
}

/** An instant of an event: its form is the schema's; a day that doesn't exist counts as long past. */
export function instant(text: string): Instant {
  return readInstant(text, 'end') ?? 0
}

/** What the guard counts of a revocation. */
export function removalOf({
  system,
  unit,
  at,
  cause
}: Extract<Event, { readonly event: 'revoked' }>): Removal {
  return { system, unit, at: instant(at), cause }
}

/** The number of a request's name, `acme/access#12`. */
export function numberOf(request: string): number {
  return Number(request.slice(request.lastIndexOf('#') + 1))
}
