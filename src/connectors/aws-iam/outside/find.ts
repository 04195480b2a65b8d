import type { Explained, OutsideItem, OutsidePrincipal } from '../../connector.ts'
import type { GroupDetail, PrincipalDetail } from '../account.ts'
import { resourceOf } from '../names.ts'
import { heldBy, heldByGroup, reachedByGroup, reachedByRole } from './holdings.ts'
import { item } from './item.ts'
import { Scene } from './scene.ts'
import { rootOf, rootSignIns, signInsOf } from './sign-in.ts'
import { faultIn, providersInUse, strangersIn } from './trusts.ts'
import type { House, Provider, View } from './view.ts'
import { idOf } from './words.ts'

/**
 * All access of an account that nothing explains: pure, so that what was read twice is found twice. Principals sorted by
 * ARN, items by id. Who made it is not known here.
 */
export function findOutside(view: View, house: House, explained: Explained): readonly OutsidePrincipal[] {
  const scene = new Scene(view, house, explained)
  const { principals, groups } = view.account
  const found = [
    ...[...principals.values()].map((detail) => onPrincipal(scene, detail)),
    ...[...groups.values()].map((group) => onGroup(scene, group)),
    ...onProviders(scene),
    onRoot(scene)
  ]
  return found
    .filter(({ items }) => items.length > 0)
    .map((each) => ({ ...each, items: each.items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }))
    .toSorted((a, b) => (a.principal < b.principal ? -1 : a.principal > b.principal ? 1 : 0))
}

function onPrincipal(scene: Scene, detail: PrincipalDetail): OutsidePrincipal {
  const kind = detail.trust === null ? 'user' : 'role'
  const items = scene.isKnown(detail.arn)
    ? []
    : kind === 'user'
      ? onUser(scene, detail)
      : onRole(scene, detail)
  return { principal: detail.arn, kind, name: detail.principal, principalId: detail.id, items }
}

function onUser(scene: Scene, detail: PrincipalDetail): readonly OutsideItem[] {
  const administrator = isAdministrator(scene, detail)
  return [
    ...heldBy(scene, detail),
    ...signInsOf(scene, detail, administrator),
    ...unnamed(scene, detail, 'user that no file names', whyUserStays(scene, detail))
  ]
}

function onRole(scene: Scene, detail: PrincipalDetail): readonly OutsideItem[] {
  const administrator = isAdministrator(scene, detail)
  if (scene.isEntitlementRole(detail.arn))
    return [...faultIn(scene, detail, administrator), ...reachedByRole(scene, detail)]
  const why = 'A role is deleted by hand: services and instances may run as it.'
  return [
    ...heldBy(scene, detail),
    ...strangersIn(scene, detail, administrator),
    ...unnamed(scene, detail, 'role that no file names', why)
  ]
}

function unnamed(
  scene: Scene,
  detail: PrincipalDetail,
  what: string,
  why: string | null
): readonly OutsideItem[] {
  if (scene.explained.accounts.has(detail.principal)) return []
  const { id, created = null, lastUsed = null } = detail
  const administrator = isAdministrator(scene, detail)
  return [item({ id: 'principal', what, found: { id }, administrator, why, since: created, lastUsed })]
}

/** Deleting a user takes everything on it away, so nothing on it may be what isn't taken away. */
function whyUserStays(scene: Scene, detail: PrincipalDetail): string | null {
  if (detail.boundary !== null) return 'It has a permissions boundary.'
  const bar = scene.weighPrincipal(detail).find(({ why }) => why !== null)?.why ?? null
  return bar === null ? null : `Of a policy on it: ${bar}`
}

function onGroup(scene: Scene, group: GroupDetail): OutsidePrincipal {
  const arn = groupArn(scene.house, group)
  const items = scene.isTargetGroup(group.name) ? reachedByGroup(scene, group) : heldByGroup(scene, group)
  const isKnown = scene.isKnown(arn) || scene.house.known.has(`group/${group.name}`)
  return {
    principal: arn,
    kind: 'group',
    name: resourceOf(arn),
    principalId: null,
    items: isKnown ? [] : items
  }
}

/** A group's ARN; where only its name was read, the one that it has outside any path. */
export function groupArn({ number }: Pick<House, 'number'>, { arn, name }: GroupDetail): string {
  return arn ?? `arn:aws:iam::${number}:group/${name}`
}

function onProviders(scene: Scene): readonly OutsidePrincipal[] {
  const used = providersInUse(scene)
  return (scene.view.providers ?? [])
    .filter(({ arn }) => !used.has(arn) && !scene.isKnown(arn))
    .map(({ arn, created }) => ({
      principal: arn,
      kind: 'provider',
      name: resourceOf(arn),
      principalId: null,
      items: [provider({ arn, created })]
    }))
}

function provider({ arn, created }: Provider): OutsideItem {
  const name = resourceOf(arn)
  return item({
    id: idOf('provider', name),
    what: `identity provider ${name} that no file names: roles may trust it`,
    found: { arn },
    administrator: false,
    why: 'An identity provider is deleted by hand: everybody who signs in through it would be out.',
    since: created
  })
}

function onRoot(scene: Scene): OutsidePrincipal {
  const principal = rootOf(scene.house.number)
  return {
    principal,
    kind: 'account',
    name: 'root',
    principalId: null,
    items: scene.isKnown(principal) ? [] : rootSignIns(scene)
  }
}

function isAdministrator(scene: Scene, detail: PrincipalDetail): boolean {
  return scene.weighPrincipal(detail).some(({ administrator }) => administrator)
}
