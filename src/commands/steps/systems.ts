import { UnableError, UsageError } from '../../book/errors.ts'
import type { Live, Session, SessionPorts } from '../../connectors/connector.ts'
import type { Desired } from '../../plan/desired.ts'
import { difference } from '../../plan/difference.ts'
import { guard, type GuardFacts } from '../../plan/guard.ts'
import type { Ledger } from '../../plan/ledger.ts'
import type { SystemPlan } from '../../plan/plan.ts'
import { logLine } from '../../render/escape.ts'
import type { Common, Io } from '../command.ts'
import { CONNECTORS } from '../connectors.ts'
import { nearestOf } from '../nearest.ts'

/** Every system that the files name, those with a broken file too. Sorted. */
export function allSystems(desired: Desired): readonly string[] {
  return [...desired.systems.keys(), ...desired.closed.keys()].toSorted()
}

/** Gathers the values of an option that may be given several times. */
export function collect(value: string, all: readonly string[]): readonly string[] {
  return [...all, value]
}

/** The systems that `--system` names, or all. Throws UsageError for one that doesn't exist. */
export function chosenSystems(option: unknown, desired: Desired): readonly string[] {
  const all = allSystems(desired)
  const given = Array.isArray(option) ? option.map(String) : []
  for (const name of given) {
    if (all.includes(name)) continue
    const near = all.length > 0 ? ` The nearest is "${nearestOf(name, all)}".` : ''
    throw new UsageError(`There is no system "${name}".${near}`)
  }
  return given.length > 0 ? all.filter((name) => given.includes(name)) : all
}

/** A system that could be opened and read. */
export interface OpenedSystem {
  readonly system: string
  readonly session: Session
  readonly live: Live
}

/** Opens one system. Throws UnableError if it can't be reached or isn't the one that the files mean. */
export async function openSystem(system: string, desired: Desired, ports: SessionPorts): Promise<Session> {
  const at = desired.systems.get(system)
  const connector = at && CONNECTORS.get(at.core.name)
  if (!at || !connector)
    throw new UnableError(`System "${system}" can’t be reached: ${desired.closed.get(system)?.why ?? ''}`)
  return connector.open(at.context, ports)
}

/** Opens and reads one system. Throws UnableError if it can't be reached or isn't the one that the files mean. */
export async function openAndRead(
  system: string,
  desired: Desired,
  ports: SessionPorts
): Promise<OpenedSystem> {
  const session = await openSystem(system, desired, ports)
  return { system, session, live: await session.read() }
}

/** What a session is given of the outside world. */
export function portsOf(purpose: SessionPorts['purpose'], common: Common, io: Io): SessionPorts {
  const log = (line: string): void => {
    if (!common.quiet) io.err(`${logLine(line)}\n`)
  }
  return { purpose, environment: io.environment, sleep: io.sleep, random: io.random, signal: io.signal, log }
}

/** The plan of one system as it is now: what it can't take is refused, and what may not go is kept. */
export async function planSystem(
  { system, session, live }: OpenedSystem,
  desired: Desired,
  ledger: Ledger,
  facts: GuardFacts
): Promise<SystemPlan> {
  const first = difference({ desired, system, live, ledger, refused: [] })
  const refused = await session.judge(live, first.goals)
  const plan = refused.length === 0 ? first : difference({ desired, system, live, ledger, refused })
  return guard(plan, facts)
}
