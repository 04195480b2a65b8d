import { z } from 'zod'

/** What `grantbook apply --format json` prints. */
export const applyOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    commit: z.string().meta({ description: 'Commit that was followed.' }),
    outcomes: z
      .array(
        z.strictObject({
          grant: z
            .string()
            .nullable()
            .meta({ description: 'Path; null for a whole system or for what no grant explains.' }),
          system: z.string(),
          action: z
            .enum(['grant', 'revoke', 'extend', 'shorten', 'update'])
            .nullable()
            .meta({ description: 'Null where a whole system could not be worked on.' }),
          state: z.enum(['done', 'unchanged', 'held', 'refused', 'failed']),
          why: z.string()
        })
      )
      .meta({ description: 'Sorted by grant, then system.' }),
    calls: z
      .strictObject({ read: z.int().min(0), write: z.int().min(0) })
      .meta({ description: 'Requests sent to all systems together, repeated ones counted.' })
  })
  .meta({ title: 'grantbook apply', description: 'Output of `grantbook apply --format json`.' })

export type ApplyDocument = z.infer<typeof applyOutput>
