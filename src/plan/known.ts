import { grantKey } from '../book/grant-key.ts'
import type { Live } from '../connectors/connector.ts'
import type { Desire, Desired } from './desired.ts'
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
  for (const [path, desire] of desired.systems.get(system)?.wanted ?? [])
    of(desire.principal).desires.set(path, desire)
  for (const [path, list] of ledger.standing.get(system) ?? []) {
    for (const standing of list) {
      of(standing.principal).standing.set(path, standing)
      own(standing)
    }
  }
  for (const intent of ledger.intents) if (intent.system === system) own(intent)
  for (const principal of live.principals.keys()) of(principal)
  return { principals, pathOf: keys(system, desired, ledger) }

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

function keys(system: string, desired: Desired, ledger: Ledger): (key: string) => string | undefined {
  const standing = byKey(ledger.standing.get(system)?.keys() ?? [])
  const all = filesByKey(desired)
  return (key) => standing.get(key) ?? all.get(key)
}

const indexed = new WeakMap<Desired, ReadonlyMap<string, string>>()

/** Grants that any file describes, by their keys: the same for all systems, so made once. */
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
