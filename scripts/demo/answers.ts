import { z } from 'zod'
import type { Ran } from './stage.ts'

// The parts of the commands' JSON that the story looks at.

const applied = z.object({
  ok: z.boolean(),
  outcomes: z.array(
    z.object({
      grant: z.string().nullable(),
      system: z.string(),
      action: z.string(),
      state: z.enum(['done', 'unchanged', 'held', 'refused', 'failed'])
    })
  ),
  calls: z.object({ read: z.number(), write: z.number() })
})

/** What `apply --format json` said. */
export function readApplied({ out }: Ran): z.infer<typeof applied> {
  return applied.parse(JSON.parse(out))
}
