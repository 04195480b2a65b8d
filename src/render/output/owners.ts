import { z } from 'zod'

/** What `grantbook owners --format json` prints. */
export const ownersOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    paths: z
      .record(
        z.string(),
        z
          .strictObject({
            owners: z.array(z.string()).meta({ description: 'Empty: deliberately un-owned.' }),
            line: z.int().min(1).meta({ description: 'The line that decides, counted from 1.' })
          })
          .nullable()
      )
      .meta({ description: 'By path as it was given; null: no line matches.' })
  })
  .meta({ title: 'grantbook owners', description: 'Output of `grantbook owners --format json`.' })

export type OwnersDocument = z.infer<typeof ownersOutput>
