import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { undescribed } from './undescribed.ts'
import { prune, type OpenApi, type OperationId, type Pruned } from './prune.ts'

/** One answer of a server. `body` is its text. */
export interface Answer {
  readonly method: string
  readonly pathname: string
  readonly status: number
  readonly type: string | null
  readonly body: string
}

/** What every operation may answer, whether or not it is listed: who are you, too often, not to be seen, broken. */
const ANYWHERE = new Set([401, 403, 404, 429, 500, 502, 503])

/** What GitHub answers although its description doesn't list it: 422 for a commit or a field that it can't take. */
const UNLISTED = new Set([
  'POST /repos/{owner}/{repo}/check-runs 422',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id} 422',
  'POST /repos/{owner}/{repo}/check-suites 422',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs 422',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-suites 422',
  'POST /repos/{owner}/{repo}/statuses/{sha} 422'
])

/** GitHub's description of some operations. */
export class Description {
  readonly #pruned: Pruned
  readonly #ajv = makeAjv()
  readonly #patterns: readonly { readonly id: OperationId; readonly pattern: RegExp }[]
  readonly #validators = new Map<string, ValidateFunction>()

  constructor(ids: readonly OperationId[]) {
    this.#pruned = load(ids)
    // The more fixed words the more it says: `rulesets/rule-suites` and `commits/{ref}/status` come first.
    this.#patterns = ids
      .toSorted((a, b) => fixedWords(b) - fixedWords(a))
      .map((id) => ({ id, pattern: patternOf(id) }))
  }

  /** Which operation a request is; null: none of these. */
  operationOf(method: string, pathname: string): OperationId | null {
    return this.#patterns.find(({ pattern }) => pattern.test(`${method} ${pathname}`))?.id ?? null
  }

  /** What is wrong with an answer by GitHub's description, one line each. */
  problems(answer: Answer): readonly string[] {
    const id = this.operationOf(answer.method, answer.pathname)
    if (id === null) return [`${answer.method} ${answer.pathname} is none of the described operations`]
    // What a conditional request may get anywhere.
    if (answer.status === 304 && answer.body === '') return []
    const contents = this.#pruned.operations[id]?.[String(answer.status)]
    if (contents === undefined) {
      const known = ANYWHERE.has(answer.status) || UNLISTED.has(`${id} ${answer.status}`)
      if (!known) return [`${id} never answers ${answer.status}`]
      return this.#against(`${id} ${answer.status}`, '#/definitions/basic-error', answer)
    }
    const types = Object.keys(contents)
    if (types.length === 0) {
      // A refusal has its words even where they aren't described.
      if (answer.status >= 400)
        return this.#against(`${id} ${answer.status}`, '#/definitions/basic-error', answer)
      return answer.body === '' ? [] : [`${id} ${answer.status} has no body, but one was sent`]
    }
    const type = types.find((known) => known === baseType(answer.type))
    if (type === undefined) return [`${id} ${answer.status} is ${types.join(' or ')}, not ${answer.type}`]
    const at = `#/operations/${escapePointer(id)}/${answer.status}/${escapePointer(type)}`
    const wrong = this.#against(`${id} ${answer.status}`, at, answer)
    if (wrong.length > 0 || answer.status >= 400) return wrong
    const fields = undescribed([contents[type] ?? {}], JSON.parse(answer.body), this.#pruned.definitions)
    // Of an App's permissions it names a few alone.
    const unheard = fields.filter((field) => !/\/apps\/\d+\/permissions\//u.test(field))
    return unheard.map((field) => `${id} ${answer.status} has no ${field}`)
  }

  #against(what: string, pointer: string, { body }: Answer): readonly string[] {
    const validate = this.#validator(pointer)
    let value: unknown
    try {
      value = JSON.parse(body)
    } catch {
      return [`${what} is not JSON: ${body.slice(0, 80)}`]
    }
    if (validate(value)) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${what} at ${instancePath || '/'}: ${message} ${JSON.stringify(params)}`
    )
  }

  #validator(pointer: string): ValidateFunction {
    const known = this.#validators.get(pointer)
    if (known !== undefined) return known
    if (this.#ajv.getSchema('github') === undefined) this.#ajv.addSchema({ ...this.#pruned }, 'github')
    const made = this.#ajv.compile({ $ref: `github${pointer}` })
    this.#validators.set(pointer, made)
    return made
  }
}

function makeAjv(): Ajv {
  const ajv = new Ajv({ strict: false, logger: false, allErrors: false, inlineRefs: false })
  formats.default(ajv)
  return ajv
}

/** A media type without its parameters: `application/json; charset=utf-8` is `application/json`. */
function baseType(type: string | null): string | null {
  return type === null ? null : (type.split(';')[0] ?? '').trim()
}

function fixedWords(id: OperationId): number {
  return id.split('/').filter((word) => !word.startsWith('{')).length
}

// These parameters may hold slashes; GitHub takes them as they come.
const DEEP = new Set(['{ref}', '{branch}', '{basehead}', '{name}', '{commit_sha}'])

function patternOf(id: OperationId): RegExp {
  // The root folder has no path at all.
  const source = id
    .replace('/{path}', '{path}')
    .split(/(\{[a-z_]+\})/u)
    .map((piece) => {
      if (!piece.startsWith('{')) return piece.replaceAll(/[.*+?^$()|[\]\\]/gu, String.raw`\$&`)
      if (piece === '{path}') return '(?:/.*)?'
      return DEEP.has(piece) ? '.+' : '[^/]+'
    })
    .join('')
  return new RegExp(`^${source}$`, 'u')
}

function escapePointer(text: string): string {
  return encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'))
}

// GitHub's whole description takes seconds to read on a busy machine: what is needed of it is kept beside it.
function load(ids: readonly OperationId[]): Pruned {
  const modules = join(dirname(fileURLToPath(import.meta.url)), '../../../node_modules')
  const whole = join(modules, '@octokit/openapi/generated/api.github.com.json')
  const version = readFileSync(join(modules, '@octokit/openapi/package.json'), 'utf8')
  const own = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'prune.ts'), 'utf8')
  const sorted = [...new Set(ids)].toSorted()
  const key = createHash('sha256')
    .update(JSON.stringify([version, own, sorted]))
    .digest('hex')
  const cached = join(modules, `.cache/grantbook/openapi-${key.slice(0, 16)}.json`)
  try {
    return JSON.parse(readFileSync(cached, 'utf8')) as Pruned
  } catch {
    const pruned = prune(JSON.parse(readFileSync(whole, 'utf8')) as OpenApi, sorted)
    mkdirSync(dirname(cached), { recursive: true })
    writeFileSync(`${cached}.${process.pid}`, JSON.stringify(pruned))
    renameSync(`${cached}.${process.pid}`, cached)
    return pruned
  }
}
