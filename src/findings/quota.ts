import type { Grant } from '../book/book.ts'
import { resolveEntitlement, type Resolved } from '../book/bundles.ts'
import { effectiveWindow, subjectOf } from '../book/effective.ts'
import type { Window } from '../book/window.ts'
import type { Piece, Refusal } from '../connectors/connector.ts'
import { accountIn, hasValidTarget } from './accounts.ts'
import type { CheckContext } from './context.ts'

/** What one grant puts on one principal. */
interface Share {
  readonly grant: Grant
  readonly resolved: Resolved
  readonly window: Window
}

/**
 * Grants that can't fit on their principals together with the others, by each connector's own default limits.
 * What has ended takes no room; what begins later does, because its statement is written ahead.
 */
export function* quotaRefusals(context: CheckContext): Generator<Refusal> {
  const models = new Map<string, readonly Piece[]>()
  for (const [subject, grants] of context.book.grantsOfSubject) {
    for (const [system, shares] of sharesBySystem(context, grants)) {
      const holder = subjectOf(context.book, subject)
      const account = holder && accountIn(context, holder.entry, system)
      if (!account) continue
      // Size depends on target and dates asked for, not on which grant it is: a model of each is compiled once, and the
      // real pieces only where the models don't fit.
      const model = shares.flatMap((share) => modelOf(context, models, share, system))
      if (judge(context, system, account.principal, model).length === 0) continue
      const pieces = shares.flatMap(({ grant, resolved, window }) =>
        compile(context, resolved, system, grant.path, window)
      )
      yield* judge(context, system, account.principal, pieces)
    }
  }
}

function judge(
  { connected }: CheckContext,
  system: string,
  principal: string,
  pieces: readonly Piece[]
): readonly Refusal[] {
  const connection = connected(system)
  return connection ? connection.core.quota(principal, pieces, connection.system) : []
}

function sharesBySystem(
  context: CheckContext,
  grants: readonly Grant[]
): ReadonlyMap<string, readonly Share[]> {
  const shares = new Map<string, Share[]>()
  for (const grant of grants) {
    const resolved = resolveEntitlement(context.book, grant.name)
    const { window } = effectiveWindow(context.book, grant)
    if (!resolved || !window || window.until <= context.now) continue
    for (const system of new Set(resolved.targets.map((target) => target.system))) {
      const list = shares.get(system)
      if (list) list.push({ grant, resolved, window })
      else shares.set(system, [{ grant, resolved, window }])
    }
  }
  return shares
}

function modelOf(
  context: CheckContext,
  models: Map<string, readonly Piece[]>,
  { grant, resolved, window }: Share,
  system: string
): readonly Piece[] {
  const key = `${system} ${grant.kind} ${grant.name} ${window.from === null ? '' : 'starts'}`
  let pieces = models.get(key)
  if (!pieces) models.set(key, (pieces = compile(context, resolved, system, grant.path, window)))
  return pieces
}

function compile(
  context: CheckContext,
  resolved: Resolved,
  system: string,
  grant: string,
  window: Window
): readonly Piece[] {
  const connection = context.connected(system)
  if (!connection) return []
  const targets = resolved.targets.filter(
    (target) => target.system === system && hasValidTarget(context, target)
  )
  return connection.core.compile(
    targets.map((target) => ({
      grant,
      entitlement: target.name,
      target: target.data.target,
      from: window.from,
      until: window.until
    })),
    connection.system
  )
}
