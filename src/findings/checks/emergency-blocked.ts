import { writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'
import { unreviewed } from '../emergencies.ts'

/** A break-glass grant for somebody whose last one is overdue for review. */
export const emergencyBlocked: Check = {
  code: 'emergency-blocked',
  severity: 'error',
  doc: 'A break-glass grant for somebody whose last one is overdue for review.',
  fix: 'Have the retrospective of the earlier emergency merged first.',
  *run({ book, now, isAdded }) {
    const overdue = new Map(
      unreviewed(book, now)
        .filter(({ due }) => due <= now)
        .map((one) => [one.grant.subject, one])
    )
    for (const grant of book.grants.values()) {
      if (grant.kind !== 'emergency' || (grant.expires ?? 0) <= now || !isAdded(grant.path)) continue
      const earlier = overdue.get(grant.subject)
      if (!earlier) continue
      yield {
        message: `"${grant.subject}" gets no further emergency grant: the review of ${earlier.grant.path} was due at ${writeInstant(earlier.due)}.`,
        fix: 'Have its retrospective merged first.',
        file: grant.path,
        pointer: [],
        related: [
          { file: earlier.grant.path, pointer: ['expires'], message: 'the emergency without a review' }
        ]
      }
    }
  }
}
