import { z } from 'zod'
import { opened } from '../opened.ts'

/** What `grantbook offboard --format json` prints. */
export const offboardOutput = z
  .strictObject(opened)
  .meta({ title: 'grantbook offboard', description: 'Output of `grantbook offboard --format json`.' })

export type OffboardDocument = z.infer<typeof offboardOutput>
