import type { ConnectorCore, Live } from '../connectors/connector.ts'
import type { KnownSystem } from './known.ts'
import type { Change } from './plan.ts'

/** What stands where only we may write and is nothing that we would write, or stands where it may not: always removed. */
export function* leftovers(live: Live, known: KnownSystem, core: ConnectorCore): Generator<Change> {
  for (const [principal, { alien }] of live.principals) {
    for (const { id, what } of alien)
      yield removal(live.system, principal, `${id}: ${what}`, `alien ${id}`, known, core)
  }
  for (const { id, what, principal } of live.misplaced) {
    yield removal(live.system, principal, `${id}: ${what}`, misplacedUnit(id), known, core)
  }
}

/** The unit of something that stands where it may not, by which its removal is known again. */
export function misplacedUnit(id: string): string {
  return `misplaced ${id}`
}

function removal(
  system: string,
  principal: string,
  why: string,
  unit: string,
  known: KnownSystem,
  core: ConnectorCore
): Change {
  const where = principal === '' ? '' : ` on ${principal}`
  const [desire] = known.principals.get(principal)?.desires.values() ?? []
  return {
    action: 'revoke',
    system,
    entitlement: '',
    subject: desire?.grant.subject ?? '',
    grant: null,
    principal: principal === '' ? null : principal,
    why: `left over or written by hand${where}: ${why}`,
    cause: 'drift',
    unit,
    from: null,
    until: null,
    enforcement: 'target',
    impact: 'narrowing',
    meaning: core.meaning([], []),
    pieces: { before: [], after: [], theirs: new Set() }
  }
}
