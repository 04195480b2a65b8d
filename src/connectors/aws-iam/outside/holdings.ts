import type { OutsideItem } from '../../connector.ts'
import type { GroupDetail, PrincipalDetail } from '../account.ts'
import { bareName } from '../names.ts'
import { GROUP_PREFIX } from '../statement.ts'
import { canonicalDocument } from './canonical.ts'
import { givenByGroup } from './gives.ts'
import { item } from './item.ts'
import type { Scene } from './scene.ts'
import { documentIn } from './view.ts'
import type { Weight } from './weigh.ts'
import { few } from '../../../book/few.ts'
import { idOf } from './words.ts'

/** Policies on a user or role that aren't ours, and groups that nothing of ours put a user into. */
export function heldBy(scene: Scene, detail: PrincipalDetail): readonly OutsideItem[] {
  const owned = scene.explained.owned.get(detail.principal)
  const inline = detail.inline.filter(({ name }) => name !== scene.house.instance)
  const groups = detail.groups.filter((name) => owned?.has(`${GROUP_PREFIX}${name}`) !== true)
  return [
    ...policiesOn(scene, { ...detail, inline }, detail),
    ...groups.map((name) => membership(scene, detail, name))
  ]
}

/** Policies on a group; those that bear our name too, because nothing of ours is ever on a group and nothing cleans it. */
export function heldByGroup(scene: Scene, group: GroupDetail): readonly OutsideItem[] {
  return policiesOn(scene, group, null)
}

interface Holder {
  readonly inline: readonly { readonly name: string; readonly document: string }[]
  readonly attached: readonly string[]
}

function policiesOn(
  scene: Scene,
  { inline, attached }: Holder,
  principal: PrincipalDetail | null
): readonly OutsideItem[] {
  return [
    ...inline.map(({ name, document }) => {
      const weight = scene.scales.weigh(document)
      return item({
        id: idOf('inline', name),
        what: `inline policy ${name}: ${weight.says}${reachOf(scene, weight, principal)}`,
        found: { name, document: canonicalDocument(document) },
        administrator: weight.administrator,
        why: weight.why,
        gives: principal && scene.givenBy(document)
      })
    }),
    ...attached
      .filter((arn) => !scene.isOurs(arn))
      .map((arn) => {
        const weight = scene.weighManaged(arn)
        const document = documentIn(scene.view, arn)
        return item({
          id: idOf('attached', arn),
          what: `${bareName(arn)} attached ${principal ? 'directly' : 'to the group'}: ${weight.says}${reachOf(scene, weight, principal)}`,
          // AWS edits its own policies now and then, which nobody here found, made or has to decide.
          found: { arn, document: isAws(arn) || document === null ? null : canonicalDocument(document) },
          administrator: weight.administrator,
          why: arn === principal?.boundary ? 'It is the permissions boundary, too.' : weight.why,
          gives: principal && !isAws(arn) ? scene.givenBy(document) : null
        })
      })
  ]
}

function membership(scene: Scene, detail: PrincipalDetail, group: string): OutsideItem {
  const weights = scene.weighGroup(group)
  const reaches = [...new Set(weights.flatMap((weight) => scene.opened(weight, detail)))].toSorted()
  const bar = weights.find(({ why }) => why !== null)?.why ?? null
  return item({
    id: idOf('member', group),
    what: `member of group ${group}${reachText(reaches)}`,
    found: { group },
    administrator: weights.some(({ administrator }) => administrator),
    why: bar === null ? null : `Of a policy of the group: ${bar}`,
    gives: givenByGroup(group)
  })
}

/**
 * Entitlement roles that another entitlement's role reaches past the grants by its policies, which aren't themselves
 * findings: they are what a grant of that one gives.
 */
export function reachedByRole(scene: Scene, role: PrincipalDetail): readonly OutsideItem[] {
  return reached(scene, scene.weighPrincipal(role), role)
}

/** The same of a group that a target names. */
export function reachedByGroup(scene: Scene, group: GroupDetail): readonly OutsideItem[] {
  return reached(scene, scene.weighGroup(group.name), null)
}

function reached(
  scene: Scene,
  weights: readonly Weight[],
  holder: PrincipalDetail | null
): readonly OutsideItem[] {
  const roles = [...new Set(weights.flatMap((weight) => scene.opened(weight, holder)))]
  return roles.map((role) =>
    item({
      id: idOf('reach', role),
      what: `may assume ${role} without a grant of it`,
      found: { role },
      administrator: false,
      why: `It comes with what is granted: take sts:AssumeRole on ${role} out of the policies here.`
    })
  )
}

function reachOf(scene: Scene, weight: Weight, holder: PrincipalDetail | null): string {
  return reachText(scene.opened(weight, holder))
}

function reachText(roles: readonly string[]): string {
  return roles.length === 0 ? '' : `; may assume ${few(roles.map(bareName))} without a grant`
}

function isAws(arn: string): boolean {
  return arn.split(':')[4] === 'aws'
}
