import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { openGitHub } from '../../../src/io/github/open.ts'
import type { GitHub } from '../../../src/io/github/github.ts'

/** What the fake answers. `drop`: the connection breaks after half of the body. */
export interface FakeAnswer {
  readonly status?: number
  readonly body?: unknown
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly drop?: boolean
}

/** Called with the query and how often this route was called before. */
export type Answerer = (query: URLSearchParams, times: number, body: unknown) => FakeAnswer

/** Requests that reached it: `GET /path?query`. */
export interface FakeCall {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

export const TOKEN = 'ghs_abcdefghijklmnopqrstuvwxyz0123456789'

/** A server that answers exactly what a test says, where a forge would answer only what is right. */
export class Fake {
  readonly calls: FakeCall[] = []
  readonly slept: number[] = []
  readonly logged: string[] = []
  readonly #server: Server
  #routes = new Map<string, Answerer>()
  #times = new Map<string, number>()
  url = ''

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response))
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const { port } = this.#server.address() as AddressInfo
    this.url = `http://127.0.0.1:${port}`
    return this
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  /** Forgets everything. */
  reset(): void {
    this.calls.length = 0
    this.slept.length = 0
    this.logged.length = 0
    this.#routes = new Map()
    this.#times = new Map()
  }

  /** What is answered to `GET /repos/acme/access/…`; later ones replace earlier ones. */
  on(route: string, answer: FakeAnswer | Answerer): this {
    this.#routes.set(route, typeof answer === 'function' ? answer : () => answer)
    return this
  }

  environment(over: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      GITHUB_REPOSITORY: 'acme/access',
      GITHUB_TOKEN: TOKEN,
      GITHUB_API_URL: this.url,
      GITHUB_SERVER_URL: this.url,
      ...over
    }
  }

  open(over: Readonly<Record<string, string>> = {}): GitHub {
    return openGitHub(this.environment(over), {
      clock: () => 0,
      sleep: (ms) => {
        this.slept.push(ms)
        return Promise.resolve()
      },
      random: () => 0.5,
      signal: new AbortController().signal,
      log: (line) => this.logged.push(line)
    })
  }

  /** Methods and paths, without queries. */
  paths(): readonly string[] {
    return this.calls.map(({ method, url }) => `${method} ${url.split('?')[0] ?? ''}`)
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = ''
    request.setEncoding('utf8')
    for await (const chunk of request) text += String(chunk)
    const { method = '', url = '', headers } = request
    const body: unknown = text === '' ? null : JSON.parse(text)
    this.calls.push({ method, url, headers, body })
    const { pathname, searchParams } = new URL(url, this.url)
    const key = `${method} ${pathname}`
    const times = this.#times.get(key) ?? 0
    this.#times.set(key, times + 1)
    const answer = this.#routes.get(key)?.(searchParams, times, body) ?? {
      status: 404,
      body: { message: 'Not Found' }
    }
    send(response, answer)
  }
}

function send(
  response: ServerResponse,
  { status = 200, body, text, headers = {}, drop = false }: FakeAnswer
): void {
  const sent = Buffer.from(text ?? (body === undefined ? '' : JSON.stringify(body)))
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': sent.length,
    ...headers
  })
  if (!drop) {
    response.end(sent)
    return
  }
  response.write(sent.subarray(0, Math.floor(sent.length / 2)), () => response.destroy())
}

/** A listing in pages of 100, as GitHub gives it. */
export function listing(fake: Fake, path: string, items: readonly unknown[]): Answerer {
  return (query) => {
    const size = Number(query.get('per_page') ?? '30')
    const page = Number(query.get('page') ?? '1')
    const last = Math.max(1, Math.ceil(items.length / size))
    const next = `<${fake.url}${path}?per_page=${size}&page=${page + 1}>; rel="next"`
    return {
      body: items.slice((page - 1) * size, page * size),
      ...(page < last ? { headers: { link: next } } : {})
    }
  }
}

/** A user as GitHub writes it, among fields that nobody reads. */
export function user(login: string, id: number, type = 'User'): object {
  return { login, id, type, node_id: 'x', site_admin: false }
}
