import { UsageError } from '../../book/errors.ts'
import { findAccount, findApp, findTeam } from './state.ts'
import type { Account, App, ForgeState, Team } from './state.ts'
import type { ActorList } from './state-repository.ts'

/** Looks up what a world file names. Throws UsageError that says where an unknown name stands. */
export class Names {
  readonly #state: ForgeState

  constructor(state: ForgeState) {
    this.#state = state
  }

  user(login: string, where: string): Account {
    const found = findAccount(this.#state, login)
    if (!found) throw unknown(login, 'users', where)
    return found
  }

  team(slug: string, where: string): Team {
    const found = findTeam(this.#state, slug)
    if (!found) throw unknown(slug, 'teams', where)
    return found
  }

  app(slug: string, where: string): App {
    const found = findApp(this.#state, slug)
    if (!found) throw unknown(slug, 'apps', where)
    return found
  }

  /** What a name means: an App, a team, an account, looked for in this order. */
  any(name: string, where: string): { kind: 'app' | 'team' | 'user'; id: number } {
    const app = findApp(this.#state, name)
    if (app) return { kind: 'app', id: app.id }
    const team = findTeam(this.#state, name)
    if (team) return { kind: 'team', id: team.id }
    return { kind: 'user', id: this.user(name, where).id }
  }

  /** A list of names as restrictions keep it. */
  list(names: readonly string[], where: string): ActorList {
    const found = names.map((name) => this.any(name, where))
    const ids = (kind: 'app' | 'team' | 'user'): number[] =>
      found.filter((one) => one.kind === kind).map((one) => one.id)
    return { users: ids('user'), teams: ids('team'), apps: ids('app') }
  }
}

function unknown(name: string, among: string, where: string): UsageError {
  return new UsageError(
    `The world’s ${where} names "${name}", which is not among its ${among}. Add it or correct the name.`
  )
}
