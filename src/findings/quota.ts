import type { Grant } from '../book/book.ts'
import { resolveEntitlement, type Resolved } from '../book/bundles.ts'
import { effectiveWindow } from '../book/effective.ts'
import type { Window } from '../book/window.ts'
import type { Piece, Refusal } from '../connectors/connector.ts'
import { accountIn, hasValidTarget } from './accounts.ts'
import type { CheckContext } from './context.ts'
import type { Account } from './judged.ts'

/** What one grant puts on one principal. */
interface Share {
  readonly grant: Grant
  readonly resolved: Resolved
  readonly window: Window
  /** Equal for grants whose pieces have the same size: size depends on target and dates asked for, not on which grant it is. */
  readonly model: string
}

/**
 * Grants that can't fit on their principals together with the others, by each connector's own default limits.
 * What has ended takes no room; what begins later does, because its statement is written ahead.
 */
export function* quotaRefusals(context: CheckContext): Generator<Refusal> {
  const models = new Models(context)
  for (const [subject, grants] of context.book.grantsOfSubject) {
    const holder = context.book.people.get(subject) ?? context.book.workloads.get(subject)
    if (!holder) continue
    for (const [system, shares] of sharesBySystem(context, grants)) {
      const account = accountIn(context, holder, system)
      // Models are compiled once, and the real pieces only where the models don't fit.
      if (!account || models.fit(account, shares)) continue
      const pieces = shares.flatMap((share) => compile(context, share, account))
      yield* judge(context, system, account.principal, pieces)
    }
  }
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
    const model = `${grant.name} ${grant.kind} ${window.from === null ? '' : 'starts'}`
    for (const system of resolved.systems) {
      const list = shares.get(system)
      if (list) list.push({ grant, resolved, window, model })
      else shares.set(system, [{ grant, resolved, window, model }])
    }
  }
  return shares
}

/** What is known of one sort of grant, or of several together, whoever holds them. */
class Models {
  readonly #context: CheckContext
  readonly #pieces = new Map<string, readonly Piece[]>()
  readonly #fits = new Map<string, boolean>()

  constructor(context: CheckContext) {
    this.#context = context
  }

  /** Whether such grants fit together on a principal of this kind (`user` of `user/alice`). */
  fit(account: Account, shares: readonly Share[]): boolean {
    const { system, principal } = account
    const kind = principal.slice(0, principal.indexOf('/'))
    const models = shares.map((share) => share.model).toSorted()
    const key = `${system} ${kind} ${models.join(',')}`
    let fits = this.#fits.get(key)
    if (fits === undefined) {
      const pieces = shares.flatMap((share) => this.#piecesOf(account, kind, share))
      fits = judge(this.#context, system, principal, pieces).length === 0
      this.#fits.set(key, fits)
    }
    return fits
  }

  #piecesOf(account: Account, kind: string, share: Share): readonly Piece[] {
    const key = `${account.system} ${kind} ${share.model}`
    let pieces = this.#pieces.get(key)
    if (!pieces) this.#pieces.set(key, (pieces = compile(this.#context, share, account)))
    return pieces
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

/** What a share becomes on an account; targets that the account can't hold at all are another check's finding. */
function compile(
  context: CheckContext,
  { grant, resolved, window }: Share,
  { system, value }: Account
): readonly Piece[] {
  const connection = context.connected(system)
  if (!connection) return []
  const { core } = connection
  const targets = resolved.targets.filter(
    (target) =>
      target.system === system &&
      hasValidTarget(context, target) &&
      core.mismatch(target.data.target, value) === null
  )
  const dates = { from: window.from, until: window.until }
  return core.compile(
    targets.map(({ name, data }) => ({
      grant: grant.path,
      entitlement: name,
      target: data.target,
      ...dates
    })),
    connection.system
  )
}
