import { z } from 'zod'
import { date, id, reason } from './common.ts'

const shape = {
  reason,
  expires: date('Expires', 'When it ends: a plain date includes that whole UTC day.', '2026-12-14'),
  starts: date(
    'Starts',
    'When it begins; from issuance if absent. A plain date begins at 00:00 UTC.',
    '2026-12-01'
  ).optional(),
  ticket: z
    .string()
    .min(1)
    .max(200)
    .meta({
      title: 'Ticket',
      description: 'Ticket, as the risk tier asks; its form is in the settings.',
      examples: ['OPS-4711']
    })
    .optional(),
  requester: id('Id of the person who asks.')
    .meta({
      title: 'Requester',
      description:
        'Id of the person who asks. Required if the pull request’s author is not the subject (for a workload: its owner or backup).',
      examples: ['bob']
    })
    .optional(),
  task: z
    .string()
    .regex(/^https:\/\/[^\s"'<>`]{1,500}$/u)
    .meta({
      title: 'Task',
      description: 'Required for workloads: the deployment, pipeline or change that justifies it.',
      examples: ['https://github.com/acme/billing/issues/12']
    })
    .optional()
}

const incident = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/u)
  .meta({
    title: 'Incident',
    description: 'The incident that breaks the glass; stands for the ticket.',
    examples: ['INC-4711']
  })

/** `grants/systems/<system>/<entitlement>/<subject>.yaml`: a grant. */
export const grant = z.strictObject(shape).meta({
  title: 'Grant',
  description:
    'grants/systems/<system>/<entitlement>/<subject>.yaml: this subject holds this entitlement for a time, for a reason.'
})

/** `grants/emergency/<system>/<entitlement>/<subject>.yaml`: a break-glass grant. */
export const emergency = z.strictObject({ ...shape, incident }).meta({
  title: 'Emergency grant',
  description:
    'grants/emergency/<system>/<entitlement>/<subject>.yaml: break-glass; short, named and reviewed afterwards.'
})

export { incident }
export type GrantFile = z.infer<typeof grant>
export type EmergencyFile = z.infer<typeof emergency>
