import { z } from 'zod'
import { opened } from '../opened.ts'

/** What `grantbook suspend --format json` prints. */
export const suspendOutput = z
  .strictObject(opened)
  .meta({ title: 'grantbook suspend', description: 'Output of `grantbook suspend --format json`.' })

export type SuspendDocument = z.infer<typeof suspendOutput>
