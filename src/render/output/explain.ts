import { z } from 'zod'

/** What `grantbook explain --format json` prints. */
export const explainOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    grants: z
      .array(
        z.strictObject({
          grant: z.string().meta({ description: 'Path of the grant.' }),
          state: z.enum(['active', 'ended', 'waiting', 'refused', 'held', 'unjudged']).meta({
            description:
              '`waiting`: approved, and nothing stands yet; `unjudged`: on main, and no run has judged it; `refused`, `held`: not taken over or not issued.'
          }),
          events: z
            .array(
              z.strictObject({
                at: z
                  .string()
                  .nullable()
                  .meta({ description: 'YYYY-MM-DDTHH:MM:SSZ; null for what no run has seen yet.' }),
                event: z.string().meta({ description: 'Kind of the event.' }),
                text: z.string().meta({ description: 'What happened, in plain words.' }),
                links: z.array(z.string()).meta({ description: 'Pull request and commit on GitHub.' })
              })
            )
            .meta({ description: 'The whole chain, oldest first.' })
        })
      )
      .meta({ description: 'Sorted by path.' })
  })
  .meta({ title: 'grantbook explain', description: 'Output of `grantbook explain --format json`.' })

export type ExplainDocument = z.infer<typeof explainOutput>
