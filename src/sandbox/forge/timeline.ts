import type { Forge } from './forge.ts'
import type { Issue } from './state-pull.ts'
import { nextId, type Actor } from './state.ts'

/** Notes what happened to an issue or a pull request. */
export function happened(
  forge: Forge,
  issue: Issue,
  event: string,
  actor: Actor | null,
  more: Readonly<Record<string, unknown>> = {},
  commit: string | null = null
): void {
  const at = forge.clock.now()
  issue.updated = at
  issue.timeline.push({
    id: nextId(forge.state),
    event,
    actor: actor?.account ?? null,
    app: actor?.kind === 'app' ? actor.app : null,
    at,
    commit,
    more
  })
}
