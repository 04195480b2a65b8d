import { UnableError } from '../../book/errors.ts'
import type { Loaded } from '../../book/load.ts'
import type { Documents } from '../../connectors/connector.ts'
import { approvedBy } from '../../plan/approved-by.ts'
import { desire } from '../../plan/desire.ts'
import { EMPTY_LEDGER } from '../../plan/ledger.ts'
import { logLine } from '../../render/escape.ts'
import type { Common, Io } from '../command.ts'
import { CORES } from '../connectors.ts'
import { requireLoopback } from './loopback.ts'
import { openAndRead, portsOf } from './systems.ts'

/** What everybody's policies say in all systems of a book, by system. One that can't be read is said and left out. */
export async function liveDocuments(
  { book }: Loaded,
  common: Common,
  io: Io
): Promise<ReadonlyMap<string, Documents>> {
  const desired = desire({
    book,
    broken: new Map(),
    ledger: EMPTY_LEDGER,
    now: common.now,
    cores: (name) => CORES.get(name) ?? null,
    lastSettings: null,
    earlierSystems: () => null,
    approvedAt: approvedBy(EMPTY_LEDGER)
  })
  if (common.nowGiven) requireLoopback([...desired.systems.keys()], desired, io.environment)
  const found = new Map<string, Documents>()
  for (const system of desired.systems.keys()) {
    try {
      const { session, live } = await openAndRead(system, desired, portsOf('read', common, io))
      found.set(system, await session.documents(live))
    } catch (error) {
      if (!(error instanceof UnableError)) throw error
      io.err(`${logLine(`System "${system}" is not read: ${error.message}`)}\n`)
    }
  }
  return found
}
