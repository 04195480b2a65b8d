import { z } from 'zod'

/** What `grantbook init --format json` prints. */
export const initOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    files: z.array(z.string()).meta({
      description:
        'Files that were written, sorted, as paths from the new repository’s folder; those of a runner repository lead out of it. A file that was there already is not among them.'
    })
  })
  .meta({ title: 'grantbook init', description: 'Output of `grantbook init --format json`.' })

export type InitDocument = z.infer<typeof initOutput>
