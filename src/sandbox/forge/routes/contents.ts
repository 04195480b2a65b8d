import { asker, repositoryOf } from '../access.ts'
import { optionalText, text } from '../body.ts'
import { ApiError, conflict, notFound, unprocessable } from '../error.ts'
import type { TreeEntry } from '../git/parse.ts'
import { ok, type Context, type Reply, type Route } from '../route.ts'
import type { Shape } from '../shapes/account.ts'
import { showGitCommit } from '../shapes/commit.ts'
import { addressesOf } from '../shapes/issue.ts'
import type { Repository } from '../state-repository.ts'
import { commitNamed } from './find.ts'
import { inLines, isPath, ownCommitter, signatureIn, signIfOwn } from './git-objects.ts'
import { move } from './git-refs.ts'
import { signatureOf } from './merging.ts'

const PATH = '/repos/{owner}/{repo}/contents/{path}'
const READ = ['contents', 'read'] as const
const WRITE = ['contents', 'write'] as const
/** Larger files come without content. */
const LARGE = 1024 * 1024

/** Files and folders by path, and commits of one file. */
export const contentRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, operation: 'repos/get-content', kind: 'read', needs: READ, handle: get },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/contents',
    operation: 'repos/get-content',
    kind: 'read',
    needs: READ,
    handle: get
  },
  {
    method: 'PUT',
    path: PATH,
    operation: 'repos/create-or-update-file-contents',
    kind: 'write',
    needs: WRITE,
    handle: put
  },
  {
    method: 'DELETE',
    path: PATH,
    operation: 'repos/delete-file',
    kind: 'write',
    needs: WRITE,
    handle: remove
  }
]

function get(context: Context): Reply {
  const repository = repositoryOf(context)
  const git = context.forge.git(repository)
  const path = pathOf(context)
  const ref = context.query.get('ref') ?? repository.defaultBranch
  const commit = commitNamed(context, repository, ref)
  if (commit === null) throw new ApiError(404, `No commit found for the ref ${ref}`)
  const found = git.at(commit, path)
  if (!found) throw notFound()
  const raw = String(context.headers['accept'] ?? '').includes('raw')
  if (found.mode === '040000') {
    const entries = git.tree(found.id) ?? []
    return ok(
      entries.map((entry) =>
        showEntry(context, repository, ref, path === '' ? entry.name : `${path}/${entry.name}`, entry)
      )
    )
  }
  const bytes = git.blob(found.id)
  if (raw && bytes) {
    return {
      status: 200,
      body: bytes,
      headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }
    }
  }
  const shown = showEntry(context, repository, ref, path, found)
  if (found.mode === '120000' && bytes) return ok({ ...shown, target: bytes.toString('utf8') })
  if (!bytes) return ok({ ...shown, submodule_git_url: null })
  const large = bytes.length > LARGE
  return ok({ ...shown, content: large ? '' : inLines(bytes), encoding: large ? 'none' : 'base64' })
}

function put(context: Context): Reply {
  const { branch, commit, path, repository } = change(context)
  const git = context.forge.git(repository)
  const old = commit === null ? null : git.at(commit, path)
  const sha = optionalText(context, 'sha')
  if (old?.mode === '040000') throw unprocessable(`${path} is a folder`)
  if (old && sha === null) throw unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.')
  if (sha !== null && old?.id !== sha) throw conflict(`${path} does not match ${sha}`)
  const content = text(context, 'content')
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/u.test(content)) throw unprocessable('content is not valid Base64')
  const blob = git.writeBlob(Buffer.from(content, 'base64'))
  const tree = commit === null ? git.writeTree([]) : (git.commit(commit)?.tree ?? '')
  const next = git.withFile(tree, path, { mode: old?.mode ?? '100644', id: blob })
  const id = land(context, repository, branch, commit, next)
  const entry = git.at(id, path)
  return {
    status: old ? 200 : 201,
    body: {
      content: entry ? showEntry(context, repository, branch, path, entry) : null,
      commit: showGitCommit(context, repository, id)
    }
  }
}

function remove(context: Context): Reply {
  const { branch, commit, path, repository } = change(context)
  const git = context.forge.git(repository)
  const old = commit === null ? null : git.at(commit, path)
  if (!old || commit === null) throw notFound()
  const sha = text(context, 'sha')
  if (old.id !== sha) throw conflict(`${path} does not match ${sha}`)
  const id = land(
    context,
    repository,
    branch,
    commit,
    git.withFile(git.commit(commit)?.tree ?? '', path, null)
  )
  return ok({ content: null, commit: showGitCommit(context, repository, id) })
}

interface Change {
  readonly repository: Repository
  readonly branch: string
  /** Tip of the branch; null: the repository is empty. */
  readonly commit: string | null
  readonly path: string
}

function change(context: Context): Change {
  const repository = repositoryOf(context, 'write')
  const branch = optionalText(context, 'branch') ?? repository.defaultBranch
  const commit = repository.refs.get(`refs/heads/${branch}`) ?? null
  const path = pathOf(context)
  if (commit === null && repository.refs.size > 0) throw new ApiError(404, `Branch ${branch} not found`)
  if (!isPath(path)) throw unprocessable('path contains a malformed path component')
  return { repository, branch, commit, path }
}

/** Makes a commit of a tree and moves the branch to it. */
function land(
  context: Context,
  repository: Repository,
  branch: string,
  parent: string | null,
  tree: string
): string {
  const by = signatureOf(asker(context), context.now)
  const author = signatureIn(context, 'author', signatureIn(context, 'committer', by))
  const committer = signatureIn(context, 'committer', ownCommitter(context, by))
  const id = context.forge.git(repository).writeCommit({
    tree,
    parents: parent === null ? [] : [parent],
    author,
    committer,
    message: text(context, 'message')
  })
  // Protection answers 409 here, where refs answer 422.
  move(context, repository, `refs/heads/${branch}`, id, (why) => conflict(`Could not update file: ${why}`))
  signIfOwn(context, repository, id, ['author', 'committer'])
  return id
}

function pathOf(context: Context): string {
  return (context.params['path'] ?? '').replace(/^\/+|\/+$/gu, '')
}

function showEntry(
  context: Context,
  repository: Repository,
  ref: string,
  path: string,
  entry: TreeEntry
): Shape {
  const { api, page } = addressesOf(context, repository)
  const type = { '040000': 'dir', '120000': 'symlink', '160000': 'submodule' }[entry.mode] ?? 'file'
  const git = `${api}/git/${type === 'dir' ? 'trees' : 'blobs'}/${entry.id}`
  const place = path.split('/').map(encodeURIComponent).join('/')
  const url = `${api}/contents/${place}?ref=${encodeURIComponent(ref)}`
  const html = `${page}/${type === 'dir' ? 'tree' : 'blob'}/${ref}/${place}`
  const size =
    type === 'file' || type === 'symlink' ? (context.forge.git(repository).blob(entry.id)?.length ?? 0) : 0
  return {
    type,
    name: path.split('/').at(-1) ?? '',
    path,
    sha: entry.id,
    size,
    url,
    html_url: html,
    git_url: git,
    download_url: type === 'file' ? `${page}/raw/${ref}/${place}` : null,
    _links: { self: url, git, html }
  }
}
