import { writeInstant, type Instant } from '../book/instant.ts'
import type { Window } from '../book/window.ts'
import type { Meaning } from '../connectors/connector.ts'
import type { Action, Impact } from './plan.ts'

/** One side of a difference. `window` is null where nothing tells its dates. */
export interface Side {
  readonly holds: boolean
  readonly window: Window | null
}

/** What kind of difference it is. `retimed`: nothing but dates differs. */
export function actionOf(before: Side, after: Side, retimed: boolean): Action {
  if (!before.holds) return 'grant'
  if (!after.holds) return 'revoke'
  if (!retimed || !before.window || !after.window) return 'update'
  if (after.window.until > before.window.until) return 'extend'
  return after.window.until < before.window.until ? 'shorten' : 'update'
}

/**
 * Which way it goes. Anything that gives more, in what or in how long, is broadening, whatever else it takes; what
 * can't be told is broadening too.
 */
export function impactOf(action: Action, before: Side, after: Side, meaning: Meaning): Impact {
  if (action === 'grant') return 'broadening'
  if (action === 'revoke') return 'narrowing'
  if (!before.window || !after.window || meaning.possible.length > 0) return 'broadening'
  const [from, to] = [before.window, after.window]
  if (to.until > from.until || starts(to) < starts(from)) return 'broadening'
  const narrower = to.until < from.until || starts(to) > starts(from) || meaning.noLonger.length > 0
  return narrower ? 'narrowing' : 'neutral'
}

function starts(window: Window): Instant {
  return window.from ?? -Infinity
}

/** Why something that stands becomes something else, in words. */
export function whyUpdated(action: Action, before: Side, after: Side): string {
  const was = before.window ? `, not ${writeInstant(before.window.until)}` : ''
  if ((action === 'extend' || action === 'shorten') && after.window)
    return `it ends at ${writeInstant(after.window.until)}${was}`
  const from =
    before.window && after.window && before.window.from !== after.window.from ? after.window.from : null
  return from === null ? 'what the entitlement gives has changed' : `it starts at ${writeInstant(from)}`
}
