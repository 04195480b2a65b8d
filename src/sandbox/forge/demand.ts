import { appOf, repositoryOf } from './access.ts'
import { notForIntegration } from './error.ts'
import type { Context } from './route.ts'
import type { Repository } from './state-repository.ts'

/** 403 for an App that has none of these permissions. Pull requests are issues too: either permission opens what they share. */
export function demandAny(context: Context, names: readonly string[], level: 'read' | 'write'): void {
  const held = appOf(context.state, context.actor)?.permissions
  if (!held) return
  const may = names.some((name) => held[name] === 'write' || (level === 'read' && held[name] === 'read'))
  if (!may) throw notForIntegration()
}

/**
 * The repository of a route for somebody who administers it. For an App the permission that the route needs stands
 * instead of the role.
 */
export function administered(context: Context): Repository {
  return repositoryOf(context, context.actor?.kind === 'app' ? 'read' : 'admin')
}
