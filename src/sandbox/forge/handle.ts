import type { SandboxForge } from '../sandbox.ts'
import type { ForgeGateway } from './gateway.ts'
import { findRepository } from './state.ts'
import type { ForgeState } from './state.ts'
import type { Repository } from './state-repository.ts'

/** Tokens by the login of a user and the slug of an App. */
export function tokensByName(state: ForgeState): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...state.tokens].map(([token, actor]) => [
      actor.kind === 'app'
        ? (state.apps.get(actor.app)?.slug ?? '')
        : (state.accounts.get(actor.account)?.login ?? ''),
      token
    ])
  )
}

/** What tests hold of a forge. */
export function forgeHandle(gateway: ForgeGateway): SandboxForge {
  const { hub } = gateway
  const token = (name: string): string => {
    const found = tokensByName(hub.state)[name]
    if (found === undefined) throw new RangeError(`The forge has no token of ${name}`)
    return found
  }
  return {
    get state() {
      return hub.state
    },
    token,
    url: (repository, name) => {
      if (name === undefined) return `${hub.web}/${repository}.git`
      const url = new URL(`${hub.web}/${repository}.git`)
      url.username = 'x-access-token'
      url.password = token(name)
      return url.href
    },
    directory: (repository) => hub.git(named(hub.state, repository)).dir,
    idle: () => gateway.idle(),
    snapshot: () => hub.snapshot(),
    restore: (snapshot) => hub.restore(snapshot)
  }
}

function named(state: ForgeState, repository: string): Repository {
  const [owner = '', name = ''] = repository.split('/')
  const found = findRepository(state, owner, name)
  if (!found) throw new RangeError(`The forge has no repository ${repository}`)
  return found
}
