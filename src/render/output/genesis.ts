import { z } from 'zod'

/** What `grantbook genesis --format json` prints. */
export const genesisOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    commit: z.string().meta({ description: 'Commit of the default branch whose files were taken.' }),
    files: z.int().min(0).meta({ description: 'How many files were taken as approved.' })
  })
  .meta({ title: 'grantbook genesis', description: 'Output of `grantbook genesis --format json`.' })

export type GenesisDocument = z.infer<typeof genesisOutput>
