import { z } from 'zod'

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u)
const state = z.enum(['approved', 'missing', 'refused']).meta({
  description: '`missing`: more approvals would do; `refused`: none would, or something can’t be read.'
})

const approval = z
  .strictObject({
    login: z.string(),
    person: z.string().meta({ description: 'Id of the person behind that account.' }),
    as: z.string().meta({
      description: 'Team or login that owns the path, or `consent`.',
      examples: ['@acme/billing']
    }),
    review: z.int().meta({ description: 'GitHub’s number of the review.' }),
    commit: sha,
    at: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u)
      .meta({ description: 'YYYY-MM-DDTHH:MM:SSZ', examples: ['2026-11-20T09:00:00Z'] })
  })
  .meta({ title: 'Approval that counts' })

const missing = z
  .strictObject({
    from: z.array(z.string()).meta({ description: 'Any of these teams or logins. Sorted.' }),
    count: z.int().min(1).meta({ description: 'So many more distinct people.' }),
    why: z.string(),
    could: z
      .array(z.string())
      .nullable()
      .meta({ description: 'Ids of people who still can; null where that isn’t known. Sorted.' })
  })
  .meta({ title: 'Missing approval' })

/** What `approvals` and `verdict` say alike of a pull request. */
export const approvalsShape = {
  format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
  ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
  pull: z.int().min(1),
  head: sha.meta({ description: 'Commit that was judged.' }),
  base: sha
    .nullable()
    .meta({ description: 'Its merge base with the default branch; null if there is none.' }),
  state,
  why: z.string().nullable().meta({ description: 'One sentence; null if approved.' }),
  paths: z
    .array(
      z
        .strictObject({
          path: z.string(),
          blob: sha.nullable().meta({ description: 'Content that is judged; null for a deletion.' }),
          state,
          approvals: z.array(approval),
          missing: z.array(missing)
        })
        .meta({ title: 'Path' })
    )
    .meta({ description: 'Sorted by path; empty if nothing governed is touched.' })
}

/** What `grantbook approvals --format json` prints. */
export const approvalsOutput = z
  .strictObject(approvalsShape)
  .meta({ title: 'grantbook approvals', description: 'Output of `grantbook approvals --format json`.' })

export type ApprovalsDocument = z.infer<typeof approvalsOutput>
