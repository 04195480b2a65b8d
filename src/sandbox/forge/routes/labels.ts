import { repositoryOf } from '../access.ts'
import { optionalText, text } from '../body.ts'
import { demandAny } from '../demand.ts'
import { invalid, notFound } from '../error.ts'
import { listed } from '../paging.ts'
import { created, noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import { showLabel } from '../shapes/issue.ts'
import type { Label } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { nextId, type ForgeState } from '../state.ts'

const LABELS = '/repos/{owner}/{repo}/labels'
const EITHER = ['issues', 'pull_requests'] as const

/** Labels of a repository. */
export const labelRoutes: readonly Route[] = [
  { method: 'GET', path: LABELS, operation: 'issues/list-labels-for-repo', kind: 'read', handle: list },
  { method: 'POST', path: LABELS, operation: 'issues/create-label', kind: 'write', handle: create },
  { method: 'GET', path: `${LABELS}/{name}`, operation: 'issues/get-label', kind: 'read', handle: get },
  {
    method: 'PATCH',
    path: `${LABELS}/{name}`,
    operation: 'issues/update-label',
    kind: 'write',
    handle: update
  },
  {
    method: 'DELETE',
    path: `${LABELS}/{name}`,
    operation: 'issues/delete-label',
    kind: 'write',
    handle: remove
  }
]

/** A label by its name, regardless of case. */
export function findLabel(repository: Repository, name: string): Label | null {
  const wanted = name.toLowerCase()
  return repository.labels.find((one) => one.name.toLowerCase() === wanted) ?? null
}

/** A new label; 422 for a name or colour that GitHub doesn't take. */
export function makeLabel(
  state: ForgeState,
  name: string,
  color = 'ededed',
  description: string | null = null
): Label {
  if (name === '' || name.length > 50) throw invalid({ resource: 'Label', field: 'name', code: 'invalid' })
  if (!/^[0-9a-f]{6}$/iu.test(color)) throw invalid({ resource: 'Label', field: 'color', code: 'invalid' })
  if ((description ?? '').length > 100) {
    throw invalid({ resource: 'Label', field: 'description', code: 'invalid' })
  }
  return { id: nextId(state), name, color, description }
}

function list(context: Context): Reply {
  demandAny(context, EITHER, 'read')
  const repository = repositoryOf(context)
  return listed(context, repository.labels, (label) => showLabel(context, repository, label))
}

function get(context: Context): Reply {
  demandAny(context, EITHER, 'read')
  const repository = repositoryOf(context)
  return ok(showLabel(context, repository, named(context, repository)))
}

function create(context: Context): Reply {
  demandAny(context, EITHER, 'write')
  const repository = repositoryOf(context, 'write')
  const name = text(context, 'name', 'Label')
  if (findLabel(repository, name)) throw invalid({ resource: 'Label', field: 'name', code: 'already_exists' })
  const color = optionalText(context, 'color', 'Label') ?? undefined
  const label = makeLabel(context.forge.state, name, color, optionalText(context, 'description', 'Label'))
  repository.labels.push(label)
  return created(showLabel(context, repository, label))
}

function update(context: Context): Reply {
  demandAny(context, EITHER, 'write')
  const repository = repositoryOf(context, 'write')
  const label = named(context, repository)
  const name = optionalText(context, 'new_name', 'Label') ?? label.name
  const other = findLabel(repository, name)
  if (other && other !== label) throw invalid({ resource: 'Label', field: 'name', code: 'already_exists' })
  const color = optionalText(context, 'color', 'Label') ?? label.color
  const description = optionalText(context, 'description', 'Label') ?? label.description
  const checked = makeLabel(context.forge.state, name, color, description)
  Object.assign(label, { name: checked.name, color: checked.color, description: checked.description })
  return ok(showLabel(context, repository, label))
}

function remove(context: Context): Reply {
  demandAny(context, EITHER, 'write')
  const repository = repositoryOf(context, 'write')
  const label = named(context, repository)
  repository.labels.splice(repository.labels.indexOf(label), 1)
  for (const issue of repository.issues.values()) issue.labels = issue.labels.filter((id) => id !== label.id)
  return noContent()
}

function named(context: Context, repository: Repository): Label {
  const label = findLabel(repository, context.params['name'] ?? '')
  if (!label) throw notFound()
  return label
}
