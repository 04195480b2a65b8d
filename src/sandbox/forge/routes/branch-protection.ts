import { ApiError } from '../error.ts'
import { administered } from '../demand.ts'
import { noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import { showActors } from '../shapes/actors.ts'
import type { Shape } from '../shapes/account.ts'
import { addressesOf } from '../shapes/issue.ts'
import type { BranchProtection, Repository } from '../state-repository.ts'
import { readProtection } from './branch-protection-input.ts'

const PROTECTION = '/repos/{owner}/{repo}/branches/{branch}/protection'

/** Classic branch protection; only administrators may see it. */
export const branchProtectionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PROTECTION,
    operation: 'repos/get-branch-protection',
    kind: 'read',
    needs: ['administration', 'read'],
    handle: get
  },
  {
    method: 'PUT',
    path: PROTECTION,
    operation: 'repos/update-branch-protection',
    kind: 'write',
    needs: ['administration', 'write'],
    handle: put
  },
  {
    method: 'DELETE',
    path: PROTECTION,
    operation: 'repos/delete-branch-protection',
    kind: 'write',
    needs: ['administration', 'write'],
    handle: remove
  }
]

function get(context: Context): Reply {
  const repository = administered(context)
  const { branch, protection } = protectedBranch(context, repository)
  return ok(show(context, repository, branch, protection))
}

function put(context: Context): Reply {
  const repository = administered(context)
  const branch = existing(context, repository)
  const protection = readProtection(context)
  repository.protection.set(branch, protection)
  return ok(show(context, repository, branch, protection))
}

function remove(context: Context): Reply {
  const repository = administered(context)
  repository.protection.delete(protectedBranch(context, repository).branch)
  return noContent()
}

function existing({ params }: Context, repository: Repository): string {
  const branch = params['branch'] ?? ''
  if (!repository.refs.has(`refs/heads/${branch}`)) throw new ApiError(404, 'Branch not found')
  return branch
}

function protectedBranch(
  context: Context,
  repository: Repository
): { branch: string; protection: BranchProtection } {
  const branch = existing(context, repository)
  const protection = repository.protection.get(branch)
  if (!protection) throw new ApiError(404, 'Branch not protected')
  return { branch, protection }
}

function show(context: Context, repository: Repository, branch: string, rule: BranchProtection): Shape {
  const url = `${addressesOf(context, repository).api}/branches/${encodeURIComponent(branch)}/protection`
  const { checks, restrictions, reviews } = rule
  return {
    url,
    ...(checks
      ? {
          required_status_checks: {
            url: `${url}/required_status_checks`,
            strict: checks.strict,
            contexts: checks.contexts.map(({ context: name }) => name),
            contexts_url: `${url}/required_status_checks/contexts`,
            checks: checks.contexts.map(({ app, context: name }) => ({ context: name, app_id: app }))
          }
        }
      : {}),
    ...(reviews ? { required_pull_request_reviews: showReviews(context, url, reviews) } : {}),
    ...(restrictions
      ? {
          restrictions: {
            url: `${url}/restrictions`,
            users_url: `${url}/restrictions/users`,
            teams_url: `${url}/restrictions/teams`,
            apps_url: `${url}/restrictions/apps`,
            ...showActors(context, restrictions)
          }
        }
      : {}),
    required_signatures: { url: `${url}/required_signatures`, enabled: rule.signatures },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: rule.enforceAdmins },
    required_linear_history: { enabled: rule.linearHistory },
    allow_force_pushes: { enabled: rule.allowForcePushes },
    allow_deletions: { enabled: rule.allowDeletions },
    block_creations: { enabled: false },
    required_conversation_resolution: { enabled: rule.conversationResolution },
    lock_branch: { enabled: rule.lockBranch },
    allow_fork_syncing: { enabled: false }
  }
}

// Who is named shows only where there is a restriction, as on GitHub.
function showReviews(
  context: Context,
  url: string,
  reviews: NonNullable<BranchProtection['reviews']>
): Shape {
  const own = `${url}/required_pull_request_reviews`
  const { bypass, dismissal } = reviews
  const bypassed = bypass.users.length + bypass.teams.length + bypass.apps.length > 0
  return {
    url: own,
    dismiss_stale_reviews: reviews.dismissStale,
    require_code_owner_reviews: reviews.codeOwners,
    require_last_push_approval: reviews.lastPush,
    required_approving_review_count: reviews.count,
    ...(dismissal
      ? {
          dismissal_restrictions: {
            url: `${url}/dismissal_restrictions`,
            users_url: `${url}/dismissal_restrictions/users`,
            teams_url: `${url}/dismissal_restrictions/teams`,
            ...showActors(context, dismissal)
          }
        }
      : {}),
    ...(bypassed ? { bypass_pull_request_allowances: showActors(context, bypass) } : {})
  }
}
