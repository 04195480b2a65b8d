import { nextId } from './state.ts'
import type { Context } from './route.ts'
import type { Issue } from './state-pull.ts'

/**
 * Adds to what happened to an issue or pull request, and moves its `updated_at`. `more` holds the fields of this kind of
 * event alone.
 */
export function noteEvent(
  { actor, forge, now }: Pick<Context, 'actor' | 'forge' | 'now'>,
  issue: Issue,
  event: string,
  more: Readonly<Record<string, unknown>> = {},
  commit: string | null = null
): void {
  issue.timeline.push({
    id: nextId(forge.state),
    event,
    actor: actor?.account ?? null,
    app: actor?.kind === 'app' ? actor.app : null,
    at: now,
    commit,
    more
  })
  issue.updated = now
}
