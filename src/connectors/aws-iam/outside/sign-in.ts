import type { OutsideItem } from '../../connector.ts'
import type { PrincipalDetail } from '../account.ts'
import { item } from './item.ts'
import type { Scene } from './scene.ts'
import type { KeyFacts, SignIn } from './view.ts'
import { idOf } from './words.ts'

const ROOT = 'Nothing of the root user’s is ever taken away automatically.'

/** A user's long-lived credentials. Whether a key is active isn't part of its digest: it stays the same key. */
export function signInsOf(
  scene: Scene,
  { arn, id }: PrincipalDetail,
  administrator: boolean
): readonly OutsideItem[] {
  const signIn = scene.view.credentials?.get(arn)
  return signIn ? items(signIn, { owner: id, administrator, bar: null }) : []
}

/** The root user's: told by the credential report alone. */
export function rootSignIns({ view, house }: Scene): readonly OutsideItem[] {
  const arn = rootOf(house.number)
  const signIn = view.credentials?.get(arn)
  return signIn ? items(signIn, { owner: arn, administrator: true, bar: ROOT }) : []
}

/** ARN of an account's root. */
export function rootOf(account: string): string {
  return `arn:aws:iam::${account}:root`
}

interface Owner {
  /** What changes when the owner is deleted and made again. */
  readonly owner: string
  readonly administrator: boolean
  readonly bar: string | null
}

function items({ password, passwordUsed, mfa, keys }: SignIn, owner: Owner): readonly OutsideItem[] {
  const common = { administrator: owner.administrator, found: { owner: owner.owner } }
  const login = item({
    ...common,
    id: 'login',
    what: 'login profile: may sign in to the console with a password',
    why: owner.bar,
    lastUsed: passwordUsed
  })
  const missing = item({
    ...common,
    id: 'mfa-missing',
    what: 'no MFA device: signs in to the console with the password alone',
    why: owner.bar ?? 'A device can only be added, by the user. Taking the login profile away mends it, too.'
  })
  const isRoot = owner.bar !== null
  return [
    ...keys.map((key) => accessKey(key, owner)),
    ...(password && !isRoot ? [login] : []),
    ...(password && !mfa ? [isRoot ? { ...missing, what: 'no MFA device on the root user' } : missing] : [])
  ]
}

function accessKey(
  { id, active, created, lastUsed, service }: KeyFacts,
  { owner, administrator, bar }: Owner
): OutsideItem {
  return item({
    id: idOf('key', id),
    what: `access key ${id}, ${active ? 'active' : 'inactive'}${service === null ? '' : `, last used with ${service}`}`,
    found: { owner, created },
    administrator,
    why: bar,
    since: created,
    lastUsed
  })
}
