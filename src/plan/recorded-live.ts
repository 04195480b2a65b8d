import type { Live, LivePrincipal } from '../connectors/connector.ts'
import type { Desired } from './desired.ts'
import type { Ledger } from './ledger.ts'

/**
 * Live state as evidence remembers it, for planning without a system: everything that was issued stands as it was
 * issued, and every account that is wanted exists.
 */
export function recordedLive(system: string, desired: Desired, ledger: Ledger): Live {
  const principals = new Map<string, LivePrincipal & { readonly pieces: LivePrincipal['pieces'][number][] }>()
  const of = (principal: string, principalId: string): LivePrincipal['pieces'][number][] => {
    const known = principals.get(principal)
    if (known) return known.pieces
    const pieces: LivePrincipal['pieces'][number][] = []
    principals.set(principal, { principal, name: principal, principalId, pieces, alien: [] })
    return pieces
  }
  for (const list of ledger.standing.get(system)?.values() ?? []) {
    for (const { principal, principalId, pieces } of list) {
      const there = of(principal, principalId)
      for (const piece of pieces) {
        if (there.some(({ id }) => id === piece.id)) continue
        there.push(
          piece.enforcement === 'job' ? { ...piece, key: '', owned: null } : { ...piece, owned: true }
        )
      }
    }
  }
  for (const { principal } of desired.systems.get(system)?.wanted.values() ?? []) of(principal, '')
  const foreign = { principals: 0, policies: 0 }
  return { system, serverTime: desired.at, principals, foreign, misplaced: [], detail: null }
}
