import { z } from 'zod'
import { approvalsShape } from './approvals.ts'

/** What `grantbook verdict --format json` prints. */
export const verdictOutput = z
  .strictObject({
    ...approvalsShape,
    pull: approvalsShape.pull.nullable().meta({
      description: 'Of several that were judged the one that is farthest from ready; null: none is open.'
    }),
    head: approvalsShape.head.nullable(),
    check: z.int().min(1).nullable().meta({ description: 'GitHub’s number of the check run that says it.' }),
    comment: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: 'GitHub’s number of our comment; null if only the check run was written.' })
  })
  .meta({ title: 'grantbook verdict', description: 'Output of `grantbook verdict --format json`.' })

export type VerdictDocument = z.infer<typeof verdictOutput>
