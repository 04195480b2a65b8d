import type { Explained, Guess } from '../../connectors/connector.ts'
import { explainedNow, type AllConsidered, type Standing } from './baseline.ts'

/**
 * What files would explain once all that is proposed, open or waiting is approved and issued: what is found beyond that no
 * file of an import will ever explain. Memberships that grants ask for become ours then; a policy's own form stays.
 */
export function explainedAfter(guess: Guess, standing: Standing, considered: AllConsidered): Explained {
  const now = explainedNow(standing)
  const accounts = new Map(now.accounts)
  for (const [index, subject] of guess.subjects.entries()) {
    const { state } = considered.subjects[index]?.thing ?? { state: 'left' }
    if (state !== 'left' && !accounts.has(subject.principal))
      accounts.set(subject.principal, { runs: subject.kind === 'person' ? null : subject.runs })
  }
  const targets = guess.entitlements.flatMap(({ target }, index) =>
    considered.entitlements[index]?.thing.state === 'left' ? [] : [target]
  )
  const byKey = new Map(guess.entitlements.map(({ key, target }) => [key, target]))
  const owned = new Map<string, Set<string>>()
  for (const [index, { principal, entitlement }] of guess.holdings.entries()) {
    const target = byKey.get(entitlement)
    if (target === undefined || considered.grants[index]?.thing.state === 'left') continue
    const known = owned.get(principal) ?? new Set<string>()
    for (const id of jobPieces(standing, target)) known.add(id)
    owned.set(principal, known)
  }
  return { accounts, targets: [...now.targets, ...targets], owned, onFile: () => true }
}

/** Ids of the pieces of a target that only a run of ours takes away: what a system can't tell the origin of. */
function jobPieces({ core, context }: Standing, target: unknown): readonly string[] {
  if (core.checkTarget(target, context).length > 0 || core.enforcementOf(target) !== 'job') return []
  const holding = { grant: 'grants/x', entitlement: 'x/x', target, from: null, until: 0 }
  return core.compile([holding], context).map(({ id }) => id)
}
