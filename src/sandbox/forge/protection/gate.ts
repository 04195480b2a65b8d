import { includes, isMember, permissionOf } from '../access.ts'
import { isObject } from '../body.ts'
import type { Context } from '../route.ts'
import type { ActorList, BranchProtection, Repository, Rule, Ruleset } from '../state-repository.ts'
import type { Actor, ForgeState } from '../state.ts'
import { matchesRef } from './ref-pattern.ts'

export type Scene = Pick<Context, 'forge' | 'state'>

/** How far somebody passes a gate: in any way, by pull request alone, or unseen. Null: not at all. */
export type Bypass = 'always' | 'pull_request' | 'exempt' | null

/** What one protection or one ruleset asks of a ref. */
export interface Gate {
  /** Null: it is classic protection. */
  readonly ruleset: Ruleset | null
  /** A pull request is needed, and these approvals of it. */
  readonly reviews: {
    readonly count: number
    readonly codeOwners: boolean
    readonly dismissStale: boolean
    readonly lastPush: boolean
    /** Who may dismiss; null: everybody who may write. */
    readonly dismissal: ActorList | null
    /** `merge`, `squash`, `rebase`; null: all. */
    readonly methods: readonly string[] | null
  } | null
  readonly checks: {
    readonly strict: boolean
    readonly contexts: readonly { readonly context: string; readonly app: number | null }[]
  } | null
  /** Who may push at all; null: everybody who may write. */
  readonly pushers: ActorList | null
  readonly forbids: ReadonlySet<'creation' | 'update' | 'deletion' | 'non_fast_forward' | 'merges' | 'direct'>
  /** Whether `bypass` opens these too: classic protection lets nobody force-push or delete unless it lets everybody. */
  readonly hardHistory: boolean
  bypass(actor: Actor): Bypass
  /** Besides: who may do without a pull request. */
  skipsReviews(actor: Actor): boolean
}

/** Every gate in front of a ref. */
export function gatesOf(scene: Scene, repository: Repository, ref: string): readonly Gate[] {
  const gates: Gate[] = []
  const branch = /^refs\/heads\/(.+)$/u.exec(ref)?.[1]
  const classic = branch === undefined ? undefined : repository.protection.get(branch)
  if (classic) gates.push(classicGate(scene.state, repository, classic))
  for (const ruleset of rulesetsOf(repository, ref)) gates.push(rulesetGate(scene.state, repository, ruleset))
  return gates
}

/** The active rulesets that a ref falls under. */
export function rulesetsOf(repository: Repository, ref: string): readonly Ruleset[] {
  return repository.rulesets.filter(
    ({ enforcement, exclude, include, target }) =>
      enforcement === 'active' &&
      ref.startsWith(target === 'tag' ? 'refs/tags/' : 'refs/heads/') &&
      target !== 'push' &&
      include.some((pattern) => matchesRef(pattern, ref, repository.defaultBranch)) &&
      !exclude.some((pattern) => matchesRef(pattern, ref, repository.defaultBranch))
  )
}

/** Whether an actor is named, by itself or by a team. */
export function isListed(state: ForgeState, list: ActorList, actor: Actor): boolean {
  if (actor.kind === 'app') return list.apps.includes(actor.app)
  if (list.users.includes(actor.account)) return true
  return list.teams.some((id) => {
    const team = state.teams.get(id)
    return team !== undefined && isMember(state, team, actor.account)
  })
}

function classicGate(state: ForgeState, repository: Repository, rule: BranchProtection): Gate {
  const forbids = new Set<'update' | 'deletion' | 'non_fast_forward' | 'merges'>()
  if (!rule.allowForcePushes) forbids.add('non_fast_forward')
  if (!rule.allowDeletions) forbids.add('deletion')
  if (rule.linearHistory) forbids.add('merges')
  if (rule.lockBranch) forbids.add('update')
  const { checks, restrictions, reviews } = rule
  return {
    ruleset: null,
    reviews: reviews && { ...reviews, methods: null },
    checks,
    pushers: restrictions,
    forbids,
    hardHistory: true,
    // An App is no administrator, whatever it may do: it must be named.
    bypass: (actor) =>
      !rule.enforceAdmins &&
      actor.kind === 'user' &&
      includes(permissionOf(state, repository, actor), 'admin')
        ? 'always'
        : null,
    skipsReviews: (actor) => reviews !== null && isListed(state, reviews.bypass, actor)
  }
}

function rulesetGate(state: ForgeState, repository: Repository, ruleset: Ruleset): Gate {
  const rule = (type: string): Rule | undefined => ruleset.rules.find((one) => one.type === type)
  const pull = rule('pull_request')
  const checks = rule('required_status_checks')
  const forbids = new Set<'creation' | 'update' | 'deletion' | 'non_fast_forward' | 'merges' | 'direct'>()
  for (const type of ['creation', 'update', 'deletion', 'non_fast_forward'] as const) {
    if (rule(type)) forbids.add(type)
  }
  if (rule('required_linear_history')) forbids.add('merges')
  if (rule('merge_queue')) forbids.add('direct')
  return {
    ruleset,
    reviews: pull ? reviewsOf(pull) : null,
    checks: checks ? checksOf(checks) : null,
    pushers: null,
    forbids,
    hardHistory: false,
    bypass: (actor) => bypassOf(state, repository, ruleset, actor),
    skipsReviews: () => false
  }
}

/** How far an actor passes a ruleset; the furthest of all entries that name him. */
export function bypassOf(state: ForgeState, repository: Repository, ruleset: Ruleset, actor: Actor): Bypass {
  const named = ruleset.bypass.filter((entry) => isBypasser(state, repository, entry, actor))
  const modes = new Set(named.map(({ mode }) => mode))
  return (['exempt', 'always', 'pull_request'] as const).find((mode) => modes.has(mode)) ?? null
}

// Numbers of the built-in roles. Source: docs.github.com, REST API "Create a repository ruleset", bypass_actors.
const ROLES = new Map([
  [2, 'maintain'],
  [4, 'write'],
  [5, 'admin']
] as const)

function isBypasser(
  state: ForgeState,
  repository: Repository,
  { actor: id, type }: Ruleset['bypass'][number],
  actor: Actor
): boolean {
  switch (type) {
    case 'OrganizationAdmin':
      return actor.kind === 'user' && state.accounts.get(actor.account)?.role === 'admin'
    case 'Integration':
      return actor.kind === 'app' && actor.app === id
    case 'Team':
      return id !== null && isListed(state, { users: [], teams: [id], apps: [] }, actor)
    case 'RepositoryRole': {
      const role = [...ROLES].find(([number]) => number === id)?.[1]
      return (
        role !== undefined && actor.kind === 'user' && includes(permissionOf(state, repository, actor), role)
      )
    }
    case 'DeployKey':
      return false
    default: {
      const never: never = type
      return never
    }
  }
}

function reviewsOf({ parameters = {} }: Rule): NonNullable<Gate['reviews']> {
  const count = parameters['required_approving_review_count']
  const methods: unknown = parameters['allowed_merge_methods']
  return {
    count: typeof count === 'number' ? count : 0,
    codeOwners: parameters['require_code_owner_review'] === true,
    dismissStale: parameters['dismiss_stale_reviews_on_push'] === true,
    lastPush: parameters['require_last_push_approval'] === true,
    dismissal: dismissalOf(parameters['dismissal_restriction']),
    methods: Array.isArray(methods) ? methods.filter((one) => typeof one === 'string') : null
  }
}

function dismissalOf(value: unknown): ActorList | null {
  if (!isObject(value) || value['enabled'] !== true) return null
  const listed: unknown = value['allowed_actors']
  const actors = Array.isArray(listed) ? listed.filter(isObject) : []
  const ids = (type: string): number[] =>
    actors.filter((one) => one['type'] === type).map((one) => Number(one['id']))
  return { users: ids('User'), teams: ids('Team'), apps: ids('Integration') }
}

function checksOf({ parameters = {} }: Rule): NonNullable<Gate['checks']> {
  const listed: unknown = parameters['required_status_checks']
  const contexts = (Array.isArray(listed) ? listed.filter(isObject) : []).map((one) => ({
    context: String(one['context']),
    app: typeof one['integration_id'] === 'number' ? one['integration_id'] : null
  }))
  return { strict: parameters['strict_required_status_checks_policy'] === true, contexts }
}
