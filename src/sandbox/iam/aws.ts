import type { Instant } from '../../book/instant.ts'
import type { SandboxClock } from '../clock.ts'
import type { AccessQuestion, Sandbox, SandboxKeys } from '../sandbox.ts'
import type { World } from '../world.ts'
import { decide, roleActor, userActor, type Actor } from './authorise.ts'
import { buildAccounts } from './build.ts'
import type { Cloud } from './cloud.ts'
import { accountOf } from './cloud.ts'
import { secretFor, uniqueId } from './ids.ts'
import type { Decision } from './policy/request.ts'
import { findRole, mayAssume } from './sts.ts'

const keys = (accessKeyId: string): SandboxKeys => ({ accessKeyId, secretAccessKey: secretFor(accessKeyId) })

/** Everything behind the AWS endpoints as a world describes it. Throws UsageError for what IAM would refuse. */
export function buildCloud(world: World, now: Instant, clock: SandboxClock): Cloud {
  const { accounts, lastUse } = buildAccounts(world, now)
  const roots = new Map([...accounts.keys()].map((account) => [uniqueId('AKIA', account, 0), account]))
  return { accounts, clock, roots, lastUse, sessions: new Map(), reports: new Map(), trail: [] }
}

/** Keys of every account: its root's, and the first of each user that has one. */
export function accountKeys(cloud: Cloud): Sandbox['aws']['accounts'] {
  return [...cloud.roots].map(([root, account]) => {
    const state = accountOf(cloud, account)
    const users = Object.fromEntries(
      [...state.users.values()].flatMap((user) => {
        const key = user.keys.find((one) => one.status === 'Active')
        return key ? [[user.name, keys(key.id)] as const] : []
      })
    )
    return { account, alias: state.alias, root: keys(root), users }
  })
}

/** See {@link Sandbox.can}. */
export function answer(cloud: Cloud, question: AccessQuestion): Decision {
  const at = question.at ?? cloud.clock.now()
  const actor = actorNamed(cloud, question, at)
  const { action, context = {}, resource } = question
  if (action.toLowerCase() !== 'sts:assumerole') return decide(actor, { action, resource, at, context })
  const target = findRole(cloud, resource)
  if (!target) return { allowed: false, why: 'no-trust' }
  return mayAssume(actor, target, { at, context })
}

function actorNamed(cloud: Cloud, question: AccessQuestion, at: Instant): Actor {
  const state = cloud.accounts.get(question.account)
  const match = /^(user|role)\/(?:.*\/)?([^/]+)$/u.exec(question.principal)
  const [, kind, name = ''] = match ?? []
  const user = kind === 'user' ? state?.users.get(name) : undefined
  const role = kind === 'role' ? state?.roles.get(name) : undefined
  if (state && user) return userActor(state, user)
  if (state && role) {
    return roleActor(state, role, {
      name: 'sandbox',
      policies: null,
      tags: [],
      sourceIdentity: null,
      issued: at
    })
  }
  throw new RangeError(`The sandbox's account ${question.account} has no ${question.principal}`)
}
