import type { Form } from '../facts.ts'
import { sameForm } from '../same.ts'
import type { Touched } from '../touched.ts'
import type { ProofReason } from '../verdict.ts'

const RULE = 'base-form'

/**
 * A pull request shows its difference from its merge base: where that isn't the approved form, nobody sees what would be
 * approved as a whole. Restoring the approved form needs no approval and doesn't come here; a deletion shows all there is.
 * A reduction that moved ahead of the pull request that brings it is shown whole from the form that was `proved` last.
 */
export function baseForm({ path, head, approved, after }: Touched, proved: Form | null): ProofReason | null {
  if (head === undefined || after === null || sameForm(head.base, approved)) return null
  if (sameForm(after, approved) && sameForm(head.base, proved)) return null
  const what =
    approved === null
      ? 'stands at its merge base without ever having been approved'
      : head.base === null
        ? 'is missing at its merge base, though it has an approved form'
        : 'has another form at its merge base than the approved one'
  const why = `${path} ${what}, so its difference doesn't show all that would be approved. Restore the approved form first (or delete the file), and bring the branch up to date.`
  return { rule: RULE, why, passing: false }
}
