import { z } from 'zod'

const common = {
  /** So that a value of another version, or of something else, is refused. */
  form: z.literal('aws-iam/1'),
  id: z.string(),
  digest: z.string(),
  /** Unique id of whom it was taken from; null for a group, whose own is never read. */
  principalId: z.string().nullable(),
  /** Digest of all that it gave; null: that could not be read, so that nobody can tell whether it would be the same. */
  confers: z.string().nullable()
}

const saved = z.discriminatedUnion('what', [
  z.strictObject({ ...common, what: z.literal('attached'), arn: z.string() }),
  z.strictObject({ ...common, what: z.literal('inline'), name: z.string(), document: z.string() }),
  z.strictObject({ ...common, what: z.literal('member'), group: z.string() })
])

/** What was taken away, in the form in which it is kept until somebody wants it back. It holds no secret. */
export type Saved = z.infer<typeof saved>

/** Reads what was kept; null if it is nothing that we ever kept. */
export function readSaved(value: unknown): Saved | null {
  const result = saved.safeParse(value)
  return result.success ? result.data : null
}
