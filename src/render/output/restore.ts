import { z } from 'zod'
import { opened } from '../opened.ts'

/** What `grantbook restore --format json` prints. */
export const restoreOutput = z
  .strictObject({
    ...opened,
    restored: z
      .boolean()
      .meta({ description: 'Whether it stands in the system again: only with `--put-back`, once approved.' })
  })
  .meta({ title: 'grantbook restore', description: 'Output of `grantbook restore --format json`.' })

export type RestoreDocument = z.infer<typeof restoreOutput>
