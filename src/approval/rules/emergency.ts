import type { EntitlementEntry } from '../../book/book.ts'
import type { Requirement } from '../requirement.ts'
import type { ProofReason } from '../verdict.ts'

const RULE = 'emergency'

/**
 * Rule 7. Breaking the glass takes one of those whom the entitlement's approved form names for it, whatever its tier.
 * An entitlement that isn't approved yet, or without `emergency`, names nobody.
 */
export function emergencyRequirement(
  approved: EntitlementEntry | undefined,
  name: string
): Requirement | ProofReason {
  const emergency = approved?.data.emergency
  if (emergency)
    return {
      groups: [emergency.approvers],
      count: 1,
      why: `Break-glass access to ${name} takes one of those on call.`
    }
  const why = approved
    ? `The approved form of ${name} allows no break-glass access. Get "emergency" into its entitlement.yaml approved first.`
    : `${name} has no approved form that says who is on call. Get its entitlement.yaml approved first.`
  return { rule: RULE, why, passing: false }
}
