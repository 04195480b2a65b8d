import type { Account, Push } from '../../approval/facts.ts'
import type { Brought } from '../git/brought.ts'

const TRAILER = /^Grantbook-Requester:[ \t]*(.*)$/gmu

/** Whether an account is the App of this slug: no person can take a login with brackets. */
export function isApp(who: Account | null, app: string): boolean {
  return who !== null && who.type === 'Bot' && who.login === `${app}[bot]`
}

/**
 * Whom our App says it opened a pull request for: the trailer of the newest commit that it pushed itself. What others push
 * onto its branch says nothing. Null: none.
 */
export function requesterOf(pushes: readonly Push[], { commits }: Brought, app: string): string | null {
  for (const push of pushes.toReversed()) {
    if (!isApp(push.by, app)) continue
    const found = [...(commits.get(push.after)?.message ?? '').matchAll(TRAILER)].at(-1)?.[1]?.trim()
    if (found !== undefined && found !== '') return found
  }
  return null
}
