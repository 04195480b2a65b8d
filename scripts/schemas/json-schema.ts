import { z } from 'zod'

/** A JSON Schema (draft 2020-12) as a plain object. */
export type JsonSchema = { [key: string]: unknown }

/** The JSON Schema of a zod type, without `$schema`. Throws for what JSON Schema can't say: nothing may decide shape but ajv. */
export function toSchema(type: z.ZodType): JsonSchema {
  const schema = z.toJSONSchema(type, { target: 'draft-2020-12', io: 'input', unrepresentable: 'throw', reused: 'inline' })
  const { $schema: _, '~standard': __, ...rest } = schema as JsonSchema
  return rest
}

/** A published schema's text: its identity first, then what people read, then the shape. */
export function publish(name: string, schema: JsonSchema): string {
  const { title, description, ...shape } = schema
  const whole = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:grantbook:schema:${name}`,
    title,
    description,
    ...shape
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
