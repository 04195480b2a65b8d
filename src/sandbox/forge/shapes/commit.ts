import { writeInstant } from '../../../book/instant.ts'
import type { FileDifference } from '../git/diff.ts'
import type { CommitObject, Signature } from '../git/parse.ts'
import type { Repository } from '../state-repository.ts'
import type { Account, ForgeState } from '../state.ts'
import { showAccount, type Scene, type Shape } from './account.ts'
import { addressesOf } from './issue.ts'

/** GitHub's own address: of commits that it makes itself. */
export const WEB_FLOW = { name: 'GitHub', email: 'noreply@github.com' } as const

/** A commit as the API lists it (`commit`), without its files. */
export function showCommit(scene: Scene, repository: Repository, id: string): Shape {
  const commit = commitOf(scene, repository, id)
  const { api, page } = addressesOf(scene, repository)
  return {
    sha: id,
    node_id: Buffer.from(`commit ${id}`).toString('base64'),
    url: `${api}/commits/${id}`,
    html_url: `${page}/commit/${id}`,
    comments_url: `${api}/commits/${id}/comments`,
    commit: {
      url: `${api}/git/commits/${id}`,
      author: showSignature(commit.author),
      committer: showSignature(commit.committer),
      message: commit.message.replace(/\n$/u, ''),
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      comment_count: 0,
      verification: showVerification(repository, id, commit)
    },
    author: showWriter(scene, commit.author),
    committer: showWriter(scene, commit.committer),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${page}/commit/${sha}`
    }))
  }
}

/** A commit as git's own part of the API gives it (`git-commit`). */
export function showGitCommit(scene: Scene, repository: Repository, id: string): Shape {
  const commit = commitOf(scene, repository, id)
  const { api, page } = addressesOf(scene, repository)
  return {
    sha: id,
    node_id: Buffer.from(`commit ${id}`).toString('base64'),
    url: `${api}/git/commits/${id}`,
    html_url: `${page}/commit/${id}`,
    author: showSignature(commit.author),
    committer: showSignature(commit.committer),
    message: commit.message.replace(/\n$/u, ''),
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${page}/commit/${sha}`
    })),
    verification: showVerification(repository, id, commit)
  }
}

/** One file of a commit, a comparison or a pull request (`diff-entry`). */
export function showFile(scene: Scene, repository: Repository, commit: string, file: FileDifference): Shape {
  const { api, page } = addressesOf(scene, repository)
  const path = file.path.split('/').map(encodeURIComponent).join('/')
  return {
    sha: file.blob,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${commit}/${path}`,
    raw_url: `${page}/raw/${commit}/${path}`,
    contents_url: `${api}/contents/${path}?ref=${commit}`,
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previous === null ? {} : { previous_filename: file.previous })
  }
}

/** The account that an address belongs to, as GitHub finds it; null: none. */
export function accountByEmail(state: ForgeState, email: string): Account | null {
  const wanted = email.toLowerCase()
  const found = /^(?:(\d+)\+)?([^@]+)@users\.noreply\.github\.com$/u.exec(wanted)
  for (const one of state.accounts.values()) {
    if (one.email?.toLowerCase() === wanted) return one
    if (
      found &&
      (found[1] === undefined ? one.login.toLowerCase() === found[2] : one.id === Number(found[1]))
    )
      return one
  }
  return null
}

function commitOf({ forge }: Scene, repository: Repository, id: string): CommitObject {
  const commit = forge.git(repository).commit(id)
  if (!commit) throw new RangeError(`the forge has no commit ${id}`)
  return commit
}

function showSignature({ at, email, name }: Signature): Shape {
  return { name, email, date: writeInstant(at) }
}

function showWriter(scene: Scene, { email }: Signature): Shape | null {
  const account = accountByEmail(scene.state, email)
  return account ? showAccount(scene, account.id) : null
}

function showVerification({ verified }: Repository, id: string, commit: CommitObject): Shape {
  if (verified.has(id)) {
    return {
      verified: true,
      reason: 'valid',
      signature: commit.signature ?? '-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n',
      payload: commit.payload,
      verified_at: writeInstant(commit.committer.at)
    }
  }
  // The forge knows no keys of users.
  return {
    verified: false,
    reason: commit.signature === null ? 'unsigned' : 'unknown_key',
    signature: commit.signature,
    payload: commit.signature === null ? null : commit.payload,
    verified_at: null
  }
}
