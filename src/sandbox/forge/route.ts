import type { Instant } from '../../book/instant.ts'
import type { Forge } from './forge.ts'
import type { Actor, ForgeState } from './state.ts'

/** One request to the API on its way through a handler. */
export interface Context {
  readonly forge: Forge
  /** What stands; under a `stale` fault what stood before the last writes. Reads use this, never `forge.state`. */
  readonly state: ForgeState
  /** Null: no token came along. */
  readonly actor: Actor | null
  /** Parts of the path by the names in the route, percent-decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The JSON object that was sent; empty if none was. */
  readonly body: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly now: Instant
  /** Address of this request without its query, for `Link`. */
  readonly url: string
  /** Under a `short` fault: listings give half of what was asked for. */
  readonly short: boolean
}

/** What a handler answers. `body` undefined: none (204). */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** One route of the API. Handlers run to their end before the next request is served. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As in GitHub's description: `/repos/{owner}/{repo}/pulls/{pull_number}`. */
  readonly path: string
  /** As in GitHub's description: `pulls/get`. */
  readonly operation: string
  readonly kind: 'read' | 'write'
  /** The App permission that it takes (`['members', 'read']`); absent: `metadata: read`, which every App has. */
  readonly needs?: readonly [permission: string, level: 'read' | 'write']
  /** A refusal is thrown as ApiError, before anything has changed. */
  readonly handle: (context: Context) => Reply
}

/** A route and the parts of the path that it took. */
export interface Match {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

// Names of branches, refs and files hold slashes, which may come percent-encoded or not.
const WITH_SLASHES = new Set(['branch', 'ref', 'path', 'basehead', 'commit_sha', 'name'])

/** Finds routes by method and path. Of several that match, the one with more fixed words is taken. */
export class Router {
  readonly #routes: readonly {
    readonly route: Route
    readonly pattern: RegExp
    readonly names: readonly string[]
  }[]

  constructor(routes: readonly Route[]) {
    this.#routes = routes
      .toSorted((a, b) => fixedWords(b) - fixedWords(a))
      .map((route) => {
        const names: string[] = []
        const source = route.path
          .split('/')
          .map((part) => {
            const name = /^\{(\w+)\}$/u.exec(part)?.[1]
            if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
            names.push(name)
            return WITH_SLASHES.has(name) ? '(.+)' : '([^/]+)'
          })
          .join('/')
        return { route, pattern: new RegExp(`^${source}$`, 'u'), names }
      })
  }

  /** Null: there is no such route. `path` is still percent-encoded. */
  find(method: string, path: string): Match | null {
    const wanted = method === 'HEAD' ? 'GET' : method
    for (const { names, pattern, route } of this.#routes) {
      if (route.method !== wanted) continue
      const found = pattern.exec(path)
      if (!found) continue
      const parts = names.map((name, index) => [name, decode(found[index + 1] ?? '')] as const)
      if (parts.some(([, part]) => part === null)) return null
      return { route, params: Object.fromEntries(parts.map(([name, part]) => [name, part ?? ''])) }
    }
    return null
  }
}

function fixedWords(route: Route): number {
  return route.path.split('/').filter((part) => !part.startsWith('{')).length
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** 200 with a body. */
export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, body, headers }
}

/** 201 with a body. */
export function created(body: unknown): Reply {
  return { status: 201, body }
}

/** 204. */
export function noContent(): Reply {
  return { status: 204 }
}
