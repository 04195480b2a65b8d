import { sameForm } from '../same.ts'
import type { Touched } from '../touched.ts'
import type { ProofReason } from '../verdict.ts'

const RULE = 'landed-as-approved'

/**
 * Rule 2. What landed at a path is the very mode and content that the pull request's head changed it to. An extra file of a
 * hand-made merge, or a mixture that a three-way merge made, is neither.
 */
export function landedAsApproved({ path, head, after }: Touched): ProofReason | null {
  if (head !== undefined && sameForm(head.form, after)) return null
  const why = head
    ? `What landed at ${path} is not what the pull request's head has there, so nobody approved it. Request it by a new pull request.`
    : `The merge changed ${path}, which the pull request's head doesn't change. Request it by a new pull request.`
  return { rule: RULE, why, passing: false }
}
