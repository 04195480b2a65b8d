import type { ConnectorCore, Live } from '../connectors/connector.ts'
import type { KnownSystem } from './known.ts'
import type { Change } from './plan.ts'

/** What stands where only we may write and is nothing that we would write, or stands where it may not: always removed. */
export function* leftovers(live: Live, known: KnownSystem, core: ConnectorCore): Generator<Change> {
  for (const [principal, { alien }] of live.principals) {
    for (const { id, what } of alien) yield removal(live.system, principal, `${id}: ${what}`, known, core)
  }
  for (const { id, what, principal } of live.misplaced)
    yield removal(live.system, principal, `${id}: ${what}`, known, core)
}

function removal(
  system: string,
  principal: string,
  why: string,
  known: KnownSystem,
  core: ConnectorCore
): Change {
  const [desire] = known.principals.get(principal)?.desires.values() ?? []
  return {
    action: 'revoke',
    system,
    entitlement: '',
    subject: desire?.grant.subject ?? '',
    grant: null,
    principal,
    why: `left over or written by hand: ${why}`,
    cause: 'drift',
    unit: `alien ${principal}`,
    from: null,
    until: null,
    enforcement: 'target',
    impact: 'narrowing',
    meaning: core.meaning([], []),
    pieces: { before: [], after: [], theirs: new Set() }
  }
}
