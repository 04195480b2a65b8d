import { writeInstant } from '../../../book/instant.ts'
import { asker, repositoryOf } from '../access.ts'
import { optionalText, text } from '../body.ts'
import { invalid, notFound, unprocessable } from '../error.ts'
import { listed } from '../paging.ts'
import { created, type Context, type Reply, type Route } from '../route.ts'
import { nodeId, showAccount, type Shape } from '../shapes/account.ts'
import { addressesOf } from '../shapes/issue.ts'
import { showMinimalRepository } from '../shapes/repository.ts'
import type { CommitStatus, Repository } from '../state-repository.ts'
import { nextId } from '../state.ts'
import { commitNamed } from './find.ts'

const READ = ['statuses', 'read'] as const
const STATES = ['error', 'failure', 'pending', 'success'] as const
const LONGEST_DESCRIPTION = 140

/** Commit statuses. Whoever may push may post one, under any name. */
export const statusRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/statuses/{sha}',
    operation: 'repos/create-commit-status',
    kind: 'write',
    needs: ['statuses', 'write'],
    handle: create
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}/statuses',
    operation: 'repos/list-commit-statuses-for-ref',
    kind: 'read',
    needs: READ,
    handle: list
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}/status',
    operation: 'repos/get-combined-status-for-ref',
    kind: 'read',
    needs: READ,
    handle: combine
  }
]

function create(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const sha = context.params['sha'] ?? ''
  if (context.forge.git(repository).commit(sha) === null)
    throw unprocessable(`No commit found for SHA: ${sha}`)
  const wanted = text(context, 'state', 'Status')
  const state = STATES.find((one) => one === wanted)
  if (state === undefined) throw invalid({ resource: 'Status', field: 'state', code: 'invalid' })
  const description = optionalText(context, 'description', 'Status')
  if ((description ?? '').length > LONGEST_DESCRIPTION) {
    throw invalid({ resource: 'Status', field: 'description', code: 'custom' })
  }
  const status: CommitStatus = {
    id: nextId(context.forge.state),
    sha,
    state,
    context: optionalText(context, 'context', 'Status') ?? 'default',
    description,
    targetUrl: optionalText(context, 'target_url', 'Status'),
    creator: asker(context).id,
    created: context.now
  }
  repository.statuses.push(status)
  return created(show(context, repository, status))
}

// Newest first.
function list(context: Context): Reply {
  const { repository, sha } = found(context)
  const statuses = repository.statuses.filter((one) => one.sha === sha).toReversed()
  return listed(context, statuses, (one) => show(context, repository, one))
}

function combine(context: Context): Reply {
  const { repository, sha } = found(context)
  const latest = new Map(
    repository.statuses.filter((one) => one.sha === sha).map((one) => [one.context.toLowerCase(), one])
  )
  const { api } = addressesOf(context, repository)
  const statuses = [...latest.values()]
  return listed(
    context,
    statuses,
    (one) => {
      const { creator: _, ...simple } = show(context, repository, one)
      return simple
    },
    (page, total) => ({
      state: combined(statuses),
      statuses: page,
      sha,
      total_count: total,
      repository: showMinimalRepository(context, repository, context.actor),
      commit_url: `${api}/commits/${sha}`,
      url: `${api}/commits/${sha}/status`
    })
  )
}

function combined(statuses: readonly CommitStatus[]): string {
  const has = (...states: readonly string[]): boolean => statuses.some(({ state }) => states.includes(state))
  if (has('error', 'failure')) return 'failure'
  return statuses.length === 0 || has('pending') ? 'pending' : 'success'
}

function found(context: Context): { repository: Repository; sha: string } {
  const repository = repositoryOf(context)
  const sha = commitNamed(context, repository, context.params['ref'] ?? '')
  if (sha === null) throw notFound()
  return { repository, sha }
}

function show(context: Context, repository: Repository, status: CommitStatus): Shape {
  const creator = showAccount(context, status.creator)
  const at = writeInstant(status.created)
  return {
    url: `${addressesOf(context, repository).api}/statuses/${status.sha}`,
    avatar_url: creator?.['avatar_url'] ?? null,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: at,
    updated_at: at,
    creator
  }
}
