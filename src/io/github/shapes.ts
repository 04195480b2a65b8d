import { z } from 'zod'
import type { Account } from '../../approval/facts.ts'
import { readInstant, type Instant } from '../../book/instant.ts'

// Shapes of what GitHub answers: only the fields that are used, each as narrow as it is relied on.

/** A commit's id. */
export const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u)

/** An instant, rounded down to the second. */
export const instant = z.string().transform((text, context): Instant => {
  const at = /t/iu.test(text) ? readInstant(text, 'end') : null
  if (at !== null) return at
  context.addIssue({ code: 'custom', message: 'no instant' })
  return z.NEVER
})

/** An account; whatever else GitHub says of it isn't used. */
export const account = z
  .object({
    login: z.string().min(1).max(200),
    id: z.int().min(1),
    type: z.string().max(50)
  })
  .transform(({ login, id, type }): Account => ({ login, id, type }))

/** An account, or null for one that is gone. */
export const someone = account.nullish().transform((who): Account | null => who ?? null)
