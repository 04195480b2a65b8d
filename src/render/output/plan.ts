import { z } from 'zod'

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u)
  .meta({ description: 'YYYY-MM-DDTHH:MM:SSZ', examples: ['2026-12-15T00:00:00Z'] })

const change = z
  .strictObject({
    action: z.enum(['grant', 'revoke', 'extend', 'shorten', 'update']),
    system: z.string(),
    entitlement: z.string().nullable().meta({ description: 'Bare id; null where nothing tells.' }),
    subject: z.string().nullable().meta({ description: 'Person or workload; null where nothing tells.' }),
    grant: z.string().nullable().meta({ description: 'Path of the grant; null where none explains it.' }),
    why: z.string(),
    from: instant.nullable().meta({ description: 'Null: from issuance.' }),
    until: instant.nullable().meta({ description: 'First instant after the access.' }),
    enforcement: z.enum(['target', 'job']).meta({
      description: '`target`: the date is in the target’s own policy; `job`: only a run of ours ends it.'
    }),
    impact: z.enum(['broadening', 'narrowing', 'neutral'])
  })
  .meta({ title: 'Change' })

const refused = z
  .strictObject({ grant: z.string(), system: z.string(), code: z.string(), why: z.string() })
  .meta({ title: 'Refused', description: 'Nothing is issued or taken for this grant now.' })

/** What `grantbook plan --format json` prints. */
export const planOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    at: instant.meta({ description: 'The instant for which it is planned.' }),
    commit: z
      .string()
      .nullable()
      .meta({ description: 'Commit that was planned for; null for the working tree.' }),
    changes: z.array(change).meta({ description: 'What the files ask for, sorted by grant.' }),
    drift: z.array(change).nullable().meta({
      description: 'What live state has otherwise and no file explains; null if live state was not read.'
    }),
    refused: z.array(refused)
  })
  .meta({ title: 'grantbook plan', description: 'Output of `grantbook plan --format json`.' })

export type PlanDocument = z.infer<typeof planOutput>
