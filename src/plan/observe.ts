import type { LivePrincipal } from '../connectors/connector.ts'
import { reasonOf, type Circumstances } from './cause.ts'
import { enforcementOf, type Fate } from './change.ts'
import { samePieces } from './pieces.ts'
import type { Observed } from './plan.ts'

/**
 * What a killed run did and could not record any more, or what vanished with its principal: live state is already as it
 * should be and evidence doesn't say so. At most one.
 */
export function observe(
  { share, after }: Fate,
  present: LivePrincipal | null,
  around: Circumstances
): readonly Observed[] {
  const { grant, principal, desire, standing, before, owned } = share
  const { system } = around
  if (grant === null) return []
  if (before.length === 0 && after.pieces.length === 0) {
    if (!standing) return []
    const gone = present === null || present.principalId !== standing.principalId
    const { entitlement, principalId, blob, from, until, pieces } = standing
    const why = gone ? `${principal} was deleted` : reasonOf(share, around).why
    const enforcement = enforcementOf(pieces)
    return [
      {
        what: 'revoked',
        grant,
        system,
        entitlement,
        principal,
        principalId,
        blob,
        from,
        until,
        enforcement,
        pieces,
        why
      }
    ]
  }
  if (!desire || !present) return []
  const ours = after.pieces.filter(({ id, enforcement }) => enforcement === 'target' || owned.has(id))
  const { from, until } = desire.window
  if (standing && samePieces(standing.pieces, ours) && standing.from === from && standing.until === until)
    return []
  const { principalId } = present
  const { name: entitlement, blob, reason: why } = desire.grant
  const enforcement = enforcementOf(after.pieces)
  return [
    {
      what: 'issued',
      grant,
      system,
      entitlement,
      principal,
      principalId,
      blob,
      from,
      until,
      enforcement,
      pieces: ours,
      why
    }
  ]
}
