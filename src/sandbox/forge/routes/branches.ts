import { repositoryOf } from '../access.ts'
import { text } from '../body.ts'
import { ApiError, conflict, notFound } from '../error.ts'
import { listed } from '../paging.ts'
import { gatesOf } from '../protection/gate.ts'
import { created, noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import { showCommit } from '../shapes/commit.ts'
import { addressesOf } from '../shapes/issue.ts'
import type { Repository } from '../state-repository.ts'
import { asker } from '../access.ts'
import { optionalText } from '../body.ts'
import { commitNamed } from './find.ts'
import { move } from './git-refs.ts'
import { signatureOf, webCommit } from './merging.ts'

const READ = ['contents', 'read'] as const

/** Branches and tags, and merging one branch into another. */
export const branchRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches',
    operation: 'repos/list-branches',
    kind: 'read',
    needs: READ,
    handle: list
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches/{branch}',
    operation: 'repos/get-branch',
    kind: 'read',
    needs: READ,
    handle: get
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/tags',
    operation: 'repos/list-tags',
    kind: 'read',
    needs: READ,
    handle: tags
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/merges',
    operation: 'repos/merge',
    kind: 'write',
    needs: ['contents', 'write'],
    handle: merge
  }
]

function list(context: Context): Reply {
  const repository = repositoryOf(context)
  const { api } = addressesOf(context, repository)
  const wanted = context.query.get('protected')
  const found = named(repository, 'refs/heads/').filter(
    ([name]) => wanted === null || String(isProtected(context, repository, name)) === wanted
  )
  return listed(context, found, ([name, sha]) => ({
    name,
    commit: { sha, url: `${api}/commits/${sha}` },
    protected: isProtected(context, repository, name)
  }))
}

function get(context: Context): Reply {
  const repository = repositoryOf(context)
  const name = context.params['branch'] ?? ''
  const sha = repository.refs.get(`refs/heads/${name}`)
  if (sha === undefined) throw new ApiError(404, 'Branch not found')
  const { api, page } = addressesOf(context, repository)
  const url = `${api}/branches/${encodeURIComponent(name)}`
  const classic = repository.protection.get(name)
  const contexts = classic?.checks?.contexts ?? []
  return ok({
    name,
    commit: showCommit(context, repository, sha),
    _links: { self: url, html: `${page}/tree/${name}` },
    protected: isProtected(context, repository, name),
    protection: {
      enabled: classic !== undefined,
      required_status_checks: {
        enforcement_level: classic?.checks ? (classic.enforceAdmins ? 'everyone' : 'non_admins') : 'off',
        contexts: contexts.map((one) => one.context),
        checks: contexts.map(({ app, context: check }) => ({ context: check, app_id: app }))
      }
    },
    protection_url: `${url}/protection`
  })
}

function tags(context: Context): Reply {
  const repository = repositoryOf(context)
  const { api, page } = addressesOf(context, repository)
  const git = context.forge.git(repository)
  const found = named(repository, 'refs/tags/').filter(([, sha]) => git.commit(sha) !== null)
  return listed(context, found.toReversed(), ([name, sha]) => ({
    name,
    commit: { sha, url: `${api}/commits/${sha}` },
    zipball_url: `${page}/zipball/refs/tags/${name}`,
    tarball_url: `${page}/tarball/refs/tags/${name}`,
    node_id: Buffer.from(`tag ${repository.id} ${name}`).toString('base64')
  }))
}

function merge(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const [base, head] = [text(context, 'base'), text(context, 'head')]
  const tip = repository.refs.get(`refs/heads/${base}`)
  const other = commitNamed(context, repository, head)
  if (tip === undefined) throw new ApiError(404, 'Base does not exist')
  if (other === null) throw new ApiError(404, 'Head does not exist')
  const { forge, now } = context
  const git = forge.git(repository)
  if (git.isAncestor(other, tip)) return noContent()
  const merged = git.merge(tip, other)
  if (!merged.clean) throw conflict('Merge conflict')
  if (!context.actor) throw notFound()
  const id = webCommit(forge, repository, {
    tree: merged.tree,
    parents: [tip, other],
    author: signatureOf(asker(context), now),
    message: optionalText(context, 'commit_message') ?? `Merge ${head} into ${base}`
  })
  move(context, repository, `refs/heads/${base}`, id)
  return created(showCommit(context, repository, id))
}

function named(repository: Repository, prefix: string): readonly (readonly [string, string])[] {
  return [...repository.refs]
    .filter(([ref]) => ref.startsWith(prefix))
    .map(([ref, id]) => [ref.slice(prefix.length), id] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function isProtected(context: Context, repository: Repository, branch: string): boolean {
  return gatesOf(context, repository, `refs/heads/${branch}`).length > 0
}
