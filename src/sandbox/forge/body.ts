import { invalid } from './error.ts'
import type { Context } from './route.ts'

// Fields of the JSON that was sent. A field of the wrong type is a 422, as on GitHub.

/** A text that must be there. */
export function text(context: Context, field: string, resource = 'Request'): string {
  const value = context.body[field]
  if (value === undefined || value === null) throw invalid({ resource, field, code: 'missing_field' })
  if (typeof value !== 'string') throw invalid({ resource, field, code: 'invalid' })
  return value
}

/** A text, or null if it is absent or null. */
export function optionalText(context: Context, field: string, resource = 'Request'): string | null {
  const value = context.body[field]
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw invalid({ resource, field, code: 'invalid' })
  return value
}

/** A truth value; `otherwise` if it is absent. */
export function flag(context: Context, field: string, otherwise: boolean, resource = 'Request'): boolean {
  const value = context.body[field] ?? otherwise
  if (typeof value !== 'boolean') throw invalid({ resource, field, code: 'invalid' })
  return value
}

/** A list of texts; null if it is absent. */
export function texts(context: Context, field: string, resource = 'Request'): readonly string[] | null {
  const value: unknown = context.body[field]
  if (value === undefined || value === null) return null
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
    throw invalid({ resource, field, code: 'invalid' })
  return value
}

/** An object, or null if it is absent or null. */
export function object(
  context: Context,
  field: string,
  resource = 'Request'
): Readonly<Record<string, unknown>> | null {
  const value: unknown = context.body[field]
  if (value === undefined || value === null) return null
  if (!isObject(value)) throw invalid({ resource, field, code: 'invalid' })
  return value
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
