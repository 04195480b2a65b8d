import { repositoryOf } from '../access.ts'
import { isObject } from '../body.ts'
import { demandAny } from '../demand.ts'
import { ApiError, invalid } from '../error.ts'
import { happened } from '../timeline.ts'
import { listed } from '../paging.ts'
import { noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import { showLabel, showLabels } from '../shapes/issue.ts'
import type { Issue, Label } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { issueOf } from './find.ts'
import { findLabel, makeLabel } from './labels.ts'

const LABELS = '/repos/{owner}/{repo}/issues/{issue_number}/labels'
const EITHER = ['issues', 'pull_requests'] as const

/** Labels on issues and pull requests. */
export const issueLabelRoutes: readonly Route[] = [
  { method: 'GET', path: LABELS, operation: 'issues/list-labels-on-issue', kind: 'read', handle: list },
  { method: 'POST', path: LABELS, operation: 'issues/add-labels', kind: 'write', handle: add },
  { method: 'PUT', path: LABELS, operation: 'issues/set-labels', kind: 'write', handle: set },
  { method: 'DELETE', path: LABELS, operation: 'issues/remove-all-labels', kind: 'write', handle: clear },
  {
    method: 'DELETE',
    path: `${LABELS}/{name}`,
    operation: 'issues/remove-label',
    kind: 'write',
    handle: remove
  }
]

/** Puts labels on an issue; those that don't exist yet are made. */
export function addLabels(
  context: Context,
  repository: Repository,
  issue: Issue,
  names: readonly string[]
): void {
  for (const name of names) {
    const label = findLabel(repository, name) ?? make(context, repository, name)
    if (issue.labels.includes(label.id)) continue
    issue.labels.push(label.id)
    happened(context.forge, issue, 'labeled', context.actor, {
      label: { name: label.name, color: label.color }
    })
  }
}

function make(context: Context, repository: Repository, name: string): Label {
  const label = makeLabel(context.forge.state, name)
  repository.labels.push(label)
  return label
}

function list(context: Context): Reply {
  demandAny(context, EITHER, 'read')
  const repository = repositoryOf(context)
  const issue = issueOf(context, repository)
  const labels = repository.labels.filter(({ id }) => issue.labels.includes(id))
  return listed(context, labels, (label) => showLabel(context, repository, label))
}

function add(context: Context): Reply {
  const { issue, repository } = labelled(context)
  addLabels(context, repository, issue, namesFrom(context))
  return ok(showLabels(context, repository, issue))
}

function set(context: Context): Reply {
  const { issue, repository } = labelled(context)
  const names = namesFrom(context)
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  for (const label of labelsOf(repository, issue)) {
    if (!wanted.has(label.name.toLowerCase())) takeOff(context, issue, label)
  }
  addLabels(context, repository, issue, names)
  return ok(showLabels(context, repository, issue))
}

function clear(context: Context): Reply {
  const { issue, repository } = labelled(context)
  for (const label of labelsOf(repository, issue)) takeOff(context, issue, label)
  return noContent()
}

function remove(context: Context): Reply {
  const { issue, repository } = labelled(context)
  const label = findLabel(repository, context.params['name'] ?? '')
  if (!label || !issue.labels.includes(label.id)) throw new ApiError(404, 'Label does not exist')
  takeOff(context, issue, label)
  return ok(showLabels(context, repository, issue))
}

function labelled(context: Context): { repository: Repository; issue: Issue } {
  demandAny(context, EITHER, 'write')
  const repository = repositoryOf(context, 'triage')
  return { repository, issue: issueOf(context, repository) }
}

function labelsOf(repository: Repository, issue: Issue): readonly Label[] {
  return repository.labels.filter(({ id }) => issue.labels.includes(id))
}

function takeOff(context: Context, issue: Issue, label: Label): void {
  issue.labels = issue.labels.filter((id) => id !== label.id)
  happened(context.forge, issue, 'unlabeled', context.actor, {
    label: { name: label.name, color: label.color }
  })
}

// Names, or objects with a name.
function namesFrom(context: Context): readonly string[] {
  const labels: unknown = context.body['labels'] ?? []
  if (!Array.isArray(labels)) throw wrong()
  return labels.map((one: unknown) => {
    const name = isObject(one) ? one['name'] : one
    if (typeof name !== 'string') throw wrong()
    return name
  })
}

function wrong(): ApiError {
  return invalid({ resource: 'Label', field: 'labels', code: 'invalid' })
}
