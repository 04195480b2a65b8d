import type { Explained } from '../../connector.ts'
import type { PrincipalDetail } from '../account.ts'
import { isDead } from '../boundary.ts'
import { readShard, resourceOf } from '../names.ts'
import type { Target } from '../schema.ts'
import { isTarget } from '../shaped.ts'
import { trustFault } from '../trust.ts'
import type { Issuers } from './runs.ts'
import { givenBy } from './gives.ts'
import { documentIn, isKnown, type House, type View } from './view.ts'
import { Scales, type Weight } from './weigh.ts'

/** What was read of an account beside what explains it: the questions that every kind of finding asks. */
export class Scene {
  readonly view: View
  readonly house: House
  readonly explained: Explained
  readonly scales: Scales
  readonly issuers: Issuers
  /** ARNs of roles that targets name; sorted. */
  readonly entitlementRoles: readonly string[]
  readonly #targetRoles: ReadonlySet<string>
  readonly #targetGroups: ReadonlySet<string>
  readonly #judged = new Map<string, (arn: string) => boolean>()
  readonly #answers = new Map<string, boolean>()
  readonly #blocked = new Map<string, boolean>()
  readonly #given = new Map<string, Target | null>()

  constructor(view: View, house: House, explained: Explained) {
    this.view = view
    this.house = house
    this.explained = explained
    const targets = explained.targets.filter(isTarget)
    this.#targetRoles = new Set(targets.flatMap((each) => ('assumeRole' in each ? [each.assumeRole] : [])))
    this.#targetGroups = new Set(targets.flatMap((each) => ('group' in each ? [each.group] : [])))
    this.entitlementRoles = [...this.#targetRoles].toSorted()
    this.scales = new Scales(house.number, this.entitlementRoles)
    this.issuers = { account: house.number, isKnown: (arn) => this.isKnown(arn) }
  }

  /** Whether all that hangs on something is nobody's finding. */
  isKnown(arn: string): boolean {
    return isKnown(this.house, arn)
  }

  isEntitlementRole(arn: string): boolean {
    return this.#targetRoles.has(arn)
  }

  isTargetGroup(name: string): boolean {
    return this.#targetGroups.has(name)
  }

  /** Whether a managed policy is ours by path and name. One that is attached where it may not be is cleaned away, not found. */
  isOurs(arn: string): boolean {
    const [path, name] = splitArn(arn)
    return readShard(this.house.instance, path, name) !== null
  }

  weighManaged(arn: string): Weight {
    return this.scales.weigh(documentIn(this.view, arn))
  }

  /** Everything that hangs on a group, weighed; a group that isn't in the account can't be read. */
  weighGroup(name: string): readonly Weight[] {
    const group = this.view.account.groups.get(name)
    if (!group) return [this.scales.weigh(null)]
    return [
      ...group.inline.map(({ document }) => this.scales.weigh(document)),
      ...group.attached.map((arn) => this.weighManaged(arn))
    ]
  }

  /** The target that would give a user or role just what a policy gives; null if none can say it. */
  givenBy(document: string | null): Target | null {
    return document === null ? null : once(this.#given, document, () => givenBy(document, this.house.number))
  }

  /** Everything foreign that a user or role can do, by its own policies and those of its groups. */
  weighPrincipal({ inline, attached, groups }: PrincipalDetail): readonly Weight[] {
    return [
      ...inline
        .filter(({ name }) => name !== this.house.instance)
        .map(({ document }) => this.scales.weigh(document)),
      ...attached.filter((arn) => !this.isOurs(arn)).map((arn) => this.weighManaged(arn)),
      ...groups.flatMap((name) => this.weighGroup(name))
    ]
  }

  /** Entitlement roles that a policy really opens to a holder: the role lets him in, and no boundary takes it from him. */
  opened({ reaches }: Weight, holder: PrincipalDetail | null): readonly string[] {
    if (holder === null) return reaches
    return reaches.filter(
      (role) =>
        role !== holder.arn && this.#admits(role, holder.arn) && !this.#isBlocked(role, holder.boundary)
    )
  }

  /** Whether a role lets somebody in: everybody, if its trust isn't as it should be; nobody, if there is no such role. */
  #admits(role: string, arn: string): boolean {
    const trust = this.view.account.principals.get(resourceOf(role))?.trust
    if (trust === undefined || trust === null) return false
    const admits = once(this.#judged, trust, () => {
      const judged = trustFault(trust, this.house.number, this.entitlementRoles)
      return 'admits' in judged ? judged.admits : () => true
    })
    return once(this.#answers, `${arn} ${trust}`, () => admits(arn))
  }

  #isBlocked(role: string, boundary: string | null): boolean {
    if (boundary === null) return false
    const body = JSON.stringify({ Action: 'sts:AssumeRole', Resource: role })
    return once(this.#blocked, `${boundary} ${role}`, () => isDead({ body }, documentIn(this.view, boundary)))
  }
}

/** A value by its key, computed the first time only: many roles share a trust, and many users a boundary. */
function once<T>(known: Map<string, T>, key: string, compute: () => T): T {
  const found = known.get(key)
  if (found !== undefined) return found
  const value = compute()
  known.set(key, value)
  return value
}

/** Path and name of a managed policy by its ARN: `/team/`, `logs`. */
function splitArn(arn: string): readonly [path: string, name: string] {
  const full = resourceOf(arn).replace(/^policy/u, '')
  const at = full.lastIndexOf('/') + 1
  return [full.slice(0, at), full.slice(at)]
}
