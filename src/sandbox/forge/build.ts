import { createHash } from 'node:crypto'
import { UsageError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import { withImplied } from './implied.ts'
import { Names } from './names.ts'
import { nextId } from './state.ts'
import type { Account, ForgeState, Team } from './state.ts'
import type { ForgeWorld, WorldTeam } from './world.ts'
import { buildRepository } from './build-repository.ts'

/** The forge of a world, without what lies in git directories. Throws UsageError, naming the entity, for what can't be. */
export function buildState(described: ForgeWorld, now: Instant): ForgeState {
  const world = withImplied(described)
  const state = emptyState(world)
  const { organization } = state
  state.accounts.set(organization, {
    ...account(organization, world.organization ?? '', 'Organization'),
    role: null
  })
  // Numbers that the world names are taken before others are given out.
  const taken = new Set([
    ...(world.users ?? []).map((one) => one.id),
    ...(world.apps ?? []).flatMap((one) => [one.id, one.bot]),
    ...(world.teams ?? []).map((one) => one.id),
    ...(world.repositories ?? []).map((one) => one.id)
  ])
  const fresh = (given?: number): number => {
    if (given !== undefined) return given
    let id = nextId(state)
    while (taken.has(id)) id = nextId(state)
    return id
  }
  addUsers(state, world, fresh)
  addApps(state, world, fresh)
  addTeams(state, world, fresh)
  for (const one of world.repositories ?? []) {
    const repository = buildRepository(state, one, fresh, now)
    if (state.repositories.has(repository.id))
      throw new UsageError(`Repository ${one.name}: its id ${repository.id} is in the world twice.`)
    state.repositories.set(repository.id, repository)
  }
  return state
}

/** The token of a user or an App that the world doesn't give one: the same at every start. */
export function tokenFor(kind: 'ghp' | 'ghs', name: string): string {
  return `${kind}_${createHash('sha256').update(`grantbook sandbox ${kind} ${name}`).digest('hex').slice(0, 36)}`
}

function emptyState(world: ForgeWorld): ForgeState {
  return {
    organization: world.organizationSettings?.id ?? 1_000_000,
    settings: {
      membersMayCreateTeams: world.organizationSettings?.membersMayCreateTeams ?? true,
      basePermission: world.organizationSettings?.basePermission ?? 'none'
    },
    accounts: new Map(),
    apps: new Map(),
    tokens: new Map(),
    teams: new Map(),
    repositories: new Map(),
    allowances: new Map(),
    lastId: 1_000_000
  }
}

function account(id: number, login: string, type: Account['type']): Account {
  return { id, login, type, name: null, email: null, role: null }
}

function addUsers(state: ForgeState, world: ForgeWorld, fresh: (given?: number) => number): void {
  for (const one of world.users ?? []) {
    const id = fresh(one.id)
    add(state, {
      ...account(id, one.login, one.type ?? 'User'),
      name: one.name ?? null,
      email: one.email ?? null,
      role: one.role === 'outside' ? null : (one.role ?? 'member')
    })
    addToken(state, one.token ?? tokenFor('ghp', one.login), { kind: 'user', account: id })
  }
}

function addApps(state: ForgeState, world: ForgeWorld, fresh: (given?: number) => number): void {
  for (const one of world.apps ?? []) {
    if ([...state.apps.values()].some((app) => app.slug === one.slug))
      throw new UsageError(`App ${one.slug} is in the world twice. Take one away.`)
    const [id, bot, installation] = [fresh(one.id), fresh(one.bot), fresh()]
    if (state.apps.has(id)) throw new UsageError(`App ${one.slug}: its id ${id} is in the world twice.`)
    add(state, account(bot, `${one.slug}[bot]`, 'Bot'))
    state.apps.set(id, { id, slug: one.slug, installation, bot, permissions: one.permissions ?? null })
    addToken(state, one.token ?? tokenFor('ghs', one.slug), { kind: 'app', account: bot, app: id })
  }
}

function add(state: ForgeState, one: Account): void {
  const same = [...state.accounts.values()].find(
    (other) => other.id === one.id || other.login.toLowerCase() === one.login.toLowerCase()
  )
  if (same) throw new UsageError(`User ${one.login}: its login or id is in the world twice (${same.login}).`)
  state.accounts.set(one.id, one)
}

function addToken(
  state: ForgeState,
  token: string,
  actor: ForgeState['tokens'] extends Map<string, infer A> ? A : never
): void {
  if (state.tokens.has(token)) throw new UsageError('One token is in the world twice. Give each its own.')
  state.tokens.set(token, actor)
}

function addTeams(state: ForgeState, world: ForgeWorld, fresh: (given?: number) => number): void {
  const names = new Names(state)
  for (const one of world.teams ?? []) {
    const team = buildTeam(one, fresh(one.id), names)
    if (state.teams.has(team.id) || [...state.teams.values()].some((other) => other.slug === team.slug))
      throw new UsageError(`Team ${one.slug} is in the world twice. Take one away.`)
    state.teams.set(team.id, team)
  }
  for (const one of world.teams ?? []) {
    const team = names.team(one.slug, `team ${one.slug}`)
    if (one.parent !== undefined) team.parent = names.team(one.parent, `team ${one.slug}`).id
  }
  for (const one of state.teams.values()) refuseCycle(state, one)
}

function buildTeam(one: WorldTeam, id: number, names: Names): Team {
  const where = `team ${one.slug}`
  const members = new Map<number, 'member' | 'maintainer'>()
  for (const login of one.members ?? []) members.set(names.user(login, where).id, 'member')
  for (const login of one.maintainers ?? []) members.set(names.user(login, where).id, 'maintainer')
  return {
    id,
    slug: one.slug,
    name: one.name ?? one.slug,
    description: '',
    privacy: one.privacy ?? 'closed',
    parent: null,
    members,
    pending: new Set((one.pending ?? []).map((login) => names.user(login, where).id))
  }
}

function refuseCycle(state: ForgeState, team: Team): void {
  const seen = new Set<number>()
  for (let at: number | null = team.id; at !== null; at = state.teams.get(at)?.parent ?? null) {
    if (seen.has(at)) throw new UsageError(`Team ${team.slug} is its own parent. Correct "parent".`)
    seen.add(at)
  }
}
