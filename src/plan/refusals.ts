import type { Live, LivePrincipal, Refusal } from '../connectors/connector.ts'
import { EVIDENCE_UNREADABLE, type Desire, type Desired } from './desired.ts'
import type { KnownSystem } from './known.ts'
import { placeOf, type Ledger } from './ledger.ts'
import type { Refused } from './plan.ts'

/** The name that a grant was issued to belongs to another principal now. Held until its file is changed and approved anew. */
export const PRINCIPAL_RECREATED = 'principal-recreated'
/** The account that the subject's file names doesn't exist in the system. */
export const PRINCIPAL_MISSING = 'principal-missing'

/** Grants of one system for which nothing may be issued now, by path, each with the first reason that stands against it. */
export function refusals(
  desired: Desired,
  system: string,
  live: Live,
  ledger: Ledger,
  known: KnownSystem,
  judged: readonly Refusal[]
): ReadonlyMap<string, Refused> {
  const found = new Map<string, Refused>()
  for (const { grant, system: of, code, why } of desired.frozen.values()) {
    if (of !== system) continue
    found.set(grant, { grant, system, code, why, state: code === EVIDENCE_UNREADABLE ? 'held' : 'refused' })
  }
  for (const [principal, { desires, standing }] of known.principals) {
    const present = live.principals.get(principal)
    const other = [...standing.values()].find(
      ({ principalId }) => present && principalId !== present.principalId
    )
    for (const [grant, desire] of desires) {
      if (!present) found.set(grant, missing(desire, live))
      else if (other || isRemembered(desire, ledger) || isAnothers(desire, present, ledger))
        found.set(grant, recreated(desire))
    }
  }
  for (const { grant, code, why } of judged) {
    if (!found.has(grant)) found.set(grant, { grant, system, code, why, state: 'refused' })
  }
  return found
}

/** It was held for this very content before; only a change of the file, approved anew, lets the newcomer have it. */
function isRemembered({ grant, system }: Desire, ledger: Ledger): boolean {
  return ledger.refused.get(placeOf(grant.path, system)) === `${grant.blob} ${PRINCIPAL_RECREATED}`
}

/** This very content was last held by another unique id of the name: whatever took it from that one gives it to nobody. */
function isAnothers(
  { grant, principal, system }: Desire,
  { principalId }: LivePrincipal,
  { holders }: Ledger
): boolean {
  return (holders.get(grant.path) ?? []).some(
    (last) =>
      last.system === system &&
      last.principal === principal &&
      last.blob === grant.blob &&
      last.principalId !== principalId
  )
}

function missing({ grant, principal, system }: Desire, live: Live): Refused {
  const why = `There is no ${principal} in "${live.system}". Create it, or correct "accounts" of "${grant.subject}".`
  return { grant: grant.path, system, code: PRINCIPAL_MISSING, why, state: 'refused' }
}

function recreated({ grant, principal, system }: Desire): Refused {
  const why =
    `${principal} was deleted and made again, so it may be somebody else now. ` +
    'If it is still the same subject, request the grant anew: change its file and have that approved.'
  return { grant: grant.path, system, code: PRINCIPAL_RECREATED, why, state: 'held' }
}
