import type { Live } from '../connector.ts'
import type { AccountDetail, PolicyDetail } from './account.ts'
import { readShard } from './names.ts'
import { livePrincipal, stateOf, type PrincipalState } from './standing.ts'

/** What the connector keeps of a bulk read for its own later steps. */
export class Detail {
  readonly account: AccountDetail
  readonly states: ReadonlyMap<string, PrincipalState>

  constructor(account: AccountDetail, states: ReadonlyMap<string, PrincipalState>) {
    this.account = account
    this.states = states
  }
}

/** The whole account as the core of the house sees it. */
export function liveOf(system: string, account: AccountDetail, instance: string): Live {
  const shards = shardsByOwner(account, instance)
  const states = new Map<string, PrincipalState>()
  let foreignPolicies = 0
  let foreignPrincipals = 0
  for (const [name, detail] of account.principals) {
    const state = stateOf(detail, shards.get(detail.id) ?? [], instance)
    states.set(name, state)
    const inline = detail.inline.filter((policy) => policy.name !== instance).length
    foreignPolicies += inline + state.foreignAttachments
    if (inline + state.foreignAttachments > 0) foreignPrincipals++
  }
  return {
    system,
    serverTime: account.serverTime,
    principals: new Map([...states].map(([name, state]) => [name, livePrincipal(state, instance)])),
    foreign: { principals: foreignPrincipals, policies: foreignPolicies },
    misplaced: misplaced(account, instance),
    detail: new Detail(account, states)
  }
}

/** Managed policies of ours by the unique id of the principal they were made for. */
function shardsByOwner(
  account: AccountDetail,
  instance: string
): ReadonlyMap<string, readonly PolicyDetail[]> {
  const owners = new Map<string, PolicyDetail[]>()
  for (const policy of account.policies.values()) {
    const owner = readShard(instance, policy.path, policy.name)?.principalId
    if (owner !== undefined) owners.set(owner, [...(owners.get(owner) ?? []), policy])
  }
  return owners
}

/** Whatever of ours is attached to somebody it wasn't made for, or belongs to nobody any more. */
function misplaced(account: AccountDetail, instance: string): Live['misplaced'] {
  const found: { id: string; what: string; principal: string }[] = []
  const ids = new Set([...account.principals.values()].map((detail) => detail.id))
  const attachedTo = holders(account)
  for (const policy of account.policies.values()) {
    const shard = readShard(instance, policy.path, policy.name)
    if (!shard) continue
    const others = (attachedTo.get(policy.arn) ?? []).filter((holder) => holder.id !== shard.principalId)
    for (const { name } of others) {
      found.push({
        id: `${policy.arn} ${name}`,
        what: `${policy.name} is attached to ${name}, for whom it wasn’t made`,
        principal: name
      })
    }
    if (!ids.has(shard.principalId)) {
      found.push({
        id: policy.arn,
        what: `${policy.name} belongs to ${shard.principalId}, who doesn’t exist any more`,
        principal: ''
      })
    }
  }
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Who has each managed policy attached, by its ARN. Groups have no unique id that a shard could be made for. */
function holders(
  account: AccountDetail
): ReadonlyMap<PolicyDetail['arn'], readonly { name: string; id: string }[]> {
  const found = new Map<string, { name: string; id: string }[]>()
  const note = (arn: string, name: string, id: string): void => {
    const list = found.get(arn)
    if (list) list.push({ name, id })
    else found.set(arn, [{ name, id }])
  }
  for (const { principal, id, attached } of account.principals.values())
    for (const arn of attached) note(arn, principal, id)
  for (const { name, attached } of account.groups.values())
    for (const arn of attached) note(arn, `group/${name}`, '')
  return found
}
