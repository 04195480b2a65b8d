import { z } from 'zod'

const place = {
  file: z.string().meta({ description: 'Path in the repository.' }),
  line: z.int().min(1).meta({ description: 'Counted from 1.' }),
  column: z
    .int()
    .min(1)
    .meta({ description: 'Counted from 1, in UTF-16 units. A finding about a whole file is at 1:1.' })
}

/** A finding as every command prints it. */
export const findingOutput = z
  .strictObject({
    code: z
      .string()
      .meta({ description: 'What is wrong: a heading of docs/findings.md.', examples: ['expires-too-far'] }),
    severity: z.enum(['error', 'warning', 'note']).meta({ description: 'Only errors make a check fail.' }),
    message: z.string(),
    fix: z.string().meta({ description: 'What to do about it.' }),
    ...place,
    related: z
      .array(z.strictObject({ ...place, message: z.string() }))
      .meta({ description: 'Other places that belong to it.' })
  })
  .meta({ title: 'Finding' })
