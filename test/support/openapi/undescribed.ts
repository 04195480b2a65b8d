import type { Schema } from './prune.ts'

/**
 * Fields of a value that none of these schemas names, as paths (`/0/bypas_actors`): most of GitHub's fields are optional,
 * so that a misspelt one would pass otherwise. Objects that GitHub leaves open are left alone.
 */
export function undescribed(
  schemas: readonly Schema[],
  value: unknown,
  definitions: Readonly<Record<string, Schema>>,
  at = ''
): readonly string[] {
  const all = expand(schemas, definitions)
  if (Array.isArray(value)) {
    const items = all.flatMap(({ items: one }) => (isSchema(one) ? [one] : []))
    return value.flatMap((one: unknown, index) => undescribed(items, one, definitions, `${at}/${index}`))
  }
  if (!isSchema(value) || all.some(isOpen)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const described = all.flatMap(({ properties }) =>
      isSchema(properties) && isSchema(properties[key]) ? [properties[key]] : []
    )
    return described.length === 0
      ? [`${at}/${key}`]
      : undescribed(described, inner, definitions, `${at}/${key}`)
  })
}

function expand(
  schemas: readonly Schema[],
  definitions: Readonly<Record<string, Schema>>
): readonly Schema[] {
  return schemas.flatMap((schema) => {
    const reference = schema['$ref']
    if (typeof reference === 'string') {
      return expand([definitions[reference.slice(reference.lastIndexOf('/') + 1)] ?? {}], definitions)
    }
    const parts = [schema['allOf'], schema['anyOf']].flatMap((one) =>
      Array.isArray(one) ? one.filter(isSchema) : []
    )
    return parts.length === 0
      ? [schema]
      : [...expand(parts, definitions), ...(schema['properties'] ? [schema] : [])]
  })
}

// An object of which no field is named, or which says that there may be others.
function isOpen(schema: Schema): boolean {
  const { additionalProperties, properties, type } = schema
  if (additionalProperties !== undefined && additionalProperties !== false) return true
  return properties === undefined && (type === 'object' || type === undefined)
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
