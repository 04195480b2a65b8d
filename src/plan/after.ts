import type { Instant } from '../book/instant.ts'
import type { ConnectorCore, Piece, SystemContext } from '../connectors/connector.ts'
import { EVIDENCE_UNREADABLE, type Desire, type Frozen } from './desired.ts'
import { piecesAt, samePiece, samePieces, windowOf } from './pieces.ts'
import type { Share } from './share.ts'

/** What a grant's pieces on a principal are to become, and whether some go because nobody of ours wrote them. */
export interface After {
  readonly pieces: readonly Piece[]
  readonly tampered: boolean
}

/**
 * What stays of a grant that can't be judged: exactly what live state shows, as long as evidence doesn't say otherwise.
 * What was changed by hand meanwhile goes: restoring it could widen, keeping it could too. Nothing outlives its own
 * date, the recorded one of a membership, or an end that is certain. What evidence doesn't know at all may be a killed
 * run's: it stays only within the end that is certain, and where none is, only if evidence as a whole is lost.
 *
 * @param recorded Whether evidence knows anything of this system.
 */
export function frozenAfter(
  share: Share,
  frozen: Pick<Frozen, 'until' | 'code'>,
  core: ConnectorCore,
  now: Instant,
  recorded: boolean
): After {
  if (frozen.until !== null && frozen.until <= now) return { pieces: [], tampered: false }
  const { standing } = share
  const comparable = frozen.code !== EVIDENCE_UNREADABLE
  let tampered = false
  const pieces = share.before.filter((piece) => {
    if (piece.enforcement === 'job') return standing !== null && now < standing.until
    const until = core.windowOf(piece)?.until
    if (until !== undefined && until <= now) return false
    const ours =
      !comparable ||
      (standing
        ? standing.pieces.some((known) => samePiece(known, piece))
        : frozen.until === null
          ? !recorded
          : until !== undefined && until <= frozen.until)
    if (!ours) tampered = true
    return ours
  })
  return { pieces, tampered }
}

/**
 * What becomes of a wanted grant that the system can't take as it is now (its role is set up wrongly, its policy is
 * full): nothing new, but an end that only comes nearer is written all the same.
 */
export function refusedAfter(
  share: Share,
  desire: Desire,
  core: ConnectorCore,
  context: SystemContext,
  now: Instant
): After {
  const kept = frozenAfter(share, { until: desire.window.until, code: '' }, core, now, true)
  const wanted = piecesAt(desire, now)
  return share.before.length > 0 && onlyNarrower(share, desire, core, context)
    ? { pieces: wanted, tampered: false }
    : kept
}

function onlyNarrower(share: Share, desire: Desire, core: ConnectorCore, context: SystemContext): boolean {
  const window = windowOf(core, share.before)
  if (!window || !isRetimed(share.before, desire, core, context)) return false
  const from = desire.window.from ?? -Infinity
  return desire.window.until <= window.until && from >= (window.from ?? -Infinity)
}

/** Whether pieces are what the grant would be with the dates that they hold: nothing but dates differs. */
export function isRetimed(
  before: readonly Piece[],
  desire: Desire,
  core: ConnectorCore,
  context: SystemContext
): boolean {
  const window = windowOf(core, before)
  if (!window) return samePieces(before, desire.pieces)
  return samePieces(
    before,
    core.compile(
      desire.holdings.map((holding) => ({ ...holding, ...window })),
      context
    )
  )
}
