import { z } from 'zod'

/** What every command that opens a pull request prints as JSON. */
export const opened = {
  format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
  ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
  branch: z.string().nullable().meta({ description: 'Branch of the pull request; null: none was opened.' }),
  pull: z
    .int()
    .min(1)
    .nullable()
    .meta({ description: 'Its number; where `ok` is false, one that was open before. Null: none.' })
}
