import { asker, repositoryOf } from '../access.ts'
import { optionalText } from '../body.ts'
import { ApiError, conflict, notFound, unprocessable } from '../error.ts'
import type { Forge } from '../forge.ts'
import { ABSENT } from '../git/git.ts'
import type { Signature } from '../git/parse.ts'
import { mayMerge, mayPush } from '../protection.ts'
import { commitsOf, mergeOf } from '../pull-content.ts'
import { markMerged, moveRef } from '../refs.ts'
import { noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import { WEB_FLOW } from '../shapes/commit.ts'
import { fullName, type Account, type Actor } from '../state.ts'
import type { Issue, Pull } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { happened } from '../timeline.ts'
import { pullOf } from './find.ts'

/** Merging a pull request, and bringing its branch up to date. */
export const mergeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
    operation: 'pulls/check-if-merged',
    kind: 'read',
    needs: ['contents', 'read'],
    handle: (context) => {
      const { pull } = pullOf(context, repositoryOf(context))
      if (!pull.merged) throw notFound()
      return noContent()
    }
  },
  {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
    operation: 'pulls/merge',
    kind: 'write',
    needs: ['contents', 'write'],
    handle: merge
  },
  {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/update-branch',
    operation: 'pulls/update-branch',
    kind: 'write',
    needs: ['contents', 'write'],
    handle: updateBranch
  }
]

type Method = 'merge' | 'squash' | 'rebase'

/** One merge on its way. */
interface Merge {
  readonly context: Context
  readonly repository: Repository
  readonly issue: Issue
  readonly pull: Pull
  readonly actor: Actor
  readonly by: Account
  /** Tip of the base branch. */
  readonly base: string
}

function merge(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const by = asker(context)
  const { issue, pull } = pullOf(context, repository)
  const method = methodOf(context)
  const base = repository.refs.get(`refs/heads/${pull.baseRef}`)
  if (!context.actor || base === undefined || issue.state !== 'open') throw notMergeable()
  if (pull.draft) throw new ApiError(405, 'Pull Request is still a draft')
  const expected = optionalText(context, 'sha')
  if (expected !== null && expected !== pull.head) {
    throw conflict('Head branch was modified. Review and try the merge again.')
  }
  const { mergeCommit, rebase, squash } = repository.merging
  const open = { merge: mergeCommit, squash, rebase }[method]
  if (!open) {
    const name = { merge: 'Merge commits', squash: 'Squash merges', rebase: 'Rebase merges' }[method]
    throw new ApiError(405, `${name} are not allowed on this repository.`)
  }
  const permit = mayMerge(context, repository, pull, context.actor, method)
  if (!permit.allowed) throw new ApiError(405, permit.reasons.join(' '))
  const one: Merge = { context, repository, issue, pull, actor: context.actor, by, base }
  const commit = { merge: mergeCommitOf, squash: squashOf, rebase: rebaseOf }[method](one)
  const git = context.forge.git(repository)
  markMerged(context.forge, issue, pull, context.actor, {
    commit,
    method,
    base,
    landed: git.log(commit, base)
  })
  moveRef(context.forge, repository, {
    ref: `refs/heads/${pull.baseRef}`,
    after: commit,
    actor: context.actor,
    type: 'pr_merge'
  })
  if (repository.merging.deleteBranch) deleteHead(one)
  return ok({ sha: commit, merged: true, message: 'Pull Request successfully merged' })
}

function methodOf(context: Context): Method {
  const method = optionalText(context, 'merge_method') ?? 'merge'
  if (method === 'merge' || method === 'squash' || method === 'rebase') return method
  throw unprocessable('Invalid merge method')
}

function mergeCommitOf({ base, by, context, issue, pull, repository }: Merge): string {
  const { forge, state } = context
  const head = pull.headRepository === null ? undefined : state.repositories.get(pull.headRepository)
  const owner = head ? (fullName(state, head).split('/')[0] ?? '') : 'unknown'
  const title =
    optionalText(context, 'commit_title') ??
    `Merge pull request #${pull.number} from ${owner}/${pull.headRef}`
  const message = optionalText(context, 'commit_message') ?? issue.title
  return webCommit(forge, repository, {
    tree: cleanTree(forge, repository, pull),
    parents: [base, pull.head],
    author: signatureOf(by, context.now),
    message: `${title}\n\n${message}`
  })
}

function squashOf({ base, by, context, issue, pull, repository }: Merge): string {
  const { forge, now, state } = context
  const git = forge.git(repository)
  const commits = commitsOf(forge, repository, pull).map((id) => ({ id, commit: git.commit(id) }))
  const only = commits.length === 1 ? commits[0]?.commit?.message.trim().split('\n') : undefined
  const title = optionalText(context, 'commit_title') ?? `${only?.[0] ?? issue.title} (#${pull.number})`
  const listing = commits.map(({ commit }) => `* ${commit?.message.trim() ?? ''}`).join('\n\n')
  const body = optionalText(context, 'commit_message') ?? (only ? only.slice(1).join('\n').trim() : listing)
  // The author is whoever opened it; others who wrote commits are named.
  const opener = state.accounts.get(issue.author) ?? by
  const author = signatureOf(opener, now)
  const others = new Map(
    commits.flatMap(({ commit }) => (commit ? [[commit.author.email, commit.author.name] as const] : []))
  )
  others.delete(author.email)
  if (opener.email !== null) others.delete(opener.email)
  const trailers = [...others].map(([email, name]) => `Co-authored-by: ${name} <${email}>`).join('\n')
  return webCommit(forge, repository, {
    tree: cleanTree(forge, repository, pull),
    parents: [base],
    author,
    message: [title, body, trailers].filter((part) => part !== '').join('\n\n')
  })
}

function rebaseOf({ base, by, context, pull, repository }: Merge): string {
  const { forge, now } = context
  const git = forge.git(repository)
  let onto = base
  for (const id of commitsOf(forge, repository, pull)) {
    const commit = git.commit(id)
    // Merges are left out, as `git rebase` does.
    if (!commit || commit.parents.length > 1) continue
    const result = git.replay(id, onto)
    if (!result.clean) throw new ApiError(405, 'This branch can’t be rebased')
    onto = git.writeCommit({
      tree: result.tree,
      parents: [onto],
      author: commit.author,
      committer: signatureOf(by, now),
      message: commit.message
    })
  }
  return onto
}

function updateBranch(context: Context): Reply {
  const repository = repositoryOf(context)
  const by = asker(context)
  const { issue, pull } = pullOf(context, repository)
  const { actor, forge, now, state } = context
  const home = pull.headRepository === null ? undefined : state.repositories.get(pull.headRepository)
  const base = repository.refs.get(`refs/heads/${pull.baseRef}`)
  if (!actor || !home || base === undefined || issue.state !== 'open')
    throw unprocessable('Pull request is closed.')
  repositoryOf({ ...context, params: nameOf(context, home) }, 'write')
  const expected = optionalText(context, 'expected_head_sha')
  if (expected !== null && expected !== pull.head) {
    throw unprocessable(`expected head sha didn’t match current head ref.`)
  }
  const git = forge.git(repository)
  if (git.isAncestor(base, pull.head)) {
    throw unprocessable('There are no new commits on the base branch.')
  }
  const merged = git.merge(pull.head, base)
  if (!merged.clean) throw unprocessable('merge conflict between base and head')
  const commit = webCommit(forge, home, {
    tree: merged.tree,
    parents: [pull.head, base],
    author: signatureOf(by, now),
    message: `Merge branch '${pull.baseRef}' into ${pull.headRef}`
  })
  const ref = `refs/heads/${pull.headRef}`
  const permit = mayPush(context, home, actor, { ref, before: pull.head, after: commit })
  if (!permit.allowed) throw unprocessable(permit.reasons.join(' '))
  moveRef(forge, home, { ref, after: commit, actor })
  return {
    status: 202,
    body: {
      message: 'Updating pull request branch.',
      url: `${forge.api}/repos/${fullName(state, repository)}/pulls/${pull.number}`
    }
  }
}

/** A commit that GitHub itself makes: by `web-flow`, and signed by it. */
export function webCommit(
  forge: Forge,
  repository: Repository,
  commit: { tree: string; parents: readonly string[]; author: Signature; message: string }
): string {
  const id = forge
    .git(repository)
    .writeCommit({ ...commit, committer: { ...WEB_FLOW, at: commit.author.at } })
  repository.verified.add(id)
  return id
}

/** How an account signs what it does on the web. */
export function signatureOf(account: Account, at: number): Signature {
  return {
    name: account.name ?? account.login,
    email: account.email ?? `${account.id}+${account.login}@users.noreply.github.com`,
    at
  }
}

function cleanTree(forge: Forge, repository: Repository, pull: Pull): string {
  const merged = mergeOf(forge, repository, pull)
  if (!merged.clean) throw notMergeable()
  return merged.tree
}

function deleteHead(merged: Merge): void {
  const { actor, context, pull, repository } = merged
  const home = pull.headRepository === null ? undefined : context.state.repositories.get(pull.headRepository)
  const ref = `refs/heads/${pull.headRef}`
  if (home?.refs.has(ref) !== true) return
  if (!mayPush(context, home, actor, { ref, before: pull.head, after: ABSENT }).allowed) return
  if (home === repository) retarget(merged)
  moveRef(context.forge, home, { ref, after: ABSENT, actor })
}

/** Pull requests into the branch that goes are led on to where it went, which GitHub tells by an event of its own. */
function retarget({ actor, context, pull, repository }: Merge): void {
  for (const other of repository.pulls.values()) {
    const issue = repository.issues.get(other.number)
    if (issue?.state !== 'open' || other.baseRef !== pull.headRef) continue
    other.baseRef = pull.baseRef
    other.base = repository.refs.get(`refs/heads/${pull.baseRef}`) ?? other.base
    happened(context.forge, issue, 'automatic_base_change_succeeded', actor)
  }
}

function nameOf({ state }: Context, repository: Repository): Record<string, string> {
  const [owner = '', repo = ''] = fullName(state, repository).split('/')
  return { owner, repo }
}

function notMergeable(): ApiError {
  return new ApiError(405, 'Pull Request is not mergeable')
}
