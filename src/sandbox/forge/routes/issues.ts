import { asker, includes, permissionOf, repositoryOf } from '../access.ts'
import { optionalText, text, texts } from '../body.ts'
import { demandAny } from '../demand.ts'
import { forbidden, invalid } from '../error.ts'
import { happened } from '../timeline.ts'
import { listed } from '../paging.ts'
import { created, ok, type Context, type Reply, type Route } from '../route.ts'
import { showIssue } from '../shapes/issue.ts'
import type { Issue } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { findAccount, nextId } from '../state.ts'
import { issueOf } from './find.ts'
import { addLabels } from './issue-labels.ts'
import { findLabel } from './labels.ts'
import { bodyFrom, titleFrom } from './words.ts'

const ISSUES = '/repos/{owner}/{repo}/issues'
const EITHER = ['issues', 'pull_requests'] as const

/** Issues; pull requests are among them. */
export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: ISSUES, operation: 'issues/list-for-repo', kind: 'read', handle: list },
  {
    method: 'POST',
    path: ISSUES,
    operation: 'issues/create',
    kind: 'write',
    needs: ['issues', 'write'],
    handle: create
  },
  { method: 'GET', path: `${ISSUES}/{issue_number}`, operation: 'issues/get', kind: 'read', handle: get },
  {
    method: 'PATCH',
    path: `${ISSUES}/{issue_number}`,
    operation: 'issues/update',
    kind: 'write',
    handle: update
  }
]

function list(context: Context): Reply {
  demandAny(context, EITHER, 'read')
  const repository = repositoryOf(context)
  const { query, state } = context
  const wanted = query.get('state') ?? 'open'
  const names = (query.get('labels') ?? '').split(',').filter((name) => name !== '')
  const labels = names.map((name) => findLabel(repository, name)?.id ?? -1)
  const creator = query.get('creator')
  const author = creator === null ? null : (findAccount(state, creator)?.id ?? -1)
  const since = Date.parse(query.get('since') ?? '') || 0
  const found = [...repository.issues.values()].filter(
    (issue) =>
      (wanted === 'all' || issue.state === wanted) &&
      labels.every((id) => issue.labels.includes(id)) &&
      (author === null || issue.author === author) &&
      issue.updated >= since
  )
  return listed(context, sorted(context, found), (issue) => showIssue(context, repository, issue))
}

// Newest first, unless it is asked for otherwise.
function sorted({ query }: Context, issues: readonly Issue[]): readonly Issue[] {
  const key = query.get('sort') === 'updated' ? 'updated' : 'created'
  const sign = query.get('direction') === 'asc' ? 1 : -1
  return issues.toSorted((a, b) => sign * (a[key] - b[key] || a.number - b.number))
}

function get(context: Context): Reply {
  demandAny(context, EITHER, 'read')
  const repository = repositoryOf(context)
  return ok(showIssue(context, repository, issueOf(context, repository)))
}

function create(context: Context): Reply {
  const repository = repositoryOf(context)
  const { actor, now } = context
  const author = asker(context)
  const title = titleFrom(text(context, 'title', 'Issue'), 'Issue')
  const labels = texts(context, 'labels', 'Issue') ?? []
  // Labels and assignees of those who may not set them are dropped without a word.
  const may = includes(permissionOf(context.state, repository, actor), 'triage')
  const assignees = may ? (assigneesFrom(context, repository) ?? []) : []
  const issue: Issue = {
    id: nextId(context.forge.state),
    number: repository.lastNumber + 1,
    title,
    body: bodyFrom(context, 'Issue'),
    author: author.id,
    app: actor?.kind === 'app' ? actor.app : null,
    state: 'open',
    stateReason: null,
    created: now,
    updated: now,
    closed: null,
    closedBy: null,
    locked: false,
    labels: [],
    assignees,
    comments: [],
    timeline: []
  }
  repository.lastNumber += 1
  repository.issues.set(issue.number, issue)
  if (may) addLabels(context, repository, issue, labels)
  return created(showIssue(context, repository, issue))
}

function update(context: Context): Reply {
  demandAny(context, EITHER, 'write')
  const repository = repositoryOf(context)
  const issue = issueOf(context, repository)
  const may = includes(permissionOf(context.state, repository, context.actor), 'triage')
  if (!may && asker(context).id !== issue.author) throw forbidden('Must have triage rights or be the author.')
  const wanted = optionalText(context, 'title', 'Issue')
  const title = wanted === null ? null : titleFrom(wanted, 'Issue')
  const body = bodyFrom(context, 'Issue')
  const state = stateFrom(context)
  const assignees = may ? assigneesFrom(context, repository) : null
  const labels = may ? texts(context, 'labels', 'Issue') : null
  if (title !== null && title !== issue.title) {
    happened(context.forge, issue, 'renamed', context.actor, { rename: { from: issue.title, to: title } })
    issue.title = title
  }
  if ('body' in context.body) issue.body = body
  if (labels) {
    issue.labels = []
    addLabels(context, repository, issue, labels)
  }
  if (assignees) issue.assignees = assignees
  if (state !== null && state !== issue.state) setState(context, repository, issue, state)
  issue.updated = context.now
  return ok(showIssue(context, repository, issue))
}

function setState(context: Context, repository: Repository, issue: Issue, state: Issue['state']): void {
  if (repository.pulls.get(issue.number)?.merged) {
    throw invalid({ resource: 'Issue', field: 'state', code: 'invalid' })
  }
  issue.state = state
  const reason = context.body['state_reason']
  const closing = reason === 'not_planned' ? 'not_planned' : 'completed'
  if (!repository.pulls.has(issue.number)) issue.stateReason = state === 'open' ? 'reopened' : closing
  issue.closed = state === 'closed' ? context.now : null
  issue.closedBy = state === 'closed' ? (context.actor?.account ?? null) : null
  happened(context.forge, issue, state === 'closed' ? 'closed' : 'reopened', context.actor, {
    state_reason: issue.stateReason
  })
}

function stateFrom(context: Context): Issue['state'] | null {
  const state = optionalText(context, 'state', 'Issue')
  if (state !== null && state !== 'open' && state !== 'closed') {
    throw invalid({ resource: 'Issue', field: 'state', code: 'invalid' })
  }
  return state
}

function assigneesFrom(context: Context, repository: Repository): number[] | null {
  const logins = texts(context, 'assignees', 'Issue')
  if (logins === null) return null
  return logins.map((login) => {
    const account = findAccount(context.state, login)
    const actor = account && ({ kind: 'user', account: account.id } as const)
    if (!actor || permissionOf(context.state, repository, actor) === 'none') {
      throw invalid({ resource: 'Issue', field: 'assignees', code: 'invalid', value: login })
    }
    return actor.account
  })
}
