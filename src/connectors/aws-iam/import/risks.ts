import { compare } from '../../../book/compare.ts'
import type { GuessedRisk, GuessTerms } from '../../connector.ts'
import { DAY } from '../../../book/duration.ts'
import { writeInstant, type Instant } from '../../../book/instant.ts'
import type { PrincipalDetail } from '../account.ts'
import { admitted } from '../outside/admitted.ts'
import type { Scene } from '../outside/scene.ts'
import { rootOf } from '../outside/sign-in.ts'
import type { SignIn } from '../outside/view.ts'
import { few } from '../../../book/few.ts'

/** Nobody used it for so long, in milliseconds: then nobody needs it. */
const UNUSED = 90 * DAY

/** What is dangerous about everybody in an account who is anybody’s finding. Sorted by principal, then risk. */
export function risksIn(scene: Scene, terms: GuessTerms): readonly GuessedRisk[] {
  const root = rootOf(scene.house.number)
  const found = [...scene.view.account.principals.values()].flatMap((detail) =>
    scene.isKnown(detail.arn) ? [] : risksOf(scene, detail, terms)
  )
  const signIn = scene.isKnown(root) ? undefined : scene.view.credentials?.get(root)
  const rootRisks = signIn ? signInRisks(signIn, 'root', terms) : []
  return [...found, ...rootRisks].toSorted(
    (a, b) => compare(a.principal, b.principal) || compare(a.risk, b.risk) || compare(a.says, b.says)
  )
}

function risksOf(scene: Scene, detail: PrincipalDetail, terms: GuessTerms): readonly GuessedRisk[] {
  const { principal, arn, trust } = detail
  const signIn = scene.view.credentials?.get(arn)
  const isAdministrator = scene.weighPrincipal(detail).some(({ administrator }) => administrator)
  const says = 'may give itself anything'
  return [
    ...(isAdministrator ? [{ principal, risk: 'administrator', says } as const] : []),
    ...(signIn ? signInRisks(signIn, principal, terms) : []),
    ...(trust === null ? [] : foreignersIn(scene, principal, trust)),
    ...unused(detail, signIn, scene.view.credentials !== null, terms)
  ]
}

function signInRisks(
  { keys, password, mfa }: SignIn,
  principal: string,
  { now, keyAge }: GuessTerms
): readonly GuessedRisk[] {
  const old = keys.filter(({ active, created }) => active && (created === null || now - created > keyAge))
  return [
    ...old.map(({ id, created }) => ({
      principal,
      risk: 'old-key' as const,
      says: `its key ${id.startsWith('root-') ? id : `ending in ${id.slice(-4)}`} ${created === null ? 'is of unknown age' : `was made ${writeInstant(created)}`}`
    })),
    ...(password && !mfa
      ? [{ principal, risk: 'no-mfa' as const, says: 'signs in to the console with the password alone' }]
      : [])
  ]
}

function foreignersIn(scene: Scene, principal: string, trust: string): readonly GuessedRisk[] {
  const { number } = scene.house
  const others = (admitted(trust) ?? [])
    .filter(({ who, provider }) => provider === null && (who === '*' || isOther(who, number)))
    .map(({ who }) => (who === '*' ? 'anybody' : who))
  if (others.length === 0) return []
  return [
    { principal, risk: 'other-account', says: `its trust lets in ${few([...new Set(others)].toSorted())}` }
  ]
}

function isOther(who: string, account: string): boolean {
  const owner = /^\d{12}$/u.exec(who)?.[0] ?? (who.startsWith('arn:') ? who.split(':')[4] : undefined)
  return owner !== undefined && owner !== account
}

function unused(
  { principal, created = null, lastUsed = null, trust }: PrincipalDetail,
  signIn: SignIn | undefined,
  isRead: boolean,
  { now }: GuessTerms
): readonly GuessedRisk[] {
  if (trust === null && !isRead) return []
  const uses =
    trust === null
      ? [signIn?.passwordUsed ?? null, ...(signIn?.keys ?? []).map((key) => key.lastUsed)]
      : [lastUsed]
  const last = Math.max(...uses.map((use) => use ?? Number.NEGATIVE_INFINITY))
  const since = Math.max(last, created ?? Number.NEGATIVE_INFINITY)
  if (now - since <= UNUSED) return []
  const says = Number.isFinite(last) ? `was last used ${day(last)}` : 'was never used, as far as AWS tells'
  return [{ principal, risk: 'unused', says }]
}

function day(at: Instant): string {
  return writeInstant(at).slice(0, 'YYYY-MM-DD'.length)
}
