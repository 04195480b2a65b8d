import type { AccountDetail } from '../account.ts'
import { SESSION_SECONDS } from '../role.ts'
import { trustFault } from '../trust.ts'

/**
 * ARNs of the roles that are what an entitlement role must be: short sessions, and a trust that lets in users and workload
 * roles of the account but no role of an entitlement's folder. `others`: those that targets name already. Each that is
 * taken narrows what the others may trust, so it is gone through until nothing changes.
 */
export function entitlementRoles(
  { principals }: AccountDetail,
  account: string,
  isKnown: (arn: string) => boolean,
  others: readonly string[]
): ReadonlySet<string> {
  const trusts = new Map<string, string>()
  for (const { arn, trust, maxSession } of principals.values())
    if (trust !== null && maxSession === SESSION_SECONDS && !isKnown(arn)) trusts.set(arn, trust)
  let kept = [...trusts.keys()].filter((arn) => isSafe(trusts, arn, account, [arn, ...others]))
  for (;;) {
    const folders = onePerFolder([...kept, ...others])
    const left = kept.filter((arn) => isSafe(trusts, arn, account, [arn, ...folders]))
    if (left.length === kept.length) return new Set(left.toSorted())
    kept = left
  }
}

function isSafe(
  trusts: ReadonlyMap<string, string>,
  arn: string,
  account: string,
  others: readonly string[]
): boolean {
  return !('fault' in trustFault(trusts.get(arn) ?? '', account, others))
}

/** A trust is judged by whole folders: one role of each is enough; those outside any stand for themselves. */
function onePerFolder(arns: readonly string[]): readonly string[] {
  const found = new Map<string, string>()
  for (const arn of arns) {
    const folder = arn.slice(0, arn.lastIndexOf('/') + 1)
    found.set(folder.endsWith(':role/') ? arn : folder, arn)
  }
  return [...found.values()]
}
