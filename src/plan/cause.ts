import type { Instant } from '../book/instant.ts'
import type { ConnectorCore } from '../connectors/connector.ts'
import { subjectUnit } from './ending.ts'
import type { Desired } from './desired.ts'
import type { Ledger } from './ledger.ts'
import { windowOf } from './pieces.ts'
import type { Cause } from './plan.ts'
import type { Share } from './share.ts'

/** Why a share is taken away, for people and for the guard. */
export interface Reason {
  readonly why: string
  readonly cause: Cause
  readonly unit: string
}

/** What is known when a share is taken away. */
export interface Circumstances {
  readonly desired: Desired
  readonly system: string
  readonly core: ConnectorCore
  /** Whether evidence knows anything of this system at all: only then can it say that nobody of ours wrote a thing. */
  readonly recorded: boolean
  /** How governed files came to be as they are, as evidence says. */
  readonly moved: Ledger['moved']
  readonly now: Instant
}

/**
 * Why it is taken. What was issued until an instant that has passed has simply ended, whatever became of its file
 * since; anything sooner must be explained by the files.
 */
export function reasonOf(share: Share, around: Circumstances): Reason {
  const { grant, standing, before } = share
  const { desired, core, recorded, moved, now } = around
  if (grant === null) {
    const unit = `unknown ${before[0]?.key ?? ''}`
    const why = 'no grant explains it: neither the files nor evidence know it'
    return { why, cause: recorded ? 'drift' : 'unproved', unit }
  }
  const gone = desired.gone.get(grant)
  const until = standing?.until ?? windowOf(core, before)?.until ?? null
  const over = until !== null && until <= now
  if (gone)
    return {
      why: gone.why,
      cause: gone.kind === 'ended' ? 'ended' : over ? 'window' : causeOf(moved, gone.by),
      unit: gone.unit
    }
  const frozen = desired.frozen.get(grant)
  if (frozen) {
    if (over)
      return {
        why: `its time ended and its file can’t be judged: ${frozen.why}`,
        cause: 'window',
        unit: grant
      }
    if (frozen.own)
      return {
        why: `its file ends it, although it can’t be judged: ${frozen.why}`,
        cause: causeOf(moved, frozen.by),
        unit: grant
      }
    const why = `${frozen.subject} has left and the file of the grant can’t be judged: ${frozen.why}`
    return { why, cause: causeOf(moved, frozen.by), unit: subjectUnit(frozen.subject) }
  }
  if (desired.valid.has(grant)) return whyMoved(share, grant, around)
  return {
    why: over ? 'its time ended and its file is gone' : 'its file was deleted',
    cause: over ? 'window' : moved.get(grant)?.by === 'approved' ? 'proved' : 'unproved',
    unit: grant
  }
}

/** What a file that stands ends is proved, unless its form was reached by a reduction that nobody approved. */
function causeOf(moved: Ledger['moved'], paths: readonly string[]): Cause {
  return paths.some((path) => moved.get(path)?.by === 'reduced') ? 'unproved' : 'proved'
}

/**
 * The grant stands, but no longer here. That the account moved is what one subject's file says, proved or not: a slip of
 * the pen in everybody's file must not take everything away.
 */
function whyMoved({ principal }: Share, grant: string, { desired, system }: Circumstances): Reason {
  const wanted = desired.systems.get(system)?.wanted.get(grant)
  if (!wanted)
    return { why: `what the grant gives no longer includes "${system}"`, cause: 'proved', unit: grant }
  if (wanted.principal === principal) return { why: 'it has not begun yet', cause: 'proved', unit: grant }
  const why = `its subject is now ${wanted.principal}, no longer ${principal}`
  return { why, cause: 'unproved', unit: subjectUnit(wanted.grant.subject) }
}
