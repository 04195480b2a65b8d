import type { Account } from '../../../approval/facts.ts'
import { isApp } from '../requester.ts'

/** Whose token writes: our App's, or a person's own. */
export type Author =
  | { readonly kind: 'app'; readonly slug: string }
  | { readonly kind: 'person'; readonly login: string }

/** Whether an account is the one that the token belongs to. */
export function isAuthor(who: Account | null, by: Author): boolean {
  if (by.kind === 'app') return isApp(who, by.slug)
  // GitHub tells logins apart regardless of case.
  return who !== null && who.type === 'User' && who.login.toLowerCase() === by.login.toLowerCase()
}

/** The login under which GitHub shows what this token made. */
export function loginOf(by: Author): string {
  return by.kind === 'app' ? `${by.slug}[bot]` : by.login
}
