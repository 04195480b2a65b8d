import { createHash } from 'node:crypto'
import { intern } from '../../book/intern.ts'
import type { SystemContext } from '../connector.ts'
import type { Account, Settings } from './schema.ts'
import { shapedSettings } from './shaped.ts'

/** A system's settings, already shaped (`checkSettings` found nothing). */
export function settingsOf(system: SystemContext): Settings {
  return shapedSettings(system.entry.data.settings)
}

/**
 * The name that marks a policy as ours. By default it comes from the repository's own name, so that two repositories
 * that are pointed at one account by mistake never own, and so never tear down, the same policies.
 */
export function instanceOf(system: SystemContext): string {
  const { instance } = settingsOf(system)
  return instance ?? `grantbook-${createHash('sha256').update(system.repository).digest('hex').slice(0, 8)}`
}

/** Path of all our managed policies (`/<instance>/`), or of those of one principal by its unique id. */
export function shardPath(instance: string, principalId?: string): string {
  return principalId === undefined ? `/${instance}/` : `/${instance}/${principalId}/`
}

/**
 * Name of the n-th managed policy of a principal. It repeats instance and unique id, because IAM wants names of
 * managed policies unique in the whole account whatever their path, not told apart by case (API reference, CreatePolicy).
 */
export function shardName(instance: string, principalId: string, n: number): string {
  return `${instance}-${principalId}-${n}`
}

/** Whose shard a managed policy of ours is and which; null if path and name aren't exactly what we would have made. */
export function readShard(
  instance: string,
  path: string,
  name: string
): { readonly principalId: string; readonly n: number } | null {
  const match = /^\/[a-z0-9-]+\/([A-Z0-9]{16,128})\/$/u.exec(path)
  const principalId = match?.[1]
  if (principalId === undefined || path !== shardPath(instance, principalId)) return null
  const n = Number(/-([1-9]\d{0,3})$/u.exec(name)?.[1])
  return name === shardName(instance, principalId, n) ? { principalId, n } : null
}

/** `user/alice`, `role/ci/billing-exporter`: the resource part of the principal's ARN. */
export function principalName(account: Account): string {
  return intern('user' in account ? `user/${account.user}` : `role/${account.role}`)
}

/**
 * What no other user, or no other role, of the account can be called: names are unique whatever their path, and not told
 * apart by case (IAM API reference, CreateUser and CreateRole).
 */
export function uniqueName(account: Account): string {
  const [kind, name] = 'user' in account ? ['user', account.user] : ['role', account.role]
  return `${kind}/${bareName(name).toLowerCase()}`
}

/** The last part of a principal or ARN: what IAM's operations take as a name. */
export function bareName(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1)
}

/** The resource part of an IAM ARN (`user/alice`); empty if the text has none. */
export function resourceOf(arn: string): string {
  return arn.split(':').slice(5).join(':')
}
