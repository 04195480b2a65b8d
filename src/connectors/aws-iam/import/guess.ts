import { compare } from '../../../book/compare.ts'
import type { Explained, Guess, GuessedHolding, GuessedSubject, GuessTerms } from '../../connector.ts'
import { inOneForm } from '../same-target.ts'
import { shapedTarget } from '../shaped.ts'
import { findOutside } from '../outside/find.ts'
import { Scene } from '../outside/scene.ts'
import { isKnown, type House, type View } from '../outside/view.ts'
import { entitlementRoles } from './entitlement-roles.ts'
import { Harvest } from './entitlements.ts'
import { risksIn } from './risks.ts'
import { guessRole } from './roles.ts'
import { guessUser } from './users.ts'

/** What guessing needs besides what was read. */
export interface Guessing {
  readonly view: View
  readonly house: House
  readonly explained: Explained
  /** GitHub’s organisation to which the governed repository belongs. */
  readonly organization: string
  readonly terms: GuessTerms
  /** What could not be read, in words. */
  readonly unread: readonly string[]
}

/**
 * Guesses at a whole account: pure, so that the same account gives the same. Left out is what is nobody's finding: AWS's
 * own roles, the system's own, and what its `known:` list names.
 */
export function guess({ view, house, explained, organization, terms, unread }: Guessing): Guess {
  const { principals, groups } = view.account
  const known = (arn: string): boolean => isKnown(house, arn)
  const named = explained.targets.flatMap(roleIn)
  const roles = new Set([...entitlementRoles(view.account, house.number, known, named), ...named])
  const targets = [...explained.targets, ...[...roles].map((assumeRole) => ({ assumeRole }))]
  const scene = new Scene(view, house, { ...explained, targets })
  const harvest = new Harvest(scene, roles)
  const details = [...principals.values()].toSorted((a, b) => compare(a.principal, b.principal))
  const others = details.filter(({ arn }) => !known(arn) && !roles.has(arn))
  for (const detail of details) if (roles.has(detail.arn) && detail.trust !== null) harvest.role(detail)
  for (const group of [...groups.values()].toSorted((a, b) => compare(a.name, b.name)))
    if (!(group.arn !== undefined && known(group.arn)) && !house.known.has(`group/${group.name}`))
      harvest.group(group)
  for (const detail of others) harvest.holder(detail)
  const subjects = others.map((detail): GuessedSubject =>
    detail.trust === null
      ? guessUser(detail, view.credentials?.get(detail.arn) ?? null)
      : guessRole(detail, { issuers: scene.issuers, organization })
  )
  return {
    subjects,
    entitlements: [...harvest.entitlements.values()].toSorted(
      (a, b) => compare(a.name, b.name) || compare(a.key, b.key)
    ),
    holdings: distinct(harvest.holdings),
    unsaid: harvest.unsaid,
    risks: risksIn(scene, terms),
    unread,
    keyOf: (target) => inOneForm(shapedTarget(target)),
    outside: (by) => findOutside(view, house, by)
  }
}

function roleIn(target: unknown): readonly string[] {
  if (typeof target !== 'object' || target === null || !('assumeRole' in target)) return []
  return typeof target.assumeRole === 'string' ? [target.assumeRole] : []
}

/** Who holds one thing in several ways holds it once. */
function distinct(all: readonly GuessedHolding[]): readonly GuessedHolding[] {
  const found = new Map<string, GuessedHolding>()
  for (const one of all) {
    const key = `${one.principal} ${one.entitlement}`
    const known = found.get(key)
    found.set(key, known ? { ...known, ids: [...known.ids, ...one.ids] } : one)
  }
  return [...found].toSorted(([a], [b]) => compare(a, b)).map(([, one]) => one)
}
