import type { PrincipalEntry, Statement } from './document.ts'
import type { PrincipalNames, Trust } from './request.ts'

/** How directly a trust names a principal: the user or session itself (or everyone), its role, or its account. */
export type Directness = 'exact' | 'role' | 'account'

/** The most direct of several ways; null if there is none. */
export function mostDirect(ways: readonly (Directness | null)[]): Directness | null {
  const found = new Set(ways)
  return (['exact', 'role', 'account'] as const).find((way) => found.has(way)) ?? null
}

/** How a trust's statement names a principal; null if it doesn't. */
export function trustMatch(statement: Statement, trust: Trust, principal: PrincipalNames): Directness | null {
  if (statement.principals === null) return null
  const ways = statement.principals.entries.map((entry) => entryMatch(entry, trust, principal))
  const best = mostDirect(ways)
  if (!statement.principals.not) return best
  // NotPrincipal stands only with Deny: it strikes everybody it doesn't name.
  return best === null ? 'exact' : null
}

function entryMatch(entry: PrincipalEntry, trust: Trust, principal: PrincipalNames): Directness | null {
  if (entry.kind !== 'AWS') return null
  if (entry.value === '*') return 'exact'
  if (entry.value === principal.account || entry.value === `arn:aws:iam::${principal.account}:root`)
    return 'account'
  // A user or role was turned into its unique id when the trust was written: its name and path no longer matter.
  const id = Object.hasOwn(trust.trusted, entry.value) ? trust.trusted[entry.value] : undefined
  if (id !== undefined) return id === principal.id ? (principal.role === null ? 'exact' : 'role') : null
  // A session's ARN stays a name.
  return principal.role !== null && entry.value === principal.arn ? 'exact' : null
}
