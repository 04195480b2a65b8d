import type { Live, Piece } from '../connectors/connector.ts'
import type { SystemDesire } from '../plan/desired.ts'
import { standingOf, type Ledger } from '../plan/ledger.ts'

/** What a grant gives a principal now: approved, issued, and seen to stand. */
export interface Gift {
  /** Path of the grant. */
  readonly grant: string
  readonly entitlement: string
  readonly target: unknown
  readonly principalId: string
  /** What of it can't carry our name, so that the foreign form and ours are one: it is taken over, not taken away. */
  readonly shared: readonly Piece[]
}

/**
 * What grants really give each principal of a system, by its name: only what evidence says was issued for the approved file
 * to this very principal, and what live state shows to be there, piece by piece. Whatever is in doubt is given by nobody.
 */
export function giftsIn(
  system: string,
  { wanted, core, context }: SystemDesire,
  live: Live,
  ledger: Ledger
): ReadonlyMap<string, readonly Gift[]> {
  const gifts = new Map<string, Gift[]>()
  for (const [grant, { principal, window, pieces, holdings, grant: file }] of wanted) {
    const now = live.serverTime
    const present = live.principals.get(principal)
    const issued = standingOf(ledger, system, grant).some(
      (one) =>
        one.principal === principal &&
        one.principalId === present?.principalId &&
        one.blob === file.blob &&
        one.until > now
    )
    const inTime = (window.from === null || window.from <= now) && window.until > now
    const stands = pieces.every(({ id, body, enforcement }) =>
      present?.pieces.some((piece) => piece.id === id && (enforcement === 'job' || piece.body === body))
    )
    if (!present || !issued || !inTime || !stands) continue
    const { principalId } = present
    const own = gifts.get(principal) ?? []
    for (const holding of holdings) {
      const { entitlement, target } = holding
      const shared = core.compile([holding], context).filter(({ enforcement }) => enforcement === 'job')
      own.push({ grant, entitlement, target, principalId, shared })
    }
    gifts.set(principal, own)
  }
  return gifts
}
