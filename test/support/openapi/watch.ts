import { Description } from './description.ts'
import type { OperationId } from './prune.ts'

/** What a watched client saw. */
export interface Watch {
  /** Stands in for `fetch`; hand it to Octokit as `request.fetch`. */
  readonly fetch: typeof fetch
  /** Operations with the status codes they answered, `GET /users/{username} 200`. */
  readonly seen: ReadonlySet<string>
  /** Where an answer isn't as GitHub describes it; one line each, none twice. */
  readonly problems: ReadonlySet<string>
}

/**
 * Holds every answer that comes through it against GitHub's description of these operations. `base` is the path where the
 * API begins (`/api/v3`).
 */
export function watch(ids: readonly OperationId[], base = ''): Watch {
  const description = new Description(ids)
  const seen = new Set<string>()
  const problems = new Set<string>()
  const watched: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    const method = (init?.method ?? 'GET').toUpperCase()
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    const body = await response.clone().text()
    const answer = {
      method,
      pathname: decode(pathname.slice(base.length)) || '/',
      status: response.status,
      type: response.headers.get('content-type'),
      body
    }
    seen.add(
      `${description.operationOf(method, answer.pathname) ?? `${method} ${pathname}`} ${response.status}`
    )
    for (const problem of description.problems(answer)) problems.add(problem)
    return response
  }
  return { fetch: watched, seen, problems }
}

// A segment stays one segment: an encoded slash must not look like a separator.
function decode(pathname: string): string {
  return pathname.replaceAll(/%(?!2F)[0-9A-F]{2}/giu, '_')
}
