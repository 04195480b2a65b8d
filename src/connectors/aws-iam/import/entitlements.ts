import type { GuessedEntitlement, GuessedHolding, Unsaid } from '../../connector.ts'
import type { GroupDetail, PrincipalDetail } from '../account.ts'
import { bareName, resourceOf } from '../names.ts'
import type { Scene } from '../outside/scene.ts'
import { documentIn } from '../outside/view.ts'
import { idOf, line } from '../outside/words.ts'
import { inOneForm } from '../same-target.ts'
import type { Target } from '../schema.ts'
import { isTarget } from '../shaped.ts'
import { expressed } from './target.ts'
import { tierOf } from './tier.ts'

/** Gathers what can be held and who holds it. `roles`: those that people may be granted to assume. */
export class Harvest {
  readonly entitlements = new Map<string, GuessedEntitlement>()
  readonly holdings: GuessedHolding[] = []
  readonly unsaid: Unsaid[] = []
  readonly #scene: Scene
  readonly #roles: ReadonlySet<string>

  constructor(scene: Scene, roles: ReadonlySet<string>) {
    this.#scene = scene
    this.#roles = roles
  }

  /** A role that people may be granted to assume: what its policies allow is what it is worth. */
  role({ arn, inline, attached }: PrincipalDetail): void {
    this.#entitlement({
      name: bareName(arn),
      target: { assumeRole: arn },
      policies: this.#policiesOf({ inline, attached }),
      source: `role ${resourceOf(arn).slice('role/'.length)}, which may be assumed for an hour at a time`
    })
  }

  /** A group: whoever is in it has its policies. */
  group(group: GroupDetail): void {
    const target = { group: group.name }
    if (!isTarget(target)) return
    const policies = this.#policiesOf(group)
    this.#entitlement({ name: group.name, target, policies, source: `group ${group.name}` })
  }

  /** Everything that hangs on a user or a workload’s role. */
  holder(detail: PrincipalDetail): void {
    const { principal, inline, attached, groups } = detail
    for (const group of groups) {
      const [id, entitlement] = [idOf('member', group), isTarget({ group }) ? inOneForm({ group }) : '']
      const how = `was a member of group ${group}`
      if (this.entitlements.has(entitlement)) this.holdings.push({ principal, entitlement, ids: [id], how })
      else this.#cannot(detail, id, 'the group is none that a file may name')
    }
    for (const { name, document } of inline)
      if (name !== this.#scene.house.instance)
        this.#policy(detail, {
          id: idOf('inline', name),
          // Inline policies are called alike everywhere: whose it is says more.
          name: `${bareName(detail.arn)}-${name}`,
          document,
          how: `had the inline policy ${name}`
        })
    for (const arn of attached) {
      if (this.#scene.isOurs(arn)) continue
      const [name, document] = [bareName(arn), documentIn(this.#scene.view, arn)]
      this.#policy(detail, {
        id: idOf('attached', arn),
        name,
        document,
        how: `had the policy ${name} attached`
      })
    }
  }

  #policy(
    detail: PrincipalDetail,
    policy: {
      readonly id: string
      readonly name: string
      readonly document: string | null
      readonly how: string
    }
  ): void {
    const { principal } = detail
    const { id, name, document, how } = policy
    const { assumes, statements, why } = expressed(document, this.#scene.house.number, this.#roles)
    for (const role of assumes)
      this.holdings.push({
        principal,
        entitlement: inOneForm({ assumeRole: role }),
        ids: [id],
        how: `${how}, which names the role ${bareName(role)}`
      })
    if (why !== null) this.#cannot(detail, id, why)
    if (statements === null) return
    const target = { statements }
    const policies = [{ weight: this.#scene.scales.weigh(document), document }]
    this.#entitlement({
      name,
      target,
      policies,
      source: policy.id.startsWith('inline:') ? `an inline policy of ${principal}` : `policy ${name}`
    })
    this.holdings.push({ principal, entitlement: inOneForm(target), ids: [id], how })
  }

  #policiesOf({ inline, attached }: Pick<GroupDetail, 'inline' | 'attached'>): Policies {
    const documents = [
      ...inline.map(({ document }) => document),
      ...attached.filter((arn) => !this.#scene.isOurs(arn)).map((arn) => documentIn(this.#scene.view, arn))
    ]
    return documents.map((document) => ({ document, weight: this.#scene.scales.weigh(document) }))
  }

  /** The same target is told once, by the first name that it was met under. */
  #entitlement(made: {
    readonly name: string
    readonly target: Target
    readonly policies: Policies
    readonly source: string
  }): void {
    const { name, target, policies, source } = made
    const key = inOneForm(target)
    if (this.entitlements.has(key)) return
    const tier = tierOf(policies)
    const says = policies.map(({ weight }) => weight.says).join('; ')
    this.entitlements.set(key, {
      key,
      name,
      target,
      description: line(says === '' ? 'nothing by itself' : says),
      risk: tier.risk,
      why: [`taken from ${source}`, `${tier.risk} because ${tier.why}`]
    })
  }

  #cannot({ arn }: PrincipalDetail, id: string, why: string): void {
    this.unsaid.push({ principal: arn, id, why })
  }
}

type Policies = Parameters<typeof tierOf>[0]
