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
function principalId(value: string, find: FindAccount): string | null {
  const parts = readArn(value)
  if (!parts || !/^\d{12}$/u.test(parts.account) || /[*?]/u.test(value)) return null
  const { account, resource, service } = parts
  if (service === 'sts') return /^assumed-role\/[^/]+\/[^/]+$/u.test(resource) ? '' : null
  if (resource === 'root') return ''
  const state = find(account)
  if (state === null) return /^(?:user|role)\/./u.test(resource) ? '' : null
  const name = resource.slice(resource.lastIndexOf('/') + 1)
  const user = state.users.get(name)
  if (user && arnOf(account, 'user', user) === value) return user.id
  const role = state.roles.get(name)
  return role && arnOf(account, 'role', role) === value ? role.id : null
}

/**
 * A trust as IAM shows it: a principal that was renamed appears under its new ARN, one that is gone as its unique id.
 * Principals of other accounts are left as they were written.
 */
export function storedTrust(state: AccountState, role: Role): string {
  let text = role.trust
  for (const [arn, id] of Object.entries(role.trusted)) {
    if (readArn(arn)?.account !== state.account) continue
    const now = currentArn(state, arn, id)
    if (now !== arn) text = text.replaceAll(`"${arn}"`, `"${now ?? id}"`)
  }
  return text
}

function currentArn(state: AccountState, arn: string, id: string): string | null {
  const name = arn.slice(arn.lastIndexOf('/') + 1)
  // Roles can't be renamed. A user nearly always still has its name; only otherwise everybody is looked at.
  if (!arn.includes(':user/')) return state.roles.get(name)?.id === id ? arn : null
  const same = state.users.get(name)
  const user = same?.id === id ? same : [...state.users.values()].find((one) => one.id === id)
  return user ? arnOf(state.account, 'user', user) : null
}
