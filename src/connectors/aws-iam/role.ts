import type { AccountDetail } from './account.ts'
import { resourceOf } from './names.ts'
import type { RefusalCode } from './refusals.ts'
import { trustFault } from './trust.ts'

/** The longest session that an entitlement role may give, in seconds: also IAM's least. */
export const SESSION_SECONDS = 3600

/** Why nothing is issued for an entitlement role; null if it is as it should be. */
export function roleFault(
  live: AccountDetail,
  role: string,
  holder: string,
  account: string,
  roles: ReadonlySet<string>
): { readonly code: RefusalCode; readonly why: string } | null {
  const found = live.principals.get(resourceOf(role))
  if (!found || found.arn !== role || found.trust === null) {
    return {
      code: 'role-missing',
      why: `Role ${role} doesn’t exist. Create it with the trust in docs/aws/entitlement-role-trust.json, or correct the entitlement’s target.`
    }
  }
  if (found.maxSession !== SESSION_SECONDS) {
    const length = found.maxSession === null ? 'unknown' : `${found.maxSession} s`
    return {
      code: 'role-session',
      why: `Sessions of ${role} may last too long (MaxSessionDuration ${length}): a session outlives the grant’s end. Set it to ${SESSION_SECONDS}.`
    }
  }
  const judged = trustFault(found.trust, account, [role, ...roles])
  const repair = 'Set it as docs/aws/entitlement-role-trust.json shows.'
  if ('fault' in judged)
    return { code: 'role-trust', why: `The trust of ${role} is not safe: ${judged.fault.why}. ${repair}` }
  if (!judged.admits(holder))
    return { code: 'role-trust', why: `The trust of ${role} doesn’t let ${holder} in. ${repair}` }
  return null
}
