import { UnableError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import type { Session } from '../../connectors/connector.ts'
import { clockFault } from '../../plan/clock.ts'
import type { Desired } from '../../plan/desired.ts'
import type { Common, Io } from '../command.ts'
import { openSystem, portsOf, type OpenedSystem } from './systems.ts'

/** A system that is open and not read yet: many that are read at once would be a lot of memory. */
export interface ReadySystem {
  readonly system: string
  readonly session: Session
}

/** Told of a system that can't be worked on, and why. */
export type OnFailure = (system: string, why: string) => void

/**
 * Opens every system before anything is written anywhere: a clock that is wrong, theirs or ours, stops all of it. One system
 * that can't be reached stops no other. Throws UnableError if the clocks differ, or if none can be reached.
 */
export async function openSystems(
  systems: readonly string[],
  desired: Desired,
  common: Common,
  io: Io,
  onFailure: OnFailure
): Promise<readonly ReadySystem[]> {
  const opened: ReadySystem[] = []
  const failures: UnableError[] = []
  for (const system of systems) {
    const closed = desired.closed.get(system)
    if (closed) {
      onFailure(system, `Nothing was read or written: ${closed.why}`)
      continue
    }
    const session = await orUnable(openSystem(system, desired, portsOf('write', common, io)))
    if (session instanceof UnableError) {
      failures.push(session)
      onFailure(system, session.message)
      continue
    }
    requireTime(system, session.serverTime(), common, io)
    opened.push({ system, session })
    const stale = desired.systems.get(system)?.fault
    if (stale)
      onFailure(
        system,
        `Only what must go is taken away, as an earlier version of its file says: ${stale.why}`
      )
  }
  const [first] = failures
  if (opened.length === 0 && first && failures.length === systems.length) throw first
  return opened
}

/** Reads an open system. Throws UnableError if its clock is wrong by now; otherwise an UnableError is the answer. */
export async function readSystem(
  { system, session }: ReadySystem,
  common: Common,
  io: Io
): Promise<OpenedSystem | UnableError> {
  const live = await orUnable(session.read())
  if (live instanceof UnableError) return live
  requireTime(system, live.serverTime, common, io)
  return { system, session, live }
}

function requireTime(system: string, theirs: Instant | null, { now, nowGiven }: Common, io: Io): void {
  const fault = theirs === null ? null : clockFault(system, theirs, nowGiven ? now : io.clock())
  if (fault !== null) throw new UnableError(fault)
}

/** What a promise gives, or why its system can't be worked on: it stops no other. */
export async function orUnable<T>(work: Promise<T>): Promise<T | UnableError> {
  try {
    return await work
  } catch (error) {
    if (error instanceof UnableError) return error
    throw error
  }
}
