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

const planned = z.object({
  ok: z.boolean(),
  changes: z.array(z.object({ grant: z.string().nullable(), enforcement: z.enum(['target', 'job']) }))
})

/** What `plan --format json` said. */
export function readPlanned({ out }: Ran): z.infer<typeof planned> {
  return planned.parse(JSON.parse(out))
}

/** What `apply --format json` said. */
export function readApplied({ out }: Ran): z.infer<typeof applied> {
  return applied.parse(JSON.parse(out))
}

const event = z.object({
  at: z.string(),
  event: z.string(),
  until: z.string().optional(),
  sessionsUntil: z.string().optional()
})

/** The events of one file of the branch `evidence`. */
export function readEvents(lines: string): readonly z.infer<typeof event>[] {
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => event.parse(JSON.parse(line)))
}
