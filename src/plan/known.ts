import { grantKey } from '../book/grant-key.ts'
import type { Live } from '../connectors/connector.ts'
import type { Desire, Desired } from './desired.ts'
import { atHand } from './lean-desire.ts'
import type { Intent, Ledger, Standing } from './ledger.ts'
import type { Known } from './share.ts'

/** All that files and evidence know of one system, by principal. */
export interface KnownSystem {
  readonly principals: ReadonlyMap<string, Known>
  /** Leads a piece's key back to the path of its grant. */
  readonly pathOf: (key: string) => string | undefined
}

interface Growing {
  readonly desires: Map<string, Desire>
  readonly standing: Map<string, Standing>
  readonly memberships: Map<string, Set<string>>
}

/** Gathers them. Memberships count as ours only on the very principal that evidence names, by its unique id. */
export function gather(system: string, desired: Desired, live: Live, ledger: Ledger): KnownSystem {
  const principals = new Map<string, Growing>()
  const of = (principal: string): Growing => {
    let known = principals.get(principal)
    if (!known) {
      known = { desires: new Map(), standing: new Map(), memberships: new Map() }
      principals.set(principal, known)
    }
    return known
  }
  // Nearly every piece that stands belongs to one of these.
  const near = new Map<string, string>()
  for (const [path, lean] of desired.systems.get(system)?.wanted ?? []) {
    const desire = atHand(lean)
    of(desire.principal).desires.set(path, desire)
    for (const { key } of desire.pieces) near.set(key, path)
  }
  for (const [path, list] of ledger.standing.get(system) ?? []) {
    for (const standing of list) {
      of(standing.principal).standing.set(path, standing)
      for (const { key } of standing.pieces) near.set(key, path)
      own(standing)
    }
  }
  for (const intent of ledger.intents) if (intent.system === system) own(intent)
  for (const principal of live.principals.keys()) of(principal)
  let rest: ReadonlyMap<string, string> | null = null
  const far = (key: string): string | undefined => {
    rest ??= byKey(ledger.standing.get(system)?.keys() ?? [])
    return rest.get(key) ?? filesByKey(desired).get(key)
  }
  return { principals, pathOf: (key) => near.get(key) ?? far(key) }

  function own({ grant, principal, principalId, pieces }: Intent | Standing): void {
    if (live.principals.get(principal)?.principalId !== principalId) return
    const { memberships } = of(principal)
    for (const { id, enforcement } of pieces) {
      if (enforcement === 'target') continue
      const grants = memberships.get(id)
      if (grants) grants.add(grant)
      else memberships.set(id, new Set([grant]))
    }
  }
}

const indexed = new WeakMap<Desired, ReadonlyMap<string, string>>()

/** Grants that any file describes, by their keys: the same for all systems, and only made once something needs it. */
function filesByKey(desired: Desired): ReadonlyMap<string, string> {
  let index = indexed.get(desired)
  if (!index) {
    const { valid, frozen, gone } = desired
    indexed.set(desired, (index = byKey([...valid.keys(), ...frozen.keys(), ...gone.keys()])))
  }
  return index
}

function byKey(paths: Iterable<string>): ReadonlyMap<string, string> {
  const index = new Map<string, string>()
  for (const path of paths) index.set(grantKey(path), path)
  return index
}
