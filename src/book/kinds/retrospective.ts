import { z } from 'zod'
import { text } from './common.ts'
import { incident } from './grant.ts'

/** `grants/retrospectives/<system>/<entitlement>/<subject>.<start>.yaml`: the review of an emergency. */
export const retrospective = z
  .strictObject({
    incident,
    happened: text(
      'What happened',
      'Why the glass was broken.',
      'The payment gateway rejected all refunds',
      10_000
    ),
    done: text(
      'What was done',
      'What the access was used for.',
      'Restarted the refund worker and replayed its queue',
      10_000
    ),
    verdict: z
      .enum(['accepted', 'contested'])
      .meta({ title: 'Verdict', description: 'Whether the entitlement’s owner accepts it.' })
  })
  .meta({
    title: 'Retrospective',
    description:
      'grants/retrospectives/<system>/<entitlement>/<subject>.<start>.yaml: the review of one break-glass grant, named after its start.'
  })

export type Retrospective = z.infer<typeof retrospective>
