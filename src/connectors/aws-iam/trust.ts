import { asciiLower } from './conditions.ts'
import { intersects, matches } from './glob.ts'
import { isRecord, readPolicy, type Statement } from './policy.ts'

/** What is wrong with the trust of an entitlement role: why, and how to mend it. */
export interface TrustFault {
  readonly why: string
}

/**
 * Judges who may assume an entitlement role. Its trust must be one statement that lets the account's own principals in
 * (`root`, which means: whoever has a policy for it, so that our dated statement decides) and keeps every entitlement role
 * out by `ArnLike aws:PrincipalArn`. A trust that names a user or role of the account would grant by itself, without date;
 * one without the condition would let a session go on for ever from role to role. Further conditions only narrow it.
 *
 * @param others ARNs of all entitlement roles that are known, this one among them.
 */
export function trustFault(
  trust: string,
  account: string,
  others: readonly string[]
): { readonly fault: TrustFault } | { readonly admits: (arn: string) => boolean } {
  const statements = readPolicy(trust)
  const [only, second] = statements ?? []
  if (!only || second) return no('it must have exactly one statement')
  if (only.effect !== 'Allow' || only.hasNotPrincipal)
    return no('its statement must be an Allow with a Principal')
  if (!isRoot(only.principal, account)) return no('its only principal must be the root of this account')
  const [action, more] = only.actions ?? []
  if (action === undefined || more !== undefined || asciiLower(action) !== 'sts:assumerole') {
    return no('it must allow sts:AssumeRole and nothing else')
  }
  const patterns = principalPatterns(only)
  if (!patterns) return no('it needs a condition ArnLike on aws:PrincipalArn')
  const folders = [...new Set(others.map(folderOf))]
  const open = patterns.find(
    (pattern) => pattern.includes('${') || folders.some((folder) => intersects(pattern, folder))
  )
  if (open !== undefined) return no(`its condition lets entitlement roles in ("${open}")`)
  return { admits: (arn) => patterns.some((pattern) => matches(pattern, arn)) }
}

function no(why: string): { readonly fault: TrustFault } {
  return { fault: { why } }
}

function isRoot(principal: unknown, account: string): boolean {
  if (!isRecord(principal) || Object.keys(principal).join() !== 'AWS') return false
  const names = [principal['AWS']].flat()
  const [name] = names
  return (
    names.length === 1 &&
    typeof name === 'string' &&
    (name === account || new RegExp(`^arn:aws(?:-cn|-us-gov)?:iam::${account}:root$`, 'u').test(name))
  )
}

/** The values of `ArnLike aws:PrincipalArn`; null if there is none. Keys aren't told apart by case, operators are. */
function principalPatterns({ conditions }: Statement): readonly string[] | null {
  const keys = Object.hasOwn(conditions, 'ArnLike') ? conditions['ArnLike'] : undefined
  const [found, second] = Object.entries(keys ?? {}).filter(([key]) => asciiLower(key) === 'aws:principalarn')
  return found && !second && found[1].length > 0 ? found[1] : null
}

/** All roles of an entitlement role's folder: its neighbours are taken for entitlement roles, known or not. */
function folderOf(arn: string): string {
  const folder = arn.slice(0, arn.lastIndexOf('/') + 1)
  return folder.endsWith(':role/') ? arn : `${folder}*`
}
