import { arnOf, readArn } from './arn.ts'
import { malformed } from './error.ts'
import { readPolicyOnce } from './policy/cache.ts'
import type { AccountState, Role } from './state.ts'

/** Finds another account of the sandbox; null for one that it doesn't imitate. */
export type FindAccount = (account: string) => AccountState | null

/**
 * Checks a trust and resolves the users and roles it names to their unique ids, as IAM does when it stores one: whoever
 * is later made under the same name isn't trusted. Throws `MalformedPolicyDocument` for a principal that doesn't exist.
 */
export function resolveTrust(text: string, find: FindAccount): Readonly<Record<string, string>> {
  const document = readPolicyOnce(text, 'trust')
  const entries = document.statements.flatMap((one) => one.principals?.entries ?? [])
  const trusted: Record<string, string> = {}
  for (const { kind, value } of entries) {
    if (kind !== 'AWS' || value === '*' || /^\d{12}$/u.test(value)) continue
    const id = principalId(value, find)
    if (id === null) throw malformed(`Invalid principal in policy: "AWS":"${value}"`)
    if (id !== '') trusted[value] = id
  }
  return trusted
}

/** Unique id of a named principal; empty where a name stays a name; null if there is no such principal. */
function principalId(arn: string, find: FindAccount): string | null {
  const parts = readArn(arn)
  if (!parts || !/^\d{12}$/u.test(parts.account) || /[*?]/u.test(arn)) return null
  const { account, resource, service } = parts
  if (service === 'sts') return /^assumed-role\/[^/]+\/[^/]+$/u.test(resource) ? '' : null
  if (resource === 'root') return ''
  const state = find(account)
  if (state === null) return /^(?:user|role)\/./u.test(resource) ? '' : null
  const name = resource.slice(resource.lastIndexOf('/') + 1)
  const user = state.users.get(name)
  if (user && arnOf(account, 'user', user) === arn) return user.id
  const role = state.roles.get(name)
  return role && arnOf(account, 'role', role) === arn ? role.id : null
}

/** A trust as IAM shows it: ARNs of principals that are gone turn into their unique ids. */
export function storedTrust(state: AccountState, role: Role): string {
  let text = role.trust
  for (const [arn, id] of Object.entries(role.trusted)) {
    const parts = readArn(arn)
    if (parts?.account !== state.account) continue
    const name = parts.resource.slice(parts.resource.lastIndexOf('/') + 1)
    const now = parts.resource.startsWith('user/') ? state.users.get(name) : state.roles.get(name)
    if (now?.id !== id) text = text.replaceAll(`"${arn}"`, `"${id}"`)
  }
  return text
}
