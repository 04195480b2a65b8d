import { includes, permissionOf, repositoryOf } from '../access.ts'
import { listed, listedByCursor } from '../paging.ts'
import { ok, type Context, type Reply, type Route } from '../route.ts'
import { writeInstant } from '../../../book/instant.ts'
import { nodeId, showAccount } from '../shapes/account.ts'
import { showFullRepository, showMinimalRepository, showRepository } from '../shapes/repository.ts'
import type { Activity } from '../state-repository.ts'
import { organizationOf } from '../access.ts'
import { flag } from '../body.ts'

const DAY = 24 * 60 * 60 * 1000
const PERIODS: Readonly<Record<string, number>> = {
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 91 * DAY,
  year: 365 * DAY
}

/** Repositories themselves, and who moved which ref. */
export const repositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    operation: 'repos/get',
    kind: 'read',
    handle: (context) => ok(showFullRepository(context, repositoryOf(context), context.actor))
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}',
    operation: 'repos/update',
    kind: 'write',
    needs: ['administration', 'write'],
    handle: update
  },
  {
    method: 'GET',
    path: '/orgs/{org}/repos',
    operation: 'repos/list-for-org',
    kind: 'read',
    handle: (context) => {
      const { actor, state } = context
      const organization = organizationOf(context)
      const seen = [...state.repositories.values()].filter(
        (one) => one.owner === organization.id && includes(permissionOf(state, one, actor), 'read')
      )
      return listed(context, seen, (one) => showMinimalRepository(context, one, actor))
    }
  },
  {
    method: 'GET',
    path: '/installation/repositories',
    operation: 'apps/list-repos-accessible-to-installation',
    kind: 'read',
    handle: (context) => {
      const { actor, state } = context
      const seen = [...state.repositories.values()].filter((one) => one.owner === state.organization)
      return listed(
        context,
        actor?.kind === 'app' ? seen : [],
        (one) => showRepository(context, one, actor),
        (repositories, total) => ({ total_count: total, repositories })
      )
    }
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/activity',
    operation: 'repos/list-activities',
    kind: 'read',
    needs: ['contents', 'read'],
    handle: activity
  }
]

function update(context: Context): Reply {
  const repository = repositoryOf(context, 'admin')
  const { merging } = repository
  const next = {
    mergeCommit: flag(context, 'allow_merge_commit', merging.mergeCommit),
    squash: flag(context, 'allow_squash_merge', merging.squash),
    rebase: flag(context, 'allow_rebase_merge', merging.rebase),
    autoMerge: flag(context, 'allow_auto_merge', merging.autoMerge),
    deleteBranch: flag(context, 'delete_branch_on_merge', merging.deleteBranch),
    updateBranch: flag(context, 'allow_update_branch', merging.updateBranch)
  }
  const [archived, hidden] = [
    flag(context, 'archived', repository.archived),
    flag(context, 'private', repository.private)
  ]
  repository.merging = next
  repository.archived = archived
  repository.private = hidden
  return ok(showFullRepository(context, repository, context.actor))
}

function activity(context: Context): Reply {
  const repository = repositoryOf(context)
  const { now, query, state } = context
  const [ref, actor, kind, period] = ['ref', 'actor', 'activity_type', 'time_period'].map((name) =>
    query.get(name)
  )
  const since = now - (PERIODS[period ?? ''] ?? Number.POSITIVE_INFINITY)
  // `ref` may be a branch name or a full ref.
  const refs = ref ? [ref, `refs/heads/${ref}`] : null
  const found = repository.activity.filter(
    (one) =>
      (refs === null || refs.includes(one.ref)) &&
      (!kind || one.type === kind) &&
      (!actor || state.accounts.get(one.actor ?? -1)?.login.toLowerCase() === actor.toLowerCase()) &&
      one.at >= since
  )
  const ordered = query.get('direction') === 'asc' ? found : found.toReversed()
  return listedByCursor(context, ordered, (one) => showActivity(context, one))
}

function showActivity(context: Context, one: Activity): object {
  return {
    id: one.id,
    node_id: nodeId('PushEvent', one.id),
    before: one.before,
    after: one.after,
    ref: one.ref,
    timestamp: writeInstant(one.at),
    activity_type: one.type,
    actor: showAccount(context, one.actor)
  }
}
