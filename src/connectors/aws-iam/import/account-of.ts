import { isAccount } from '../shaped.ts'

/** What a file’s `accounts` says of a principal (`user/team/alice`); null: no file can name it. */
export function accountOf(principal: string): { readonly user: string } | { readonly role: string } | null {
  const at = principal.indexOf('/')
  const rest = principal.slice(at + 1)
  const account = principal.startsWith('user/') ? { user: rest } : { role: rest }
  return isAccount(account) ? account : null
}
