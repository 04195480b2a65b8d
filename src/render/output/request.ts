import { z } from 'zod'

/** What `grantbook request --format json` prints. */
export const requestOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    path: z.string().meta({ description: 'File of the grant that is asked for.' }),
    branch: z.string().nullable().meta({ description: 'Branch of the pull request; null: none was opened.' }),
    pull: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: 'Its number; where `ok` is false, one that was open before. Null: none.' })
  })
  .meta({ title: 'grantbook request', description: 'Output of `grantbook request --format json`.' })

export type RequestDocument = z.infer<typeof requestOutput>
