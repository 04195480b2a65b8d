import type { Patterns, PolicyDocument, Statement } from './policy/document.ts'
import { conditionsHold } from './policy/conditions.ts'
import { matchGlob, matchTokens } from './policy/glob.ts'
import type { AccessRequest, Decision, Policies, Trust } from './policy/request.ts'
import { fillPattern } from './policy/variables.ts'
import { mostDirect, trustMatch } from './policy/trust.ts'

/**
 * Decides one request as IAM does. An explicit deny anywhere wins. Inside one account a trust that names a user or a
 * session grants by itself; one that names a role grants within that role's boundary and session policies; one that
 * names the account hands the decision to the identity's own policies. Across accounts both sides must allow.
 * Source: IAM's policy evaluation logic.
 */
export function evaluate(request: AccessRequest, policies: Policies): Decision {
  const { boundary, identity, session, trust } = policies
  const limits = [...(boundary ? [boundary] : []), ...(session ?? [])]
  if (
    [...identity, ...limits].some((one) => says(one, 'Deny', request)) ||
    (trust && trustDenies(trust, request))
  ) {
    return { allowed: false, why: 'explicit-deny' }
  }
  const inBoundary = boundary === null || says(boundary, 'Allow', request)
  const inSession = session === null || session.some((one) => says(one, 'Allow', request))
  let byItself = false
  if (trust) {
    const way = trustAllows(trust, request)
    if (way === null) return { allowed: false, why: 'no-trust' }
    const sameAccount = trust.account === request.principal.account
    if (sameAccount && way === 'exact') return { allowed: true, why: 'allowed' }
    byItself = sameAccount && way === 'role'
  }
  if (!byItself && !identity.some((one) => says(one, 'Allow', request)))
    return { allowed: false, why: 'no-allow' }
  if (!inBoundary) return { allowed: false, why: 'boundary' }
  if (!inSession) return { allowed: false, why: 'session-policy' }
  return { allowed: true, why: 'allowed' }
}

function says(document: PolicyDocument, effect: Statement['effect'], request: AccessRequest): boolean {
  return document.statements.some((one) => one.effect === effect && applies(one, document, request))
}

function applies(statement: Statement, document: PolicyDocument, request: AccessRequest): boolean {
  const variables = document.version === '2012-10-17'
  if (!named(statement.actions, (pattern) => matchGlob(pattern.toLowerCase(), request.action.toLowerCase())))
    return false
  if (statement.resources !== null) {
    const filled = statement.resources.patterns.map((one) => fillPattern(one, request.context, variables))
    // A variable without a value names nothing; that must not make NotResource name everything.
    if (statement.resources.not && filled.includes(null)) return false
    const hit = filled.some((pattern) => pattern !== null && matchTokens(pattern, request.resource))
    if (hit === statement.resources.not) return false
  }
  return conditionsHold(statement.conditions, request.context, variables)
}

function named(patterns: Patterns, matches: (pattern: string) => boolean): boolean {
  return patterns.patterns.some(matches) !== patterns.not
}

function trustDenies(trust: Trust, request: AccessRequest): boolean {
  return trust.document.statements.some(
    (one) =>
      one.effect === 'Deny' &&
      trustMatch(one, trust, request.principal) !== null &&
      applies(one, trust.document, request)
  )
}

/** How the trust admits this principal, the most direct way first; null if it doesn't. */
function trustAllows(trust: Trust, request: AccessRequest): 'exact' | 'role' | 'account' | null {
  const ways = trust.document.statements
    .filter((one) => one.effect === 'Allow' && applies(one, trust.document, request))
    .map((one) => trustMatch(one, trust, request.principal))
  return mostDirect(ways)
}
