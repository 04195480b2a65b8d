import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { HttpReply, HttpRequest } from '../http.ts'
import { beforePush, capabilitiesIn, listRefs } from './git-refs.ts'
import { gitEnv } from './git/environment.ts'
import { Git } from './git/git.ts'
import type { Porter } from './porter.ts'
import type { Actor } from './state.ts'
import type { Repository } from './state-repository.ts'

/** One request of git that was let in. */
export interface GitRequest {
  readonly repository: Repository
  readonly actor: Actor | null
  /** `info/refs`, `git-upload-pack`, `git-receive-pack`. */
  readonly service: string
  readonly pushes: boolean
  /** The folder to serve, if not the repository's own. */
  readonly folder?: string
}

/** What was sent, unpacked. */
export function bodyOf(request: HttpRequest): Buffer {
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(request.bytes) : request.bytes
}

/** Answers what is known here, and lets git answer the rest. */
export async function backend(
  { hub }: Porter,
  request: HttpRequest,
  asked: GitRequest,
  more: Readonly<Record<string, string>> = {}
): Promise<HttpReply> {
  const { actor, folder, repository, service } = asked
  const protocol = request.headers['git-protocol']
  const body = bodyOf(request)
  const git = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
    run(args, { ...(typeof protocol === 'string' ? { GIT_PROTOCOL: protocol } : {}), ...more, ...env }, body)
  const login = actor ? (hub.state.accounts.get(actor.account)?.login ?? '') : ''
  const directory = join(hub.disk.root, folder ?? `${repository.id}.git`)
  const known = answerHere(
    folder === undefined ? hub.git(repository) : new Git(directory),
    request,
    asked,
    body
  )
  if (known) return known
  const program = /^git-(upload|receive)-pack$/u.exec(service)?.[1]
  if (
    program &&
    request.method === 'POST' &&
    request.headers['content-type'] === typeOf(service, 'request')
  ) {
    const { out } = await git(
      [`${program}-pack`, '--stateless-rpc', directory],
      // As http-backend names whoever pushes.
      {
        GIT_COMMITTER_NAME: login || 'anonymous',
        GIT_COMMITTER_EMAIL: `${login || 'anonymous'}@http.127.0.0.1`
      }
    )
    return { status: 200, type: typeOf(service, 'result'), body: out, headers: FRESH }
  }
  const { err, out } = await git(['http-backend'], {
    GIT_PROJECT_ROOT: hub.disk.root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `/${folder ?? `${repository.id}.git`}/${service}`,
    REQUEST_METHOD: request.method,
    QUERY_STRING: queryOf(request),
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    CONTENT_LENGTH: String(body.length),
    REMOTE_USER: login,
    REMOTE_ADDR: '127.0.0.1'
  })
  const reply = readCgi(out)
  if (!reply) throw new Error(`git http-backend: ${err.toString('utf8')}`)
  learn(request, asked, reply)
  return reply
}

/** What git said once and says again to whoever asks: its capabilities. Every repository of a forge has the same settings. */
const learnt: { push: string | null; fetch: HttpReply | null } = { push: null, fetch: null }

function learn(request: HttpRequest, { service }: GitRequest, reply: HttpReply): void {
  if (service !== 'info/refs' || request.method !== 'GET' || reply.status !== 200) return
  if (!Buffer.isBuffer(reply.body)) return
  if (queryOf(request) === 'service=git-receive-pack' && isUsual(request))
    learnt.push = capabilitiesIn(reply.body)
  // In its second version git tells of no refs before it is asked.
  if (queryOf(request) === 'service=git-upload-pack' && isSecond(request)) learnt.fetch = reply
}

/** The answer to what takes no process; null for everything else. */
function answerHere(git: Git, request: HttpRequest, asked: GitRequest, body: Buffer): HttpReply | null {
  const { service } = asked
  if (service === 'git-upload-pack' && request.method === 'POST' && isSecond(request)) {
    const refs = listRefs(git, body)
    return refs && { status: 200, type: typeOf(service, 'result'), body: refs, headers: FRESH }
  }
  if (service !== 'info/refs' || request.method !== 'GET') return null
  if (queryOf(request) === 'service=git-upload-pack' && isSecond(request)) return learnt.fetch
  if (queryOf(request) !== 'service=git-receive-pack' || !isUsual(request)) return null
  if (learnt.push === null) return null
  const type = typeOf('git-receive-pack', 'advertisement')
  return { status: 200, type, body: beforePush(git, learnt.push), headers: FRESH }
}

function isSecond(request: HttpRequest): boolean {
  return request.headers['git-protocol'] === 'version=2'
}

/** There is no second version of pushing: git then speaks as if none had been asked for. */
function isUsual(request: HttpRequest): boolean {
  return request.headers['git-protocol'] === undefined || isSecond(request)
}

function queryOf({ url }: HttpRequest): string {
  return url.split('?')[1] ?? ''
}

function typeOf(service: string, what: 'request' | 'result' | 'advertisement'): string {
  return `application/x-${service}-${what}`
}

/** As http-backend says: nothing of this may be kept. */
const FRESH = {
  expires: 'Fri, 01 Jan 1980 00:00:00 GMT',
  pragma: 'no-cache',
  'cache-control': 'no-cache, max-age=0, must-revalidate'
}

interface Ended {
  readonly out: Buffer
  readonly err: Buffer
}

function run(args: readonly string[], env: Readonly<Record<string, string>>, input: Buffer): Promise<Ended> {
  const child = spawn('git', args, { env: gitEnv(env), stdio: ['pipe', 'pipe', 'pipe'] })
  return new Promise((resolve, reject) => {
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', () => resolve({ out: Buffer.concat(out), err: Buffer.concat(err) }))
    // It may end before it has read everything.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

function readCgi(whole: Buffer): HttpReply | null {
  const end = whole.indexOf('\r\n\r\n')
  if (end < 0) return null
  const headers: Record<string, string> = {}
  for (const line of whole.toString('latin1', 0, end).split('\r\n')) {
    const colon = line.indexOf(':')
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim()
  }
  const { 'content-type': type = '', status = '200', ...others } = headers
  return { status: Number(status.split(' ')[0]), type, body: whole.subarray(end + 4), headers: others }
}
