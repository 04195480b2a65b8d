import type { IAMClient } from '@aws-sdk/client-iam'
import type { Convergence, Goal, SessionPorts } from '../../connector.ts'
import { aim, type Aim, type Obstacle } from '../aim.ts'
import type { Limits } from '../limits.ts'
import { GROUP_PREFIX } from '../statement.ts'
import { livePrincipal, nameOfSlot, stateOf, type PrincipalState } from '../standing.ts'
import { codeOf, tell } from './errors.ts'
import { execute } from './execute.ts'
import { readPrincipal } from './principal.ts'
import { Writer } from './writer.ts'

/** What a convergence needs of its session. */
export interface Desk {
  readonly iam: IAMClient
  readonly instance: string
  readonly ports: SessionPorts
  readonly limits: Limits
}

/**
 * Rounds of writing, each with the waits (milliseconds) before its re-reads. IAM is eventually consistent: a write shows
 * after seconds, rarely minutes. A second round is needed only where an answer was lost or somebody interfered.
 */
const ROUNDS = [
  [0, 500, 1000, 2000, 4000, 8000],
  [0, 4000, 15_000],
  [0, 15_000, 30_000, 30_000]
] as const

/**
 * Brings one principal to its goal: a fresh read, the writes, re-reads until they show. What only seems to have failed
 * (a lost answer) is settled by what the re-read shows. Never throws for a system's error.
 */
export async function converge(desk: Desk, goal: Goal, knownId: string | null): Promise<Convergence> {
  const writer = new Writer(desk.iam, desk.instance, desk.ports)
  const look = (state: PrincipalState): Aim => aim(state, goal, knownId, desk.limits)
  try {
    let state = await read(desk, goal.principal)
    if (state === null) return missing(goal)
    for (const waits of ROUNDS) {
      const step = look(state)
      if (step.reached) return report(desk, goal, state, writer, step.obstacle)
      const error = await execute(step, state, writer, desk.ports)
      for (const wait of waits) {
        if (wait > 0) await desk.ports.sleep(wait)
        const shown = await read(desk, goal.principal)
        if (shown === null) return missing(goal)
        state = shown
        const { reached, obstacle } = look(state)
        if (reached) return report(desk, goal, state, writer, obstacle)
        if (isFinal(error)) return report(desk, goal, state, writer, tell(error))
      }
    }
    const message = `${goal.principal} still doesn’t show what was written. The next run looks again.`
    return report(desk, goal, state, writer, { code: 'not-shown', message })
  } catch (error) {
    return { ...NOTHING_KNOWN, principal: goal.principal, error: tell(error), writes: writer.writes }
  }
}

const NOTHING_KNOWN = {
  principalId: null,
  state: 'failed',
  pieces: null,
  places: new Map<string, string>()
} as const

/**
 * An error that the same calls would meet again. A surprise (what we were to create exists already) is not one, nor that
 * IAM still counts an attachment that was just taken away.
 */
function isFinal(error: unknown): boolean {
  return error !== null && !['Surprise', 'DeleteConflict'].includes(codeOf(error))
}

async function read({ iam, instance }: Desk, principal: string): Promise<PrincipalState | null> {
  const fresh = await readPrincipal(iam, principal, instance)
  return fresh && stateOf(fresh.detail, fresh.policies, instance)
}

function missing(goal: Goal): Convergence {
  const message = `${goal.principal} doesn’t exist in the account. Create it, correct the account in the file of its person or workload, or remove the grants.`
  const error = goal.pieces.length === 0 ? null : { code: 'principal-missing', message }
  return {
    principal: goal.principal,
    principalId: null,
    state: error ? 'failed' : 'unchanged',
    error,
    pieces: [],
    places: new Map(),
    writes: 0
  }
}

function report(
  desk: Desk,
  goal: Goal,
  state: PrincipalState,
  writer: Writer,
  error: Obstacle | null
): Convergence {
  const { pieces, principalId } = livePrincipal(state, desk.instance)
  const ours = pieces.filter(
    (piece) =>
      piece.owned === true || goal.owned.has(piece.id) || goal.pieces.some(({ id }) => id === piece.id)
  )
  return {
    principal: goal.principal,
    principalId,
    state: error ? 'failed' : writer.writes > 0 ? 'done' : 'unchanged',
    error,
    pieces: ours.map(({ id, key, body, enforcement }) => ({ id, key, body, enforcement })),
    places: placesOf(state, desk.instance),
    writes: writer.writes
  }
}

function placesOf(state: PrincipalState, instance: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const { slot, attached, decoded } of state.documents.values()) {
    if (attached) for (const piece of decoded.pieces) places.set(piece.id, nameOfSlot(state, slot, instance))
  }
  for (const group of state.detail.groups) places.set(`${GROUP_PREFIX}${group}`, group)
  return places
}
