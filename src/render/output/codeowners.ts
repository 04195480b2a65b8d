import { z } from 'zod'

/** What `grantbook codeowners --format json` prints. */
export const codeownersOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    stale: z.boolean().meta({
      description: 'Whether the file was not what the files under grants/ generate, or could not be.'
    })
  })
  .meta({ title: 'grantbook codeowners', description: 'Output of `grantbook codeowners --format json`.' })

export type CodeownersDocument = z.infer<typeof codeownersOutput>
