import { z } from 'zod'
import { opened } from '../opened.ts'

/** What `grantbook adopt --format json` prints. */
export const adoptOutput = z
  .strictObject(opened)
  .meta({ title: 'grantbook adopt', description: 'Output of `grantbook adopt --format json`.' })

export type AdoptDocument = z.infer<typeof adoptOutput>
