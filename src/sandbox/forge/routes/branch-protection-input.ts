import { flag, isObject, object } from '../body.ts'
import { invalid, type ApiError } from '../error.ts'
import type { Context } from '../route.ts'
import type { ActorList, BranchProtection } from '../state-repository.ts'
import { findAccount, findApp, findTeam, type ForgeState } from '../state.ts'

type Fields = Readonly<Record<string, unknown>>

/** Reads what `PUT …/protection` takes. Four fields must be there, null or not; 422 otherwise. */
export function readProtection(context: Context): BranchProtection {
  for (const field of [
    'required_status_checks',
    'enforce_admins',
    'required_pull_request_reviews',
    'restrictions'
  ]) {
    if (!(field in context.body)) throw wrong(field)
  }
  const checks = object(context, 'required_status_checks')
  const reviews = object(context, 'required_pull_request_reviews')
  const restrictions = object(context, 'restrictions')
  return {
    checks: checks && { strict: checks['strict'] === true, contexts: contextsFrom(checks) },
    reviews: reviews && reviewsFrom(context.state, reviews),
    restrictions: restrictions && actorsFrom(context.state, restrictions),
    enforceAdmins: context.body['enforce_admins'] === true,
    linearHistory: flag(context, 'required_linear_history', false),
    allowForcePushes: flag(context, 'allow_force_pushes', false),
    allowDeletions: flag(context, 'allow_deletions', false),
    signatures: false,
    conversationResolution: flag(context, 'required_conversation_resolution', false),
    lockBranch: flag(context, 'lock_branch', false)
  }
}

function contextsFrom(checks: Fields): NonNullable<BranchProtection['checks']>['contexts'] {
  const listed: unknown = checks['checks'] ?? checks['contexts'] ?? []
  if (!Array.isArray(listed)) throw wrong('required_status_checks')
  return listed.map((one: unknown) => {
    if (typeof one === 'string') return { context: one, app: null }
    if (!isObject(one) || typeof one['context'] !== 'string') throw wrong('required_status_checks')
    const app = one['app_id']
    // -1 says that any App may set it.
    return { context: one['context'], app: typeof app === 'number' && app > 0 ? app : null }
  })
}

function reviewsFrom(state: ForgeState, reviews: Fields): NonNullable<BranchProtection['reviews']> {
  const count = reviews['required_approving_review_count'] ?? 1
  if (typeof count !== 'number' || count < 0 || count > 6) throw wrong('required_approving_review_count')
  const dismissal = reviews['dismissal_restrictions']
  const bypass = reviews['bypass_pull_request_allowances']
  return {
    count,
    codeOwners: reviews['require_code_owner_reviews'] === true,
    dismissStale: reviews['dismiss_stale_reviews'] === true,
    lastPush: reviews['require_last_push_approval'] === true,
    // An empty object takes the restriction away.
    dismissal: isObject(dismissal) && Object.keys(dismissal).length > 0 ? actorsFrom(state, dismissal) : null,
    bypass: actorsFrom(state, isObject(bypass) ? bypass : {})
  }
}

function actorsFrom(state: ForgeState, fields: Fields): ActorList {
  const ids = (field: string, find: (name: string) => { readonly id: number } | null): number[] => {
    const names: unknown = fields[field] ?? []
    if (!Array.isArray(names)) throw wrong(field)
    return names.map((name: unknown) => {
      const found = typeof name === 'string' ? find(name) : null
      if (!found) throw wrong(field)
      return found.id
    })
  }
  return {
    users: ids('users', (name) => findAccount(state, name)),
    teams: ids('teams', (name) => findTeam(state, name)),
    apps: ids('apps', (name) => findApp(state, name))
  }
}

function wrong(field: string): ApiError {
  return invalid({ resource: 'BranchProtection', field, code: 'invalid' })
}
