import { createHash } from 'node:crypto'
import { isObject } from './body.ts'
import type { Faults } from '../faults.ts'
import type { HttpReply, HttpRequest } from '../http.ts'
import type { RecordedCall, Sandbox } from '../sandbox.ts'
import { appOf } from './access.ts'
import { authenticate } from './authenticate.ts'
import { ApiError, notFound, notForIntegration } from './error.ts'
import type { Hub } from './hub.ts'
import { faultError, serverError } from './fault-error.ts'
import type { Porter } from './porter.ts'
import type { Context, Match, Reply, Route } from './route.ts'
import { Router } from './route.ts'
import type { Actor } from './state.ts'
import { serveGit } from './git-http.ts'

/** Where the API begins, as on GitHub Enterprise Server. */
export const API = '/api/v3'

type Observer = Parameters<Sandbox['observe']>[0]

/** Every request to the forge comes through here, one after the other: who, what, faults, effect, record. */
export class ForgeGateway implements Porter {
  readonly hub: Hub
  readonly faults: Faults
  readonly #calls: RecordedCall[]
  readonly #router: Router
  #observer: Observer = null
  #observed: unknown = null
  #last: Promise<unknown> = Promise.resolve()
  readonly #reading = new Set<Promise<unknown>>()
  #count = 0

  constructor(hub: Hub, routes: readonly Route[], faults: Faults, calls: RecordedCall[]) {
    this.hub = hub
    this.faults = faults
    this.#calls = calls
    this.#router = new Router(routes)
  }

  observe(observer: Observer): void {
    this.#observer = observer
  }

  /** The first error that an observer threw. */
  get observed(): unknown {
    return this.#observed
  }

  /** Whether a request is for the forge: its API, or git by `/owner/name.git/…`. */
  serves(url: string): boolean {
    return (
      url.startsWith(API) ||
      /^\/[^/]+\/[^/]+\/(?:info\/refs|git-upload-pack|git-receive-pack)(?:\?|$)/u.test(url)
    )
  }

  handle(request: HttpRequest): Promise<HttpReply | null> {
    if (!request.url.startsWith(API)) return serveGit(this, request)
    return this.turn(() => this.#api(request))
  }

  /** Runs something when everything before it is done: nothing else happens meanwhile. */
  turn<T>(work: () => T | Promise<T>): Promise<T> {
    const mine = this.#last.then(work)
    this.#last = mine.catch(() => undefined)
    return mine
  }

  /** When nothing is under way any more. */
  async idle(): Promise<void> {
    await this.#last
    await Promise.all(this.#reading)
  }

  /** Keeps in mind that git reads, so that its folder isn't taken away meanwhile. */
  async reading<T>(work: Promise<T>): Promise<T> {
    this.#reading.add(work)
    try {
      return await work
    } finally {
      this.#reading.delete(work)
    }
  }

  /** Notes a served request. */
  record(operation: string, kind: RecordedCall['kind'], status: number): void {
    const at = this.hub.clock.now()
    this.#calls.push({ service: 'forge', operation, account: null, kind, at, status })
  }

  tell(phase: 'before' | 'after', operation: string): void {
    try {
      this.#observer?.(phase, { service: 'forge', operation, account: null })
    } catch (error) {
      this.#observed ??= error
    }
  }

  #api(request: HttpRequest): HttpReply | null {
    this.#count += 1
    const [path = '', query = ''] = request.url.slice(API.length).split('?', 2)
    const match = this.#router.find(request.method, path === '' ? '/' : path.replace(/(?<=.)\/$/u, ''))
    const operation = match?.route.operation ?? 'unknown'
    const kind = match?.route.kind ?? (/^(?:GET|HEAD)$/u.test(request.method) ? 'read' : 'write')
    this.tell('before', operation)
    const reply = this.#answer(request, match, `${this.hub.api}${path}`, new URLSearchParams(query))
    this.record(operation, kind, reply?.status ?? 0)
    this.tell('after', operation)
    return reply
  }

  #answer(request: HttpRequest, match: Match | null, url: string, query: URLSearchParams): HttpReply | null {
    let actor: Actor | null = null
    try {
      actor = authenticate(this.hub.state, request.headers.authorization)
      if (!match) throw notFound()
      const fault = this.faults.take('forge', match.route.operation)
      if (fault?.kind === 'drop-before') return null
      const refused = fault ? faultError(fault) : null
      if (refused) throw refused
      const reply = this.#run(request, match, actor, { url, query })
      if (fault?.kind === 'drop-after') return null
      if (fault?.kind === 'error-after') throw serverError(fault)
      return this.#written(request, reply, actor)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return this.#written(request, { status: error.status, body: error.body, headers: error.headers }, actor)
    }
  }

  #run(
    request: HttpRequest,
    { params, route }: Match,
    actor: Actor | null,
    asked: Pick<Context, 'query' | 'url'>
  ): Reply {
    const { hub } = this
    const now = hub.clock.now()
    const creates = route.kind === 'write' && route.method !== 'DELETE'
    if (route.operation !== 'rate-limit/get') hub.limits.take(hub.state, actor, creates, now)
    requirePermission(this, actor, route)
    if (route.kind === 'write' && this.faults.keepsHistory) hub.keep()
    const context: Context = {
      ...asked,
      forge: hub,
      state: route.kind === 'read' ? this.#seen(route.operation) : hub.state,
      actor,
      params,
      body: readBody(request),
      headers: request.headers,
      now,
      short: route.kind === 'read' && this.faults.takeReading('short', 'forge', route.operation) !== null
    }
    return route.handle(context)
  }

  #seen(operation: string): Hub['state'] {
    if (this.hub.past() === null) return this.hub.state
    const fault = this.faults.takeReading('stale', 'forge', operation)
    return (fault ? this.hub.past(fault.writes) : null) ?? this.hub.state
  }

  #written(request: HttpRequest, reply: Reply, actor: Actor | null): HttpReply {
    const { hub } = this
    const now = hub.clock.now()
    const raw = reply.body instanceof Buffer ? reply.body : null
    const body = raw ?? (reply.body === undefined ? '' : JSON.stringify(reply.body))
    const etag = `W/"${createHash('sha256').update(body).digest('hex')}"`
    const tagged = reply.status === 200
    const same = tagged && request.headers['if-none-match'] === etag
    if (same) hub.limits.giveBack(hub.state, actor, now)
    return {
      status: same ? 304 : reply.status,
      type: body === '' || same ? '' : 'application/json; charset=utf-8',
      body: same ? '' : body,
      headers: {
        ...hub.limits.headers(hub.state, actor, now),
        'x-github-request-id': `SAND:${this.#count.toString(16).padStart(8, '0')}`,
        'x-github-media-type': 'github.v3; format=json',
        'x-github-api-version-selected': '2022-11-28',
        ...(tagged ? { etag, 'cache-control': 'private, max-age=60, s-maxage=60' } : {}),
        ...reply.headers
      }
    }
  }
}

function requirePermission({ hub }: ForgeGateway, actor: Actor | null, route: Route): void {
  const app = appOf(hub.state, actor)
  if (!app || app.permissions === null || !route.needs) return
  const [permission, level] = route.needs
  const held = app.permissions[permission]
  if (held === undefined || (level === 'write' && held !== 'write')) throw notForIntegration()
}

function readBody(request: HttpRequest): Readonly<Record<string, unknown>> {
  if (request.bytes.length === 0) return {}
  let body: unknown
  try {
    body = JSON.parse(request.body)
  } catch {
    throw new ApiError(400, 'Problems parsing JSON')
  }
  // Labels may be sent as a bare list.
  if (Array.isArray(body)) return { labels: body }
  if (!isObject(body)) throw new ApiError(400, 'Body should be a JSON object')
  return body
}
