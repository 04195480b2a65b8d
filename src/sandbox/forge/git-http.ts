import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HttpReply, HttpRequest } from '../http.ts'
import { appOf, includes, permissionOf } from './access.ts'
import { authenticate } from './authenticate.ts'
import { ApiError } from './error.ts'
import { faultError, serverError } from './fault-error.ts'
import type { Porter } from './porter.ts'
import { backend, bodyOf, type GitRequest } from './git-backend.ts'
import { ABSENT } from './git/git.ts'
import { gatesOf } from './protection/gate.ts'
import { mayPush } from './protection.ts'
import { noteMove } from './refs.ts'
import { readPush, type PushCommand } from './push-commands.ts'
import { findRepository, fullName } from './state.ts'
import type { Actor } from './state.ts'
import type { Repository } from './state-repository.ts'

/** Serves git's smart HTTP: who may do what and where refs stand is told here, the rest does git. */
export async function serveGit(gateway: Porter, request: HttpRequest): Promise<HttpReply | null> {
  const url = new URL(request.url, 'http://forge')
  const asked = readPath(url)
  const pushes =
    asked.service === 'git-receive-pack' || url.searchParams.get('service') === 'git-receive-pack'
  // git asks with an empty request whether it may send a large one.
  const probe = asked.service === 'git-receive-pack' && request.bytes.length <= 4
  const operation = asked.service === 'info/refs' || probe ? 'git-info-refs' : asked.service
  const serve = async (): Promise<HttpReply | null> => {
    gateway.tell('before', operation)
    const reply = await answer(gateway, request, { ...asked, pushes, operation })
    gateway.record(operation, operation === 'git-receive-pack' ? 'write' : 'read', reply?.status ?? 0)
    gateway.tell('after', operation)
    // On a connection of its own git doesn't ask again by itself when one dies.
    return reply && { ...reply, headers: { ...reply.headers, connection: 'close' } }
  }
  return operation === 'git-receive-pack' ? gateway.turn(serve) : gateway.reading(serve())
}

function readPath(url: URL): { owner: string; name: string; service: string } {
  const found = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/u.exec(
    url.pathname
  )
  return { owner: found?.[1] ?? '', name: found?.[2] ?? '', service: found?.[3] ?? '' }
}

async function answer(
  gateway: Porter,
  request: HttpRequest,
  asked: { owner: string; name: string; service: string; pushes: boolean; operation: string }
): Promise<HttpReply | null> {
  try {
    const actor = authenticate(gateway.hub.state, request.headers.authorization)
    const repository = findRepository(gateway.hub.state, asked.owner, asked.name)
    const git: GitRequest = {
      ...asked,
      actor,
      repository: admitted(gateway, repository, actor, asked.pushes)
    }
    const fault = asked.operation === 'git-info-refs' ? null : gateway.faults.take('forge', asked.operation)
    if (fault?.kind === 'drop-before') return null
    if (fault?.kind === 'throttle')
      throw new ApiError(429, 'Too many requests.', { headers: { 'retry-after': '1' } })
    const refused = fault ? faultError(fault) : null
    if (refused) throw refused
    const reply =
      asked.operation === 'git-receive-pack'
        ? await receive(gateway, request, git)
        : await backend(gateway, request, asked.operation === 'git-upload-pack' ? seen(gateway, git) : git)
    if (fault?.kind === 'drop-after') return null
    if (fault?.kind === 'error-after') throw serverError(fault)
    return reply
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return {
      status: error.status,
      type: 'text/plain; charset=utf-8',
      body: `${error.message}\n`,
      headers: {
        ...error.headers,
        ...(error.status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {})
      }
    }
  }
}

/** Under a `stale` fault refs stand as they did before the last writes. */
function seen({ faults, hub }: Porter, asked: GitRequest): GitRequest {
  if (hub.past() === null) return asked
  const fault = faults.takeReading('stale', 'forge', 'git-upload-pack')
  const old = fault ? hub.past(fault.writes)?.repositories.get(asked.repository.id) : undefined
  return old ? { ...asked, folder: hub.disk.view(old) } : asked
}

// As GitHub: it asks for a name first, then says that what you may not see isn't there, then that you may not write.
function admitted(
  { hub: { state } }: Porter,
  repository: Repository | null,
  actor: Actor | null,
  pushes: boolean
): Repository {
  const held = repository ? permissionOf(state, repository, actor) : 'none'
  if (!actor && (held === 'none' || pushes)) throw new ApiError(401, 'Authentication required.')
  const app = appOf(state, actor)
  const contents = app?.permissions ? app.permissions['contents'] : 'write'
  if (!repository || held === 'none' || (contents === undefined && repository.private))
    throw new ApiError(404, 'Repository not found.')
  if (pushes) {
    if (!includes(held, 'write') || contents !== 'write') {
      const login = actor ? (state.accounts.get(actor.account)?.login ?? '') : ''
      throw new ApiError(403, `Permission to ${fullName(state, repository)}.git denied to ${login}.`)
    }
    if (repository.archived) throw new ApiError(403, 'This repository was archived so it is read-only.')
  }
  return repository
}

async function receive(gateway: Porter, request: HttpRequest, asked: GitRequest): Promise<HttpReply> {
  const { hub } = gateway
  const { actor, repository } = asked
  const git = hub.git(repository)
  const { commands, pack } = readPush(bodyOf(request))
  const refusals = refusalsOf(gateway, asked, commands, pack)
  if (gateway.faults.keepsHistory) hub.keep()
  const reply = await backend(gateway, request, asked, {
    ...(refusals.length > 0 ? { FORGE_REFUSED: refusals.join('\n') } : {}),
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.hooksPath',
    GIT_CONFIG_VALUE_0: refusals.length > 0 ? hooksFolder(hub.disk.root) : '/dev/null'
  })
  const now = hub.state.repositories.get(repository.id)
  if (now !== repository) {
    // Everything was put back meanwhile: what this push has moved goes back too.
    if (now) git.refs.write(now.refs)
    return reply
  }
  for (const { ref } of commands) {
    const before = repository.refs.get(ref) ?? ABSENT
    const after = git.refs.at(ref) ?? ABSENT
    if (before === after) continue
    if (after === ABSENT) repository.refs.delete(ref)
    else repository.refs.set(ref, after)
    noteMove(hub, repository, { ref, before, after, actor })
  }
  return reply
}

/** Lines for the hook: `ref TAB message`. */
function refusalsOf(
  { hub }: Porter,
  { actor, repository }: GitRequest,
  commands: readonly PushCommand[],
  pack: Buffer
): readonly string[] {
  const scene = { forge: hub, state: hub.state }
  const guarded = commands.filter(({ ref }) => gatesOf(scene, repository, ref).length > 0)
  if (guarded.length === 0 || !actor) return []
  // Rules ask about the new commits, so they must be there before the push is.
  if (pack.length > 0) hub.git(repository).unpack(pack)
  return guarded.flatMap((command) => {
    const { allowed, reasons } = mayPush(scene, repository, actor, command)
    return allowed ? [] : [`${command.ref}\t${reasons.join(' ').replace(/\s+/gu, ' ')}`]
  })
}

const HOOK = `#!/bin/sh
printf '%s\\n' "$FORGE_REFUSED" | {
  while IFS='\t' read -r name why; do
    [ "$name" = "$1" ] || continue
    echo "error: GH006: Protected branch update failed for $1." >&2
    echo "error: $why" >&2
    exit 1
  done
}
`

function hooksFolder(root: string): string {
  const folder = join(root, 'hooks')
  const hook = join(folder, 'update')
  if (existsSync(hook)) return folder
  mkdirSync(folder, { recursive: true })
  writeFileSync(hook, HOOK)
  chmodSync(hook, 0o755)
  return folder
}
