import { z } from 'zod'
import type { Ran } from './stage.ts'

// The parts of the commands' JSON that the story looks at.

const applied = z.object({
  ok: z.boolean(),
  outcomes: z.array(
    z.object({
      grant: z.string().nullable(),
      system: z.string(),
      action: z.string().nullable(),
      state: z.enum(['done', 'unchanged', 'held', 'refused', 'failed'])
    })
  ),
  calls: z.object({ read: z.number(), write: z.number() })
})

const madeOutput = z.object({ signer: z.string().optional(), files: z.int().optional() })

/** What `keygen` and `genesis` said. */
export function readMade({ out }: Ran): z.infer<typeof madeOutput> {
  return madeOutput.parse(JSON.parse(out))
}

const audited = z.object({
  ok: z.boolean(),
  commits: z.int(),
  events: z.int(),
  anchored: z.boolean(),
  problems: z.array(z.object({ code: z.string(), file: z.string().nullable(), message: z.string() }))
})

/** What `audit --format json` said. */
export function readAudited({ out }: Ran): z.infer<typeof audited> {
  return audited.parse(JSON.parse(out))
}

/** What `apply --format json` said. */
export function readApplied({ out }: Ran): z.infer<typeof applied> {
  return applied.parse(JSON.parse(out))
}

const night = applied.extend({
  pulls: z.array(z.object({ pull: z.int().nullable(), branch: z.string(), state: z.string() })),
  issues: z.array(z.object({ state: z.string() }))
})

/** What `nightly --format json` said. */
export function readNight({ out }: Ran): z.infer<typeof night> {
  return night.parse(JSON.parse(out))
}

const requested = z.object({ branch: z.string(), pull: z.int() })

/** What a command that opens a pull request said. */
export function readRequested({ out }: Ran): z.infer<typeof requested> {
  return requested.parse(JSON.parse(out))
}
