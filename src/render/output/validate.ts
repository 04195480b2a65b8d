import { z } from 'zod'
import { findingOutput } from './finding.ts'

/** What `grantbook validate --format json` prints. */
export const validateOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    findings: z.array(findingOutput).meta({ description: 'Sorted by file, then position, then code.' }),
    counts: z
      .strictObject({
        files: z.int().min(0).meta({ description: 'Files under grants/.' }),
        grants: z.int().min(0).meta({
          description: 'Files among them whose path is that of a grant, break-glass grants included.'
        }),
        errors: z.int().min(0).meta({ description: 'Errors among the findings.' }),
        warnings: z.int().min(0).meta({ description: 'Warnings among the findings.' })
      })
      .meta({ title: 'Counts' })
  })
  .meta({ title: 'grantbook validate', description: 'Output of `grantbook validate --format json`.' })

export type ValidateDocument = z.infer<typeof validateOutput>
