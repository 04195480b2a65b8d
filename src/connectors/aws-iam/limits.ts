/**
 * IAM's quotas for one kind of principal, in characters without white space and in pieces.
 * Defaults: IAM user guide, "IAM and AWS STS quotas"; live values come from GetAccountSummary.
 */
export interface Limits {
  /** All inline policies of one principal together. */
  readonly inline: number
  /** One managed policy. */
  readonly managed: number
  /** Managed policies attached to one principal. */
  readonly attachments: number
  /** Groups of one user. */
  readonly groups: number
}

export type PrincipalKind = 'user' | 'role'

export const DEFAULT_LIMITS: Readonly<Record<PrincipalKind, Limits>> = {
  user: { inline: 2048, managed: 6144, attachments: 10, groups: 10 },
  role: { inline: 10_240, managed: 6144, attachments: 10, groups: 0 }
}

/** Customer managed policies in one account, by default. */
export const DEFAULT_POLICIES = 1500

/** How much of each size stays free, for what others add and for statements that grow in place. */
const RESERVE = 0.1

/** What remains of a size when the reserve is left free. */
export function budget(size: number): number {
  return Math.floor(size * (1 - RESERVE))
}

/** The two kinds by the start of a principal's name (`user/alice`). */
export function kindOf(principal: string): PrincipalKind {
  return principal.startsWith('user/') ? 'user' : 'role'
}

/** Quotas as GetAccountSummary gives them; what it doesn't give is at its default. */
export function limitsFrom(
  summary: Readonly<Record<string, number>>
): Readonly<Record<PrincipalKind, Limits>> & { readonly policies: number } {
  const read = (key: string, otherwise: number): number => {
    const value = Object.hasOwn(summary, key) ? summary[key] : undefined
    return value === undefined || !Number.isFinite(value) ? otherwise : value
  }
  const { user, role } = DEFAULT_LIMITS
  return {
    user: {
      inline: read('UserPolicySizeQuota', user.inline),
      managed: read('PolicySizeQuota', user.managed),
      attachments: read('AttachedPoliciesPerUserQuota', user.attachments),
      groups: read('GroupsPerUserQuota', user.groups)
    },
    role: {
      inline: read('RolePolicySizeQuota', role.inline),
      managed: read('PolicySizeQuota', role.managed),
      attachments: read('AttachedPoliciesPerRoleQuota', role.attachments),
      groups: 0
    },
    policies: read('PoliciesQuota', DEFAULT_POLICIES)
  }
}
