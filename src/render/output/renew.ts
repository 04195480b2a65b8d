import { z } from 'zod'
import { opened } from '../opened.ts'

/** What `grantbook renew --format json` prints. */
export const renewOutput = z
  .strictObject(opened)
  .meta({ title: 'grantbook renew', description: 'Output of `grantbook renew --format json`.' })

export type RenewDocument = z.infer<typeof renewOutput>
