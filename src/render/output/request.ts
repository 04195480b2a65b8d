import { z } from 'zod'
import { opened } from '../opened.ts'

/** What `grantbook request --format json` prints. */
export const requestOutput = z
  .strictObject({
    format: opened.format,
    ok: opened.ok,
    path: z.string().meta({ description: 'File of the grant that is asked for.' }),
    branch: opened.branch,
    pull: opened.pull
  })
  .meta({ title: 'grantbook request', description: 'Output of `grantbook request --format json`.' })

export type RequestDocument = z.infer<typeof requestOutput>
