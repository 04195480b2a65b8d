import { z } from 'zod'
import { date, text } from './common.ts'

/** `grants/suspensions/<subject>.yaml`: takes everything from one subject, at once. */
export const suspension = z
  .strictObject({
    reason: text('Reason', 'Why everything is taken from this subject.', 'Laptop stolen'),
    until: date(
      'Until',
      'The last day of the suspension (that whole UTC day); without it until the file is removed.',
      '2026-12-01'
    ).optional()
  })
  .meta({
    title: 'Suspension',
    description:
      'grants/suspensions/<subject>.yaml: everything this person or workload holds is taken at once.'
  })

export type Suspension = z.infer<typeof suspension>
