/** One operation by method and path as GitHub's description writes it: `GET /repos/{owner}/{repo}`. */
export type OperationId = string

/** Schemas of the answers of chosen operations, as JSON Schema, with the definitions that they need. */
export interface Pruned {
  readonly operations: Record<OperationId, Record<string, Record<string, Schema>>>
  readonly definitions: Record<string, Schema>
}

/** A JSON Schema. */
export type Schema = { [key: string]: unknown }

/** What is used of an OpenAPI 3.0 description. */
export interface OpenApi {
  readonly paths: Record<string, Record<string, { responses?: Record<string, Response | Reference> }>>
  readonly components: { responses?: Record<string, Response>; schemas: Record<string, unknown> }
}

interface Reference {
  readonly $ref: string
}

interface Response {
  readonly content?: Record<string, { schema?: unknown }>
}

/** Keeps what these operations answer. Throws for one that GitHub doesn't have. */
export function prune(openapi: OpenApi, ids: readonly OperationId[]): Pruned {
  const operations: Pruned['operations'] = {}
  const definitions: Record<string, Schema> = {}
  const wanted = new Set<string>()
  for (const id of ids) {
    const [method = '', path = ''] = id.split(' ')
    const responses = openapi.paths[path]?.[method.toLowerCase()]?.responses
    if (responses === undefined) throw new Error(`GitHub's description has no ${id}.`)
    operations[id] = Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [status, contentOf(openapi, response, wanted)])
    )
  }
  // basic-error is what every operation may answer besides.
  wanted.add('basic-error')
  for (const name of wanted) definitions[name] = toJsonSchema(openapi.components.schemas[name], wanted)
  return { operations, definitions }
}

function contentOf(
  openapi: OpenApi,
  response: Response | Reference,
  wanted: Set<string>
): Record<string, Schema> {
  const whole = '$ref' in response ? openapi.components.responses?.[lastOf(response.$ref)] : response
  const contents = Object.entries(whole?.content ?? {})
  return Object.fromEntries(contents.map(([type, { schema }]) => [type, toJsonSchema(schema ?? {}, wanted)]))
}

// OpenAPI 3.0 says `nullable: true` where JSON Schema has a type `null`, and ignores what stands beside a `$ref`.
function toJsonSchema(value: unknown, wanted: Set<string>): Schema {
  if (!isObject(value)) return {}
  const reference = value['$ref']
  if (typeof reference === 'string') {
    const name = lastOf(reference)
    wanted.add(name)
    return { $ref: `#/definitions/${name}` }
  }
  const schema: Schema = {}
  for (const [key, inner] of Object.entries(value)) {
    if (DROPPED.has(key)) continue
    // Its alternatives overlap (all fields of an error are optional), so that "exactly one" is often two.
    schema[key === 'oneOf' ? 'anyOf' : key] = convert(key, inner, wanted)
  }
  return value['nullable'] === true ? { anyOf: [schema, { type: 'null' }] } : schema
}

const DROPPED = new Set([
  'nullable',
  'example',
  'examples',
  'description',
  'title',
  'deprecated',
  'discriminator',
  'externalDocs',
  'default',
  'xml',
  'x-github-breaking-changes'
])

function convert(key: string, inner: unknown, wanted: Set<string>): unknown {
  switch (key) {
    case 'properties':
    case 'patternProperties':
      return isObject(inner)
        ? Object.fromEntries(
            Object.entries(inner).map(([name, schema]) => [name, toJsonSchema(schema, wanted)])
          )
        : inner
    case 'items':
    case 'not':
      return toJsonSchema(inner, wanted)
    case 'additionalProperties':
      return typeof inner === 'boolean' ? inner : toJsonSchema(inner, wanted)
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      return Array.isArray(inner) ? inner.map((schema) => toJsonSchema(schema, wanted)) : inner
    default:
      return inner
  }
}

function lastOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
