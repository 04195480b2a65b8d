import type { OutsideItem } from '../../connector.ts'
import type { PrincipalDetail } from '../account.ts'
import { trustFault } from '../trust.ts'
import { admitted, type Admitted } from './admitted.ts'
import { canonicalDocument } from './canonical.ts'
import { item } from './item.ts'
import { isExplained } from './runs.ts'
import type { Scene } from './scene.ts'
import { idOf } from './words.ts'

const BY_HAND = 'A trust is narrowed by hand: whoever stands in it may be in use.'

/**
 * Whom a role lets in beyond what its workload's file says under `runs`; everybody, where no file names the role. An item
 * for each of them, so that a changed condition starts no new clock. Of a trust that isn't a policy: one for all.
 */
export function strangersIn(
  scene: Scene,
  { principal, trust }: PrincipalDetail,
  administrator: boolean
): readonly OutsideItem[] {
  const runs = scene.explained.accounts.get(principal)?.runs ?? []
  const entries = admitted(trust ?? '')
  if (!entries) return [whole(trust, 'a trust that we can’t read', administrator)]
  const strangers = new Map<string, Admitted[]>()
  for (const one of entries) {
    if (isExplained(one, runs, scene.issuers)) continue
    strangers.set(one.who, [...(strangers.get(one.who) ?? []), one])
  }
  return [...strangers].map(([who, all]) =>
    item({
      id: idOf('trust', who),
      what: `its trust lets in ${who === '*' ? 'anybody' : who}${lacksAudience(all) ? ', whatever the token is for' : ''}`,
      found: { who, trust: canonicalDocument(trust ?? '') },
      administrator: administrator || who === '*',
      why: BY_HAND
    })
  )
}

/** What is wrong with an entitlement role's trust: with it, access begins or goes on without any grant. */
export function faultIn(
  scene: Scene,
  { trust }: PrincipalDetail,
  administrator: boolean
): readonly OutsideItem[] {
  const judged = trustFault(trust ?? '', scene.house.number, scene.entitlementRoles)
  if (!('fault' in judged)) return []
  return [whole(trust, `its trust lets in more than grants do: ${judged.fault.why}`, administrator)]
}

/** Identity providers that an explained trust needs: those of the workloads' `runs`, and of the system's own roles. */
export function providersInUse(scene: Scene): ReadonlySet<string> {
  const used = new Set<string>()
  for (const { arn, principal, trust } of scene.view.account.principals.values()) {
    if (trust === null) continue
    const isOwn = scene.house.own.has(arn)
    const runs = scene.explained.accounts.get(principal)?.runs ?? []
    for (const one of admitted(trust) ?? [])
      if (one.provider !== null && (isOwn || isExplained(one, runs, scene.issuers))) used.add(one.provider)
  }
  return used
}

function whole(trust: string | null, what: string, administrator: boolean): OutsideItem {
  return item({ id: 'trust', what, found: canonicalDocument(trust ?? ''), administrator, why: BY_HAND })
}

function lacksAudience(all: readonly Admitted[]): boolean {
  return all.some(
    ({ provider, audiences }) => provider?.includes(':oidc-provider/') === true && audiences === null
  )
}
