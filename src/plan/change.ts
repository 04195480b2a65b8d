import type { ConnectorCore, Enforcement, Piece, SystemContext } from '../connectors/connector.ts'
import type { After } from './after.ts'
import { isRetimed } from './after.ts'
import { reasonOf, type Circumstances, type Reason } from './cause.ts'
import { actionOf, impactOf, whyUpdated, type Side } from './classify.ts'
import { mergePieces, samePieces, windowOf } from './pieces.ts'
import type { Action, Change } from './plan.ts'
import type { Share } from './share.ts'

/** A share with what is to become of it. */
export interface Fate {
  readonly share: Share
  readonly after: After
}

/** All our pieces on one principal, whosever: what a difference means can only be seen together. */
export interface Whole {
  readonly before: readonly Piece[]
  readonly after: readonly Piece[]
}

/** Whether a share differs from what it is to become, in substance or in a date that only evidence holds. */
export function differs({ share, after }: Fate): boolean {
  if (!samePieces(share.before, after.pieces)) return true
  const { desire, standing } = share
  if (!desire || !standing || after.pieces.length === 0) return false
  return (
    after.pieces.some(({ enforcement }) => enforcement === 'job') && standing.until !== desire.window.until
  )
}

/**
 * Whether a difference is drift: live state isn't as evidence left it, and no file asks for that. Where evidence and
 * files agree, or neither knows the thing, somebody changed it by hand.
 */
export function isDrift({ share, after }: Fate): boolean {
  if (share.grant === null || after.tampered) return true
  const { standing } = share
  return (
    standing !== null &&
    after.pieces.length > 0 &&
    samePieces(standing.pieces, after.pieces) &&
    !samePieces(share.before, after.pieces)
  )
}

/** The difference as a value. Only for a fate that {@link differs}. */
export function changeOf(fate: Fate, whole: Whole, context: SystemContext, around: Circumstances): Change {
  const { share, after } = fate
  const { core } = around
  const { desire } = share
  const [before, wanted] = sides(fate, core)
  const retimed = desire !== null && isRetimed(share.before, desire, core, context)
  const action = actionOf(before, wanted, retimed)
  const kept = mergePieces([without(whole.before, share.before), after.pieces])
  const meaning = core.meaning(whole.before, kept)
  const window = wanted.window ?? before.window
  const reason = reasonFor(action, fate, before, wanted, around)
  const pieces = action === 'revoke' ? share.before : after.pieces
  return {
    action,
    system: around.system,
    ...named(share, around),
    grant: share.grant,
    principal: share.principal,
    ...reason,
    from: window?.from ?? null,
    until: window?.until ?? null,
    enforcement: enforcementOf(pieces),
    impact: impactOf(action, before, wanted, meaning),
    meaning,
    pieces: { before: share.before, after: after.pieces, theirs: theirsOf(share) }
  }
}

function theirsOf({ before, owned }: Share): ReadonlySet<string> {
  return new Set(
    before.flatMap(({ id, enforcement }) => (enforcement === 'job' && !owned.has(id) ? [id] : []))
  )
}

/** `job` as soon as one piece can't carry a date. */
export function enforcementOf(pieces: readonly Piece[]): Enforcement {
  return pieces.some(({ enforcement }) => enforcement === 'job') ? 'job' : 'target'
}

function sides({ share, after }: Fate, core: ConnectorCore): readonly [Side, Side] {
  const { desire, standing, before } = share
  const recorded = standing && samePieces(standing.pieces, before) ? standing : null
  const was: Side = {
    holds: before.length > 0,
    window: recorded ? { from: recorded.from, until: recorded.until } : windowOf(core, before)
  }
  const window = desire?.window ?? windowOf(core, after.pieces)
  return [was, { holds: after.pieces.length > 0, window: after.pieces.length > 0 ? window : null }]
}

function reasonFor(
  action: Action,
  { share, after }: Fate,
  before: Side,
  wanted: Side,
  around: Circumstances
): Reason {
  const unit = share.grant ?? ''
  if (after.tampered)
    return { why: 'it was changed by hand while its file can’t be judged', cause: 'drift', unit }
  if (action === 'revoke') return reasonOf(share, around)
  const drift = isDrift({ share, after })
  if (action === 'grant') {
    const why = drift ? 'it was removed by hand' : (share.desire?.grant.reason ?? '')
    return { why, cause: drift ? 'drift' : 'proved', unit }
  }
  const why = drift ? 'it was changed by hand' : whyUpdated(action, before, wanted)
  return { why, cause: drift ? 'drift' : 'proved', unit }
}

function named(
  { grant, desire }: Share,
  { desired }: Circumstances
): { readonly entitlement: string; readonly subject: string } {
  const known =
    desire?.grant ?? (grant === null ? undefined : (desired.valid.get(grant) ?? desired.frozen.get(grant)))
  if (known) return { entitlement: known.entitlement, subject: known.subject }
  const [, , , entitlement = '', subject = ''] =
    /^grants\/(systems|emergency)\/([^/]+)\/([^/]+)\/([^/]+)\.yaml$/u.exec(grant ?? '') ?? []
  return { entitlement, subject }
}

function without(all: readonly Piece[], some: readonly Piece[]): readonly Piece[] {
  const ids = new Set(some.map(({ id }) => id))
  return all.filter(({ id }) => !ids.has(id))
}
