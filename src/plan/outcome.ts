import type { Convergence } from '../connectors/connector.ts'
import { misplacedUnit } from './leftovers.ts'
import { samePiece } from './pieces.ts'
import type { Action, Change, SystemPlan } from './plan.ts'

export type OutcomeState = 'done' | 'unchanged' | 'held' | 'refused' | 'failed'

/** What became of one grant in one system, or (without a grant) of a whole system or of something nobody requested. */
export interface Outcome {
  readonly grant: string | null
  readonly system: string
  /** Null where a whole system could not be worked on. */
  readonly action: Action | null
  readonly state: OutcomeState
  readonly why: string
}

/** What became of one change. */
export interface Settled {
  readonly change: Change
  readonly state: 'done' | 'unchanged' | 'held' | 'failed'
  /** Null unless failed or held. */
  readonly error: { readonly code: string; readonly message: string } | null
  readonly convergence: Convergence | null
}

/** The run was asked to stop before this principal's turn came. */
export const INTERRUPTED = {
  code: 'interrupted',
  message: 'The run was stopped before its turn. The next run does it.'
}

const MISPLACED = misplacedUnit('')
const NOT_CLEANED = { code: 'not-removed', message: 'It still stands there. The next run tries again.' }

/**
 * What became of each change of a plan. Of a principal that failed half-way each change is judged by what live state
 * showed last: a revocation counts only when it is seen to be gone. `cleaned` are the ids of what stood where it may not
 * and was removed.
 */
export function settle(
  plan: SystemPlan,
  done: ReadonlyMap<string, Convergence>,
  cleaned: ReadonlySet<string>
): readonly Settled[] {
  const goals = new Map(plan.goals.map((goal) => [goal.principal, new Set(goal.pieces.map(({ id }) => id))]))
  return [...plan.changes, ...(plan.drift ?? [])].map((change): Settled => {
    if (change.unit.startsWith(MISPLACED)) {
      const gone = cleaned.has(change.unit.slice(MISPLACED.length))
      return { change, state: gone ? 'done' : 'failed', error: gone ? null : NOT_CLEANED, convergence: null }
    }
    const convergence = done.get(change.principal ?? '') ?? null
    const goal = goals.get(change.principal ?? '')
    // A date that only evidence holds needs no write.
    if (!goal) return { change, state: 'done', error: null, convergence }
    if (!convergence) return { change, state: 'failed', error: INTERRUPTED, convergence }
    if (convergence.state !== 'failed') return { change, state: convergence.state, error: null, convergence }
    if (change.grant !== null && shows(change, goal, convergence))
      return { change, state: 'done', error: null, convergence }
    const error = convergence.error ?? { code: 'unknown', message: 'It failed without a reason.' }
    return { change, state: error.code === 'principal-recreated' ? 'held' : 'failed', error, convergence }
  })
}

function shows(
  { pieces: { before, after } }: Change,
  goal: ReadonlySet<string>,
  { pieces }: Convergence
): boolean {
  if (!pieces) return false
  const there = after.every((piece) => pieces.some((live) => samePiece(live, piece)))
  const kept = new Set(after.map(({ id }) => id))
  return (
    there && before.every(({ id }) => kept.has(id) || goal.has(id) || !pieces.some((live) => live.id === id))
  )
}
