import { repositoryOf } from '../access.ts'
import { flag, text } from '../body.ts'
import { notFound, unprocessable, type ApiError } from '../error.ts'
import { ABSENT } from '../git/git.ts'
import { mayPush } from '../protection.ts'
import { moveRef } from '../refs.ts'
import { created, noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import { addressesOf } from '../shapes/issue.ts'
import type { Shape } from '../shapes/account.ts'
import type { Repository } from '../state-repository.ts'

const REF = '/repos/{owner}/{repo}/git/refs/{ref}'
const READ = ['contents', 'read'] as const
const WRITE = ['contents', 'write'] as const

/** Refs, as git's own part of the API has them. */
export const gitRefRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/ref/{ref}',
    operation: 'git/get-ref',
    kind: 'read',
    needs: READ,
    handle: (context) => {
      const repository = repositoryOf(context)
      const ref = `refs/${context.params['ref'] ?? ''}`
      const id = repository.refs.get(ref)
      if (id === undefined) throw notFound()
      return ok(showRef(context, repository, ref, id))
    }
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/matching-refs/{ref}',
    operation: 'git/list-matching-refs',
    kind: 'read',
    needs: READ,
    handle: (context) => {
      const repository = repositoryOf(context)
      const found = [...repository.refs]
        .filter(([ref]) => ref.startsWith(`refs/${context.params['ref'] ?? ''}`))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
      return ok(found.map(([ref, id]) => showRef(context, repository, ref, id)))
    }
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/refs',
    operation: 'git/create-ref',
    kind: 'write',
    needs: WRITE,
    handle: create
  },
  { method: 'PATCH', path: REF, operation: 'git/update-ref', kind: 'write', needs: WRITE, handle: update },
  { method: 'DELETE', path: REF, operation: 'git/delete-ref', kind: 'write', needs: WRITE, handle: remove }
]

function create(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const ref = text(context, 'ref')
  const sha = text(context, 'sha')
  if (!isRef(ref))
    throw unprocessable("Reference name must start with 'refs/' and contain at least two slashes.")
  if (repository.refs.has(ref)) throw unprocessable('Reference already exists')
  if (collides(repository, ref))
    throw unprocessable('Reference cannot be created: a folder of refs has its name')
  checkObject(context, repository, ref, sha)
  move(context, repository, ref, sha)
  return created(showRef(context, repository, ref, sha))
}

function update(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const ref = `refs/${context.params['ref'] ?? ''}`
  const before = repository.refs.get(ref)
  const sha = text(context, 'sha')
  const force = flag(context, 'force', false)
  if (before === undefined || !isRef(ref)) throw unprocessable('Reference does not exist')
  checkObject(context, repository, ref, sha)
  if (!force && !context.forge.git(repository).isAncestor(before, sha)) {
    throw unprocessable('Update is not a fast forward')
  }
  move(context, repository, ref, sha)
  return ok(showRef(context, repository, ref, sha))
}

function remove(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const ref = `refs/${context.params['ref'] ?? ''}`
  if (!repository.refs.has(ref) || !isRef(ref)) throw unprocessable('Reference does not exist')
  if (ref === `refs/heads/${repository.defaultBranch}`)
    throw unprocessable('Cannot delete the default branch')
  move(context, repository, ref, ABSENT)
  return noContent()
}

/** Moves a ref as the asker, if protection lets him; `refuse` makes the refusal. */
export function move(
  context: Context,
  repository: Repository,
  ref: string,
  after: string,
  refuse: (why: string) => ApiError = unprocessable
): void {
  const { actor, forge } = context
  if (!actor) throw notFound()
  const before = repository.refs.get(ref) ?? ABSENT
  const permit = mayPush(context, repository, actor, { ref, before, after })
  if (!permit.allowed) throw refuse(permit.reasons.join(' '))
  moveRef(forge, repository, { ref, after, actor })
}

// Refs of pull requests are GitHub's own; git refuses odd names.
function isRef(ref: string): boolean {
  return (
    /^refs\/[^/]+\/./u.test(ref) &&
    !ref.startsWith('refs/pull/') &&
    !/(?:\.\.|[\u0000- ~^:?*[\\\u007f]|\/\/|@\{|\.lock(?:\/|$)|\/\.|\.$|\/$)/u.test(ref)
  )
}

function collides(repository: Repository, ref: string): boolean {
  return [...repository.refs.keys()].some(
    (other) => other.startsWith(`${ref}/`) || ref.startsWith(`${other}/`)
  )
}

function checkObject({ forge }: Context, repository: Repository, ref: string, sha: string): void {
  const type = forge.git(repository).type(sha)
  if (type === null) throw unprocessable('Object does not exist')
  if (ref.startsWith('refs/heads/') && type !== 'commit') throw unprocessable('Reference update failed')
}

function showRef(context: Context, repository: Repository, ref: string, id: string): Shape {
  const { api } = addressesOf(context, repository)
  const type = context.forge.git(repository).type(id) ?? 'commit'
  return {
    ref,
    node_id: Buffer.from(`ref ${repository.id} ${ref}`).toString('base64'),
    url: `${api}/git/${ref}`,
    object: { sha: id, type, url: `${api}/git/${type}s/${id}` }
  }
}
