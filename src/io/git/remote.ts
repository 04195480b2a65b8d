import { UnableError } from '../../book/errors.ts'
import { plain } from '../../book/quote.ts'
import type { GitRemote } from '../github/github.ts'
import { ObjectReader } from './cat-file.ts'
import { tryGit, type GitResult } from './run.ts'

// Fetching and pushing objects alone: nothing is checked out, no branch of the clone moves, no setting of it is changed.

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u
/** Less than one byte a second for so many seconds: the other side is gone. */
const PATIENCE = '60'

/** Settings of the clone or its user that would send something else, elsewhere, or run programs. */
const OVERRULED = [
  'protocol.allow=never',
  'protocol.http.allow=always',
  'protocol.https.allow=always',
  'credential.helper=',
  'http.followRedirects=false',
  'http.lowSpeedLimit=1',
  `http.lowSpeedTime=${PATIENCE}`,
  'fetch.recurseSubmodules=false',
  'push.recurseSubmodules=no',
  'push.gpgSign=false',
  'push.pushOption=',
  'maintenance.auto=false',
  'gc.auto=0'
].flatMap((setting) => ['-c', setting])

/**
 * What proves to the remote who we are, for git's environment: the header belongs to this very URL, replaces any that
 * the clone's settings have for it, and no helper or dialog is asked for more.
 */
export function remoteSecrets({ url, token }: GitRemote): Readonly<Record<string, string>> {
  const asking = { GIT_ASKPASS: '' }
  if (token === null) return asking
  const key = `http.${url}.extraHeader`
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    ...asking,
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: key,
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: key,
    GIT_CONFIG_VALUE_1: `Authorization: Basic ${basic}`
  }
}

/**
 * Commits that refs of the remote stand at, by full name (`refs/heads/main`). One that isn't in the answer doesn't exist:
 * the remote said so. Throws UnableError if it said nothing.
 */
export async function remoteRefs(
  root: string,
  remote: GitRemote,
  refs: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const done = await atRemote(root, remote, ['ls-remote', '--quiet', '--refs', '--', remote.url, ...refs])
  if (done.status !== 0) throw failure('read the branches of', remote, done)
  const found = new Map<string, string>()
  for (const line of done.stdout.toString('utf8').split('\n')) {
    const [id = '', ref = ''] = line.split('\t')
    // A pattern of ls-remote matches the end of a name as well.
    if (refs.includes(ref) && OBJECT_ID.test(id)) found.set(ref, id)
  }
  return found
}

/**
 * Brings commits of the remote, with all they rest on, into the clone's objects; what is there already costs nothing.
 * Returns those that the remote doesn't have. Refs are full names. Throws UnableError.
 */
export async function fetchObjects(
  root: string,
  remote: GitRemote,
  wanted: readonly string[]
): Promise<ReadonlySet<string>> {
  const missing = new Set<string>()
  let left = await absent(root, [...new Set(wanted)])
  while (left.length > 0) {
    const args = [
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-write-fetch-head',
      '--no-auto-gc',
      '--stdin',
      remote.url
    ]
    const done = await atRemote(root, remote, args, `${left.join('\n')}\n`)
    if (done.status === 0) return missing
    const refused = left.filter((one) => isMissing(one, done.stderr))
    if (refused.length === 0) throw failure('fetch from', remote, done)
    for (const one of refused) missing.add(one)
    left = left.filter((one) => !missing.has(one))
  }
  return missing
}

/** Those that the clone doesn't have yet. Refs always count, because only the remote knows where they stand. */
async function absent(root: string, wanted: readonly string[]): Promise<string[]> {
  const reader = new ObjectReader(root, 'commit')
  try {
    const known = await reader.read(wanted.filter((one) => OBJECT_ID.test(one)))
    return wanted.filter((one) => !known.has(one))
  } finally {
    reader.close()
  }
}

/** Whether git said that the remote has no such ref or object. Its words in English: LC_ALL is C. */
function isMissing(wanted: string, stderr: string): boolean {
  return stderr
    .split('\n')
    .some(
      (line) =>
        line.endsWith(`couldn't find remote ref ${wanted}`) ||
        line.endsWith(`not our ref ${wanted}`) ||
        line.endsWith(`Server does not allow request for unadvertised object ${wanted}`)
    )
}

/**
 * Where a ref of the remote stands, with its objects brought here; null only if the remote says that it has none. Throws
 * UnableError if it can't be reached.
 */
export async function fetchRef(root: string, remote: GitRemote, ref: string): Promise<string | null> {
  const id = (await remoteRefs(root, remote, [ref])).get(ref)
  if (id === undefined) return null
  const missing = await fetchObjects(root, remote, [id])
  if (missing.size > 0)
    throw new UnableError(`${told(remote)} doesn’t give the commit ${id} that its ${plain(ref)} stands at.`)
  return id
}

/** How a push ended. `raced`: the ref doesn't stand where it was expected, and nothing was changed. */
export type Pushed = 'done' | 'raced'

/**
 * Moves a ref of the remote from `expected` (null: it must not exist) to a commit of the clone, or not at all. Whatever
 * git says of a push that failed, the ref is read again: an answer that was lost doesn't count as a failure, nor as a
 * success. Throws UnableError.
 */
export async function pushRef(
  root: string,
  remote: GitRemote,
  id: string,
  ref: string,
  expected: string | null
): Promise<Pushed> {
  const args = [
    'push',
    '--quiet',
    '--porcelain',
    '--no-verify',
    '--atomic',
    `--force-with-lease=${ref}:${expected ?? ''}`,
    remote.url,
    `${id}:${ref}`
  ]
  const done = await atRemote(root, remote, args)
  if (done.status === 0) return 'done'
  const stands = (await remoteRefs(root, remote, [ref])).get(ref) ?? null
  if (stands === id) return 'done'
  if (stands === expected) throw failure('push to', remote, done)
  return stands !== null && (await holds(root, remote, stands, id)) ? 'done' : 'raced'
}

/** Whether a commit of the remote has ours among those it rests on: then ours arrived, and others came after it. */
async function holds(root: string, remote: GitRemote, stands: string, ours: string): Promise<boolean> {
  if ((await fetchObjects(root, remote, [stands])).size > 0)
    throw new UnableError(`${told(remote)} doesn’t give the commit ${stands} that it says it has.`)
  const { status } = await tryGit(root, ['merge-base', '--is-ancestor', ours, stands])
  if (status === 0 || status === 1) return status === 0
  throw new UnableError(`git can’t tell whether ${stands} contains ${ours}.`)
}

function atRemote(
  root: string,
  remote: GitRemote,
  args: readonly string[],
  input?: string
): Promise<GitResult> {
  if (!/^https?:\/\//u.test(remote.url))
    throw new UnableError('The repository is reached over http or https alone. Correct GITHUB_SERVER_URL.')
  return tryGit(root, [...OVERRULED, ...args], input, remoteSecrets(remote))
}

/** Where it is, without what a URL could hold of a password. */
function told({ url }: GitRemote): string {
  return URL.canParse(url) ? plain(new URL(url).origin + new URL(url).pathname) : 'The remote'
}

function failure(what: string, remote: GitRemote, { stdout, stderr }: GitResult): UnableError {
  const lines = `${stdout.toString('utf8')}\n${stderr}`.split('\n').map((line) => line.trim())
  const reason =
    lines.find((line) => /^(?:!|fatal:|error:|remote: error)/u.test(line)) ??
    lines.find((line) => line !== '') ??
    'it gave no reason'
  return new UnableError(`git can’t ${what} ${told(remote)}: ${shown(reason, remote)}`)
}

/** git's own words, as far as they say more than we do, safe to print. */
function shown(reason: string, { url }: GitRemote): string {
  const words = reason.replaceAll('\t', ' ').replace(`unable to access '${url.replace(/\/?$/u, '/')}': `, '')
  return (words.slice(0, 300).match(/.{1,80}/gu) ?? []).map(plain).join('')
}
