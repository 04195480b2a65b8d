import { z } from 'zod'
import { findingOutput } from './finding.ts'

/** What `grantbook doctor --format json` prints. */
export const doctorOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    findings: z
      .array(
        findingOutput.extend({
          where: z
            .enum(['github', 'aws', 'repository'])
            .meta({ description: 'Where the repair is made. Codes are headings of docs/doctor.md.' })
        })
      )
      .meta({ description: 'Sorted by file, then position, then code.' })
  })
  .meta({ title: 'grantbook doctor', description: 'Output of `grantbook doctor --format json`.' })

export type DoctorDocument = z.infer<typeof doctorOutput>
