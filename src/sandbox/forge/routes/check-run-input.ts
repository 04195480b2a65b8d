import { readInstant, type Instant } from '../../../book/instant.ts'
import { isObject, object, optionalText } from '../body.ts'
import { invalid, unprocessable, type ApiError } from '../error.ts'
import type { Context } from '../route.ts'
import type { CheckRun } from '../state-repository.ts'

/** Most annotations in one request, and the longest text. Source: docs.github.com, REST API "Create a check run". */
const ANNOTATIONS = 50
const LONGEST = 65_535
const LONGEST_MESSAGE = 64 * 1024

const CONCLUSIONS: ReadonlySet<string> = new Set([
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'timed_out'
])
const LEVELS: ReadonlySet<unknown> = new Set(['notice', 'warning', 'failure'])

/** What a request wants to be so of a check run; absent: as it is. */
export type CheckRunInput = Partial<
  Pick<CheckRun, 'externalId' | 'detailsUrl' | 'status' | 'conclusion' | 'started' | 'completed' | 'output'>
> & { readonly annotations: CheckRun['annotations']; readonly name: string | null }

/** Reads what creating and updating share; 422 for what GitHub refuses. */
export function readCheckRun(context: Context): CheckRunInput {
  const name = optionalText(context, 'name', 'CheckRun')
  const externalId = optionalText(context, 'external_id', 'CheckRun')
  const detailsUrl = optionalText(context, 'details_url', 'CheckRun')
  const started = instantFrom(context, 'started_at')
  const output = object(context, 'output', 'CheckRun')
  return {
    name,
    ...(externalId === null ? {} : { externalId }),
    ...(detailsUrl === null ? {} : { detailsUrl }),
    ...(started === null ? {} : { started }),
    ...stateFrom(context),
    ...(output ? { output: outputFrom(output) } : {}),
    annotations: output ? annotationsFrom(output['annotations']) : []
  }
}

// A conclusion makes it completed, and completed needs a conclusion.
function stateFrom(context: Context): Pick<CheckRunInput, 'status' | 'conclusion' | 'completed'> {
  const status = optionalText(context, 'status', 'CheckRun')
  const conclusion = optionalText(context, 'conclusion', 'CheckRun')
  const completed = instantFrom(context, 'completed_at')
  if (conclusion !== null) {
    if (!CONCLUSIONS.has(conclusion))
      throw invalid({ resource: 'CheckRun', field: 'conclusion', code: 'invalid' })
    return { status: 'completed', conclusion, completed: completed ?? context.now }
  }
  if (status === 'completed' || completed !== null) {
    throw unprocessable('Invalid request.\n\nNo subschema in "anyOf" matched.\n"conclusion" wasn’t supplied.')
  }
  if (status === null) return {}
  if (status !== 'queued' && status !== 'in_progress') {
    throw invalid({ resource: 'CheckRun', field: 'status', code: 'invalid' })
  }
  return { status, conclusion: null, completed: null }
}

function outputFrom(output: Readonly<Record<string, unknown>>): CheckRun['output'] {
  const field = (name: string): string | null => {
    const value = output[name] ?? null
    if (value !== null && typeof value !== 'string') throw wrong(name)
    if (value !== null && value.length > LONGEST) {
      throw unprocessable(
        `Invalid request.\n\nOnly ${LONGEST} characters are allowed; ${value.length} were supplied.`
      )
    }
    return value
  }
  const [title, summary, text] = [field('title'), field('summary'), field('text')]
  if (title === null || summary === null) {
    throw unprocessable(`Invalid request.\n\n"${title === null ? 'title' : 'summary'}" wasn’t supplied.`)
  }
  return { title, summary, text }
}

function annotationsFrom(value: unknown): CheckRun['annotations'] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw wrong('annotations')
  if (value.length > ANNOTATIONS) {
    throw unprocessable(
      `Invalid request.\n\nNo more than ${ANNOTATIONS} items are allowed; ${value.length} were supplied.`
    )
  }
  return value.map((one: unknown) => {
    if (!isObject(one)) throw wrong('annotations')
    const {
      annotation_level,
      end_line,
      message,
      path,
      raw_details,
      start_column,
      end_column,
      start_line,
      title
    } = one
    const lines = isLine(start_line) && isLine(end_line) && start_line <= end_line
    const texts = typeof path === 'string' && path !== '' && typeof message === 'string' && message !== ''
    if (!lines || !texts || !LEVELS.has(annotation_level)) throw wrong('annotations')
    if ((start_column !== undefined || end_column !== undefined) && start_line !== end_line)
      throw wrong('annotations')
    if (Buffer.byteLength(message) > LONGEST_MESSAGE || (typeof title === 'string' && title.length > 255))
      throw wrong('annotations')
    return {
      path,
      start_line,
      end_line,
      start_column: start_column ?? null,
      end_column: end_column ?? null,
      annotation_level,
      title: title ?? null,
      message,
      raw_details: raw_details ?? null
    }
  })
}

function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function instantFrom(context: Context, field: string): Instant | null {
  const written = optionalText(context, field, 'CheckRun')
  if (written === null) return null
  // Octokit and people write fractions of a second, which GitHub takes and drops.
  const at = readInstant(written.replace(/\.\d+(?=Z|[+-])/u, ''), 'start')
  if (at === null) throw invalid({ resource: 'CheckRun', field, code: 'invalid' })
  return at
}

function wrong(field: string): ApiError {
  return invalid({ resource: 'CheckRun', field, code: 'invalid' })
}
