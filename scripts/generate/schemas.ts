import { KINDS } from '../../src/book/kinds/index.ts'
import { CONNECTOR_TYPES, VALUES } from '../schemas/connectors.ts'
import { publish, toSchema, type JsonSchema } from '../schemas/json-schema.ts'

/**
 * `schemas/<kind>.schema.json` and `schemas/connectors/<connector>.<value>.schema.json`: what an editor needs to teach
 * the format. In the published schema of a kind a connector's value is described by that connector; at run time it is
 * any object there, and the connector's own compiled schema judges it in its place, so both accept the same files.
 */
export async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const [kind, type] of Object.entries(KINDS)) {
    files.set(`schemas/${kind}.schema.json`, publish(kind, withConnectors(kind, toSchema(type))))
  }
  for (const [connector, types] of Object.entries(CONNECTOR_TYPES)) {
    for (const value of VALUES) {
      const name = `connectors/${connector}.${value}`
      files.set(`schemas/${name}.schema.json`, publish(name, toSchema(types[value])))
    }
  }
  return files
}

/** Which connector value stands where in a kind of file. */
const PLACES: Readonly<
  Record<string, { readonly value: (typeof VALUES)[number]; readonly at: readonly string[] }>
> = {
  system: { value: 'settings', at: ['properties', 'settings'] },
  entitlement: { value: 'target', at: ['properties', 'target'] },
  person: { value: 'account', at: ['properties', 'accounts', 'additionalProperties'] },
  workload: { value: 'account', at: ['properties', 'accounts', 'additionalProperties'] }
}

function withConnectors(kind: string, schema: JsonSchema): JsonSchema {
  const place = PLACES[kind]
  const connectors = Object.entries(CONNECTOR_TYPES)
  if (!place || connectors.length === 0) return schema
  const definitions: JsonSchema = {}
  for (const [connector, types] of connectors)
    definitions[`${connector}.${place.value}`] = toSchema(types[place.value])
  const references = Object.keys(definitions).map((name) => ({ $ref: `#/$defs/${name}` }))
  const opaque = nodeAt(schema, place.at)
  delete opaque['type']
  delete opaque['propertyNames']
  delete opaque['additionalProperties']
  const [only] = references
  if (references.length === 1 && only) opaque['$ref'] = only.$ref
  else opaque['anyOf'] = references
  return { ...schema, $defs: definitions }
}

function nodeAt(schema: JsonSchema, path: readonly string[]): JsonSchema {
  let node = schema
  for (const key of path) {
    const next = node[key]
    if (!isSchema(next)) throw new Error(`no schema at ${path.join('.')}`)
    node = next
  }
  return node
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null
}
