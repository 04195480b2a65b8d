import { z } from 'zod'
import { findingOutput } from './finding.ts'

/** What `grantbook conflicts --format json` prints. */
export const conflictsOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    findings: z.array(findingOutput).meta({
      description: 'Findings of separation of duties. Sorted by file, then position, then code.'
    })
  })
  .meta({ title: 'grantbook conflicts', description: 'Output of `grantbook conflicts --format json`.' })

export type ConflictsDocument = z.infer<typeof conflictsOutput>
