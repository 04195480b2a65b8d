import { appOf, asker, includes, permissionOf, repositoryOf } from '../access.ts'
import { flag, optionalText, text } from '../body.ts'
import { forbidden, invalid, unprocessable } from '../error.ts'
import { ABSENT } from '../git/git.ts'
import { listed } from '../paging.ts'
import { close } from '../refs.ts'
import { created, ok, type Context, type Reply, type Route } from '../route.ts'
import { showPull, showWholePull } from '../shapes/pull.ts'
import { findAccount, findRepository, nextId } from '../state.ts'
import type { Issue, Pull } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { happened } from '../timeline.ts'
import { pullOf } from './find.ts'
import { bodyFrom, titleFrom } from './words.ts'

const RESOURCE = 'PullRequest'

/** Pull requests themselves. */
export const pullRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls',
    operation: 'pulls/list',
    kind: 'read',
    needs: ['pull_requests', 'read'],
    handle: list
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls',
    operation: 'pulls/create',
    kind: 'write',
    needs: ['pull_requests', 'write'],
    handle: create
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    operation: 'pulls/get',
    kind: 'read',
    needs: ['pull_requests', 'read'],
    handle: (context) => {
      const repository = repositoryOf(context)
      const { pull } = pullOf(context, repository)
      return ok(showWholePull(context, repository, pull, context.actor))
    }
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    operation: 'pulls/update',
    kind: 'write',
    needs: ['pull_requests', 'write'],
    handle: update
  }
]

function list(context: Context): Reply {
  const repository = repositoryOf(context)
  const { query, state } = context
  const wanted = query.get('state') ?? 'open'
  const [head, base] = [query.get('head'), query.get('base')]
  const sort = query.get('sort') ?? 'created'
  const descending =
    (query.get('direction') ?? (query.has('sort') && sort !== 'created' ? 'asc' : 'desc')) === 'desc'
  const key = (pull: Pull): number =>
    sort === 'updated' ? (repository.issues.get(pull.number)?.updated ?? 0) : 0
  const found = [...repository.pulls.values()]
    .filter((pull) => {
      const issue = repository.issues.get(pull.number)
      if (wanted !== 'all' && issue?.state !== wanted) return false
      if (base !== null && pull.baseRef !== base) return false
      if (head === null) return true
      const home = pull.headRepository === null ? undefined : state.repositories.get(pull.headRepository)
      const owner = home ? (state.accounts.get(home.owner)?.login ?? '') : ''
      return head.includes(':') ? `${owner}:${pull.headRef}`.toLowerCase() === head.toLowerCase() : true
    })
    .toSorted((a, b) => key(a) - key(b) || a.number - b.number)
  return listed(context, descending ? found.toReversed() : found, (pull) =>
    showPull(context, repository, pull, context.actor)
  )
}

function create(context: Context): Reply {
  const repository = repositoryOf(context)
  const author = asker(context)
  const { forge, now, state } = context
  const [baseRef, head] = [text(context, 'base', RESOURCE), text(context, 'head', RESOURCE)]
  const title = titleFrom(text(context, 'title', RESOURCE), RESOURCE)
  const body = bodyFrom(context, RESOURCE)
  const from = headOf(context, repository, head)
  const tip = repository.refs.get(`refs/heads/${baseRef}`)
  const sha = from?.repository.refs.get(`refs/heads/${from.ref}`)
  if (tip === undefined) throw invalid({ resource: RESOURCE, field: 'base', code: 'invalid' })
  if (!from || sha === undefined) throw invalid({ resource: RESOURCE, field: 'head', code: 'invalid' })
  // Whoever opens must be able to push to the head; with read alone from a fork of one's own.
  if (!includes(permissionOf(state, from.repository, context.actor), 'write')) {
    throw forbidden('Resource not accessible by personal access token')
  }
  const git = forge.git(repository)
  if (git.isAncestor(sha, tip)) {
    throw invalid({
      resource: RESOURCE,
      code: 'custom',
      message: `No commits between ${baseRef} and ${head}`
    })
  }
  if (git.mergeBase(tip, sha) === null) {
    throw invalid({
      resource: RESOURCE,
      code: 'custom',
      message: `The ${head} branch has no history in common with ${baseRef}`
    })
  }
  const same = [...repository.pulls.values()].some(
    (one) =>
      repository.issues.get(one.number)?.state === 'open' &&
      one.headRepository === from.repository.id &&
      one.headRef === from.ref &&
      one.baseRef === baseRef
  )
  if (same) {
    throw invalid({
      resource: RESOURCE,
      code: 'custom',
      message: `A pull request already exists for ${head}.`
    })
  }
  repository.lastNumber += 1
  const number = repository.lastNumber
  const app = appOf(state, context.actor)
  const issue: Issue = {
    id: nextId(state),
    number,
    title,
    body,
    author: author.id,
    app: app?.id ?? null,
    state: 'open',
    stateReason: null,
    created: now,
    updated: now,
    closed: null,
    closedBy: null,
    locked: false,
    labels: [],
    assignees: [],
    comments: [],
    timeline: []
  }
  const pull: Pull = {
    id: nextId(state),
    number,
    draft: flag(context, 'draft', false, RESOURCE),
    headRepository: from.repository.id,
    headRef: from.ref,
    head: sha,
    baseRef,
    base: tip,
    merged: null,
    reviews: [],
    reviewComments: [],
    requestedReviewers: [],
    requestedTeams: [],
    maintainerCanModify:
      flag(context, 'maintainer_can_modify', true, RESOURCE) && from.repository !== repository
  }
  repository.issues.set(number, issue)
  repository.pulls.set(number, pull)
  git.refs.set(repository, `refs/pull/${number}/head`, sha)
  return created(showWholePull(context, repository, pull, context.actor))
}

/** `branch`, or `owner:branch` of the repository itself or a fork of it. */
function headOf(
  context: Context,
  repository: Repository,
  head: string
): { readonly repository: Repository; readonly ref: string } | null {
  const { state } = context
  const [owner, ...rest] = head.split(':')
  if (rest.length === 0) return { repository, ref: head }
  const ref = rest.join(':')
  const named = optionalText(context, 'head_repo', RESOURCE)
  const account = findAccount(state, owner ?? '')
  if (!account) return null
  if (account.id === repository.owner && named === null) return { repository, ref }
  const fork =
    named === null
      ? [...state.repositories.values()].find(
          (one) => one.owner === account.id && one.parent === repository.id
        )
      : findRepository(state, ...splitName(named, account.login))
  return fork && (fork.parent === repository.id || fork.id === repository.id)
    ? { repository: fork, ref }
    : null
}

function splitName(name: string, owner: string): [string, string] {
  const [first = '', second] = name.split('/')
  return second === undefined ? [owner, first] : [first, second]
}

function update(context: Context): Reply {
  const repository = repositoryOf(context)
  const { issue, pull } = pullOf(context, repository)
  const { actor, forge, now, state } = context
  const mine = actor !== null && issue.author === actor.account
  if (!mine && !includes(permissionOf(state, repository, actor), 'write')) throw forbidden()
  const named = optionalText(context, 'title', RESOURCE)
  const title = named === null ? null : titleFrom(named, RESOURCE)
  const body = bodyFrom(context, RESOURCE)
  const base = optionalText(context, 'base', RESOURCE)
  const wanted = optionalText(context, 'state', RESOURCE)
  if (wanted !== null && wanted !== 'open' && wanted !== 'closed') {
    throw invalid({ resource: RESOURCE, field: 'state', code: 'invalid' })
  }
  const newBase = base !== null && base !== pull.baseRef ? base : null
  if (newBase !== null) checkBase(context, repository, issue, pull, newBase)
  if (wanted === 'open' && issue.state === 'closed') checkReopen(context, repository, pull)
  if (title !== null && title !== issue.title) {
    happened(forge, issue, 'renamed', actor, { rename: { from: issue.title, to: title } })
    issue.title = title
  }
  if (context.body['body'] !== undefined) issue.body = body
  if (newBase !== null) {
    happened(forge, issue, 'base_ref_changed', actor)
    pull.baseRef = newBase
    pull.base = repository.refs.get(`refs/heads/${newBase}`) ?? ABSENT
  }
  if (wanted === 'closed' && issue.state === 'open') close(forge, issue, actor)
  if (wanted === 'open' && issue.state === 'closed') {
    issue.state = 'open'
    issue.closed = null
    issue.closedBy = null
    issue.stateReason = 'reopened'
    happened(forge, issue, 'reopened', actor)
  }
  issue.updated = now
  return ok(showWholePull(context, repository, pull, actor))
}

function checkBase(context: Context, repository: Repository, issue: Issue, pull: Pull, base: string): void {
  const tip = repository.refs.get(`refs/heads/${base}`)
  if (tip === undefined) throw invalid({ resource: RESOURCE, field: 'base', code: 'invalid' })
  if (issue.state === 'closed') {
    throw unprocessable('Validation Failed', ['Cannot change the base branch of a closed pull request.'])
  }
  if (context.forge.git(repository).isAncestor(pull.head, tip)) {
    throw invalid({
      resource: RESOURCE,
      code: 'custom',
      message: `There are no new commits between base branch '${base}' and head branch '${pull.headRef}'`
    })
  }
}

function checkReopen(context: Context, repository: Repository, pull: Pull): void {
  const why = againstReopening(context, repository, pull)
  if (why === null) return
  const message = `state cannot be changed. ${why}`
  throw invalid({ resource: RESOURCE, field: 'state', code: 'custom', message })
}

function againstReopening(context: Context, repository: Repository, pull: Pull): string | null {
  if (pull.merged) return 'The pull request cannot be reopened.'
  const home = pull.headRepository === null ? undefined : context.state.repositories.get(pull.headRepository)
  const head = home?.refs.get(`refs/heads/${pull.headRef}`)
  if (head === undefined) return `The ${pull.headRef} branch has been deleted.`
  if (head !== pull.head) return `The ${pull.headRef} branch was force-pushed or recreated.`
  if (!repository.refs.has(`refs/heads/${pull.baseRef}`))
    return `The ${pull.baseRef} branch has been deleted.`
  return null
}
