import type { Instant } from '../../book/instant.ts'
import type { Permission } from './permission.ts'
import type { Repository } from './state-repository.ts'

// The whole state is plain data (objects, arrays, Maps): `structuredClone` copies it, so a snapshot is one call. Accounts
// are named by number everywhere, because logins can be renamed. Routes change these objects in place.

/** A user, a bot or the organization itself. */
export interface Account {
  readonly id: number
  login: string
  readonly type: 'User' | 'Bot' | 'Organization'
  name: string | null
  /** Null: kept private. */
  email: string | null
  /** In the organization: `admin` (owner), `member`, or null for outsiders, Apps and the organization itself. */
  role: 'admin' | 'member' | null
}

/** What an App may do, by GitHub's names (`contents`, `members`, `checks`, …); absent: nothing. */
export type AppPermissions = Readonly<Record<string, 'read' | 'write'>>

/** An App that is installed on the organization. */
export interface App {
  readonly id: number
  readonly slug: string
  readonly installation: number
  /** Its account, `slug[bot]`. */
  readonly bot: number
  /** Null: everything. */
  readonly permissions: AppPermissions | null
}

/** Who a token stands for. */
export type Actor =
  | { readonly kind: 'user'; readonly account: number }
  | { readonly kind: 'app'; readonly account: number; readonly app: number }

export interface Team {
  readonly id: number
  slug: string
  name: string
  description: string
  privacy: 'closed' | 'secret'
  /** Id of the parent team. Members of a child team count as the parent's; a child has its parent's repositories. */
  parent: number | null
  /** Direct members, by account. */
  readonly members: Map<number, 'member' | 'maintainer'>
  /** Invited, not yet members. */
  readonly pending: Set<number>
}

/** How much of a token's allowance is used. */
export interface Allowance {
  /** When the hour ends. */
  reset: Instant
  used: number
  /** When content was created: at most 80 in a minute, 500 in an hour. */
  created: Instant[]
}

/** Everything that the forge knows. */
export interface ForgeState {
  /** Account of the organization. */
  readonly organization: number
  /** Who in the organization may create teams, and what members hold on every repository. */
  readonly settings: { membersMayCreateTeams: boolean; basePermission: Permission }
  readonly accounts: Map<number, Account>
  readonly apps: Map<number, App>
  /** By token. */
  readonly tokens: Map<string, Actor>
  /** By team id. */
  readonly teams: Map<number, Team>
  /** By repository id. */
  readonly repositories: Map<number, Repository>
  /** By who asks. */
  readonly allowances: Map<string, Allowance>
  /** The last id given out, of whatever. */
  lastId: number
}

/** An id that nothing else has. */
export function nextId(state: ForgeState): number {
  state.lastId += 1
  return state.lastId
}

/** GitHub tells logins apart regardless of case. */
export function findAccount(state: ForgeState, login: string): Account | null {
  const wanted = login.toLowerCase()
  for (const one of state.accounts.values()) if (one.login.toLowerCase() === wanted) return one
  return null
}

/** A team by its slug. */
export function findTeam(state: ForgeState, slug: string): Team | null {
  const wanted = slug.toLowerCase()
  for (const one of state.teams.values()) if (one.slug.toLowerCase() === wanted) return one
  return null
}

/** An App by its slug. */
export function findApp(state: ForgeState, slug: string): App | null {
  for (const one of state.apps.values()) if (one.slug === slug) return one
  return null
}

/** A repository by owner and name, regardless of case. */
export function findRepository(state: ForgeState, owner: string, name: string): Repository | null {
  const wanted = `${owner}/${name}`.toLowerCase()
  for (const one of state.repositories.values()) if (fullName(state, one).toLowerCase() === wanted) return one
  return null
}

/** `owner/name`. */
export function fullName(state: ForgeState, repository: Pick<Repository, 'name' | 'owner'>): string {
  return `${state.accounts.get(repository.owner)?.login ?? 'ghost'}/${repository.name}`
}
