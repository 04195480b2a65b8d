import { writeInstant } from '../../book/instant.ts'
import type { Check } from '../check.ts'
import { reviewPath, unreviewed } from '../emergencies.ts'

/** A break-glass grant for somebody whose last one is overdue for review. */
export const emergencyBlocked: Check = {
  code: 'emergency-blocked',
  severity: 'error',
  doc: 'A break-glass grant for somebody whose last one is overdue for review.',
  fix: 'Have the retrospective of the earlier emergency merged first.',
  *run({ book, now, isAdded, emergencies }) {
    const added = [...book.grants.values()].filter(
      ({ kind, expires, path }) => kind === 'emergency' && (expires ?? 0) > now && isAdded(path)
    )
    if (added.length === 0) return
    const within = book.settings?.data.emergency.reviewWithin ?? ''
    const overdue = unreviewed(emergencies(), within, now).filter(({ due }) => due <= now)
    for (const { subject, path } of added) {
      const earlier = overdue.find(({ emergency }) => emergency.subject === subject)
      if (!earlier) continue
      const file = earlier.emergency.uses.at(-1)?.path ?? ''
      const stands = book.grants.has(file)
      yield {
        message: `"${subject}" gets no further emergency grant: the review of ${file} was due at ${writeInstant(earlier.due)}.`,
        fix: `Have its retrospective merged first: ${reviewPath(earlier.emergency)}.`,
        file: path,
        pointer: [],
        related: stands ? [{ file, pointer: ['expires'], message: 'the emergency without a review' }] : []
      }
    }
  }
}
