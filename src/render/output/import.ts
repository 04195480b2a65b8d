import { z } from 'zod'

const nullable = (description: string) => z.string().nullable().meta({ description })

/** What `grantbook import --format json` prints. */
export const importOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    found: z
      .array(
        z.strictObject({
          what: z.enum(['person', 'workload', 'entitlement', 'grant', 'outside']).meta({
            description: 'What it seems to be; outside: no file of an import can express it.'
          }),
          name: z.string().meta({ description: 'As the system says it.' }),
          path: nullable('Its file; of something outside, the one that the nightly proposes. Null: none.'),
          state: z.enum(['proposed', 'open', 'there', 'waiting', 'left']).meta({
            description:
              'proposed: its file is asked for now. open: in a pull request that was open. there: it stands approved. waiting: for something that isn’t approved yet. left: nothing is made of it.'
          }),
          confidence: z.enum(['high', 'medium', 'low']).nullable(),
          why: z.array(z.string()).meta({ description: 'What speaks for and against it.' }),
          risks: z.array(z.enum(['administrator', 'old-key', 'no-mfa', 'unused', 'other-account'])),
          pull: z.int().min(1).nullable()
        })
      )
      .meta({
        description: 'Everything in the system and what becomes of it. Sorted by path, then what, then name.'
      }),
    pulls: z
      .array(
        z.strictObject({
          pull: z.int().min(1).nullable().meta({ description: 'Null: it waits, see why.' }),
          branch: z.string(),
          state: z.enum(['opened', 'open', 'waiting']),
          files: z.int().min(1),
          why: nullable('Null: there is nothing to add.')
        })
      )
      .meta({ description: 'Pull requests of this run. Sorted by branch.' })
  })
  .meta({ title: 'grantbook import', description: 'Output of `grantbook import --format json`.' })

export type ImportDocument = z.infer<typeof importOutput>
