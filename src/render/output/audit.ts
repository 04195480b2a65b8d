import { z } from 'zod'

/** What `grantbook audit --format json` prints. */
export const auditOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    commits: z.int().min(0).meta({ description: 'Commits of the evidence branch that were verified.' }),
    grants: z.int().min(0).meta({
      description: 'Grants, break-glass grants included, of which the record says anything.'
    }),
    events: z.int().min(0).meta({ description: 'Events that were read.' }),
    anchored: z.boolean().meta({
      description:
        'Whether the branch was compared with a head noted elsewhere. If not, it can’t be seen whether its end was cut off.'
    }),
    problems: z
      .array(
        z.strictObject({
          code: z.string().meta({ description: 'A heading of docs/audit.md.', examples: ['signature'] }),
          file: z
            .string()
            .nullable()
            .meta({ description: 'Path on the evidence branch; null for a whole commit.' }),
          line: z
            .int()
            .min(1)
            .nullable()
            .meta({ description: 'Counted from 1; null where no single line is meant.' }),
          commit: z
            .string()
            .nullable()
            .meta({ description: 'Commit of the evidence branch; null for the branch as a whole.' }),
          message: z.string()
        })
      )
      .meta({
        description: 'Sorted by file, then line, then code. Beyond ten thousand they are only counted.'
      })
  })
  .meta({ title: 'grantbook audit', description: 'Output of `grantbook audit --format json`.' })

export type AuditDocument = z.infer<typeof auditOutput>
