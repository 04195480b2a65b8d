import type { Instant } from '../book/instant.ts'
import type { Goal, Live, LivePrincipal, Piece, Refusal } from '../connectors/connector.ts'
import { frozenAfter, refusedAfter, type After } from './after.ts'
import type { Circumstances } from './cause.ts'
import { changeOf, differs, isDrift, type Fate, type Whole } from './change.ts'
import { compareChanges } from './compare.ts'
import type { Desired, SystemDesire } from './desired.ts'
import { gather } from './known.ts'
import type { Ledger } from './ledger.ts'
import { leftovers } from './leftovers.ts'
import { observe } from './observe.ts'
import { mergePieces, piecesAt, samePieces } from './pieces.ts'
import type { Change, Observed, Refused, SystemPlan } from './plan.ts'
import { refusals } from './refusals.ts'
import { shares, type Known, type Share } from './share.ts'

/** What is to be compared. */
export interface Comparison {
  readonly desired: Desired
  readonly system: string
  readonly live: Live
  readonly ledger: Ledger
  /** Grants that the system can't take as it is now: nothing is issued for them. */
  readonly refused: readonly Refusal[]
}

interface Rules {
  readonly at: SystemDesire
  readonly desired: Desired
  readonly refusals: ReadonlyMap<string, Refused>
  readonly judged: ReadonlySet<string>
  readonly now: Instant
  readonly recorded: boolean
}

/**
 * What is to be done so that one system becomes what the files ask for. Pure; the system must be open
 * (`desired.systems`). Removals are not guarded yet.
 */
export function difference({ desired, system, live, ledger, refused }: Comparison): SystemPlan {
  const at = desired.systems.get(system)
  if (!at) throw new RangeError(`System "${system}" is not open`)
  const known = gather(system, desired, live, ledger)
  const refusedHere = refusals(desired, system, live, ledger, known, refused)
  const recorded = (ledger.standing.get(system)?.size ?? 0) > 0
  const rules = {
    at,
    desired,
    refusals: refusedHere,
    judged: new Set(refused.map(({ grant }) => grant)),
    now: desired.at,
    recorded
  }
  const { moved } = ledger
  const around: Circumstances = { desired, system, core: at.core, recorded, moved, now: desired.at }
  const changes: Change[] = []
  const drift: Change[] = [...leftovers(live, known, at.core)]
  const observed: Observed[] = []
  const goals: { readonly goal: Goal; readonly rank: number }[] = []
  const before = new Map<string, readonly Piece[]>()
  const standing = new Set<string>()
  for (const [principal, facts] of known.principals) {
    const present = live.principals.get(principal) ?? null
    const fates = shares(principal, present, facts, known.pathOf, desired.at).map((share): Fate => ({
      share: withoutOthers(share, rules),
      after: fateOf(share, rules)
    }))
    const whole = {
      before: merged(fates, ({ share }) => share.before),
      after: merged(fates, ({ after }) => after.pieces)
    }
    const here: Change[] = []
    for (const fate of fates) {
      if (fate.share.before.length > 0)
        standing.add(fate.share.grant ?? `?${fate.share.before[0]?.key ?? ''}`)
      if (differs(fate)) {
        const change = changeOf(fate, whole, at.context, around)
        here.push(change)
        ;(isDrift(fate) ? drift : changes).push(change)
      } else observed.push(...observe(fate, present, around))
    }
    if (present && needsWork(present, whole)) {
      before.set(principal, whole.before)
      goals.push({
        goal: goalOf(present, facts, whole.after),
        rank: Math.min(3, ...here.map((change) => rankOf(change, desired)))
      })
    }
  }
  return {
    system,
    goals: goals
      .toSorted((a, b) => a.rank - b.rank || (a.goal.principal < b.goal.principal ? -1 : 1))
      .map(({ goal }) => goal),
    changes: changes.toSorted(compareChanges),
    drift: drift.toSorted(compareChanges),
    refused: [...refusedHere.values()].toSorted((a, b) => (a.grant < b.grant ? -1 : 1)),
    withheld: [],
    observed: observed.toSorted((a, b) => (a.grant < b.grant ? -1 : 1)),
    standing: standing.size,
    before
  }
}

/** A grant that is not issued has no part in memberships that others added: it neither takes nor records them. */
function withoutOthers(share: Share, { refusals: refusedHere, judged }: Rules): Share {
  const { grant, desire, before, owned } = share
  if (grant === null || !desire || !refusedHere.has(grant) || judged.has(grant)) return share
  return {
    ...share,
    before: before.filter(({ id, enforcement }) => enforcement === 'target' || owned.has(id))
  }
}

/** What becomes of one grant on one principal: the heart of it all. */
function fateOf(share: Share, { at, desired, refusals: refusedHere, judged, now, recorded }: Rules): After {
  const { grant, desire } = share
  if (grant === null) return { pieces: [], tampered: false }
  const frozen = desired.frozen.get(grant)
  if (frozen) return frozenAfter(share, frozen, at.core, now, recorded)
  if (!desire) return { pieces: [], tampered: false }
  if (judged.has(grant)) return refusedAfter(share, desire, at.core, at.context, now)
  return refusedHere.has(grant)
    ? { pieces: [], tampered: false }
    : { pieces: piecesAt(desire, now), tampered: false }
}

function merged(fates: readonly Fate[], of: (fate: Fate) => readonly Piece[]): readonly Piece[] {
  return mergePieces(fates.map(of))
}

/** Compared as a whole: a membership that one grant gives up and another needs stays as it is. */
function needsWork(present: LivePrincipal, { before, after }: Whole): boolean {
  return present.alien.length > 0 || !samePieces(before, after)
}

function goalOf(present: LivePrincipal, known: Known, pieces: readonly Piece[]): Goal {
  const { principal, principalId } = present
  // Whoever has the name now gets nothing that was another's; what is ours on the newcomer is only taken off.
  const issuedTo = [...known.standing.values()].map((standing) => standing.principalId)
  const same = issuedTo.length > 0 && issuedTo.every((id) => id === principalId)
  const taken = pieces.length === 0 ? principalId : null
  return {
    principal,
    pieces,
    principalId: same ? principalId : taken,
    owned: new Set(known.memberships.keys())
  }
}

/** Suspensions first, then whatever takes access away, then the rest. */
function rankOf({ action, grant }: Change, desired: Desired): number {
  if (grant !== null && desired.gone.get(grant)?.kind === 'suspended') return 0
  return action === 'revoke' || action === 'shorten' ? 1 : 2
}
