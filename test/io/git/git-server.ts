import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GitRemote } from '../../../src/io/github/github.ts'

/** What becomes of the next request whose path ends so: its answer is lost after it took effect, or it is refused. */
export interface Mishap {
  readonly path: string
  readonly kind: 'lost' | 'refused' | 'before'
  readonly times?: number
}

/** A bare repository over smart HTTP on a port of this machine, for one token. */
export class GitServer {
  readonly token = 'ghs_secretTokenOfTheTest'
  readonly folder = mkdtempSync(join(tmpdir(), 'grantbook-git-'))
  readonly requests: string[] = []
  /** Called before a request is served. */
  before: (path: string) => void = () => undefined
  #server: Server | null = null
  #mishap: Mishap | null = null

  constructor() {
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', this.bare])
    this.git('config', 'http.receivepack', 'true')
  }

  get bare(): string {
    return join(this.folder, 'access.git')
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', ['-C', this.bare, ...args], { encoding: 'utf8' }).trim()
  }

  /** Starts to serve; a port is chosen by the system. */
  async start(): Promise<GitRemote> {
    const server = createServer((request, response) => this.#serve(request, response))
    this.#server = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    return { url: `http://127.0.0.1:${port}/access.git`, token: this.token }
  }

  fail(mishap: Mishap | null): void {
    this.#mishap = mishap
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve))
    rmSync(this.folder, { recursive: true, force: true })
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://git')
    this.requests.push(`${request.method ?? ''} ${url.pathname}${url.search}`)
    this.before(url.pathname)
    const wanted = `Basic ${Buffer.from(`x-access-token:${this.token}`).toString('base64')}`
    if (request.headers.authorization !== wanted) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end()
      return
    }
    const mishap = this.#take(url.pathname)
    if (mishap === 'refused') {
      response.writeHead(503).end()
      return
    }
    if (mishap === 'before') {
      request.socket.destroy()
      return
    }
    const child = spawn('git', ['http-backend'], {
      env: {
        ...process.env,
        GIT_PROJECT_ROOT: this.folder,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? '',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        CONTENT_LENGTH: request.headers['content-length'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: [request.headers['git-protocol'] ?? ''].join('')
      },
      stdio: ['pipe', 'pipe', 'ignore']
    })
    request.pipe(child.stdin)
    child.stdin.on('error', () => undefined)
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.on('close', () => {
      if (mishap === 'lost') request.socket.destroy()
      else answer(Buffer.concat(parts), response)
    })
  }

  #take(path: string): Mishap['kind'] | null {
    const mishap = this.#mishap
    if (!mishap || !path.endsWith(mishap.path)) return null
    const left = (mishap.times ?? 1) - 1
    this.#mishap = left > 0 ? { ...mishap, times: left } : null
    return mishap.kind
  }
}

function answer(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf('\r\n\r\n')
  let status = 200
  for (const line of output.toString('latin1', 0, end).split('\r\n')) {
    const [name = '', value = ''] = line.split(': ')
    if (name === 'Status') status = Number(value.slice(0, 3))
    else response.setHeader(name, value)
  }
  response.writeHead(status).end(output.subarray(end + 4))
}
