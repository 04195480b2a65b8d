import { UsageError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import { Names } from './names.ts'
import type { Permission } from './permission.ts'
import { findRepository, nextId } from './state.ts'
import type { ForgeState } from './state.ts'
import type { Label } from './state-pull.ts'
import type { BranchProtection, Environment, Repository, Ruleset } from './state-repository.ts'
import type { WorldProtection, WorldRepository } from './world.ts'

const LABELS = [
  'bug',
  'documentation',
  'duplicate',
  'enhancement',
  'help wanted',
  'invalid',
  'question',
  'wontfix'
]

/** A repository of a world, still without refs. */
export function buildRepository(
  state: ForgeState,
  one: WorldRepository,
  fresh: (given?: number) => number,
  now: Instant
): Repository {
  const names = new Names(state)
  const where = `repository ${one.name}`
  const owner = one.owner === undefined ? state.organization : names.user(one.owner, where).id
  const login = state.accounts.get(owner)?.login ?? ''
  if (findRepository(state, login, one.name))
    throw new UsageError(`Repository ${login}/${one.name} is in the world twice. Take one away.`)
  const given = permissions(one, names, where)
  const defaultBranch = one.defaultBranch ?? 'main'
  return {
    id: fresh(one.id),
    name: one.name,
    owner,
    description: null,
    private: one.private ?? true,
    archived: one.archived ?? false,
    defaultBranch,
    created: now,
    pushed: now,
    parent: parentOf(state, one, where),
    refs: new Map(),
    merging: {
      mergeCommit: one.merging?.mergeCommit ?? true,
      squash: one.merging?.squash ?? true,
      rebase: one.merging?.rebase ?? true,
      autoMerge: one.merging?.autoMerge ?? false,
      deleteBranch: one.merging?.deleteBranch ?? false,
      updateBranch: one.merging?.updateBranch ?? false
    },
    collaborators: given.users,
    teams: given.teams,
    protection: protections(one, defaultBranch, names, where),
    rulesets: (one.rulesets ?? []).map((set) => ruleset(state, set, names, where, now)),
    environments: new Map(
      (one.environments ?? []).map((env) => [env.name, environment(state, env, names, where, now)])
    ),
    secrets: [...(one.secrets ?? [])],
    organizationSecrets: [...(one.organizationSecrets ?? [])],
    variables: new Map(Object.entries(one.variables ?? {})),
    actions: {
      enabled: one.actions?.enabled ?? true,
      allowed: one.actions?.allowed ?? 'all',
      shaPinningRequired: one.actions?.shaPinningRequired ?? false,
      defaultPermissions: one.actions?.defaultPermissions ?? 'read',
      mayApprove: one.actions?.mayApprove ?? false
    },
    labels: [...new Set([...LABELS, ...(one.labels ?? [])])].map((name) => label(state, name)),
    issues: new Map(),
    pulls: new Map(),
    lastNumber: 0,
    activity: [],
    checkRuns: [],
    checkSuites: [],
    statuses: [],
    deployments: [],
    workflowRuns: [],
    verified: new Set()
  }
}

/** Protection as a world writes it, for a branch. */
export function protectionOf(one: WorldProtection, names: Names, where: string): BranchProtection {
  return {
    reviews:
      one.reviews === undefined
        ? null
        : {
            count: one.reviews,
            codeOwners: one.codeOwners ?? false,
            dismissStale: one.dismissStale ?? false,
            lastPush: one.lastPush ?? false,
            dismissal: one.dismissal ? names.list(one.dismissal, where) : null,
            bypass: names.list(one.bypass ?? [], where)
          },
    checks:
      one.checks === undefined
        ? null
        : {
            strict: one.strict ?? false,
            contexts: one.checks.map(({ app, context }) => ({
              context,
              app: app === undefined ? null : names.app(app, where).id
            }))
          },
    restrictions: one.restrictions ? names.list(one.restrictions, where) : null,
    enforceAdmins: one.enforceAdmins ?? false,
    linearHistory: one.linearHistory ?? false,
    allowForcePushes: one.forcePushes ?? false,
    allowDeletions: one.deletions ?? false,
    signatures: one.signatures ?? false,
    conversationResolution: one.conversationResolution ?? false,
    lockBranch: one.lock ?? false
  }
}

function parentOf(state: ForgeState, one: WorldRepository, where: string): number | null {
  if (one.fork === undefined) return null
  const [owner = '', name = ''] = one.fork.split('/')
  const parent = findRepository(state, owner, name)
  if (!parent)
    throw new UsageError(`The world’s ${where} is a fork of "${one.fork}", which must stand before it.`)
  return parent.id
}

function permissions(
  one: WorldRepository,
  names: Names,
  where: string
): { users: Map<number, Permission>; teams: Map<number, Permission> } {
  const users = new Map<number, Permission>()
  const teams = new Map<number, Permission>()
  for (const level of ['read', 'triage', 'write', 'maintain', 'admin'] as const) {
    for (const name of one[level] ?? []) {
      const found = names.any(name, where)
      if (found.kind === 'app')
        throw new UsageError(`The world’s ${where} gives "${name}" ${level}: an App has its own permissions.`)
      if (found.kind === 'team') teams.set(found.id, level)
      else users.set(found.id, level)
    }
  }
  for (const [login, level] of Object.entries(one.collaborators ?? {}))
    users.set(names.user(login, where).id, level)
  return { users, teams }
}

function protections(
  one: WorldRepository,
  defaultBranch: string,
  names: Names,
  where: string
): Map<string, BranchProtection> {
  const written = {
    ...(one.protection ? { [defaultBranch]: one.protection } : {}),
    ...one.protections
  }
  return new Map(
    Object.entries(written).map(([branch, value]) => [branch, protectionOf(value, names, where)])
  )
}

type WorldRuleset = NonNullable<WorldRepository['rulesets']>[number]

function ruleset(state: ForgeState, one: WorldRuleset, names: Names, where: string, now: Instant): Ruleset {
  return {
    id: nextId(state),
    name: one.name,
    target: one.target ?? 'branch',
    enforcement: one.enforcement ?? 'active',
    include: [...(one.include ?? ['~DEFAULT_BRANCH'])],
    exclude: [...(one.exclude ?? [])],
    bypass: (one.bypass ?? []).map(({ actor, mode }) => ({
      ...bypasser(actor, names, where),
      mode: mode ?? 'always'
    })),
    rules: one.rules.map(({ parameters, type }) => (parameters ? { type, parameters } : { type })),
    created: now,
    updated: now
  }
}

function bypasser(actor: string, names: Names, where: string): Omit<Ruleset['bypass'][number], 'mode'> {
  if (actor === 'admins') return { actor: null, type: 'OrganizationAdmin' }
  if (actor === 'deploy-keys') return { actor: null, type: 'DeployKey' }
  const role = /^role:(\d+)$/u.exec(actor)?.[1]
  if (role !== undefined) return { actor: Number(role), type: 'RepositoryRole' }
  const found = names.any(actor, where)
  if (found.kind === 'user')
    throw new UsageError(
      `The world’s ${where} lets "${actor}" bypass a ruleset: name a team, an App or a role.`
    )
  return { actor: found.id, type: found.kind === 'app' ? 'Integration' : 'Team' }
}

type WorldEnvironment = NonNullable<WorldRepository['environments']>[number]

function environment(
  state: ForgeState,
  one: WorldEnvironment,
  names: Names,
  where: string,
  now: Instant
): Environment {
  const branches =
    one.branches === undefined
      ? null
      : one.branches === 'protected'
        ? { protected: true, patterns: [] }
        : {
            protected: false,
            patterns: one.branches.map((name) => ({ id: nextId(state), name, type: 'branch' as const }))
          }
  const { teams, users } = names.list(one.reviewers ?? [], where)
  return {
    id: nextId(state),
    name: one.name,
    reviewers: [
      ...users.map((id) => ({ type: 'User' as const, id })),
      ...teams.map((id) => ({ type: 'Team' as const, id }))
    ],
    preventSelfReview: one.preventSelfReview ?? false,
    waitMinutes: one.waitMinutes ?? 0,
    branches,
    secrets: [...(one.secrets ?? [])],
    created: now
  }
}

function label(state: ForgeState, name: string): Label {
  return { id: nextId(state), name, color: 'ededed', description: null }
}
