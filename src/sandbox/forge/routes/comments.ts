import { asker, includes, permissionOf, repositoryOf } from '../access.ts'
import { text } from '../body.ts'
import { demandAny } from '../demand.ts'
import { forbidden, invalid, notFound } from '../error.ts'
import { listed } from '../paging.ts'
import { created, noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import { showComment } from '../shapes/issue.ts'
import type { Comment, Issue } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { nextId } from '../state.ts'
import { issueOf } from './find.ts'

const ISSUE = '/repos/{owner}/{repo}/issues/{issue_number}/comments'
const ALL = '/repos/{owner}/{repo}/issues/comments'
const EITHER = ['issues', 'pull_requests'] as const

/** GitHub's limit of a comment, in characters. Source: the message of its 422. */
const LONGEST = 65_536

/** Comments on issues and pull requests. */
export const commentRoutes: readonly Route[] = [
  { method: 'GET', path: ISSUE, operation: 'issues/list-comments', kind: 'read', handle: list },
  { method: 'POST', path: ISSUE, operation: 'issues/create-comment', kind: 'write', handle: create },
  { method: 'GET', path: ALL, operation: 'issues/list-comments-for-repo', kind: 'read', handle: listAll },
  { method: 'GET', path: `${ALL}/{comment_id}`, operation: 'issues/get-comment', kind: 'read', handle: get },
  {
    method: 'PATCH',
    path: `${ALL}/{comment_id}`,
    operation: 'issues/update-comment',
    kind: 'write',
    handle: update
  },
  {
    method: 'DELETE',
    path: `${ALL}/{comment_id}`,
    operation: 'issues/delete-comment',
    kind: 'write',
    handle: remove
  }
]

function list(context: Context): Reply {
  demandAny(context, EITHER, 'read')
  const repository = repositoryOf(context)
  const issue = issueOf(context, repository)
  const since = Date.parse(context.query.get('since') ?? '') || 0
  const comments = issue.comments.filter(({ updated }) => updated >= since)
  return listed(context, comments, (comment) => showComment(context, repository, issue, comment))
}

function listAll(context: Context): Reply {
  demandAny(context, EITHER, 'read')
  const repository = repositoryOf(context)
  const all = [...repository.issues.values()]
    .flatMap((issue) => issue.comments.map((comment) => ({ issue, comment })))
    .toSorted((a, b) => a.comment.id - b.comment.id)
  return listed(context, all, ({ comment, issue }) => showComment(context, repository, issue, comment))
}

function create(context: Context): Reply {
  demandAny(context, EITHER, 'write')
  const repository = repositoryOf(context)
  const author = asker(context)
  const issue = issueOf(context, repository)
  const mayWrite = includes(permissionOf(context.state, repository, context.actor), 'write')
  if (issue.locked && !mayWrite) throw forbidden('Unable to create comment because issue is locked.')
  const comment: Comment = {
    id: nextId(context.forge.state),
    author: author.id,
    app: context.actor?.kind === 'app' ? context.actor.app : null,
    body: bodyFrom(context),
    created: context.now,
    updated: context.now
  }
  issue.comments.push(comment)
  issue.updated = context.now
  return created(showComment(context, repository, issue, comment))
}

function get(context: Context): Reply {
  demandAny(context, EITHER, 'read')
  const repository = repositoryOf(context)
  const { comment, issue } = find(context, repository)
  return ok(showComment(context, repository, issue, comment))
}

// Whoever may write may edit anybody's comment: a comment proves nothing.
function update(context: Context): Reply {
  demandAny(context, EITHER, 'write')
  const repository = repositoryOf(context)
  const { comment, issue } = editable(context, repository)
  comment.body = bodyFrom(context)
  comment.updated = context.now
  return ok(showComment(context, repository, issue, comment))
}

function remove(context: Context): Reply {
  demandAny(context, EITHER, 'write')
  const repository = repositoryOf(context)
  const { comment, issue } = editable(context, repository)
  issue.comments.splice(issue.comments.indexOf(comment), 1)
  return noContent()
}

function editable(context: Context, repository: Repository): { issue: Issue; comment: Comment } {
  const found = find(context, repository)
  const mayWrite = includes(permissionOf(context.state, repository, context.actor), 'write')
  if (asker(context).id !== found.comment.author && !mayWrite) {
    throw forbidden('Must have write access or be the author to change a comment.')
  }
  return found
}

function find(context: Context, repository: Repository): { issue: Issue; comment: Comment } {
  const id = Number(context.params['comment_id'])
  for (const issue of repository.issues.values()) {
    const comment = issue.comments.find((one) => one.id === id)
    if (comment) return { issue, comment }
  }
  throw notFound()
}

function bodyFrom(context: Context): string {
  const body = text(context, 'body', 'IssueComment')
  if (body.trim() === '') throw invalid({ resource: 'IssueComment', field: 'body', code: 'missing_field' })
  if (body.length > LONGEST) {
    throw invalid({
      resource: 'IssueComment',
      field: 'data',
      code: 'unprocessable',
      message: `Body is too long (maximum is ${LONGEST} characters)`
    })
  }
  return body
}
