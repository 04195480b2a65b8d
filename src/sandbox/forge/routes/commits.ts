import { repositoryOf } from '../access.ts'
import { notFound, unprocessable } from '../error.ts'
import type { FileDifference } from '../git/diff.ts'
import { listed } from '../paging.ts'
import { commitsOf, filesOf } from '../pull-content.ts'
import type { Context, Reply, Route } from '../route.ts'
import { accountByEmail, showCommit, showFile } from '../shapes/commit.ts'
import type { Shape } from '../shapes/account.ts'
import { addressesOf } from '../shapes/issue.ts'
import { showPull } from '../shapes/pull.ts'
import { findAccount, findRepository } from '../state.ts'
import type { Pull } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { readInstant } from '../../../book/instant.ts'
import { commitNamed, pullOf } from './find.ts'

const READ = ['contents', 'read'] as const
/** Caps of GitHub: beyond them it tells nothing. */
const MOST_COMMITS = 250
const MOST_FILES = 3000
const MOST_COMPARED = 300

/** Commits, what they change, and which pull requests they belong to. */
export const commitRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits',
    operation: 'repos/list-commits',
    kind: 'read',
    needs: READ,
    handle: list
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}',
    operation: 'repos/get-commit',
    kind: 'read',
    needs: READ,
    handle: get
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    operation: 'repos/list-pull-requests-associated-with-commit',
    kind: 'read',
    needs: ['pull_requests', 'read'],
    handle: pullsOf
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/compare/{basehead}',
    operation: 'repos/compare-commits-with-basehead',
    kind: 'read',
    needs: READ,
    handle: compare
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/commits',
    operation: 'pulls/list-commits',
    kind: 'read',
    needs: ['pull_requests', 'read'],
    handle: pullCommits
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
    operation: 'pulls/list-files',
    kind: 'read',
    needs: ['pull_requests', 'read'],
    handle: pullFiles
  }
]

function list(context: Context): Reply {
  const repository = repositoryOf(context)
  const { forge, query, state } = context
  const named = query.get('sha') ?? repository.defaultBranch
  const tip = commitNamed(context, repository, named)
  if (tip === null) {
    if (repository.refs.size === 0) throw unprocessable('Git Repository is empty.')
    throw notFound()
  }
  const git = forge.git(repository)
  const path = query.get('path')
  const since = readInstant(query.get('since') ?? '', 'start') ?? Number.NEGATIVE_INFINITY
  const until = readInstant(query.get('until') ?? '', 'start') ?? Number.POSITIVE_INFINITY
  const author = query.get('author')
  const found = git.log(tip, null, path === null ? [] : ['--', path]).filter((id) => {
    const commit = git.commit(id)
    if (!commit) return false
    if (commit.committer.at < since || commit.committer.at > until) return false
    if (author === null) return true
    const account = findAccount(state, author)
    return (
      commit.author.email === author ||
      (account !== null && accountByEmail(state, commit.author.email)?.id === account.id)
    )
  })
  return listed(context, found, (id) => showCommit(context, repository, id))
}

function get(context: Context): Reply {
  const repository = repositoryOf(context)
  const named = context.params['ref'] ?? ''
  const id = commitNamed(context, repository, named)
  if (id === null) throw unprocessable(`No commit found for SHA: ${named}`)
  if (String(context.headers['accept'] ?? '').includes('sha')) {
    return {
      status: 200,
      body: Buffer.from(id),
      headers: { 'content-type': 'application/vnd.github.sha; charset=utf-8' }
    }
  }
  const git = context.forge.git(repository)
  const files = git.diff(git.commit(id)?.parents[0] ?? null, id)
  const sum = (count: (file: FileDifference) => number): number =>
    files.reduce((total, file) => total + count(file), 0)
  const [additions, deletions] = [sum((file) => file.additions), sum((file) => file.deletions)]
  // Files come in pages of 300 up to 3,000.
  const page = listed(context, files.slice(0, MOST_FILES), (file) => showFile(context, repository, id, file))
  return {
    ...page,
    body: {
      ...showCommit(context, repository, id),
      stats: { additions, deletions, total: additions + deletions },
      files:
        context.query.has('page') || context.query.has('per_page')
          ? page.body
          : files.slice(0, MOST_COMPARED).map((file) => showFile(context, repository, id, file))
    },
    headers: context.query.has('page') || context.query.has('per_page') ? (page.headers ?? {}) : {}
  }
}

/**
 * Of a commit on the default branch: the merged pull requests that brought it. Of another: those, open or merged, that
 * have it.
 */
function pullsOf(context: Context): Reply {
  const repository = repositoryOf(context)
  const { actor, forge } = context
  const id = commitNamed(context, repository, context.params['commit_sha'] ?? '')
  if (id === null) throw unprocessable(`No commit found for SHA: ${context.params['commit_sha'] ?? ''}`)
  const git = forge.git(repository)
  const tip = repository.refs.get(`refs/heads/${repository.defaultBranch}`)
  const onDefault = tip !== undefined && git.isAncestor(id, tip)
  const brought = (pull: Pull): boolean => pull.merged?.landed.includes(id) === true
  const heads = onDefault ? new Set<string>() : git.refsWith(id, 'refs/pull')
  const holds = (pull: Pull): boolean =>
    heads.has(`refs/pull/${pull.number}/head`) && commitsOf(forge, repository, pull).includes(id)
  const open = (pull: Pull): boolean => repository.issues.get(pull.number)?.state === 'open'
  const found = [...repository.pulls.values()].filter(
    (pull) => brought(pull) || (!onDefault && (pull.merged !== null || open(pull)) && holds(pull))
  )
  return listed(context, found, (pull) => showPull(context, repository, pull, actor))
}

function compare(context: Context): Reply {
  const repository = repositoryOf(context)
  const { forge } = context
  const [left = '', right = ''] = (context.params['basehead'] ?? '').split('...')
  const [base, head] = [sideOf(context, repository, left), sideOf(context, repository, right)]
  if (base === null || head === null) throw notFound()
  const git = forge.git(repository)
  const merge = git.mergeBase(base, head)
  if (merge === null) throw notFound()
  const { ahead, behind } = git.distance(base, head)
  const commits = git.log(head, base, ['--topo-order', '--reverse'])
  const files = git.diff(merge, head).slice(0, MOST_COMPARED)
  const { api, page } = addressesOf(context, repository)
  // Without paging the last 250 commits are told; files stand on the first page only.
  const paged = context.query.has('page') || context.query.has('per_page')
  const listing = listed(context, paged ? commits : commits.slice(-MOST_COMMITS), (id) =>
    showCommit(context, repository, id)
  )
  const first = (context.query.get('page') ?? '1') === '1'
  const link = `${page}/compare/${left}...${right}`
  return {
    status: 200,
    headers: paged ? (listing.headers ?? {}) : {},
    body: {
      url: `${api}/compare/${left}...${right}`,
      html_url: link,
      permalink_url: link,
      diff_url: `${link}.diff`,
      patch_url: `${link}.patch`,
      base_commit: showCommit(context, repository, base),
      merge_base_commit: showCommit(context, repository, merge),
      status:
        ahead > 0 && behind > 0 ? 'diverged' : ahead > 0 ? 'ahead' : behind > 0 ? 'behind' : 'identical',
      ahead_by: ahead,
      behind_by: behind,
      total_commits: commits.length,
      commits: paged
        ? listing.body
        : commits.slice(-MOST_COMMITS).map((id) => showCommit(context, repository, id)),
      ...(first ? { files: files.map((file) => showFile(context, repository, head, file)) } : {})
    }
  }
}

/** A commit by name, or `owner:branch` of a fork. */
function sideOf(context: Context, repository: Repository, name: string): string | null {
  const [owner, branch] = name.includes(':') ? name.split(':') : [null, name]
  if (owner === null || owner === undefined) return commitNamed(context, repository, name)
  const other = findRepository(context.state, owner, repository.name)
  return other?.refs.get(`refs/heads/${branch ?? ''}`) ?? null
}

function pullCommits(context: Context): Reply {
  const repository = repositoryOf(context)
  const { pull } = pullOf(context, repository)
  const commits = commitsOf(context.forge, repository, pull).slice(0, MOST_COMMITS)
  return listed(context, commits, (id): Shape => showCommit(context, repository, id))
}

function pullFiles(context: Context): Reply {
  const repository = repositoryOf(context)
  const { pull } = pullOf(context, repository)
  const files = filesOf(context.forge, repository, pull).slice(0, MOST_FILES)
  return listed(context, files, (file) => showFile(context, repository, pull.head, file))
}
