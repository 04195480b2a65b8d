import { asker, repositoryOf } from '../access.ts'
import { isObject, object, optionalText, text, texts } from '../body.ts'
import { invalid, notFound, unprocessable } from '../error.ts'
import type { Git } from '../git/git.ts'
import type { Signature, TreeEntry } from '../git/parse.ts'
import type { TreeFile } from '../git/trees.ts'
import { readInstant } from '../../../book/instant.ts'
import { created, ok, type Context, type Reply, type Route } from '../route.ts'
import { showGitCommit, WEB_FLOW } from '../shapes/commit.ts'
import { addressesOf } from '../shapes/issue.ts'
import type { Repository } from '../state-repository.ts'
import { commitNamed } from './find.ts'
import { signatureOf } from './merging.ts'

const READ = ['contents', 'read'] as const
const WRITE = ['contents', 'write'] as const
const MODES = new Set(['100644', '100755', '040000', '160000', '120000'])
/** GitHub cuts a recursive listing off here. */
const MOST_ENTRIES = 100_000

/** Blobs, trees and commits, read and written one by one. */
export const gitObjectRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/commits/{commit_sha}',
    operation: 'git/get-commit',
    kind: 'read',
    needs: READ,
    handle: getCommit
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/commits',
    operation: 'git/create-commit',
    kind: 'write',
    needs: WRITE,
    handle: createCommit
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
    operation: 'git/get-tree',
    kind: 'read',
    needs: READ,
    handle: getTree
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/trees',
    operation: 'git/create-tree',
    kind: 'write',
    needs: WRITE,
    handle: createTree
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
    operation: 'git/get-blob',
    kind: 'read',
    needs: READ,
    handle: getBlob
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/blobs',
    operation: 'git/create-blob',
    kind: 'write',
    needs: WRITE,
    handle: createBlob
  }
]

function getCommit(context: Context): Reply {
  const repository = repositoryOf(context)
  const id = context.params['commit_sha'] ?? ''
  if (!context.forge.git(repository).commit(id)) throw notFound()
  return ok(showGitCommit(context, repository, id))
}

function createCommit(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const by = asker(context)
  const git = context.forge.git(repository)
  const tree = text(context, 'tree')
  const parents = texts(context, 'parents') ?? []
  if (!git.tree(tree)) throw unprocessable('Tree SHA does not exist')
  if (parents.some((parent) => !git.commit(parent)))
    throw unprocessable('Parent SHA does not exist or is not a commit object')
  const own = signatureOf(by, context.now)
  const author = signatureIn(context, 'author', own)
  const committer = signatureIn(context, 'committer', ownCommitter(context, author))
  const signature = optionalText(context, 'signature')
  const id = git.writeCommit({
    tree,
    parents,
    author,
    committer,
    message: text(context, 'message'),
    signature
  })
  signIfOwn(context, repository, id, ['author', 'committer', 'signature'])
  return created(showGitCommit(context, repository, id))
}

/** Who commits if nobody is named: GitHub itself for an App that doesn't say who wrote it. */
export function ownCommitter(context: Context, otherwise: Signature): Signature {
  const custom = ['author', 'committer', 'signature'].some((field) => (context.body[field] ?? null) !== null)
  return context.actor?.kind === 'app' && !custom ? { ...WEB_FLOW, at: context.now } : otherwise
}

/** GitHub signs what an App commits through the API, unless the App says itself who wrote it. */
export function signIfOwn(
  context: Context,
  repository: Repository,
  id: string,
  fields: readonly string[]
): void {
  const custom = fields.some((field) => context.body[field] !== undefined && context.body[field] !== null)
  if (context.actor?.kind === 'app' && !custom) repository.verified.add(id)
}

/** `author` or `committer` of a body: name, address, and date (now if absent). */
export function signatureIn(context: Context, field: string, otherwise: Signature): Signature {
  const written = object(context, field)
  if (!written) return otherwise
  const { date, email, name } = written
  if (typeof name !== 'string' || typeof email !== 'string')
    throw invalid({ resource: 'Commit', field, code: 'invalid' })
  const at = typeof date === 'string' ? readInstant(date.replace(/\.\d+/u, ''), 'start') : otherwise.at
  if (at === null) throw invalid({ resource: 'Commit', field, code: 'invalid' })
  return { name, email, at }
}

function getTree(context: Context): Reply {
  const repository = repositoryOf(context)
  const git = context.forge.git(repository)
  const named = context.params['tree_sha'] ?? ''
  const commit = commitNamed(context, repository, named)
  const id = commit === null ? named : (git.commit(commit)?.tree ?? '')
  const { api } = addressesOf(context, repository)
  if (!git.tree(id)) throw notFound()
  const all = context.query.get('recursive') ? [...walk(git, id, '')] : [...entries(git, id, '')]
  return ok({
    sha: id,
    url: `${api}/git/trees/${id}`,
    truncated: all.length > MOST_ENTRIES,
    tree: all.slice(0, MOST_ENTRIES).map(({ entry, path }) => showEntry(git, api, entry, path))
  })
}

function showEntry(git: Git, api: string, { id, mode }: TreeEntry, path: string): object {
  const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob'
  return {
    path,
    mode,
    type,
    sha: id,
    ...(type === 'blob' ? { size: git.blob(id)?.length ?? 0 } : {}),
    ...(type === 'commit' ? {} : { url: `${api}/git/${type}s/${id}` })
  }
}

interface Placed {
  readonly entry: TreeEntry
  readonly path: string
}

function* entries(git: Git, tree: string, under: string): Generator<Placed> {
  for (const entry of git.tree(tree) ?? []) yield { entry, path: `${under}${entry.name}` }
}

function* walk(git: Git, tree: string, under: string): Generator<Placed> {
  for (const one of entries(git, tree, under)) {
    yield one
    if (one.entry.mode === '040000') yield* walk(git, one.entry.id, `${one.path}/`)
  }
}

function createTree(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const git = context.forge.git(repository)
  const base = optionalText(context, 'base_tree')
  const start = base === null ? git.writeTree([]) : (git.commit(base)?.tree ?? base)
  if (!git.tree(start)) throw unprocessable('base_tree is not a valid tree oid')
  const listing: unknown = context.body['tree']
  if (!Array.isArray(listing)) throw invalid({ resource: 'Tree', field: 'tree', code: 'missing_field' })
  const id = git.withFiles(start, new Map(listing.map((one: unknown) => placed(git, start, one))))
  const { api } = addressesOf(context, repository)
  return created({
    sha: id,
    url: `${api}/git/trees/${id}`,
    truncated: false,
    tree: [...entries(git, id, '')].map(({ entry, path }) => showEntry(git, api, entry, path))
  })
}

function placed(git: Git, tree: string, one: unknown): readonly [path: string, file: TreeFile | null] {
  if (!isObject(one)) throw unprocessable('Must supply a valid tree entry')
  const { content, mode, path, sha } = one
  if (typeof path !== 'string' || !isPath(path))
    throw unprocessable('tree.path contains a malformed path component')
  if (sha === null) {
    if (!git.at(tree, path)) throw unprocessable('GitRPC::BadObjectState')
    return [path, null]
  }
  if (typeof mode !== 'string' || !MODES.has(mode)) throw unprocessable('Must supply a valid tree.mode')
  const id =
    typeof sha === 'string' ? sha : typeof content === 'string' ? git.writeBlob(Buffer.from(content)) : ''
  if (mode !== '160000' && git.type(id) !== (mode === '040000' ? 'tree' : 'blob'))
    throw unprocessable(`tree.sha ${id} is not a valid ${mode === '040000' ? 'tree' : 'blob'}`)
  return [path, { mode, id }]
}

/** Whether git takes a path into a tree. */
export function isPath(path: string): boolean {
  return (
    path
      .split('/')
      .every((part) => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git') &&
    !path.includes('\0')
  )
}

function getBlob(context: Context): Reply {
  const repository = repositoryOf(context)
  const id = context.params['file_sha'] ?? ''
  const bytes = context.forge.git(repository).blob(id)
  if (!bytes) throw notFound()
  const { api } = addressesOf(context, repository)
  return ok({
    sha: id,
    node_id: Buffer.from(`blob ${id}`).toString('base64'),
    size: bytes.length,
    url: `${api}/git/blobs/${id}`,
    content: inLines(bytes),
    encoding: 'base64'
  })
}

/** Base64 as the API writes it: lines of sixty characters. */
export function inLines(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll(/.{1,60}/gu, '$&\n')
}

function createBlob(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const encoding = optionalText(context, 'encoding') ?? 'utf-8'
  if (encoding !== 'utf-8' && encoding !== 'base64') throw unprocessable('Invalid encoding')
  const bytes = Buffer.from(text(context, 'content'), encoding === 'base64' ? 'base64' : 'utf8')
  const sha = context.forge.git(repository).writeBlob(bytes)
  return created({ sha, url: `${addressesOf(context, repository).api}/git/blobs/${sha}` })
}
